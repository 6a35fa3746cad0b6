// Searches over HTTP: every parameter that is wrong is refused by name before the engine is asked; the rest reaches it as it was meant.
// What the engine then finds is seen in tests/search and tests/app.test.ts.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { PinciteError } from '../../server/contract/errors.ts';
import { emptySearch, maxQueryLength, type SearchRequest } from '../../server/contract/search-api.ts';
import { startApi, type RunningApi } from './running-api.ts';
import { storeFiling } from './stored-filing.ts';

/** What the search was asked; it finds nothing. */
type Asked = readonly [route: string, request: SearchRequest | null, ...more: string[]];

let api: RunningApi;
let documentId: string;
let asked: Asked[];
/** Signals of questions that are answered only when nobody waits any more. */
let waiting: AbortSignal[];
const untilGone = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_, reject) => {
    if (signal === undefined) throw new Error('no signal');
    waiting.push(signal);
    signal.addEventListener('abort', () => reject(new PinciteError('cancelled', 'The question was taken back.')));
  });
beforeAll(async () => {
  api = await startApi(() => ({
    search: {
      search: (request, signal) => {
        asked.push(['search', request]);
        if (request.q === 'long') return untilGone(signal);
        if (signal?.aborted === true) return Promise.reject(new Error('aborted before it was asked'));
        if (request.q === '(') {
          return Promise.reject(new PinciteError('query-syntax', 'A ) is missing.', { field: 'q', position: 1 }));
        }
        return Promise.resolve({
          searchId: 's',
          query: { q: request.q, mode: 'instant', dialect: 'pincite', explained: '', corrected: [], ignored: [] },
          total: { hits: 0, documents: 0, unit: 'passage' },
          unsearched: { pages: 0, documents: 0, byReason: {} },
          page: request.page,
          perPage: request.perPage,
          tookMs: 0,
          hits: [],
          facets: {},
          facetUnit: 'passage',
          months: [],
          notices: [],
        });
      },
      facetValues: (request, facet, facetQuery, signal) => {
        asked.push(['facet', request, facet, facetQuery]);
        if (request.q === 'long') return untilGone(signal);
        return Promise.resolve([]);
      },
      suggest: (q) => {
        asked.push(['suggest', null, q]);
        return Promise.resolve({ suggestions: [] });
      },
      documentHits: (id, request, signal) => {
        asked.push(['hits', request, id]);
        if (request.q === 'long') return untilGone(signal);
        return Promise.resolve({ total: 0, hits: [] });
      },
      documentsFound: () => Promise.resolve([]),
      unsearched: () => Promise.resolve({ pages: 0, documents: 0, byReason: {} }),
    },
  }));
  ({ documentId } = await storeFiling(api, 'a.pdf', [['Text.']]));
});
afterAll(() => api.close());
beforeEach(() => {
  asked = [];
  waiting = [];
});

describe('refused before the engine is asked', () => {
  const rows: [string, string, string, RegExp][] = [
    ['page=0', 'bad-request', 'page', /from 1 to/],
    ['page=1.5', 'bad-request', 'page', /from 1 to/],
    ['perPage=201', 'bad-request', 'perPage', /from 1 to 200/],
    ['f.colour=red', 'bad-request', 'f.colour', /no facet “colour”.*case, court/],
    ['not.colour=red', 'bad-request', 'not.colour', /no facet/],
    ['facets=type,colour', 'bad-request', 'facets', /no facet “colour”/],
    ['f.__proto__=x', 'bad-request', 'f.__proto__', /no facet/],
    ['query=titan', 'bad-request', 'query', /Unknown parameter “query”/],
    ['facetQuery=x', 'bad-request', 'facetQuery', /Unknown parameter/],
    ['q=a&q=b', 'bad-request', 'q', /2 times/],
    ['mode=fuzzy', 'bad-request', 'mode', /instant, exact/],
    ['sort=title', 'bad-request', 'sort', /relevance/],
    ['filedFrom=03/23/2024', 'bad-request', 'filedFrom', /2024-03-23/],
    ['filedFrom=2024-02-01&filedTo=2024-01-01', 'bad-request', 'filedTo', /lies before/],
    [`q=${'a'.repeat(10_000)}`, 'query-too-long', 'q', /10,000 characters; 2,000/],
  ];
  const routes = () => ['/api/search', `/api/documents/${documentId}/hits`, '/api/search/facets/type'];
  test.each(rows)('%.40s: %s', async (query, code, field, says) => {
    for (const route of routes()) {
      // Within a facet there is one word more.
      if (query.startsWith('facetQuery') && route.endsWith('/type')) continue;
      const answer = await api.ask(`${route}?${query}`);
      expect([answer.status, answer.problem().code, answer.problem().field]).toEqual([400, code, field]);
      expect(answer.problem().detail).toMatch(says);
    }
    expect(asked).toEqual([]);
  });

  test('a question that is too long has the position where it is', async () => {
    const answer = await api.ask(`/api/search?q=${'a'.repeat(maxQueryLength + 1)}`);
    expect(answer.problem().position).toBe(maxQueryLength);
  });

  test('an address longer than any question is refused by the server itself', async () => {
    expect((await api.ask(`/api/search?q=${'a'.repeat(40_000)}`)).status).toBe(431);
  });
});

test('a fault in the question comes with its position', async () => {
  expect((await api.ask('/api/search?q=(')).problem()).toMatchObject({
    status: 400,
    code: 'query-syntax',
    field: 'q',
    position: 1,
  });
});

