// What a docket lists, whether or not its files are here, what of it is missing, and which filings are versions of one another.
// Shape: plain rows of a sidecar (`docket.json`, `docket.csv`), with dates `YYYY-MM-DD`; null where it says nothing.
import { z } from 'zod';
import { dateSchema } from './search-api.ts';

/** A document on a docket; attachment 0 is the main one. */
export interface ListedDocument {
  readonly attachment: number;
  readonly title: string | null;
  readonly pageCount: number | null;
  /** Under which name the docket knows its file. */
  readonly file: string | null;
  /** The court keeps it from the public. */
  readonly sealed: boolean;
}

/** An entry of a docket. */
export interface ListedEntry {
  /** Null: the court gave it no number, as it does with minutes. */
  readonly entry: string | null;
  readonly filedOn: string | null;
  readonly filer: string | null;
  /** The docket text, whole. */
  readonly description: string | null;
  /** None: the entry is a line of the docket without a paper. */
  readonly documents: readonly ListedDocument[];
}

/** The docket of one case, as far as a sidecar has it. */
export interface ListedDocket {
  readonly court: string | null;
  readonly pacerCaseId: string | null;
  readonly docketNumber: string | null;
  readonly caseName: string | null;
  readonly judge: string | null;
  readonly specimen: boolean;
  readonly entries: readonly ListedEntry[];
}

/** `listed`: a docket has it, the corpus has not. `gap`: its neighbours are here. `sealed`: the court keeps it. */
export const missingReasons = ['listed', 'gap', 'sealed'] as const;
export type MissingReason = (typeof missingReasons)[number];

/** A document that is listed, or must have been there, and is not in the corpus. */
export const missingDocumentSchema = z.object({
  caseId: z.string(),
  ecf: z.string(),
  title: z.string().nullable(),
  reason: z.enum(missingReasons),
});
export const missingEntrySchema = z.object({
  caseId: z.string(),
  entry: z.string(),
  filedOn: dateSchema.nullable(),
  title: z.string().nullable(),
  /** How many documents it is listed with. */
  documents: z.int(),
});
export type MissingDocument = z.infer<typeof missingDocumentSchema>;
export type MissingEntry = z.infer<typeof missingEntrySchema>;

/** What another document is to this one: `unsealed`, when the other is the unsealed version of this. */
export const versionRelations = ['redacted', 'unsealed', 'sealed', 'corrected', 'amended', 'earlier'] as const;
export type VersionRelation = (typeof versionRelations)[number];
export const filingVersionSchema = z.object({
  id: z.string(),
  ecf: z.string().nullable(),
  title: z.string().nullable(),
  relation: z.enum(versionRelations),
});
export type FilingVersion = z.infer<typeof filingVersionSchema>;
