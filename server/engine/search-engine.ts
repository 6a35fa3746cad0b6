// What the search engine does for Pincite, in plain data (ARCHITECTURE §5: one of three interfaces with several implementations).
// Every method rejects with a PinciteError (`index-unavailable`, `index-key`, `index-missing`, `index-rejected`).
import type { EngineFilter } from './filter.ts';
import type { SortField, ValueField } from './index-fields.ts';

/** What one passage is in the index; null and empty values are left out of the index. */
export interface IndexRecord {
  readonly id: string;
  /** Made by `indexableText` (search-words.ts): for finding, not for showing. */
  readonly text: string;
  /** Which passage it is (hit-key.ts). */
  readonly hit: string;
  readonly document: string;
  readonly documentLabel: string;
  readonly case: string;
  readonly caseLabel: string;
  readonly court: readonly string[];
  readonly type: readonly string[];
  readonly filer: readonly string[];
  readonly judge: readonly string[];
  readonly year: readonly string[];
  readonly entry: readonly string[];
  readonly flag: readonly string[];
  readonly person: readonly string[];
  readonly organization: readonly string[];
  readonly product: readonly string[];
  readonly amount: readonly string[];
  readonly kind: string;
  readonly tag: readonly string[];
  readonly tagLabel: readonly string[];
  readonly month: string | null;
  readonly filedOn: number | null;
  readonly place: string;
  readonly position: number;
}

/** One question to the engine. */
export interface EngineQuery {
  /** In the engine's own simple language, built by `search`; empty: everything. */
  readonly q: string;
  readonly filter: EngineFilter;
  readonly sort: readonly { readonly field: SortField; readonly direction: 'asc' | 'desc' }[];
  /** Fields whose values are counted. */
  readonly facets: readonly ValueField[];
  /** Null: no hits, only counts. */
  readonly hits: {
    /** 1-based. */
    readonly page: number;
    readonly perPage: number;
    /** Only the best hit for each value of this field. */
    readonly distinct: ValueField | null;
  } | null;
}

/** A hit: the payload it was stored with, and its whole text with `hitStart` and `hitEnd` around the words that were found. */
export interface EngineHit {
  readonly id: string;
  readonly hit: string;
  readonly marked: string;
}

export interface EngineAnswer {
  readonly hits: readonly EngineHit[];
  /** Exhaustive up to `maxTotalHits`; with `distinct` the number of values. */
  readonly totalHits: number;
  readonly counts: Readonly<Partial<Record<ValueField, Readonly<Record<string, number>>>>>;
  /** The engine's own time in milliseconds. */
  readonly tookMs: number;
}

/** How a task ended. */
export interface TaskOutcome {
  readonly taskId: number;
  /** Null when it succeeded; else the engine's reason. */
  readonly failure: string | null;
}

export interface SearchEngine {
  /** All questions in one request; answers in the same order. */
  multiSearch(queries: readonly EngineQuery[]): Promise<readonly EngineAnswer[]>;
  /** Makes sure the index exists with the wanted settings; answers which index it is (see `identity`). */
  prepare(): Promise<string>;
  /** A name that another, newly made index would not have; null when there is none. */
  identity(): Promise<string | null>;
  /** Adds or replaces records, one JSON record a line; the answer is a task that is still to be done. */
  addRecords(lines: string): Promise<number>;
  deleteRecords(ids: readonly string[]): Promise<number>;
  deleteByFilter(filter: EngineFilter): Promise<number>;
  /** Ids of the records that a filter lets through. */
  recordIds(filter: EngineFilter): Promise<readonly string[]>;
  /** Resolves when nothing sent earlier, perhaps by a process that is no more, still waits to be done to the index. */
  queueEmptied(signal?: AbortSignal): Promise<void>;
  /** Waits until all are done, successfully or not: look at each outcome. */
  waitForTasks(taskIds: readonly number[], signal?: AbortSignal): Promise<readonly TaskOutcome[]>;
  stats(): Promise<{ readonly records: number; readonly isIndexing: boolean }>;
  version(): Promise<string>;
  /** Resolves when the engine answers and takes our key; rejects with the reason. */
  health(): Promise<void>;
  close(): Promise<void>;
}
