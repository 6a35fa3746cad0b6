// The rows of a list: hits (one per document when grouped) and, for documents that are opened, their other hits in → rows in order out.
import type { Hit, SearchRequest } from '../../../server/contract/search-api.ts';
import { isSameHit } from './hit-keys.ts';

export interface HitRow {
  readonly hit: Hit;
  /** One of the others of an opened document, below its first. */
  readonly isMore: boolean;
}

/** As many of a document's hits as are listed below its first; the rest is a list of its own. */
export const mostMore = 100;

/** `more` by document: all its hits, the one that stands in the list among them. */
export function rowsOf(hits: readonly Hit[], more: ReadonlyMap<string, readonly Hit[]>): HitRow[] {
  return hits.flatMap((hit) => [
    { hit, isMore: false },
    ...(more.get(hit.documentId) ?? [])
      .filter((other) => !isSameHit(other, hit))
      .map((other) => ({ hit: other, isMore: true })),
  ]);
}

/** The question for all hits of one document of a grouped list, in the order of the record. */
export function moreOf(request: SearchRequest, documentId: string): SearchRequest {
  return {
    ...request,
    include: { ...request.include, document: [documentId] },
    group: 'none',
    sort: 'position',
    page: 1,
    perPage: mostMore,
    facets: [],
  };
}
