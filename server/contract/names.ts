// Names in filings: what a filing itself prints of people and organisations, and the names in force for the whole corpus.
// Doubt is a value: a name says where it was read, and one that was only guessed from running text says that, too.
import { z } from 'zod';

export const nameKinds = ['person', 'organization', 'product'] as const;
export type NameKind = (typeof nameKinds)[number];

/** Where a filing prints a name. `text`: guessed from running text by its letters and by a list of first names. */
export const nameSources = ['caption', 'signature', 'e-mail', 'testimony', 'text'] as const;
export type NameSource = (typeof nameSources)[number];

/** A name that one file prints, with its other spellings there. */
export interface ReadName {
  readonly kind: Exclude<NameKind, 'product'>;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Most telling first. */
  readonly sources: readonly NameSource[];
  /** How often it stands there in full. */
  readonly times: number;
}

/** A guess that a filing repeats, or a name where names are printed: good enough for a facet; others are only offered. */
export function isTold({ sources, times }: Pick<ReadName, 'sources' | 'times'>): boolean {
  return sources.some((source) => source !== 'text') || times >= 2;
}

/** Kinds by the name of their list in a gazetteer and in a passage's entities. */
export const nameLists = {
  person: 'people',
  organization: 'organizations',
  product: 'products',
} as const satisfies Record<NameKind, string>;

/** The letters that count when names are compared: capitals, quotes and white space do not. */
export function nameKey(name: string): string {
  return name.toLowerCase().replaceAll(/[‘’]/g, "'").replaceAll(/\s+/g, ' ').trim();
}

const nameText = z
  .string()
  .trim()
  .min(2, 'give a name of at least two letters')
  .max(100, 'a name has 100 characters at most')
  .regex(/\p{L}/u, 'a name has letters')
  // It becomes a value of a facet.
  .regex(/^[^\p{Cc}]*$/u, 'a name has no control characters');

/** One change of the list of names. `aliases: null`: this is no name, whoever reads it again. `takeBack`: as it was read. */
export const nameEditSchema = z.union([
  z.strictObject({ kind: z.enum(nameKinds), name: nameText, aliases: z.array(nameText).max(100).nullable() }),
  z.strictObject({ kind: z.enum(nameKinds), name: nameText, takeBack: z.literal(true) }),
]);
export type NameEdit = z.infer<typeof nameEditSchema>;
export const nameEditsSchema = z.strictObject({ edits: z.array(nameEditSchema).min(1).max(200) });

/** Where a name of the corpus comes from: a person said it, the corpus folder's gazetteer, or filings print it. */
export const nameOrigins = ['person', 'gazetteer', 'read', 'guessed'] as const;
export const corpusNameSchema = z.object({
  kind: z.enum(nameKinds),
  name: z.string(),
  aliases: z.array(z.string()),
  origin: z.enum(nameOrigins),
  /** Where filings print it, when nobody has said it. */
  sources: z.array(z.enum(nameSources)),
  /** In how many files it was read. */
  files: z.int(),
});
export type CorpusName = z.infer<typeof corpusNameSchema>;

export const namesAnswerSchema = z.object({
  /** Names in force, by the gazetteer, a person, or print; by kind, then by name. */
  names: z.array(corpusNameSchema),
  /** Guesses that are not in force until a person accepts them, the most frequent first. */
  candidates: z.array(corpusNameSchema),
  /** What a person has said is no name. */
  refused: z.array(z.object({ kind: z.enum(nameKinds), name: z.string() })),
  /** How many there are; at most 500 of each are shown. */
  total: z.object({ names: z.int(), candidates: z.int() }),
  /** Files whose passages do not yet follow the last changes. */
  pendingFiles: z.int(),
});
export type NamesAnswer = z.infer<typeof namesAnswerSchema>;

/** After a change: the list, and the edits that undo the change. */
export const namesChangedSchema = namesAnswerSchema.extend({ undo: z.array(nameEditSchema) });
export type NamesChanged = z.infer<typeof namesChangedSchema>;

const countedName = z.object({ name: z.string(), passages: z.int() });
/** What the passages of a document name: people, organisations, products, days, and the e-mails printed in it. */
export const documentNamesSchema = z.object({
  people: z.array(countedName),
  organizations: z.array(countedName),
  products: z.array(countedName),
  dates: z.array(z.object({ date: z.string(), pageNumber: z.int() })),
  emails: z.array(
    z.object({
      pageNumber: z.int(),
      from: z.string().nullable(),
      to: z.array(z.string()),
      cc: z.array(z.string()),
      sent: z.string().nullable(),
      sentOn: z.string().nullable(),
      subject: z.string().nullable(),
    }),
  ),
});
export type DocumentNames = z.infer<typeof documentNamesSchema>;
