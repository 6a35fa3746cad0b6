// The routes of search, as part of the endpoint table: searching, its facets, completions, reading a query, the hits of a document.
// Shape: entries of `endpoints` (endpoints.ts), which is over them.
import {
  documentHitsAnswerSchema,
  facetSearchAnswerSchema,
  parseAnswerSchema,
  parseRequestSchema,
  searchAnswerSchema,
  suggestAnswerSchema,
} from './search-api.ts';

const noBody = { body: null, status: 200 } as const;

export const searchEndpoints = {
  search: {
    ...noBody,
    method: 'get',
    path: '/api/search',
    summary: 'Search passages',
    query: 'search',
    answer: searchAnswerSchema,
  },
  searchFacet: {
    ...noBody,
    method: 'get',
    path: '/api/search/facets/:facet',
    summary: 'Search within the values of a facet',
    query: 'search',
    answer: facetSearchAnswerSchema,
  },
  suggest: {
    ...noBody,
    method: 'get',
    path: '/api/search/suggest',
    summary: 'Completions: documents, people, products, tags',
    query: ['q'],
    answer: suggestAnswerSchema,
  },
  parseQuery: {
    method: 'post',
    path: '/api/search/parse',
    summary: 'What an exact query (terms and connectors) means, or where it cannot be read',
    query: [],
    body: parseRequestSchema,
    status: 200,
    answer: parseAnswerSchema,
  },
  documentHits: {
    ...noBody,
    method: 'get',
    path: '/api/documents/:id/hits',
    summary: 'Every match of a search in one document, with boxes',
    query: 'search',
    answer: documentHitsAnswerSchema,
  },
} as const;
