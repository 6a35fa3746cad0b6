// What exact search is asked and answers, as it goes to a thread and comes back: plain data, positions instead of text.
// Shape: a tree with filters and what is wanted of the answer → counts, facets and the matches of one page of the list.
import type { FacetName } from '../../contract/facets.ts';
import type { SearchRequest } from '../../contract/search-api.ts';
import type { Filters } from '../choices.ts';
import type { CountedValue } from '../counted-values.ts';
import type { PiecePart } from '../terms/packed-words.ts';
import type { QueryNode } from '../terms/query-tree.ts';

/** A question: what documents must satisfy, and which of them are looked at. */
export interface ExactQuestion {
  readonly tree: QueryNode;
  readonly filters: Filters;
}

/** What a list shows of the answer. */
export interface WantedList extends Pick<SearchRequest, 'group' | 'sort' | 'page' | 'perPage'> {
  /** Facets to count. */
  readonly facets: readonly FacetName[];
}

/** A match of a document, or (`parts` empty) a document that satisfies the question without one. */
export interface FoundMatch {
  readonly documentId: string;
  /** Which of the document's matches, in reading order from 0; null: it has none. */
  readonly index: number | null;
  readonly matchesInDocument: number;
  /** Of each span what it covers of passages and lines, in reading order. */
  readonly parts: readonly (readonly PiecePart[])[];
}

/** Documents by value of each facet that was asked for: most documents first, of equals as labels are looked up. */
export type FacetCounts = Readonly<Partial<Record<FacetName, readonly CountedValue[]>>>;

export interface ExactList {
  readonly matches: number;
  readonly documents: number;
  /** Rows of the whole list: matches and documents without one, or documents where it is grouped. */
  readonly rows: number;
  readonly shown: readonly FoundMatch[];
  readonly counts: FacetCounts;
  /** Documents by filing month (`YYYY-MM`), without the range of dates. */
  readonly months: Readonly<Record<string, number>>;
  readonly notIndexed: number;
}

/** A document of an answer, with what a report counts besides. */
export interface CountedDocument {
  readonly documentId: string;
  readonly matches: number;
  /** SHA-256 of the file it shows. */
  readonly file: string;
  /** The filings of its docket entry, and how many they are. */
  readonly family: string;
  readonly familySize: number;
}

/** Every document of an answer, in the order of the dockets. */
export interface ExactCounts {
  readonly documents: readonly CountedDocument[];
  readonly counts: FacetCounts;
  /** Documents within the filters whose words are not kept yet: nobody knows whether they satisfy the question. */
  readonly notIndexed: number;
}
