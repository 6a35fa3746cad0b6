// The tables of the catalog as Kysely sees them. Columns named `*Json` hold JSON of the contract's type named beside them.
// Shape: one interface a table; the SQL that makes them is in migrations.ts.
import type { Generated } from 'kysely';

/** Bytes that are stored, and what was read from them. */
export interface FilesTable {
  sha256: string;
  bytes: number;
  pageCount: number;
  /** `FileInfo` */
  infoJson: string;
  /** `ReadDetails` as read with the first name; what names and sidecars say of other filings is in `sightings`. */
  detailsJson: string;
  parserVersion: string;
  /** Hash over the text versions and unread reasons of its pages, for the fingerprint. */
  textDigest: string;
  /** 1: names have changed since its passages were marked with them. */
  namesStale: Generated<number>;
}

/** A file seen somewhere under some name: which filing it is there. */
export interface SightingsTable {
  sha256: string;
  filename: string;
  /** Path or `upload`. */
  source: string;
  /** What the file name says. */
  fromNameJson: string;
  sidecarJson: string;
  /** The document it turned out to be; null until the file was read. */
  documentId: string | null;
  bytes: number;
}

export interface JobsTable {
  id: string;
  /** Null for a file that was refused before it was stored. */
  sha256: string | null;
  filename: string;
  source: string;
  state: 'queued' | 'running' | 'done' | 'failed';
  attempts: number;
  pagesDone: number;
  pageCount: number | null;
  errorCode: string | null;
  errorDetail: string | null;
  leaseOwner: string | null;
  /** Milliseconds since 1970. */
  leaseUntil: number | null;
  createdAt: string;
  updatedAt: string;
  /** Order of arrival. */
  seq: Generated<number>;
}

export interface CasesTable {
  id: string;
  /** `cand|369872` */
  pacerKey: string | null;
  /** `cand|20|cv|8570` */
  docketKey: string | null;
  office: string | null;
  court: string | null;
  caseName: string | null;
  docketNumber: string | null;
  judge: string | null;
  specimen: number;
}

export interface DocumentsTable {
  id: string;
  caseId: string;
  filename: string;
  /** `FilingDetails` */
  detailsJson: string;
  readFromJson: string;
  type: string | null;
  filedOn: string | null;
  entry: string | null;
  attachment: number | null;
  specimen: number;
  pageCount: number;
  /** `DocumentFlag[]` */
  flagsJson: string;
  /** Where it stands among all: case, entry as a number, attachment, name. */
  sortKey: string;
}

/** What a person corrected of a document; kept apart from what was read, which a better parser may replace. */
export interface CorrectionsTable {
  documentId: string;
  /** `Corrections` */
  detailsJson: string;
}

export interface DocumentFilesTable {
  documentId: string;
  sha256: string;
  /** 0 = the file whose text and boxes the document shows. */
  position: number;
}

export interface PagesTable {
  sha256: string;
  pageNumber: number;
  pageLabel: string | null;
  stampPage: number | null;
  bates: string | null;
  pageId: string | null;
  /** `Rect` */
  viewJson: string;
  rotate: number;
  userUnit: number;
  text: string;
  textVersion: string;
  /** Lines with their geometry (line-codec.ts). */
  lines: Uint8Array;
  stampsJson: string;
  redactionsJson: string;
  /** `ListedReason` */
  unreadReason: string | null;
  unreadDetail: string | null;
  /** 0–100, when the page was recognised. */
  ocrConfidence: number | null;
  ocrDpi: number | null;
}

/** A page that waits, or waited, for recognition; a page without a row waits too. */
export interface RecognitionsTable {
  sha256: string;
  pageNumber: number;
  state: 'queued' | 'running' | 'done' | 'failed';
  failures: number;
  /** Milliseconds since 1970. */
  leaseUntil: number | null;
  /** `UnreadReason` of the last failure, and what happened. */
  reason: string | null;
  detail: string | null;
  /** `RecognizedPage`, compressed. */
  pageData: Uint8Array | null;
}

export interface PassagesTable {
  id: string;
  sha256: string;
  ordinal: number;
  pageNumber: number;
  toPageNumber: number;
  text: string;
  /** The rest of `Passage`. */
  bodyJson: string;
}

/** Where a file points at the record. */
export interface RecordCitationsTable {
  sha256: string;
  seq: number;
  /** `PlacedRecordCitation` */
  citationJson: string;
}

export interface OutboxTable {
  seq: Generated<number>;
  change: 'put' | 'delete';
  documentId: string;
}

export interface TagsTable {
  id: string;
  name: string;
  parentId: string | null;
  color: string;
  definition: string;
  shortcut: string | null;
  seq: Generated<number>;
}

export interface AnnotationsTable {
  id: string;
  documentId: string;
  /** `Span[]` */
  spansJson: string;
  quote: string;
  prefix: string;
  suffix: string;
  note: string;
  author: string;
  createdAt: string;
  state: 'exact' | 'moved' | 'uncertain' | 'lost';
}

