// The catalog: the truth of Pincite behind one asynchronous interface (ARCHITECTURE §5: SQLite now, another store later).
// Everything here is plain data of `contract`; no caller sees SQL. Missing things are null, never an exception.
import type { DocketAnswer } from '../contract/docket-api.ts';
import type { FilingVersion, ListedDocket } from '../contract/docket.ts';
import type { AuditEvent, CorpusAnswer, DocumentDetails, JobView } from '../contract/document-api.ts';
import type { DetailField, FilingDetails, Gazetteer, NamesInForce, ReadDetails } from '../contract/filing.ts';
import type { DocumentNames, NameEdit, NameKind, NamesAnswer, ReadName } from '../contract/names.ts';
import type { Quad } from '../contract/geometry.ts';
import type { CitedPage, FileInfo, Page, PageFacts, Span, UnreadReason } from '../contract/page.ts';
import type { Entities, Passage } from '../contract/passage.ts';
import type { RecognitionOutcome, RecognizedPage } from '../contract/recognition.ts';
import type { PlacedRecordCitation } from '../contract/record-citation.ts';
import type { ListedDocument, OutboxEntry, StoredDocument, StoredPassage, UnreadPage } from '../contract/record.ts';
import type { FileWords, PageOfDocument, PagePlace, PassagePlace } from '../contract/word-index.ts';
import type { ListedQuery, Report, ReportResult, ReportRow } from '../contract/report-api.ts';
import type { Annotation, AnnotationChange, NewTag, Tag, TagChange } from '../contract/work-api.ts';

/** Files waiting to be read; a job is leased, so a crashed worker's job comes back when its lease ends. */
export interface JobStore {
  /**
   * Notes that a file is stored and wants reading. The same bytes from a second place add a source and, if the RECAP
   * name or sidecar says it is another filing, a second document; they are not read again (`known`).
   */
  enqueue(file: IncomingFile): Promise<{ jobId: string; documentId: string | null; known: boolean }>;
  /** A job that failed before it could be stored (empty, not a PDF, unreadable): visible in `/api/jobs`. */
  refuse(filename: string, source: string, error: { code: string; detail: string }): Promise<{ jobId: string }>;
  /** Leases the oldest queued job (or one whose lease has ended); null when none. After 3 attempts a job is failed. */
  lease(worker: string, leaseMs: number): Promise<LeasedJob | null>;
  progress(jobId: string, pagesDone: number, pageCount: number, leaseMs: number): Promise<void>;
  /** Stores everything read from one file in one transaction and finishes the job; writes the outbox. */
  complete(jobId: string, reading: FileReading): Promise<{ documentIds: readonly string[] }>;
  /** `retry`: queue again unless attempts are used up. */
  fail(jobId: string, error: { code: string; detail: string }, retry: boolean): Promise<void>;
  /** Queues a failed job again. Conflict when it has not failed, or was refused before it was stored. Null: no such job. */
  retry(jobId: string): Promise<JobView | null>;
  get(jobId: string): Promise<JobView | null>;
  /** Gives a job back that was not finished because Pincite ends: it is queued again and the attempt does not count. */
  handBack(jobId: string): Promise<void>;
  /** At the start, when no other process works on this catalog: leases of processes that ended are free again. */
  releaseAll(): Promise<void>;
  /** Queues every file that was read by another version of the parser; how many. */
  requeueAll(parserVersion: string): Promise<number>;
  /** Queues a file that was read: something new is known of its pages. False when it is queued or being read, or has failed. */
  readAgain(sha256: string): Promise<boolean>;
  list(filter: { state: JobView['state'] | null; limit: number }): Promise<readonly JobView[]>;
  counts(): Promise<Record<JobView['state'], number>>;
}

