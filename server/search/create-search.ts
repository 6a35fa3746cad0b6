// The instant search: one question, one answer with hits, exhaustive counts, facets, and what was not searched (API.md).
// In: a SearchRequest. Out: a SearchAnswer. A question that is exact, by its signs or by choice, goes to the exact mode.
import { facetNames, type FacetName } from '../contract/facets.ts';
import type {
  DocumentHitsAnswer,
  FacetValue,
  SearchAnswer,
  SearchRequest,
  SuggestAnswer,
  Unsearched,
} from '../contract/search-api.ts';
import { facetFieldsOf, facetKey, partsOfLabelled, type ValueField } from '../engine/index-fields.ts';
import type { EngineAnswer, EngineQuery } from '../engine/search-engine.ts';
import { choiceLabels } from './choice-labels.ts';
import { findDocumentHits } from './document-hits.ts';
import { filterOf, touchedFacets, type Omission } from './engine-filters.ts';
import { countedValuesOf, countsById } from './counted-values.ts';
import { facetValuesOf } from './facet-counts.ts';
import { correctionsOf } from './corrections.ts';
import { createExactSearch } from './exact/exact-search.ts';
import { loadHits } from './hits.ts';
import { modeOf } from './mode-choice.ts';
import { readQuery } from './query-reading.ts';
import { searchIdOf } from './search-id.ts';
import type { SearchParts } from './search-parts.ts';
import { plainName, suggestFrom } from './suggest.ts';
import { createUnreadDocuments } from './unread-documents.ts';
import { unsearchedOf } from './unsearched.ts';

export interface Search {
  /** `signal`: nobody waits any more. */
  search(request: SearchRequest, signal?: AbortSignal): Promise<SearchAnswer>;
  /** Values of one facet whose label holds `facetQuery`, within the question. */
  facetValues(
    request: SearchRequest,
    facet: FacetName,
    facetQuery: string,
    signal?: AbortSignal,
  ): Promise<FacetValue[]>;
  suggest(q: string): Promise<SuggestAnswer>;
  /** Ids of all documents that it finds. */
  documentsFound(request: SearchRequest): Promise<readonly string[]>;
  /** What could not be searched within the filters. */
  unsearched(request: SearchRequest): Promise<Unsearched>;
  documentHits(documentId: string, request: SearchRequest, signal?: AbortSignal): Promise<DocumentHitsAnswer>;
}

/** Makes the search. */
export function createSearch(parts: SearchParts): Search {
  const { engine } = parts;
  const unreadDocuments = createUnreadDocuments(parts);
  const { document, cite, fingerprint: corpusFingerprint } = parts;
  const exact = createExactSearch({
    ...parts.exact,
    document,
    cite,
    fingerprint: corpusFingerprint,
    unreadDocuments,
    labels: (request, counts) => choiceLabels(engine, request, counts),
  });
  return {
    async search(request, signal) {
      if (modeOf(request) === 'exact') return exact.search(request, signal);
      const began = performance.now();
      const reading = readQuery(request.q);
      const plan = planOf(request, reading.words);
      const [waiting, answers, fingerprint] = await Promise.all([
        parts.waiting?.(),
        engine.multiSearch(plan.queries),
        parts.fingerprint(),
      ]);
      const counts = countsOf(plan, answers);
      const documents = countsById(counts('document', null));
      const countOf = (id: string): number => documents.get(facetKey(id))?.count ?? 0;
      const isGrouped = request.group === 'document';
      const hits = await loadHits(parts, answers[plan.hits]?.hits ?? [], isGrouped ? countOf : null);
      const wanted = request.facets ?? facetNames;
      const facetCounts = new Map(
        wanted.map((facet) => {
          return [facet, countedValuesOf(counts(facet, plan.touched.includes(facet) ? facet : null))] as const;
        }),
      );
      const labels = await choiceLabels(engine, request, facetCounts);
      const facets: SearchAnswer['facets'] = {};
      for (const [facet, count] of facetCounts) facets[facet] = facetValuesOf(facet, count, request, labels);
      return {
        searchId: searchIdOf(request, fingerprint),
        query: {
          q: request.q,
          mode: 'instant',
          dialect: request.dialect,
          explained: reading.explained,
          corrected: correctionsOf(
            reading.wanted,
            (answers[plan.hits]?.hits ?? []).map(({ marked }) => marked),
          ),
          ignored: [...reading.ignored],
        },
        total: { hits: answers[plan.totals]?.totalHits ?? 0, documents: documents.size, unit: 'passage' },
        unsearched: unsearchedOf(request, await unreadDocuments(fingerprint)),
        page: request.page,
        perPage: request.perPage,
        tookMs: Math.round(performance.now() - began),
        hits,
        facets,
        facetUnit: 'passage',
        months: monthsOf(answers[plan.months]),
        notices: [...reading.notices, ...waitingNotices(waiting)],
      };
    },

    async facetValues(request, facet, facetQuery, signal) {
      if (modeOf(request) === 'exact') return exact.facetValues(request, facet, facetQuery, signal);
      const { count } = facetFieldsOf(facet);
      const [answer] = await engine.multiSearch([countQuery(readQuery(request.q).words, request, facet, [count])]);
      const counts = countedValuesOf(answer?.counts[count] ?? {});
      const labels = await choiceLabels(engine, request, new Map([[facet, counts]]));
      const wanted = plainName(facetQuery);
      return facetValuesOf(facet, counts, request, labels).filter(({ label }) => plainName(label).includes(wanted));
    },

    suggest: (q) => suggestFrom(engine, q),

    async documentsFound(request) {
      if (modeOf(request) === 'exact') return exact.documentsFound(request);
      const { count } = facetFieldsOf('document');
      const [answer] = await engine.multiSearch([countQuery(readQuery(request.q).words, request, null, [count])]);
      return Object.keys(answer?.counts[count] ?? {}).map((stored) => partsOfLabelled(stored).id);
    },

    unsearched: async (request) => unsearchedOf(request, await unreadDocuments(await parts.fingerprint())),

    async documentHits(documentId, request, signal) {
      if (modeOf(request) === 'exact') return exact.documentHits(documentId, request, signal);
      return findDocumentHits(parts, documentId, request);
    },
  };
}