describe('an exact query', () => {
  const parse = (body: unknown) => api.send('POST', '/api/search/parse', body);

  test('comes back as a tree and in plain words, without being asked', async () => {
    const answer = await parse({ q: 'titan w/10 inbox' });
    expect(answer.json()).toEqual({
      tree: {
        kind: 'near',
        words: 10,
        ordered: false,
        left: { kind: 'term', word: 'titan' },
        right: { kind: 'term', word: 'inbox' },
      },
      explained: 'documents where “titan” stands within 10 words of “inbox”',
      dialect: 'pincite',
      grammarVersion: expect.stringMatching(/^\d+$/),
      tokenizerVersion: expect.stringMatching(/^\d+$/),
    });
    expect(asked).toEqual([]);
  });

  test('is read in its dialect, and by force', async () => {
    expect((await parse({ q: 'titan inbox', dialect: 'westlaw' })).json()).toMatchObject({ tree: { kind: 'anyOf' } });
    expect((await parse({ q: 'titan or inbox', forced: true })).json()).toMatchObject({ tree: { kind: 'anyOf' } });
  });

  const rows: [body: unknown, problem: object][] = [
    [{ q: 'a AND b OR c' }, { code: 'query-syntax', field: 'q', position: 8 }],
    [{ q: 'a'.repeat(maxQueryLength + 1) }, { code: 'query-too-long', field: 'q', position: maxQueryLength }],
    [
      { q: 'a', dialect: 'lexis' },
      { code: 'bad-request', field: 'dialect' },
    ],
    [
      { q: 'a', mode: 'exact' },
      { code: 'bad-request', field: 'mode' },
    ],
    [{}, { code: 'bad-request', field: 'q' }],
  ];
  test.each(rows)('%.60j is refused', async (body, problem) => {
    expect((await parse(body)).problem()).toMatchObject({ status: 400, ...problem });
  });
});

describe('asked as it was meant', () => {
  const rows: [string, Partial<SearchRequest>][] = [
    ['', {}],
    ['q=titan%20api&page=2&perPage=50', { q: 'titan api', page: 2, perPage: 50 }],
    ['q=Pls.%E2%80%99+%F0%9F%93%8E', { q: 'Pls.’ 📎' }],
    [
      'f.type=exhibit&f.type=order&f.court=cand&not.kind=contents',
      { include: { type: ['exhibit', 'order'], court: ['cand'] }, exclude: { kind: ['contents'] } },
    ],
    [
      'filedFrom=2024-01-01&filedTo=2024-12-31&sort=-filed&group=document',
      { filedFrom: '2024-01-01', filedTo: '2024-12-31', sort: '-filed', group: 'document' },
    ],
    ['facets=type,year', { facets: ['type', 'year'] }],
  ];
  test.each(rows)('%s', async (query, request) => {
    expect((await api.ask(`/api/search?${query}`)).status).toBe(200);
    expect((await api.ask(`/api/documents/${documentId}/hits?${query}`)).status).toBe(200);
    expect(asked).toEqual([
      ['search', { ...emptySearch, ...request }],
      ['hits', { ...emptySearch, ...request }, documentId],
    ]);
  });

  test('within a facet', async () => {
    const answer = await api.ask('/api/search/facets/person?q=titan&facetQuery=hast');
    expect(answer.json()).toEqual({ facet: 'person', values: [] });
    expect(asked).toEqual([['facet', { ...emptySearch, q: 'titan' }, 'person', 'hast']]);
  });

  const halves: [string, string][] = [
    ['titan', 'titan'],
    ['', ''],
    [`${'a'.repeat(maxQueryLength - 1)}📎`, `${'a'.repeat(maxQueryLength - 1)}\ufffd`],
  ];
  test.each(halves)('completions of %.10j', async (q, sent) => {
    expect((await api.ask(`/api/search/suggest?q=${encodeURIComponent(q)}`)).status).toBe(200);
    // Half a sign would be refused by the engine.
    expect(asked).toEqual([['suggest', null, sent]]);
  });
});

describe('who goes away before the answer', () => {
  const routes: [string, () => string][] = [
    ['a search', () => '/api/search?q=long'],
    ['values of a facet', () => '/api/search/facets/person?q=long&facetQuery=hast'],
    ['hits of a filing', () => `/api/documents/${documentId}/hits?q=long`],
  ];
  test.each(routes)('is told to those who look: %s', async (_, path) => {
    const request = httpRequest(`${api.url}${path()}`).end();
    const broken = once(request, 'error');
    for (let tries = 0; waiting.length === 0 && tries < 200; tries += 1) await sleep(10);
    const [signal] = waiting;
    expect(signal?.aborted).toBe(false);
    const aborted = signal === undefined ? null : once(signal, 'abort');
    request.destroy(new Error('enough'));
    await Promise.all([broken, aborted]);
    // It is no fault of anybody’s, and the next one is answered.
    expect((await api.ask('/api/search?q=titan')).status).toBe(200);
    expect(api.faults).toEqual([]);
  });
});

describe('not found', () => {
  const paths: [string, RegExp][] = [
    ['/api/search/facets/colour', /no facet “colour”.*case, court/],
    ['/api/search/facets/__proto__', /no facet/],
    ['/api/documents/none-such/hits', /no such document/],
  ];
  test.each(paths)('%s', async (path, says) => {
    expect((await api.ask(path)).problem()).toMatchObject({ status: 404, detail: expect.stringMatching(says) });
    expect(asked).toEqual([]);
  });
});