export interface AnnotationTagsTable {
  annotationId: string;
  tagId: string;
}

export interface TraysTable {
  id: string;
  name: string;
  seq: Generated<number>;
}

export interface TrayItemsTable {
  id: string;
  trayId: string;
  position: number;
  documentId: string;
  passageId: string | null;
  spansJson: string;
  quote: string;
  prefix: string;
  suffix: string;
  note: string;
}

/** Files of a folder as they were when last taken in: an unchanged one is not hashed again. */
export interface SeenTable {
  path: string;
  size: number;
  /** Milliseconds, with fractions. */
  modified: number;
  sha256: string;
  /** Hash of what name and sidecar say: a changed sidecar is a change. */
  detailsHash: string;
}

/** An entry that a sidecar lists. */
export interface DocketEntriesTable {
  /** Path of the sidecar. */
  source: string;
  /** Place in the sidecar, from 0. */
  position: number;
  caseId: string;
  entry: string | null;
  filedOn: string | null;
  filer: string | null;
  description: string | null;
  /** `ListedDocument[]` */
  documentsJson: string;
}

/** A name that a file prints. */
export interface FileNamesTable {
  sha256: string;
  kind: 'person' | 'organization';
  /** `nameKey` of the name. */
  key: string;
  name: string;
  /** `string[]` */
  aliasesJson: string;
  /** `NameSource[]` */
  sourcesJson: string;
  times: number;
  /** 1: `isTold`. */
  told: number;
}

/** What a person has said of a name; it wins over the folder's gazetteer and over what filings print. */
export interface NameEditsTable {
  kind: 'person' | 'organization' | 'product';
  /** `nameKey` of the name. */
  key: string;
  name: string;
  /** `string[]`; null: it is no name. */
  aliasesJson: string | null;
}

/** The words of a file, for exact search. */
export interface WordIndexesTable {
  id: Generated<number>;
  sha256: string;
  /** Of the rules by which they were made. */
  version: string;
  /** Where each word stands; the bytes are search's. */
  data: Uint8Array;
  /** What facets ask of its passages (faceted-passages.ts). */
  facetsJson: string;
  /** One more whenever they are others. */
  facetsRevision: Generated<number>;
}

/** Numbers that triggers raise with every change: `search` of documents, words and tags; `corpus` of what the fingerprint is of. */
export interface RevisionsTable {
  name: 'search' | 'corpus';
  number: number;
}

/** An FTS5 table; its rows have the ids of `wordIndexes`. */
export interface WordBagsTable {
  rowid: number;
  words: string;
}

export interface ReportsTable {
  seq: Generated<number>;
  id: string;
  name: string;
  createdAt: string;
  dialect: string;
  /** As the address of a search writes them. */
  filters: string;
  facet: string | null;
  /** `ListedQuery[]` */
  queriesJson: string;
}

export interface ReportRunsTable {
  seq: Generated<number>;
  id: string;
  reportId: string;
  at: string;
  state: 'running' | 'done' | 'failed' | 'interrupted';
  failure: string | null;
  /** `ReportResult` */
  resultJson: string | null;
  /** `ReportRow[]` */
  rowsJson: string | null;
  /** Which documents each query hit; the bytes are search's. */
  sets: Uint8Array | null;
}

export interface SavedSearchesTable {
  seq: Generated<number>;
  id: string;
  name: string;
  /** As the address of a search writes it. */
  parameters: string;
  createdAt: string;
  lookedAt: string;
  /** `string[]`: documents that were there when somebody last looked. */
  seenJson: string;
}

export interface AuditTable {
  seq: Generated<number>;
  at: string;
  kind: string;
  documentId: string;
  sha256: string;
  filename: string;
}

export interface FactsTable {
  name: string;
  value: string;
}

export interface Tables {
  files: FilesTable;
  sightings: SightingsTable;
  jobs: JobsTable;
  cases: CasesTable;
  documents: DocumentsTable;
  corrections: CorrectionsTable;
  documentFiles: DocumentFilesTable;
  pages: PagesTable;
  recognitions: RecognitionsTable;
  passages: PassagesTable;
  recordCitations: RecordCitationsTable;
  outbox: OutboxTable;
  tags: TagsTable;
  annotations: AnnotationsTable;
  annotationTags: AnnotationTagsTable;
  trays: TraysTable;
  trayItems: TrayItemsTable;
  seen: SeenTable;
  facts: FactsTable;
  revisions: RevisionsTable;
  wordIndexes: WordIndexesTable;
  wordBags: WordBagsTable;
  reports: ReportsTable;
  reportRuns: ReportRunsTable;
  savedSearches: SavedSearchesTable;
  audit: AuditTable;
  fileNames: FileNamesTable;
  nameEdits: NameEditsTable;
  docketEntries: DocketEntriesTable;
}