/** The questions to the engine and where each answer stands. */
interface SearchPlan {
  readonly queries: readonly EngineQuery[];
  /** Places in `queries`. */
  readonly hits: number;
  readonly totals: number;
  readonly months: number;
  readonly touched: readonly FacetName[];
  readonly ownCounts: ReadonlyMap<FacetName, number>;
}

function planOf(request: SearchRequest, words: string): SearchPlan {
  const queries: EngineQuery[] = [];
  const add = (query: EngineQuery): number => queries.push(query) - 1;
  const touched = touchedFacets(request);
  const wanted = request.facets ?? facetNames;
  const grouped = request.group === 'document';
  const fields = new Set<ValueField>(['documentLabel', 'month']);
  for (const facet of wanted) if (!touched.includes(facet)) fields.add(facetFieldsOf(facet).count);
  const list: EngineQuery = {
    q: words,
    filter: filterOf(request),
    sort: sortOf(request),
    facets: grouped ? [] : [...fields],
    hits: {
      page: request.page,
      perPage: request.perPage,
      distinct: grouped ? 'document' : null,
    },
  };
  const hits = add(list);
  // A list of documents is counted in documents: the passages need a question of their own.
  const totals = grouped ? add(countQuery(words, request, null, [...fields])) : hits;
  const ownCounts = new Map<FacetName, number>();
  for (const facet of touched.filter((each) => wanted.includes(each))) {
    ownCounts.set(facet, add(countQuery(words, request, facet, [facetFieldsOf(facet).count])));
  }
  const dated = request.filedFrom !== null || request.filedTo !== null;
  const months = dated ? add(countQuery(words, request, 'dates', ['month'])) : totals;
  return { queries, hits, totals, months, touched, ownCounts };
}

/** A question for counts only, with one choice left out. */
function countQuery(
  words: string,
  request: SearchRequest,
  omitted: Omission,
  facets: readonly ValueField[],
): EngineQuery {
  return { q: words, filter: filterOf(request, omitted), sort: [], facets, hits: null };
}

/** Counts by facet; with `own` those in which the facet's own choice is left out. */
function countsOf(plan: SearchPlan, answers: readonly EngineAnswer[]) {
  return (facet: FacetName, own: FacetName | null): Readonly<Record<string, number>> => {
    const at = own === null ? plan.totals : (plan.ownCounts.get(own) ?? plan.totals);
    return answers[at]?.counts[facetFieldsOf(facet).count] ?? {};
  };
}

function sortOf({ sort }: SearchRequest): EngineQuery['sort'] {
  const place = [
    { field: 'place', direction: 'asc' },
    { field: 'position', direction: 'asc' },
  ] as const;
  if (sort === 'filed') return [{ field: 'filedOn', direction: 'asc' }, ...place];
  if (sort === '-filed') return [{ field: 'filedOn', direction: 'desc' }, ...place];
  return sort === 'position' ? place : [];
}

function monthsOf(answer: EngineAnswer | undefined): SearchAnswer['months'] {
  return Object.entries(answer?.counts.month ?? {})
    .map(([month, count]) => ({ month, count }))
    .toSorted((a, b) => (a.month < b.month ? -1 : 1));
}

/** What is not in the index yet is not in the counts either. */
function waitingNotices(documents: number | undefined): string[] {
  if (documents === undefined || documents === 0) return [];
  return [
    documents === 1
      ? 'The index is behind by 1 document: what is new in it is not among the hits and counts yet. Ask again in a moment.'
      : `The index is behind by ${documents.toLocaleString('en-US')} documents: what is new in them is not among the hits and counts yet. Ask again in a moment.`,
  ];
}
