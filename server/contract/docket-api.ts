// The docket of a case as the API shows it, and corrections of details by a person (API.md, Documents).
import { z } from 'zod';
import { filingVersionSchema, missingReasons } from './docket.ts';
import { readingStates } from './document-api.ts';
import { documentFlags } from './facets.ts';
import { documentTypes } from './filing.ts';
import { dateSchema } from './search-api.ts';

/** Fields of a filing that a person may put right. */
export const correctableFields = [
  'type',
  'title',
  'shortTitle',
  'filer',
  'filedOn',
  'entry',
  'attachment',
  'docketNumber',
] as const;
export type CorrectableField = (typeof correctableFields)[number];

const words = z.string().trim().min(1).max(400);

/** Corrections; null says that it is not known after all. `takeBack` names fields that become again what was read. */
export const documentChangeSchema = z
  .strictObject({
    type: z.enum(documentTypes).nullable().exactOptional(),
    title: words.nullable().exactOptional(),
    shortTitle: words.nullable().exactOptional(),
    filer: words.nullable().exactOptional(),
    filedOn: dateSchema.nullable().exactOptional(),
    entry: z
      .string()
      .trim()
      .regex(/^\d{1,14}(?:\.\d{1,4})?$/, 'it takes a number, such as 735')
      .nullable()
      .exactOptional(),
    attachment: z.int().min(0).max(9999).nullable().exactOptional(),
    docketNumber: words.nullable().exactOptional(),
    takeBack: z.array(z.enum(correctableFields)).min(1).exactOptional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'it changes nothing');
export type DocumentChange = z.infer<typeof documentChangeSchema>;

/** A document of an entry; `id` is null where it is missing. */
export const docketDocumentSchema = z.object({
  id: z.string().nullable(),
  attachment: z.int(),
  ecf: z.string().nullable(),
  title: z.string().nullable(),
  shortTitle: z.string().nullable(),
  type: z.enum(documentTypes).nullable(),
  filer: z.string().nullable(),
  filedOn: dateSchema.nullable(),
  filename: z.string().nullable(),
  pageCount: z.int().nullable(),
  state: z.enum(readingStates).nullable(),
  flags: z.array(z.enum(documentFlags)),
  /** Pages that are not searched. */
  unread: z.object({ pages: z.int(), firstPageNumber: z.int() }).nullable(),
  /** Fields that a person has put right. */
  corrected: z.array(z.string()),
  versions: z.array(filingVersionSchema),
  missing: z.enum(missingReasons).nullable(),
});
export type DocketDocument = z.infer<typeof docketDocumentSchema>;

export const docketEntrySchema = z.object({
  /** Null: a filing that names no entry, or a line of the docket without a number. */
  entry: z.string().nullable(),
  filedOn: dateSchema.nullable(),
  filer: z.string().nullable(),
  /** The docket text, where a sidecar has it. */
  description: z.string().nullable(),
  /** None of its documents is here. */
  missing: z.boolean(),
  /** Main document first; none for a line of the docket without a paper. */
  documents: z.array(docketDocumentSchema),
});
export type DocketEntry = z.infer<typeof docketEntrySchema>;

export const docketAnswerSchema = z.object({
  caseId: z.string(),
  entries: z.array(docketEntrySchema),
  counts: z.object({
    entries: z.int(),
    documents: z.int(),
    missingEntries: z.int(),
    missingAttachments: z.int(),
  }),
});
export type DocketAnswer = z.infer<typeof docketAnswerSchema>;
