// Saved searches over HTTP: what each finds now, what of it is new, and that one which cannot be asked hides no other.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PinciteError } from '../../server/contract/errors.ts';
import {
  savedSearchesAnswerSchema,
  savedSearchSchema,
  type SavedSearch,
} from '../../server/contract/saved-search-api.ts';
import type { SearchRequest } from '../../server/contract/search-api.ts';
import { startApi, type RunningApi } from './running-api.ts';

let api: RunningApi;
/** What every question finds. */
let found: string[];
let asked: SearchRequest[];
let trouble: Error | null;

beforeEach(async () => {
  found = ['a', 'b'];
  asked = [];
  trouble = null;
  api = await startApi(({ search }) => ({
    search: {
      ...search,
      documentsFound: (request) => {
        asked.push(request);
        if (request.q === '(')
          return Promise.reject(new PinciteError('query-syntax', 'A ) is missing.', { field: 'q', position: 1 }));
        if (trouble !== null && request.mode !== 'exact') return Promise.reject(trouble);
        return Promise.resolve(found);
      },
    },
  }));
});
afterEach(() => api.close());

const list = async (): Promise<SavedSearch[]> =>
  savedSearchesAnswerSchema.parse((await api.ask('/api/searches')).json()).searches;
async function saved(parameters: string, name = 'Titan'): Promise<SavedSearch> {
  const answer = await api.send('POST', '/api/searches', { name, parameters });
  expect(answer.status).toBe(201);
  return savedSearchSchema.parse(answer.json());
}

describe('saving', () => {
  test('answers with what it finds, of which nothing is new', async () => {
    const search = await saved('q=titan&f.type=order');
    expect(search).toMatchObject({
      name: 'Titan',
      parameters: 'q=titan&f.type=order',
      documents: 2,
      newDocuments: 0,
      fault: null,
    });
    expect(search.lookedAt).toBe(search.createdAt);
    expect(asked[0]).toMatchObject({ q: 'titan', include: { type: ['order'] } });
    expect(await list()).toEqual([search]);
  });

  test.each([
    ['q=titan&page=7', 'q=titan', 'the page that was open is no part of it'],
    ['page=2&f.type=order&q=titan', 'q=titan&f.type=order', 'as this program writes it'],
    [
      'q=titan+w%2F5+inbox&dialect=westlaw&mode=exact',
      'q=titan+w%2F5+inbox&mode=exact&dialect=westlaw',
      'mode and dialect are',
    ],
    ['', '', 'everything'],
    ['?q=titan', 'q=titan', 'an address may begin with its sign'],
  ])('%s is kept as %s (%s)', async (given, expected) => {
    expect((await saved(given)).parameters).toBe(expected);
  });

  test.each<[object, string, string | undefined, RegExp]>([
    [{ name: '', parameters: 'q=a' }, 'bad-request', 'name', /name/],
    [{ name: 'x'.repeat(201), parameters: 'q=a' }, 'bad-request', 'name', /200/],
    [{ name: 'Titan' }, 'bad-request', 'parameters', /./],
    [{ name: 'Titan', parameters: 'colour=red' }, 'bad-request', 'colour', /Unknown parameter “colour”/],
    [{ name: 'Titan', parameters: 'f.colour=red' }, 'bad-request', 'f.colour', /no facet/],
    [{ name: 'Titan', parameters: 'q=(' }, 'query-syntax', 'q', /missing/],
    [{ name: 'Titan', parameters: 'q=a', seen: [] }, 'bad-request', undefined, /seen/],
  ])('%j is refused, and nothing is kept', async (body, code, field, message) => {
    const answer = await api.send('POST', '/api/searches', body);
    expect([answer.status, answer.problem().code]).toEqual([400, code]);
    if (field !== undefined) expect(answer.problem().field).toBe(field);
    expect(answer.problem().detail).toMatch(message);
    expect(await list()).toEqual([]);
  });
});

describe('what came since somebody looked', () => {
  test('is new until somebody looks', async () => {
    const { id } = await saved('q=titan');
    found = ['b', 'c', 'd'];
    // “a” is gone, “c” and “d” have come.
    expect(await list()).toMatchObject([{ documents: 3, newDocuments: 2 }]);
    // Listing is not looking.
    expect(await list()).toMatchObject([{ newDocuments: 2 }]);
    const looked = await api.send('POST', `/api/searches/${id}/looked`);
    expect([looked.status, savedSearchSchema.parse(looked.json())]).toMatchObject([
      200,
      { documents: 3, newDocuments: 0 },
    ]);
    expect(await list()).toMatchObject([{ documents: 3, newDocuments: 0 }]);
  });

  test('what went away and came back after a look is new again', async () => {
    const { id } = await saved('q=titan');
    found = ['b'];
    await api.send('POST', `/api/searches/${id}/looked`);
    found = ['a', 'b'];
    expect(await list()).toMatchObject([{ documents: 2, newDocuments: 1 }]);
  });
});

describe('one that cannot be asked', () => {
  const store = (parameters: string) => api.catalog.savedSearches.create({ name: 'Old', parameters, seen: ['a'] });

  test.each([
    ['f.colour=red', /no facet “colour”/],
    ['before=2024', /Unknown parameter “before”/],
    ['q=(', /is missing/],
  ])('any more (%s) is shown with its fault, and the others with what they find', async (parameters, message) => {
    const id = await store(parameters);
    await saved('q=titan');
    expect(await list()).toMatchObject([
      { id, parameters, documents: 0, newDocuments: 0, fault: expect.stringMatching(message) },
      { documents: 2, fault: null },
    ]);
    // It can be removed, and to have looked at it is refused with the same fault.
    expect((await api.send('POST', `/api/searches/${id}/looked`)).problem()).toMatchObject({
      status: 400,
      detail: expect.stringMatching(message),
    });
    expect((await api.send('DELETE', `/api/searches/${id}`)).status).toBe(204);
    expect(await list()).toHaveLength(1);
  });

  test('while the index rests says so; exact ones do not need it', async () => {
    await saved('q=titan');
    await saved('q=titan&mode=exact');
    trouble = new PinciteError('index-unavailable', 'The search index does not answer.');
    expect(await list()).toMatchObject([
      { documents: 0, fault: 'The search index does not answer.' },
      { documents: 2, fault: null },
    ]);
    // What was seen is not forgotten meanwhile.
    trouble = null;
    expect(await list()).toMatchObject([{ newDocuments: 0, fault: null }, { newDocuments: 0 }]);
  });

  test.each([
    [new PinciteError('catalog-unavailable', 'The disk is gone.'), 503],
    [new Error('a fault of ours'), 500],
  ])('for another reason is no fault of the search: %s', async (error, status) => {
    await saved('q=titan');
    trouble = error;
    expect((await api.ask('/api/searches')).status).toBe(status);
  });
});

test('they stand in the order they were saved, and one is removed alone', async () => {
  const [one, two, three] = [await saved('q=a', 'One'), await saved('q=b', 'Two'), await saved('q=c', 'Three')];
  expect((await api.send('DELETE', `/api/searches/${two.id}`)).status).toBe(204);
  expect((await list()).map(({ id }) => id)).toEqual([one.id, three.id]);
});

test.each([
  ['POST', '/api/searches/none/looked'],
  ['DELETE', '/api/searches/none'],
])('%s %s is not found', async (method, path) => {
  const answer = await api.send(method, path);
  expect([answer.status, answer.problem()]).toMatchObject([
    404,
    { code: 'not-found', detail: expect.stringMatching(/no such saved search/) },
  ]);
});
