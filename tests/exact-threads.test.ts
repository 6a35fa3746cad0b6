// Exact questions asked of threads over a real catalog: their answers are those of the same process, and no question holds up another,
// outlives those who asked it, or is left without an answer.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { openWordSource } from '../server/catalog/word-reader.ts';
import { startExactThreads, startExactWorker } from '../server/exact-threads.ts';
import { answerExact, type ExactAsk } from '../server/search/exact/exact-engine.ts';
import { ExactEvaluator } from '../server/search/exact/exact-evaluator.ts';
import { SearchableCorpus } from '../server/search/exact/searchable-corpus.ts';
import { parseQuery } from '../server/search/terms/parser.ts';
import { countsOf, exactCatalog, longQuestion } from './exact-corpus.ts';

// A thread takes a second to start where others are at work.
jest.setTimeout(60_000);

let corpus: Awaited<ReturnType<typeof exactCatalog>>;
beforeAll(async () => {
  corpus = await exactCatalog(150, 600);
});
afterAll(() => corpus.close());

let workers: Worker[];
let threads: ReturnType<typeof startExactThreads>;
const started = (size: number, path = corpus.path, idleMs = 60_000) =>
  startExactThreads({
    path,
    size,
    idleMs,
    startWorker: (of) => {
      const worker = startExactWorker(of);
      workers.push(worker);
      return worker;
    },
  });
beforeEach(() => {
  workers = [];
  threads = started(2);
});
afterEach(() => threads.close());

const documents = async (ask: ExactAsk & { kind: 'counts' }, signal?: AbortSignal) =>
  (await threads.ask(ask, signal)).documents.length;

test('answers are those of the evaluator in the same process', async () => {
  const source = openWordSource(corpus.path);
  const evaluator = new ExactEvaluator(new SearchableCorpus(source));
  const filters = { include: { type: ['order'] }, exclude: {}, filedFrom: null, filedTo: null };
  const question = { tree: parseQuery('titan w/3 w7'), filters };
  const wanted = { group: 'none', sort: 'relevance', page: 3, perPage: 10, facets: ['type', 'kind'] } as const;
  const documentId = [...source.documents('')][1]?.id ?? '';
  const asks: ExactAsk[] = [
    { kind: 'list', question, wanted },
    { kind: 'counts', question, facets: ['year'] },
    { kind: 'matches', question, documentId },
    countsOf('filing7 OR *ing1?7'),
  ];
  for (const ask of asks) {
    expect(await threads.ask(ask)).toEqual(answerExact(evaluator, ask, () => undefined));
  }
  source.close();
  expect(await documents(countsOf('filing7 OR *ing1?7'))).toBe(6);
});

