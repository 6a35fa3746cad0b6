// The whole over HTTP: corpus, health in good days and bad, and the way back to a fresh index.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ApiParts } from '../../server/api/api-parts.ts';
import { corpusAnswerSchema, healthAnswerSchema } from '../../server/contract/document-api.ts';
import { PinciteError } from '../../server/contract/errors.ts';
import type { IndexState } from '../../server/indexing/indexer.ts';
import { startApi, type RunningApi } from './running-api.ts';
import { storeFiling } from './stored-filing.ts';

let api: RunningApi;
let state: IndexState;
let broken: Error | null;
beforeEach(async () => {
  state = { state: 'ready', detail: null };
  broken = null;
  api = await startApi(({ index, catalog }): Partial<ApiParts> => ({
    index: { ...index, state: () => state },
    catalog: { ...catalog, corpus: () => (broken === null ? catalog.corpus() : Promise.reject(broken)) },
  }));
  await storeFiling(api, 'a.pdf', [['Text.'], [], []], {}, (page) =>
    page.text === ''
      ? { ...page, unread: { reason: page.pageNumber === 2 ? 'awaiting-ocr' : 'unreadable', detail: '' } }
      : page,
  );
});
afterEach(() => api.close());

test('the corpus in numbers, with what was not read', async () => {
  expect(corpusAnswerSchema.parse((await api.ask('/api/corpus')).json())).toMatchObject({
    documents: 1,
    files: 1,
    pages: 3,
    passages: 1,
    unreadablePages: [
      { filename: 'a.pdf', pageNumber: 2, reason: 'awaiting-ocr' },
      { filename: 'a.pdf', pageNumber: 3, reason: 'unreadable' },
    ],
    parserVersion: 'test-1',
    index: { state: 'ready', detail: null },
  });
});

describe('health', () => {
  const rows: [IndexState['state'], string, string][] = [
    ['ready', 'ok', 'all is well'],
    ['behind', 'ok', '200 also while indexing'],
    ['unavailable', 'degraded', 'documents are still read and tagged'],
  ];
  test.each(rows)('with the index %s: 200, %s (%s)', async (indexState, status) => {
    state = { state: indexState, detail: null };
    const answer = await api.ask('/api/health');
    expect(answer.status).toBe(200);
    expect(healthAnswerSchema.parse(answer.json())).toEqual({
      status,
      version: '0.0.0-test',
      engine: { name: 'Meilisearch', version: '1.21.0', state: indexState },
      documents: 1,
      files: 1,
      passages: 1,
      pendingJobs: 0,
      pendingOcrPages: 1,
    });
  });

  test('a catalog that cannot be used is 503 with the reason', async () => {
    broken = new PinciteError('catalog-unavailable', 'The catalog is damaged. Restore it from a copy.');
    expect((await api.ask('/api/health')).problem()).toMatchObject({
      status: 503,
      code: 'catalog-unavailable',
      detail: expect.stringMatching(/Restore/),
    });
  });
});

test('reindexing queues every document', async () => {
  const answer = await api.send('POST', '/api/corpus/reindex');
  expect([answer.status, answer.json()]).toEqual([202, { queued: 1 }]);
  expect((await api.catalog.outbox.pending(10)).map(({ change }) => change)).toEqual(['put']);
});
