// What the endpoint table checks before a handler runs: parameters, parts of the path, bodies.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkedWhole, oneOf, wholeNumber } from '../../server/api/mount.ts';
import { endpoints, type Endpoint } from '../../server/contract/endpoints.ts';
import { startApi, type RunningApi } from './running-api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** Every route of the table, with something for the parts of its path. */
const routes = Object.entries<Endpoint>(endpoints).map(([name, { method, path, query }]) => ({
  name,
  method: method.toUpperCase(),
  path: path.replaceAll(/:(\w+)/g, (_, part: string) =>
    part === 'pageNumber' ? '1' : part === 'facet' ? 'type' : 'x',
  ),
  query,
}));

describe('parameters', () => {
  // The search routes look for the document first: `search-routes.test.ts` has them.
  const plain = routes.filter(({ query }) => query !== 'search');

  test.each(plain)('$method $path refuses one that nobody knows', async ({ method, path }) => {
    const answer = await api.send(method, `${path}?sorted=1`);
    expect(answer.status).toBe(400);
    expect(answer.problem()).toMatchObject({
      code: 'bad-request',
      field: 'sorted',
      detail: expect.stringContaining('“sorted”'),
    });
  });

  test('those that are there are named', async () => {
    expect((await api.ask('/api/documents?sort=filed')).problem().detail).toBe(
      'Unknown parameter “sort”. There are: case, type, page, perPage.',
    );
    expect((await api.ask('/api/cases?sort=filed')).problem().detail).toMatch(/takes none/);
  });

  const repeated = ['/api/documents?page=1&page=2', '/api/jobs?state=done&state=failed', '/api/search/suggest?q=a&q=b'];
  test.each(repeated)('%s: which one counts?', async (path) => {
    expect((await api.ask(path)).problem()).toMatchObject({ status: 400, detail: expect.stringMatching(/2 times/) });
  });

  const names = ['__proto__', 'constructor', 'page[]', 'page%5B%5D', 'PAGE', '%'];
  test.each(names)('%s is no name among them', async (name) => {
    expect((await api.ask(`/api/documents?${name}=1`)).status).toBe(400);
  });
});

describe('whole numbers', () => {
  const bad = ['0', '-1', '1.5', '1e3', '0x10', '', ' 1', '+1', '201', '９', '99999999999999999999', 'NaN'];
  test.each(bad)('“%s” is refused with its bounds', (text) => {
    const query = new URLSearchParams({ perPage: text });
    expect(() => wholeNumber(query, 'perPage', 50, 200)).toThrow(
      expect.objectContaining({
        code: 'bad-request',
        field: 'perPage',
        message: expect.stringMatching(/from 1 to 200/),
      }),
    );
  });

  const good: [string, number][] = [
    ['1', 1],
    ['200', 200],
    ['007', 7],
  ];
  test.each(good)('%s is %i', (text, value) => {
    expect(checkedWhole(text, 'page', 200)).toBe(value);
  });

  test('left out it is what it is by default', () => {
    expect(wholeNumber(new URLSearchParams(), 'page', 50, 200)).toBe(50);
  });

  const paths = [
    '/api/documents?page=0',
    '/api/documents?perPage=201',
    '/api/jobs?limit=0',
    '/api/documents/x/pages/0',
  ];
  test.each(paths)('%s is refused by the route', async (path) => {
    expect((await api.ask(path)).problem()).toMatchObject({ status: 400, code: 'bad-request' });
  });
});

test('a word is one of those there are', () => {
  const read = (text: string) => oneOf(new URLSearchParams(text), 'state', ['done', 'failed'] as const);
  expect([read('state=done'), read('')]).toEqual(['done', null]);
  expect(() => read('state=Done')).toThrow(
    expect.objectContaining({ field: 'state', message: 'state is “Done”; it takes done, failed.' }),
  );
});

describe('bodies', () => {
  const rows: [unknown, string, string][] = [
    [{}, 'name', 'what is needed'],
    [{ name: 7 }, 'name', 'another type'],
    [{ name: 'x', colour: '#ffffff' }, 'colour', 'a key that nobody knows is refused, not ignored'],
    [{ name: 'x', color: 'red' }, 'color', 'a wrong form'],
    [{ name: 'x', __proto__: { definition: 1 }, definition: 1 }, 'definition', 'deeper down'],
  ];
  test.each(rows)('%j: field %s (%s)', async (body, field) => {
    const answer = await api.send('POST', '/api/tags', body);
    expect(answer.status).toBe(400);
    expect(answer.problem()).toMatchObject({
      code: 'bad-request',
      field,
      detail: expect.stringMatching(/openapi\.json/),
    });
  });

  test('the place of a fault deep in a body is named', async () => {
    const body = {
      documentId: 'x',
      spans: [
        { pageNumber: 1, from: 0, to: 1 },
        { pageNumber: 0, from: 0, to: 1 },
      ],
    };
    expect((await api.send('POST', '/api/annotations', body)).problem().field).toBe('spans.1.pageNumber');
  });

  test('where a body may have one of several forms, the fault is that of the nearest', async () => {
    const { id } = (await api.send('POST', '/api/trays', { name: 'x' })).json() as { id: string };
    for (const [body, field] of [
      [{ passageId: 7 }, 'passageId'],
      [{ documentId: 'x', spans: [] }, 'spans'],
      [{ documentId: 'x', spans: [{ pageNumber: 0, from: 0, to: 1 }] }, 'spans.0.pageNumber'],
    ] as const) {
      const problem = (await api.send('POST', `/api/trays/${id}/items`, body)).problem();
      expect([problem.field, problem.detail]).toEqual([field, expect.not.stringMatching(/: Invalid input\. /)]);
    }
  });

  const raw: [string, string, RegExp, string][] = [
    ['{"name":', 'application/json', /not JSON/, 'cut off'],
    ['"name"', 'application/json', /not JSON/, 'a text alone'],
    ['[]', 'application/json', /The body: .*object/, 'a list'],
    [
      '{"name":"x"}',
      'text/plain',
      /not JSON.*Content-Type: application\/json/,
      'a form of another site may send this type unasked',
    ],
    ['name=x', 'application/x-www-form-urlencoded', /Content-Type: application\/json/, 'and this'],
    ['', 'application/json', /name/, 'nothing'],
  ];
  test.each(raw)('%s as %s is refused', async (body, type, says) => {
    const answer = await api.ask('/api/tags', {
      method: 'POST',
      body,
      headers: { Origin: api.url, 'Content-Type': type },
    });
    expect(answer.problem()).toMatchObject({ status: 400, code: 'bad-request', detail: expect.stringMatching(says) });
    expect(await api.catalog.tags.list()).toEqual([]);
  });

  test('a body of more than 1 MB is too large', async () => {
    const answer = await api.send('POST', '/api/tags', { name: 'x', definition: 'y'.repeat(1_100_000) });
    expect(answer.problem()).toMatchObject({ status: 413, code: 'too-large' });
  });
});

describe('answers', () => {
  test('are JSON with the status of the table, or empty', async () => {
    const made = await api.send('POST', '/api/tags', { name: 'ad spend' });
    expect([made.status, made.headers['content-type']]).toEqual([201, 'application/json; charset=utf-8']);
    const { id } = made.json() as { id: string };
    const gone = await api.send('DELETE', `/api/tags/${id}`);
    expect([gone.status, gone.body.length]).toEqual([204, 0]);
  });

  test('are not kept by the browser', async () => {
    expect((await api.ask('/api/tags')).headers['cache-control']).toBe('no-store');
  });
});