/** Pages that wait for recognition, and what became of them. */
export interface RecognitionStore {
  /** Leases the next page, of the file that has the fewest left; null when none waits. */
  take(leaseMs: number): Promise<WaitingRecognition | null>;
  put(sha256: string, page: RecognizedPage): Promise<void>;
  /** Counts a failure; true when it was the last one, and the page is parked with its reason. */
  fail(
    sha256: string,
    pageNumber: number,
    failure: { readonly reason: UnreadReason; readonly detail: string },
  ): Promise<boolean>;
  /** A person wants a page tried again: what became of it is forgotten, and the next reading of its file finds it waiting. */
  forget(sha256: string, pageNumber: number): Promise<void>;
  /** Gives a page back that was not finished because Pincite ends; that is no failure. */
  handBack(sha256: string, pageNumber: number): Promise<void>;
  /** At the start, when no other process works on this catalog: leases of processes that ended are free again. */
  releaseAll(): Promise<void>;
  /** All that is known of a file's pages, for the parser. */
  outcomes(sha256: string): Promise<readonly RecognitionOutcome[]>;
  /** Of each file with pages that wait: outcomes its pages do not show yet, those they do, and pages without an outcome. */
  progress(): Promise<readonly RecognitionProgress[]>;
  /** How many pages have no outcome yet. */
  waiting(): Promise<number>;
}
export interface WaitingRecognition {
  readonly sha256: string;
  readonly filename: string;
  readonly pageNumber: number;
  /** Boxes of bad redactions: what lies there is not looked at. */
  readonly covered: readonly Quad[];
}
export interface RecognitionProgress {
  readonly sha256: string;
  readonly fresh: number;
  readonly applied: number;
  readonly left: number;
}

/** A stored file on its way to being read. */
export interface IncomingFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly filename: string;
  /** Path or `upload`. */
  readonly source: string;
  /** What the file name says (RECAP) and what the sidecar says: kept, so that a re-parse needs no folder. */
  readonly fromName: Partial<ReadDetails['details']>;
  readonly sidecar: Partial<ReadDetails['details']>;
}

export interface LeasedJob {
  readonly jobId: string;
  readonly sha256: string;
  readonly filename: string;
  readonly fromName: Partial<ReadDetails['details']>;
  readonly sidecar: Partial<ReadDetails['details']>;
  readonly attempts: number;
}

/** All that was read from one file. */
export interface FileReading {
  readonly info: FileInfo;
  readonly pages: readonly Page[];
  readonly details: ReadDetails;
  readonly passages: readonly Passage[];
  readonly citations: readonly PlacedRecordCitation[];
  /** Names that the file prints. */
  readonly names?: readonly ReadName[];
  /** For exact search. Left out: it does not find the file, and says so. */
  readonly words?: FileWords;
  /** Revision of the names in force with which its passages were marked. */
  readonly namesRevision?: number;
  readonly parserVersion: string;
}

/** Details as a person puts them right; null says that it is not known after all. */
export type Corrections = Partial<Pick<FilingDetails, DetailField>>;

export interface DocumentStore {
  get(documentId: string): Promise<StoredDocument | null>;
  list(filter: {
    caseId: string | null;
    type: string | null;
    offset: number;
    limit: number;
  }): Promise<{ total: number; documents: readonly StoredDocument[] }>;
  /** For the API: flags, unreadable pages and redactions included. */
  view(documentId: string): Promise<DocumentDetails | null>;
  family(documentId: string): Promise<readonly StoredDocument[]>;
  /** A person's corrections: they win over what was read, also after the file is read anew. Null: no such document. */
  correct(
    documentId: string,
    corrections: Corrections,
    /** Fields that become again what was read. */
    takeBack?: readonly DetailField[],
  ): Promise<StoredDocument | null>;
  /** The details without a person's corrections. Null: no such document. */
  uncorrected(documentId: string): Promise<ReadDetails | null>;
  /** Removes the document, its annotations' anchors stay as `lost` with their quote; the file goes when nothing else uses it. */
  remove(documentId: string): Promise<{ readonly unusedFiles: readonly string[] } | null>;
  pages(documentId: string): Promise<readonly Page[]>;
  page(documentId: string, pageNumber: number): Promise<Page | null>;
  /** Page facts without text or lines, for the page map. */
  pageMap(documentId: string): Promise<readonly PageFacts[]>;
  passages(documentId: string, pageNumber: number | null): Promise<readonly StoredPassage[]>;
  /** By passage id; with `documentId` null the first document of the file. Order of the answer is the order of `ids`; unknown ones are left out. */
  passagesById(
    ids: readonly { passageId: string; documentId: string | null }[],
  ): Promise<readonly StoredPassage<ListedDocument>[]>;
  /** By their places in the files that documents show; places that are not there are left out. */
  passagesAt(places: readonly PassagePlace[]): Promise<readonly StoredPassage<ListedDocument>[]>;
  /** Pages of the files that documents show; those that are not there are left out. */
  pagesAt(places: readonly PagePlace[]): Promise<readonly PageOfDocument[]>;
  /** The same pages as they are cited, in a third of the time. */
  citedPagesAt(places: readonly PagePlace[]): Promise<readonly PageOfDocument<CitedPage>[]>;
  /** Of every filing of a case: the citations in it, in order. A file that serves several documents counts for each. */
  recordCitations(caseId: string): Promise<ReadonlyMap<string, readonly PlacedRecordCitation[]>>;
  cases(): Promise<
    readonly {
      id: string;
      caseName: string | null;
      court: string | null;
      docketNumber: string | null;
      judge: string | null;
      specimen: boolean;
      documents: number;
    }[]
  >;
}

