// The exact mode as the API hands it out: counts, rows, facets and hits of one evaluation, in the shape of any other answer.
import { describe, expect, test } from '@jest/globals';
import type { StoredPassage } from '../../../server/contract/record.ts';
import { documentHitsAnswerSchema, emptySearch, searchAnswerSchema } from '../../../server/contract/search-api.ts';
import type { SearchRequest } from '../../../server/contract/search-api.ts';
import { labelKey } from '../../../server/search/choice-labels.ts';
import type { ExactAsk, ExactEngine } from '../../../server/search/exact/exact-engine.ts';
import { createExactSearch, questionOf, type ExactSearchParts } from '../../../server/search/exact/exact-search.ts';
import { documentOf, passageOf } from '../../indexing/stored-passages.ts';
import { partsOfLibrary } from '../library.ts';
import { engineOn, indexedOf, memorySource } from './memory-corpus.ts';

const spend = { id: 't1', name: 'ad spend', color: '#aa0000' };
const brief = documentOf('brief', {
  type: 'letter brief',
  title: 'Letter Brief',
  entry: '735',
  filedOn: '2024-03-23',
  filer: 'Plaintiffs',
});
const order = documentOf('order', { type: 'order', filedOn: '2023-02-01', title: 'Order' });
const undated = documentOf('undated');
const stored: readonly StoredPassage[] = [
  passageOf(brief, 0, 'The Titan API was an inbox for Titan partners.', {}, [spend]),
  passageOf(brief, 1, 'See titan.', { kind: 'footnote', runs: [{ at: 0, pageNumber: 1, from: 47, length: 10 }] }),
  passageOf(order, 0, 'Motion about titan is granted.'),
  passageOf(undated, 0, 'Nothing of note.'),
];
const unindexed = indexedOf(documentOf('late', { type: 'order' }), null);

function make(change: Partial<ExactSearchParts> = {}) {
  const { document, cite, exact, fingerprint } = partsOfLibrary(stored);
  const asked: [ExactAsk['kind'], AbortSignal | undefined][] = [];
  const answering = engineOn(memorySource(stored, undefined, [unindexed]));
  const engine: ExactEngine = {
    ask: (ask, signal) => {
      asked.push([ask.kind, signal]);
      return answering.ask(ask, signal);
    },
  };
  const search = createExactSearch({
    ...exact,
    engine,
    document,
    cite,
    fingerprint,
    unreadDocuments: () =>
      Promise.resolve([
        { document: order, pages: [{ documentId: 'order', pageNumber: 3, reason: 'awaiting-ocr' }] },
        { document: brief, pages: [{ documentId: 'brief', pageNumber: 1, reason: 'unreadable' }] },
      ]),
    labels: () => Promise.resolve(new Map([[labelKey('document', 'gone'), '741 · Gone']])),
    ...change,
  });
  return { search, asked };
}
const { search } = make();
const ask = (changes: Partial<SearchRequest>) => search.search({ ...emptySearch, ...changes });

test('an answer has everything an answer has, and says what it counts', async () => {
  const answer = await ask({ q: 'titan w/5 (api OR inbox)', sort: 'position' });
  expect(searchAnswerSchema.parse(answer)).toEqual(answer);
  expect(answer).toMatchObject({
    query: {
      mode: 'exact',
      dialect: 'pincite',
      explained: 'documents where “titan” stands within 5 words of (“api” or “inbox”)',
      corrected: [],
      ignored: [],
    },
    total: { hits: 2, documents: 1, unit: 'match', rows: 2 },
    facetUnit: 'document',
    unsearched: { pages: 2, documents: 2, byReason: { 'awaiting-ocr': 1, unreadable: 1 } },
    months: [{ month: '2024-03', count: 1 }],
  });
  expect(answer.hits.map(({ documentId, matchIndex }) => [documentId, matchIndex])).toEqual([
    ['brief', 0],
    ['brief', 1],
  ]);
});

