// The exact mode: a query is parsed once, evaluated elsewhere, and everything that is shown comes from that one evaluation.
// In: a SearchRequest. Out: answers as in instant mode, with matches for hits and documents for facet counts.
// Refuses (`query-syntax`) what cannot be parsed, and (`bad-request`) an empty question.
import { PinciteError } from '../../contract/errors.ts';
import { facetNames, type FacetName } from '../../contract/facets.ts';
import type { DocumentHitsAnswer, FacetValue, SearchAnswer, SearchRequest } from '../../contract/search-api.ts';
import { boxesOf } from '../../text/boxes.ts';
import type { ChoiceLabels } from '../choice-labels.ts';
import type { CountedValue } from '../counted-values.ts';
import { facetValuesOf } from '../facet-counts.ts';
import { searchIdOf } from '../search-id.ts';
import type { ExactParts, SearchParts } from '../search-parts.ts';
import { plainName } from '../suggest.ts';
import { explain } from '../terms/explain.ts';
import { parseQuery } from '../terms/parser.ts';
import type { UnreadDocument } from '../unsearched.ts';
import { unsearchedOf } from '../unsearched.ts';
import type { ExactQuestion } from './exact-question.ts';
import { exactHits } from './exact-hits.ts';
import { placeMatches } from './placed-matches.ts';

/** What the exact mode needs besides its own parts. */
export interface ExactSearchParts extends ExactParts, Pick<SearchParts, 'document' | 'fingerprint' | 'cite'> {
  readonly unreadDocuments: (fingerprint: string) => Promise<readonly UnreadDocument[]>;
  /** Names of chosen values that nothing has. */
  readonly labels: (
    request: SearchRequest,
    counts: ReadonlyMap<FacetName, readonly CountedValue[]>,
  ) => Promise<ChoiceLabels>;
}

export interface ExactSearch {
  search(request: SearchRequest, signal?: AbortSignal): Promise<SearchAnswer>;
  facetValues(
    request: SearchRequest,
    facet: FacetName,
    facetQuery: string,
    signal?: AbortSignal,
  ): Promise<FacetValue[]>;
  documentsFound(request: SearchRequest): Promise<readonly string[]>;
  documentHits(documentId: string, request: SearchRequest, signal?: AbortSignal): Promise<DocumentHitsAnswer>;
}

/** Makes the exact mode. */
export function createExactSearch(parts: ExactSearchParts): ExactSearch {
  /** What an answer says besides what was found. */
  const besideList = async (request: SearchRequest, { tree }: ExactQuestion) => {
    const fingerprint = await parts.fingerprint();
    return {
      searchId: searchIdOf(request, fingerprint),
      explained: explain(tree),
      unsearched: unsearchedOf(request, await parts.unreadDocuments(fingerprint)),
    };
  };

  return {
    async search(request, signal) {
      const began = performance.now();
      const question = questionOf(request);
      const wanted = request.facets ?? facetNames;
      const { group, sort, page, perPage } = request;
      const [list, { searchId, explained, unsearched }] = await Promise.all([
        parts.engine.ask({ kind: 'list', question, wanted: { group, sort, page, perPage, facets: wanted } }, signal),
        // While the thread is at it.
        besideList(request, question),
      ]);
      const placed = await placeMatches({ ...parts, pagesAt: parts.citedPagesAt }, list.shown);
      const hits = exactHits(placed, parts, group === 'document');
      const facets: SearchAnswer['facets'] = {};
      const counts = new Map(wanted.map((facet) => [facet, list.counts[facet] ?? []] as const));
      const labels = await parts.labels(request, counts);
      for (const [facet, count] of counts) facets[facet] = facetValuesOf(facet, count, request, labels);
      return {
        searchId,
        query: {
          q: request.q,
          mode: 'exact',
          dialect: request.dialect,
          explained,
          corrected: [],
          ignored: [],
        },
        total: { hits: list.matches, documents: list.documents, unit: 'match', rows: list.rows },
        unsearched,
        page,
        perPage,
        tookMs: Math.round(performance.now() - began),
        hits,
        facets,
        facetUnit: 'document',
        months: Object.entries(list.months)
          .map(([month, count]) => ({ month, count }))
          .toSorted((a, b) => (a.month < b.month ? -1 : 1)),
        notices: notIndexedNotices(list.notIndexed),
      };
    },

    async facetValues(request, facet, facetQuery, signal) {
      const wanted = { group: 'none', sort: 'position', page: 1, perPage: 1, facets: [facet] } as const;
      const { counts } = await parts.engine.ask({ kind: 'list', question: questionOf(request), wanted }, signal);
      const [name, count] = [plainName(facetQuery), counts[facet] ?? []];
      const labels = await parts.labels(request, new Map([[facet, count]]));
      return facetValuesOf(facet, count, request, labels).filter(({ label }) => plainName(label).includes(name));
    },

    async documentsFound(request) {
      const { documents } = await parts.engine.ask({ kind: 'counts', question: questionOf(request), facets: [] });
      return documents.map(({ documentId }) => documentId);
    },

    async documentHits(documentId, request, signal) {
      const question = questionOf(request);
      const matches = await parts.engine.ask({ kind: 'matches', question, documentId }, signal);
      const placed = await placeMatches(parts, matches);
      const hits = placed.map(({ match, spans, pages, passages }) => ({
        index: match.index ?? 0,
        spans: spans.map((span) => {
          const page = pages.find(({ pageNumber }) => pageNumber === span.pageNumber);
          return { ...span, boxes: page === undefined ? [] : boxesOf(page, span.from, span.to) };
        }),
        passageIds: passages.map(({ passage }) => passage.id),
      }));
      return { total: hits.length, hits };
    },
  };
}

/** The question of a request. Exact mode chosen by hand reads small `and`, `or`, `not` as connectors too. */
export function questionOf(request: SearchRequest): ExactQuestion {
  const { q, dialect, mode, include, exclude, filedFrom, filedTo } = request;
  if (q.trim() === '') {
    throw new PinciteError(
      'bad-request',
      'Exact mode has nothing to look for: write a word, or leave mode out to see all passages.',
      { field: 'q' },
    );
  }
  const tree = parseQuery(q, { dialect, forced: mode === 'exact' });
  return { tree, filters: { include, exclude, filedFrom, filedTo } };
}

function notIndexedNotices(documents: number): string[] {
  if (documents === 0) return [];
  const what = documents === 1 ? '1 document is' : `${documents.toLocaleString('en-US')} documents are`;
  return [`${what} still being read for exact search and not in these counts yet. Ask again in a moment.`];
}
