// TanStack Query options per resource, so that every place asks the same question under the same key.
// In: what identifies the resource. Out: options for useQuery; `keys` names the families for invalidation after a change.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { FacetName } from '../../../server/contract/facets.ts';
import type { SearchRequest } from '../../../server/contract/search-api.ts';
import { encodeSearch } from '../../../server/text/search-parameters.ts';
import { call } from './client.ts';

/** First elements of the keys: invalidate `['search']` after tagging, `['trays']` after collecting, and so on. */
export const keys = {
  search: ['search'],
  corpus: ['corpus'],
  cases: ['cases'],
  documents: ['documents'],
  document: (id: string) => ['documents', id],
  jobs: ['jobs'],
  tags: ['tags'],
  annotations: ['annotations'],
  trays: ['trays'],
  reports: ['reports'],
  savedSearches: ['saved-searches'],
} as const;

/** Answers to a search; the previous answer stays while the next is coming. */
export const searchQuery = (request: SearchRequest) =>
  queryOptions({
    queryKey: [...keys.search, encodeSearch(request).toString()],
    queryFn: ({ signal }) => call('search', { query: encodeSearch(request), signal }),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });

/** Values of one facet that contain `facetQuery`, within a question. */
export const facetSearchQuery = (facet: FacetName, request: SearchRequest, facetQuery: string) =>
  queryOptions({
    queryKey: [...keys.search, 'facet', facet, encodeSearch(request).toString(), facetQuery],
    queryFn: ({ signal }) => {
      const query = encodeSearch(request);
      query.set('facetQuery', facetQuery);
      return call('searchFacet', { params: { facet }, query, signal });
    },
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });

export const corpusQuery = () =>
  queryOptions({
    queryKey: keys.corpus,
    queryFn: ({ signal }) => call('corpus', { signal }),
    staleTime: 30_000,
  });

export const casesQuery = () =>
  queryOptions({ queryKey: keys.cases, queryFn: ({ signal }) => call('cases', { signal }), staleTime: 60_000 });

export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: keys.document(id),
    queryFn: ({ signal }) => call('document', { params: { id }, signal }),
    staleTime: 60_000,
  });

/** One page: text, lines, numbers. */
export const pageQuery = (id: string, pageNumber: number) =>
  queryOptions({
    queryKey: [...keys.document(id), 'pages', pageNumber],
    queryFn: ({ signal }) => call('documentPage', { params: { id, pageNumber }, signal }),
    staleTime: 60_000,
  });

/** Passages in reading order; of the whole document without `pageNumber`. */
export const passagesQuery = (id: string, pageNumber?: number) =>
  queryOptions({
    queryKey: [...keys.document(id), 'passages', pageNumber ?? 'all'],
    queryFn: ({ signal }) => call('documentPassages', { params: { id }, query: { pageNumber }, signal }),
    staleTime: 60_000,
  });

/** What the document names. */
export const documentNamesQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.document(id), 'names'],
    queryFn: ({ signal }) => call('documentNames', { params: { id }, signal }),
    staleTime: 60_000,
  });

/** Record citations in the document, and those that point at it. */
export const recordCitationsQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.document(id), 'record-citations'],
    queryFn: ({ signal }) => call('recordCitations', { params: { id }, signal }),
    staleTime: 60_000,
  });

/** Every match of a search in one document, with boxes. Page and order of the list do not matter here. */
export const documentHitsQuery = (id: string, request: SearchRequest) => {
  const query = encodeSearch({ ...request, page: 1, perPage: 20, group: 'none', sort: 'relevance', facets: null });
  return queryOptions({
    queryKey: [...keys.document(id), 'hits', query.toString()],
    queryFn: ({ signal }) => call('documentHits', { params: { id }, query, signal }),
    staleTime: 60_000,
  });
};

export const jobsQuery = () =>
  queryOptions({ queryKey: keys.jobs, queryFn: ({ signal }) => call('jobs', { query: { limit: 200 }, signal }) });

export const tagsQuery = () =>
  queryOptions({ queryKey: keys.tags, queryFn: ({ signal }) => call('tags', { signal }), staleTime: 60_000 });

export const annotationsQuery = (documentId: string) =>
  queryOptions({
    queryKey: [...keys.annotations, documentId],
    queryFn: ({ signal }) => call('annotations', { query: { documentId }, signal }),
    staleTime: 30_000,
  });

export const traysQuery = () =>
  queryOptions({ queryKey: keys.trays, queryFn: ({ signal }) => call('trays', { signal }), staleTime: 30_000 });