test('what stays out of the counts for now is told, within the filters', async () => {
  expect((await ask({ q: 'titan' })).notices).toEqual([expect.stringMatching(/^1 document is still being read/)]);
  expect((await ask({ q: 'titan', include: { type: ['motion'] } })).notices).toEqual([]);
  const many = make({
    engine: engineOn(
      memorySource(
        stored,
        undefined,
        Array.from({ length: 1200 }, (_, at) => indexedOf(documentOf(`late-${at}`), null)),
      ),
    ),
  });
  const { notices } = await many.search.search({ ...emptySearch, q: 'titan' });
  expect(notices).toEqual([expect.stringMatching(/^1,200 documents are still being read/)]);
});

describe('the rows', () => {
  test('of a page are the matches of that page', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => ask({ q: 'titan', sort: 'position', perPage: 2, page })));
    expect(pages.map(({ hits }) => hits.map(({ documentId, matchIndex }) => `${documentId} ${matchIndex}`))).toEqual([
      ['brief 0', 'brief 1'],
      ['brief 2', 'order 0'],
      [],
    ]);
    expect(pages.map(({ total, page, perPage }) => [total.hits, page, perPage])).toEqual([
      [4, 1, 2],
      [4, 2, 2],
      [4, 3, 2],
    ]);
  });

  test('grouped are documents, each with how many hits it has', async () => {
    const { hits, total } = await ask({ q: 'titan', sort: 'filed', group: 'document' });
    expect(hits.map(({ documentId, hitsInDocument }) => [documentId, hitsInDocument])).toEqual([
      ['order', 1],
      ['brief', 3],
    ]);
    expect(total).toEqual({ hits: 4, documents: 2, unit: 'match', rows: 2 });
  });

  test('of filings that satisfy without a match are there too', async () => {
    const { hits, total } = await ask({ q: 'NOT api', sort: 'position' });
    expect(hits.map(({ documentId, matchIndex }) => [documentId, matchIndex])).toEqual([
      ['order', undefined],
      ['undated', undefined],
    ]);
    expect(total).toEqual({ hits: 0, documents: 2, unit: 'match', rows: 2 });
  });
});

describe('facets', () => {
  test('count documents, with labels, and what is chosen stays in the list', async () => {
    const { facets, months } = await ask({
      q: 'titan',
      include: { document: ['brief', 'gone'] },
      facets: ['document', 'type', 'tag'],
    });
    expect(facets.document?.map(({ value, label, count, selected }) => [value, label, count, selected])).toEqual([
      ['brief', '735 · Letter Brief', 1, true],
      ['order', 'Order', 1, false],
      ['gone', '741 · Gone', 0, true],
    ]);
    expect(facets.type?.map(({ value, count }) => [value, count])).toEqual([['letter brief', 1]]);
    expect(facets.tag).toMatchObject([{ value: 't1', label: 'ad spend', count: 1 }]);
    expect(Object.keys(facets)).toHaveLength(3);
    expect(months).toEqual([{ month: '2024-03', count: 1 }]);
  });

  test('months come in their order', async () => {
    expect((await ask({ q: 'titan' })).months.map(({ month }) => month)).toEqual(['2023-02', '2024-03']);
  });

  test('values are looked for by what they are called', async () => {
    const values = async (facetQuery: string) =>
      (await search.facetValues({ ...emptySearch, q: 'titan' }, 'document', facetQuery)).map(({ value }) => value);
    expect([await values('bri'), await values('ORDER'), await values(''), await values('zz')]).toEqual([
      ['brief'],
      ['order'],
      ['brief', 'order'],
      [],
    ]);
  });
});

