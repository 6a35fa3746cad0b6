// What a filing is: type, title, filer, court, docket number, dates, each with where it was read.

export const documentTypes = [
  'complaint',
  'answer',
  'motion',
  'opposition',
  'reply',
  'brief',
  'letter brief',
  'declaration',
  'exhibit',
  'order',
  'notice',
  'stipulation',
  'transcript',
  'deposition',
  'judgment',
  'other',
] as const;
export type DocumentType = (typeof documentTypes)[number];

/** Where a detail was read; a person's correction wins, then the sidecar, then stamp, caption, file name. */
export type ReadFrom = 'stamp' | 'caption' | 'signature' | 'file name' | 'sidecar' | 'person';

/** Details of a filing; null where nothing says it without doubt. Dates `YYYY-MM-DD`. */
export interface FilingDetails {
  /** PACER court id: `cand`, `nysd`, `ca9`. */
  readonly court: string | null;
  readonly pacerCaseId: string | null;
  readonly docketNumber: string | null;
  readonly caseName: string | null;
  readonly judge: string | null;
  /** Entry number, `735`; attachment 0 is the main document. */
  readonly entry: string | null;
  readonly attachment: number | null;
  readonly type: DocumentType | null;
  readonly title: string | null;
  readonly shortTitle: string | null;
  /** As printed; `sideOf` says which side that is. */
  readonly filer: string | null;
  readonly filedOn: string | null;
  readonly specimen: boolean;
}

export type DetailField = Exclude<keyof FilingDetails, 'specimen'>;

/** Details with their sources. */
export interface ReadDetails {
  readonly details: FilingDetails;
  readonly readFrom: Partial<Record<DetailField, ReadFrom>>;
}

/** Details with every field unknown. */
export const unknownDetails: FilingDetails = {
  court: null,
  pacerCaseId: null,
  docketNumber: null,
  caseName: null,
  judge: null,
  entry: null,
  attachment: null,
  type: null,
  title: null,
  shortTitle: null,
  filer: null,
  filedOn: null,
  specimen: false,
};

/** Id of the case of filings that name none. */
export const noCaseId = 'none';

/** Filings of one docket entry are a family; a filing without a place on a docket is one by itself. */
export function familyKeyOf(document: {
  readonly id: string;
  readonly caseId: string;
  readonly details: Pick<FilingDetails, 'entry'>;
}): string {
  const { id, caseId, details } = document;
  return details.entry === null || caseId === noCaseId ? id : `${caseId} ${details.entry}`;
}

/** `735` or `735-2`: how an ECF number is written; null without an entry. */
export function ecfOf(details: Pick<FilingDetails, 'entry' | 'attachment'>): string | null {
  if (details.entry === null) return null;
  return details.attachment === null || details.attachment === 0
    ? details.entry
    : `${details.entry}-${details.attachment}`;
}

/** Names the gazetteer knows, with their other spellings. */
export interface GazetteerEntry {
  readonly name: string;
  readonly aliases: readonly string[];
}
export interface Gazetteer {
  readonly people: readonly GazetteerEntry[];
  readonly organizations: readonly GazetteerEntry[];
  readonly products: readonly GazetteerEntry[];
}

/** The gazetteer as a person has changed it, and what a person has said is no name. */
export interface NamesInForce extends Gazetteer {
  /** By kind, as `nameKey` compares them. */
  readonly refused: Readonly<Record<keyof Gazetteer, readonly string[]>>;
  /** Grows with every change. */
  readonly revision: number;
}