/** What dockets list, and what the documents that are here make of it. */
export interface DocketStore {
  /** Replaces what a sidecar lists; documents of which it says something else now are written anew. */
  put(source: string, dockets: readonly ListedDocket[]): Promise<void>;
  /** Forgets what sidecars below a folder listed that are not among these any more. */
  keep(folder: string, sources: readonly string[]): Promise<void>;
  /** Null: no such case, or nothing is known of it. */
  view(caseId: string): Promise<DocketAnswer | null>;
  /** In all cases. */
  missing(): Promise<Pick<CorpusAnswer, 'missingAttachments' | 'missingEntries'>>;
  /** Versions of the same filing; none for a document that is not there. */
  versions(documentId: string): Promise<readonly FilingVersion[]>;
}

export interface OutboxStore {
  /** Oldest first, one entry per document (the newest wins), at most `limit`. */
  pending(limit: number): Promise<readonly OutboxEntry[]>;
  /** Takes entries up to and including their seq out, for the documents named. */
  done(entries: readonly OutboxEntry[]): Promise<void>;
  count(): Promise<number>;
  /** Queues every document: the index is rebuilt from the catalog. */
  refill(): Promise<number>;
}

export interface TagStore {
  list(): Promise<readonly Tag[]>;
  /** Conflict (`PinciteError` code `conflict`) when the name or shortcut is taken among its siblings / the code book. */
  create(tag: NewTag & { color: string }): Promise<Tag>;
  change(id: string, change: TagChange): Promise<Tag | null>;
  /** Annotations keep their quote and lose the tag; those left without tag and note are removed. Queues the passages concerned. */
  remove(id: string): Promise<boolean>;
}

export interface AnnotationStore {
  list(filter: { documentId: string | null; tagId: string | null }): Promise<readonly Annotation[]>;
  get(id: string): Promise<Annotation | null>;
  /** An annotation with the same document and spans gets the tags added instead. */
  create(annotation: Omit<Annotation, 'id' | 'state'>): Promise<Annotation>;
  change(id: string, change: AnnotationChange): Promise<Annotation | null>;
  remove(id: string): Promise<boolean>;
}

/** Files of a folder as they were when last taken in, so that an unchanged one is not hashed again. */
export interface SeenStore {
  /** What is known of the file at this path. */
  get(path: string): Promise<SeenFile | null>;
  put(path: string, file: SeenFile): Promise<void>;
}
/** What somebody may have to answer for: events are added and never changed. */
export interface AuditStore {
  record(event: Omit<AuditEvent, 'at'>): Promise<void>;
  /** The latest ones, newest first. */
  list(limit: number): Promise<readonly AuditEvent[]>;
}
export interface SeenFile {
  readonly size: number;
  /** Milliseconds since 1970, with fractions. */
  readonly modified: number;
  readonly sha256: string;
  /** Hash of what its name and sidecar said: a changed sidecar is a change. */
  readonly detailsHash: string;
}

/** A collected passage: spans and quote are kept, the passage id only as a hint. */
export interface StoredTrayItem {
  readonly id: string;
  readonly documentId: string;
  readonly passageId: string | null;
  readonly spans: readonly Span[];
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly note: string;
}
export interface StoredTray {
  readonly id: string;
  readonly name: string;
  readonly items: readonly StoredTrayItem[];
}
export interface TrayStore {
  list(): Promise<readonly StoredTray[]>;
  get(id: string): Promise<StoredTray | null>;
  create(name: string): Promise<StoredTray>;
  remove(id: string): Promise<boolean>;
  /** The same spans of the same document twice are one item. Null: no such tray. */
  addItem(trayId: string, item: Omit<StoredTrayItem, 'id'>): Promise<StoredTray | null>;
  removeItem(trayId: string, itemId: string): Promise<StoredTray | null>;
  /** Conflict when `itemIds` is not the tray's items, each once. */
  order(trayId: string, itemIds: readonly string[]): Promise<StoredTray | null>;
}

