// What a docket lists: entries and the documents of each, whether or not their files are here.
// Shape: plain rows of a sidecar (`docket.json`, `docket.csv`), with dates `YYYY-MM-DD`; null where it says nothing.

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