describe('hits of a document', () => {
  test('are as many as are counted there, each where it stands on the page', async () => {
    const request = { ...emptySearch, q: 'titan' };
    const answer = await search.documentHits('brief', request);
    expect(documentHitsAnswerSchema.parse(answer)).toEqual(answer);
    expect(answer.total).toBe(3);
    const text = stored
      .slice(0, 2)
      .map(({ passage }) => passage.text)
      .join('\n');
    expect(
      answer.hits.map(({ index, spans }) => [index, ...spans.map(({ from, to }) => text.slice(from, to))]),
    ).toEqual([
      [0, 'Titan'],
      [1, 'Titan'],
      [2, 'titan'],
    ]);
    expect(answer.hits.flatMap(({ spans }) => spans.map(({ boxes }) => boxes.length))).toEqual([1, 1, 1]);
    expect(answer.hits.map(({ passageIds }) => passageIds)).toEqual([
      ['sha-brief-0'],
      ['sha-brief-0'],
      ['sha-brief-1'],
    ]);
    const totals = await Promise.all(
      ['brief', 'order', 'undated', 'none'].map(async (id) => (await search.documentHits(id, request)).total),
    );
    expect(totals).toEqual([3, 1, 0, 0]);
  });

  test('keep to what was chosen', async () => {
    const total = async (changes: Partial<SearchRequest>) =>
      (await search.documentHits('brief', { ...emptySearch, q: 'titan', ...changes })).total;
    expect([
      await total({ include: { kind: ['footnote'] } }),
      await total({ exclude: { tag: ['t1'] } }),
      await total({ include: { type: ['order'] } }),
      await total({ filedTo: '2024-01-01' }),
    ]).toEqual([1, 1, 0, 0]);
  });

  test('of a filing that satisfies without a match are none', async () => {
    expect(await search.documentHits('order', { ...emptySearch, q: 'NOT api' })).toEqual({ total: 0, hits: [] });
  });

  test('on a page that is gone have no boxes, and are still counted', async () => {
    const gone = make({ pagesAt: () => Promise.resolve([]) });
    const answer = await gone.search.documentHits('order', { ...emptySearch, q: 'titan' });
    expect(answer).toMatchObject({ total: 1, hits: [{ spans: [{ boxes: [] }] }] });
  });
});

test('all documents found, in the order of the dockets', async () => {
  expect(await search.documentsFound({ ...emptySearch, q: 'titan' })).toEqual(['brief', 'order']);
});

describe('a question', () => {
  test('that cannot be parsed is refused before anybody is asked, with the place of the fault', async () => {
    const { search: strict, asked } = make();
    const request = { ...emptySearch, q: 'titan AND api OR inbox' };
    for (const refused of [
      () => strict.search(request),
      () => strict.facetValues(request, 'type', ''),
      () => strict.documentHits('brief', request),
      () => strict.documentsFound(request),
    ]) {
      await expect(refused()).rejects.toMatchObject({ code: 'query-syntax', field: 'q', position: 14 });
    }
    expect(asked).toEqual([]);
  });

  test('that is empty looks for nothing', () => {
    expect(() => questionOf({ ...emptySearch, q: ' ' })).toThrow(
      expect.objectContaining({ code: 'bad-request', field: 'q' }),
    );
  });

  const rows: [changes: Partial<SearchRequest>, kind: string, why: string][] = [
    [{ q: 'titan or api', mode: 'exact' }, 'anyOf', 'small connectors, when exact was chosen by hand'],
    [{ q: 'titan or api' }, 'and', 'are words, when it was not'],
    [{ q: 'titan api', dialect: 'westlaw' }, 'anyOf', 'a space is OR on Westlaw'],
    [{ q: 'titan api', dialect: 'dtsearch' }, 'phrase', 'and a phrase in dtSearch'],
  ];
  test.each(rows)('%j is %s (%s)', (changes, kind) => {
    expect(questionOf({ ...emptySearch, ...changes }).tree.kind).toBe(kind);
  });

  test('goes to the engine with the signal of who asked', async () => {
    const { search: own, asked } = make();
    const { signal } = new AbortController();
    const request = { ...emptySearch, q: 'titan' };
    await own.search(request, signal);
    await own.facetValues(request, 'type', '', signal);
    await own.documentHits('brief', request, signal);
    expect(asked).toEqual([
      ['list', signal],
      ['list', signal],
      ['matches', signal],
    ]);
  });
});

test('the id of an answer is of question, filters and corpus, and not of page or order', async () => {
  const idOf = async (changes: Partial<SearchRequest>) => (await ask({ q: 'titan w/5 api', ...changes })).searchId;
  const first = await idOf({});
  expect([await idOf({ page: 2 }), await idOf({ sort: 'filed' }), await idOf({ group: 'document' })]).toEqual([
    first,
    first,
    first,
  ]);
  const others = [
    await idOf({ q: 'titan w/6 api' }),
    await idOf({ include: { type: ['order'] } }),
    await idOf({ dialect: 'dtsearch' }),
  ];
  expect(new Set([first, ...others]).size).toBe(4);
});