/** A report before its first run. */
export interface NewReport extends Pick<Report, 'name' | 'dialect' | 'filters' | 'facet'> {
  readonly queries: readonly ListedQuery[];
}

/** What a run that is done holds besides its result. */
export interface StoredRun {
  readonly rows: readonly ReportRow[];
  /** Which documents each query hit (server/search/reports/hit-sets.ts). */
  readonly sets: Uint8Array;
}

export interface ReportStore {
  /** Newest first. */
  list(): Promise<readonly Report[]>;
  get(id: string): Promise<Report | null>;
  /** Its id. */
  create(report: NewReport): Promise<string>;
  remove(id: string): Promise<boolean>;
  queries(id: string): Promise<readonly ListedQuery[] | null>;
  /** Id of a run that is under way. */
  startRun(reportId: string): Promise<string>;
  /** A run that has ended stays as it is. */
  finishRun(runId: string, run: StoredRun & { readonly result: ReportResult }): Promise<void>;
  endRun(runId: string, state: 'failed' | 'interrupted', failure: string): Promise<void>;
  /** At the start: runs of a process that ended. */
  interruptAll(): Promise<void>;
  /** Null: not there, or not done. */
  run(runId: string): Promise<StoredRun | null>;
}

/** A search that somebody keeps. */
export interface StoredSearch {
  readonly id: string;
  readonly name: string;
  /** As the address of a search writes it. */
  readonly parameters: string;
  readonly createdAt: string;
  readonly lookedAt: string;
  /** Ids of the documents that were there then. */
  readonly seen: readonly string[];
}
export interface SavedSearchStore {
  list(): Promise<readonly StoredSearch[]>;
  /** Its id. */
  create(search: Pick<StoredSearch, 'name' | 'parameters' | 'seen'>): Promise<string>;
  /** Somebody has looked, and this is what was there. False: no such search. */
  look(id: string, seen: readonly string[]): Promise<boolean>;
  remove(id: string): Promise<boolean>;
}

/** A file whose passages do not follow the names in force. */
export interface StaleFile {
  readonly sha256: string;
  readonly passages: readonly Passage[];
  readonly names: readonly ReadName[];
}

/** The list of names: the folder's gazetteer, what a person made of it, and what filings print. */
export interface NameStore {
  /** `q`: names and aliases that contain it. */
  list(filter: { kind: NameKind | null; q: string }): Promise<NamesAnswer>;
  /**
   * All edits or none; what undoes them. Conflict when a spelling is another name's already; `not-found` when nothing is there
   * to be taken back. Files that may hold the names concerned become stale.
   */
  edit(edits: readonly NameEdit[]): Promise<readonly NameEdit[]>;
  /** Any stale file; null when all follow. */
  nextStale(): Promise<StaleFile | null>;
  /** Marks passages anew, by id; their documents go to the outbox. The file stays stale when names have changed meanwhile. */
  mark(sha256: string, entities: ReadonlyMap<string, Entities>, revision: number): Promise<void>;
  /** What a document names. Null: no such document. */
  ofDocument(documentId: string): Promise<DocumentNames | null>;
}

export interface Catalog {
  readonly names: NameStore;
  readonly jobs: JobStore;
  readonly recognitions: RecognitionStore;
  readonly documents: DocumentStore;
  readonly dockets: DocketStore;
  readonly outbox: OutboxStore;
  readonly tags: TagStore;
  readonly annotations: AnnotationStore;
  readonly trays: TrayStore;
  readonly seen: SeenStore;
  readonly audit: AuditStore;
  readonly reports: ReportStore;
  readonly savedSearches: SavedSearchStore;
  /** Counts, fingerprint (ARCHITECTURE §3, cached until something changes), unreadable pages. */
  corpus(): Promise<Omit<CorpusAnswer, 'index' | 'parserVersion' | 'recognition'>>;
  fingerprint(): Promise<string>;
  /** Unread pages, of these documents or of all. */
  unread(documentIds: readonly string[] | null): Promise<readonly UnreadPage[]>;
  /** The names in force: the folder's gazetteer with a person's edits. */
  gazetteer(): Promise<NamesInForce>;
  /** Puts a folder's gazetteer in force; files that may hold names it changes become stale. */
  setGazetteer(gazetteer: Gazetteer): Promise<void>;
  /** Small facts of the installation, such as which index the outbox was drained into. */
  fact(name: string): Promise<string | null>;
  setFact(name: string, value: string): Promise<void>;
  close(): Promise<void>;
}