describe('while a question takes long', () => {
  test('others are answered by the other thread, however many', async () => {
    const stop = new AbortController();
    const ended: string[] = [];
    const long = threads.ask(longQuestion, stop.signal).finally(() => ended.push('long'));
    long.catch(() => undefined);
    // Also those that wait, together, for the thread that is left.
    const short = Array.from({ length: 6 }, (_, at) => documents(countsOf(`filing${at + 1}`)));
    expect(await Promise.all(short)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(ended).toEqual([]);
    stop.abort();
    await expect(long).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('taken back, it frees its thread', async () => {
    const stops = [new AbortController(), new AbortController()];
    const long = stops.map(({ signal }) => threads.ask(longQuestion, signal));
    const waiting = documents(countsOf('filing1'));
    let isAnswered = false;
    void waiting.then(() => {
      isAnswered = true;
    });
    await sleep(300);
    expect(isAnswered).toBe(false);
    for (const stop of stops) stop.abort();
    for (const each of long) await expect(each).rejects.toMatchObject({ code: 'cancelled' });
    expect(await waiting).toBe(1);
  });

  test('one that is taken back before its turn is never asked', async () => {
    const stops = [new AbortController(), new AbortController(), new AbortController()];
    const asked = stops.map(({ signal }) => threads.ask(longQuestion, signal));
    stops[2]?.abort();
    await expect(asked[2]).rejects.toMatchObject({ code: 'cancelled' });
    stops[0]?.abort();
    await expect(asked[0]).rejects.toMatchObject({ code: 'cancelled' });
    // The first thread is free, and did not go on with the third question.
    expect(await documents(countsOf('filing1'))).toBe(1);
    stops[1]?.abort();
    await expect(asked[1]).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('one whose signal is aborted already is refused', async () => {
    await expect(documents(countsOf('titan'), AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('a thread that dies', () => {
  test('is replaced; what it was asked is refused, and says so', async () => {
    const long = [threads.ask(longQuestion), threads.ask(longQuestion)];
    const refused = Promise.allSettled(long);
    const waiting = documents(countsOf('filing1'));
    await sleep(100);
    await Promise.all(workers.map((worker) => worker.terminate()));
    for (const { status, ...rest } of await refused) {
      expect([status, rest]).toEqual([
        'rejected',
        { reason: expect.objectContaining({ message: expect.stringMatching(/thread of exact search ended/) }) },
      ]);
    }
    // What had not been asked yet goes to a fresh one.
    expect(await waiting).toBe(1);
    expect(workers).toHaveLength(3);
    expect(await Promise.all([documents(countsOf('filing2')), documents(countsOf('filing3'))])).toEqual([1, 1]);
  });

  test('while it is at nothing is not noticed', async () => {
    expect(await documents(countsOf('filing1'))).toBe(1);
    for (const worker of workers) {
      const exit = once(worker, 'exit');
      await worker.terminate();
      await exit.catch(() => undefined);
    }
    expect(await documents(countsOf('filing2'))).toBe(1);
  });
});

test('there are more than one only while they are needed', async () => {
  await threads.close();
  workers = [];
  threads = started(3, corpus.path, 50);
  expect(await documents(countsOf('titan'))).toBe(150);
  expect(workers).toHaveLength(1);
  await Promise.all(['titan', 'w7', 'w8'].map((q) => documents(countsOf(q))));
  expect(workers).toHaveLength(3);
  const alive = () => workers.filter(({ threadId }) => threadId >= 0).length;
  for (let waited = 0; alive() > 1 && waited < 30_000; waited += 20) await sleep(20);
  expect(alive()).toBe(1);
  expect(await documents(countsOf('titan'))).toBe(150);
  expect(workers).toHaveLength(3);
});

test('the end refuses what waits and what comes, and leaves no thread', async () => {
  const asked = [threads.ask(longQuestion), threads.ask(longQuestion), threads.ask(longQuestion)];
  const refused = Promise.allSettled(asked);
  await threads.close();
  for (const each of await refused) expect(each).toMatchObject({ reason: { code: 'cancelled' } });
  await expect(documents(countsOf('titan'))).rejects.toMatchObject({ code: 'cancelled' });
  expect(workers.map(({ threadId }) => threadId)).toEqual([-1, -1]);
  expect(workers).toHaveLength(2);
});

test('a catalog that is not there is told, and asked once it is', async () => {
  await threads.close();
  const path = join(corpus.path, '..', 'later.sqlite');
  threads = started(1, path);
  for (const _ of [1, 2]) {
    await expect(documents(countsOf('titan'))).rejects.toMatchObject({
      code: 'catalog-unavailable',
      message: expect.stringMatching(/--data/),
    });
  }
  const database = new DatabaseSync(corpus.path, { readOnly: true });
  database.prepare('vacuum into ?').run(path);
  database.close();
  expect(await documents(countsOf('titan'))).toBe(150);
  // The one that could not open it is the one that did.
  expect(workers).toHaveLength(2);
});

test('what is written meanwhile is in the next answer', async () => {
  const own = await exactCatalog(2, 10);
  await threads.close();
  threads = started(2, own.path);
  expect(await Promise.all([documents(countsOf('titan')), documents(countsOf('titan'))])).toEqual([2, 2]);
  const { documents: all } = await own.catalog.documents.list({ caseId: null, type: null, offset: 0, limit: 9 });
  await own.catalog.documents.remove(all[0]?.id ?? '');
  expect(await Promise.all([documents(countsOf('titan')), documents(countsOf('titan'))])).toEqual([1, 1]);
  await threads.close();
  await own.close();
});
