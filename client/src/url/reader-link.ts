// The address of a hit in the reader: document + question + place in → path and query record out, so that the reader
// paints the same hits and `back` leads to the same list.
import type { SearchRequest } from '../../../server/contract/search-api.ts';
import { encodeSearch } from '../../../server/text/search-parameters.ts';
import { recordOf } from './query-string.ts';

/** Where to open the reader; `pageNumber` is the 1-based PDF page. */
export interface ReaderPlaceTarget {
  readonly documentId: string;
  readonly pageNumber: number;
  readonly passageId?: string;
  /** Exact mode: which of the document's matches to stand at, by `index` of its hits. */
  readonly matchIndex?: number | undefined;
}

/** The reader's query: the question without the list's own settings, `at` the PDF page, `passage` the passage, `hit` the match. */
export function readerSearch(
  request: SearchRequest,
  target: Omit<ReaderPlaceTarget, 'documentId'>,
): Record<string, string | string[]> {
  const parameters = encodeSearch({
    ...request,
    page: 1,
    perPage: 20,
    group: 'none',
    sort: 'relevance',
    facets: null,
  });
  parameters.set('at', String(target.pageNumber));
  if (target.passageId !== undefined) parameters.set('passage', target.passageId);
  // The reader counts hits from 1, as people do.
  if (target.matchIndex !== undefined) parameters.set('hit', String(target.matchIndex + 1));
  return recordOf(parameters);
}
