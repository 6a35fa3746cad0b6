// Saved searches as zod schemas: a question under a name, and what is new since somebody last looked.
import { z } from 'zod';

export const newSavedSearchSchema = z.strictObject({
  name: z.string().trim().min(1, 'Give the search a name.').max(200, 'A name has 200 characters at most.'),
  /** The search as its address writes it: `q=titan&f.type=order`. */
  parameters: z.string().max(20_000),
});

export const savedSearchSchema = z.object({
  id: z.string(),
  name: z.string(),
  parameters: z.string(),
  createdAt: z.string(),
  lookedAt: z.string(),
  /** Documents that it finds now, and those that it did not find when somebody last looked. */
  documents: z.int(),
  newDocuments: z.int(),
  /** Why it cannot be asked any more; null when it can. */
  fault: z.string().nullable(),
});
export type SavedSearch = z.infer<typeof savedSearchSchema>;

export const savedSearchesAnswerSchema = z.object({ searches: z.array(savedSearchSchema) });
