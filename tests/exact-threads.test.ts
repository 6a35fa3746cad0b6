// Exact questions asked of threads over a real catalog: their answers are those of the same process, and no question holds up another,
// outlives those who asked it, or is left without an answer.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { openWordSource } from '../server/catalog/word-reader.ts';
import { startExactThreads, startExactWorker, type ExactThreadsSettings } from '../server/exact-threads.ts';
import { answerExact, type ExactAsk } from '../server/search/exact/exact-engine.ts';
import { ExactEvaluator } from '../server/search/exact/exact-evaluator.ts';
import { SearchableCorpus } from '../server/search/exact/searchable-corpus.ts';
import { parseQuery } from '../server/search/terms/parser.ts';
import { countsOf, exactCatalog, longQuestion } from './exact-corpus.ts';

// A thread takes a second to start where others are at work.
jest.setTimeout(60_000);

let corpus: Awaited<ReturnType<typeof exactCatalog>>;
beforeAll(async () => {
  corpus = await exactCatalog(150, 1500);
});
afterAll(() => corpus.close());

let workers: Worker[];
let ready: Set<Worker>;
let errors: unknown[];
let threads: ReturnType<typeof startExactThreads>;
/** Threads whose workers and errors can be looked at. */
const started = (size: number, { startWorker = startExactWorker, ...others }: Partial<ExactThreadsSettings> = {}) =>
  startExactThreads({
    path: corpus.path,
    size,
    onError: (error) => errors.push(error),
    ...others,
    startWorker: (of) => {
      const worker = startWorker(of);
      workers.push(worker);
      worker.once('message', () => setImmediate(() => ready.add(worker)));
      return worker;
    },
  });
beforeEach(() => {
  workers = [];
  ready = new Set();
  errors = [];
  threads = started(2);
});
afterEach(() => threads.close());

/** Resolves to a thread once it was started. */
const thread = async (number: number): Promise<Worker> => {
  for (;;) {
    const worker = workers[number];
    if (worker !== undefined) return worker;
    await sleep(10);
  }
};
/** Resolves when a thread has said that it is ready, and was handed what waited. */
const isReady = async (number: number): Promise<void> => {
  const worker = await thread(number);
  while (!ready.has(worker)) await sleep(10);
};

const questions = ['filing1', 'filing2', 'filing3', 'filing4'];
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
    expect(workers.length).toBe(2);
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
    // One thread is free, and did not go on with the third question.
    expect(await documents(countsOf('filing1'))).toBe(1);
    stops[1]?.abort();
    await expect(asked[1]).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('one whose signal is aborted already is refused', async () => {
    await expect(documents(countsOf('titan'), AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('a thread that is not ready', () => {
  // In place of the second thread one that never gets ready.
  const without = (second: string): Partial<ExactThreadsSettings> => ({
    startWorker: (of) => (of.thread === 0 ? startExactWorker(of) : new Worker(second, { eval: true })),
  });

  test('is not waited for, since reading the corpus takes longer than most answers', async () => {
    await threads.close();
    workers = [];
    threads = started(2, without("require('node:worker_threads').parentPort.on('message', () => undefined)"));
    const stop = new AbortController();
    const long = threads.ask(longQuestion, stop.signal);
    long.catch(() => undefined);
    const short = Promise.all(questions.map((q) => documents(countsOf(q))));
    await thread(1);
    stop.abort();
    expect(await short).toEqual([1, 1, 1, 1]);
    expect(errors).toEqual([]);
  });

  test.each([
    ['ends', without('process.exit(1)'), /ended before it was ready$/],
    ['is broken', without("throw new Error('no memory')"), /ended before it was ready: no memory/],
    [
      'cannot open the catalog',
      {
        startWorker: (of): Worker =>
          startExactWorker(of.thread === 0 ? of : { ...of, path: join(of.path, '..', 'none.sqlite') }),
      } satisfies Partial<ExactThreadsSettings>,
      /ended before it was ready: .*none\.sqlite/,
    ],
  ])('and %s takes no question with it, and is told', async (_, settings, why) => {
    await threads.close();
    workers = [];
    threads = started(2, settings);
    const stop = new AbortController();
    const long = threads.ask(longQuestion, stop.signal);
    long.catch(() => undefined);
    const short = Promise.all(questions.map((q) => documents(countsOf(q))));
    const second = await thread(1);
    await new Promise((resolve) => second.once('exit', resolve));
    // It is not started again and again while the first is at its question.
    await sleep(500);
    expect(workers.length).toBe(2);
    expect(errors).toEqual([expect.objectContaining({ message: expect.stringMatching(why) })]);
    stop.abort();
    expect(await short).toEqual([1, 1, 1, 1]);
  });
});

describe('a thread that dies', () => {
  test('is replaced; what it was asked is refused, and says so', async () => {
    const long = [threads.ask(longQuestion), threads.ask(longQuestion)];
    const refused = Promise.allSettled(long);
    const waiting = documents(countsOf('filing1'));
    await isReady(1);
    await Promise.all(workers.map((worker) => worker.terminate()));
    for (const { status, ...rest } of await refused) {
      expect([status, rest]).toEqual([
        'rejected',
        { reason: expect.objectContaining({ message: expect.stringMatching(/thread of exact search ended/) }) },
      ]);
    }
    // What had not been asked yet goes to a fresh one.
    expect(await waiting).toBe(1);
    expect(workers.length).toBe(3);
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
  threads = started(3, { patienceMs: 1000, idleMs: 50 });
  expect(await documents(countsOf('titan'))).toBe(150);
  expect(await Promise.all(questions.map((q) => documents(countsOf(q))))).toEqual([1, 1, 1, 1]);
  expect(workers.length).toBe(1);
  const stop = new AbortController();
  const long = [1, 2].map(() => threads.ask(longQuestion, stop.signal));
  const refused = Promise.allSettled(long);
  await thread(2);
  expect(await documents(countsOf('titan'))).toBe(150);
  expect(workers.length).toBe(3);
  stop.abort();
  await refused;
  const alive = () => workers.filter(({ threadId }) => threadId >= 0).length;
  for (let waited = 0; alive() > 1 && waited < 30_000; waited += 20) await sleep(20);
  expect(alive()).toBe(1);
  expect(await documents(countsOf('titan'))).toBe(150);
  expect(workers.length).toBe(3);
});

test('the end refuses what waits and what comes, and leaves no thread', async () => {
  const asked = [threads.ask(longQuestion), threads.ask(longQuestion), threads.ask(longQuestion)];
  const refused = Promise.allSettled(asked);
  await thread(1);
  await threads.close();
  for (const each of await refused) expect(each).toMatchObject({ reason: { code: 'cancelled' } });
  await expect(documents(countsOf('titan'))).rejects.toMatchObject({ code: 'cancelled' });
  expect(workers.map(({ threadId }) => threadId)).toEqual([-1, -1]);
  expect(errors).toEqual([]);
});

test('a catalog that is not there is told, and asked once it is', async () => {
  await threads.close();
  const path = join(corpus.path, '..', 'later.sqlite');
  threads = started(1, { path });
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
  expect(workers.length).toBe(2);
});

test.each([
  ['the first thread', 0],
  ['another that was ready before', 1],
])('what is written meanwhile is in the next answer of %s', async (_, busy) => {
  const own = await exactCatalog(2, 3000);
  await threads.close();
  workers = [];
  threads = started(2, { path: own.path, patienceMs: 0 });
  const before = new AbortController();
  const calling = threads.ask(longQuestion, before.signal);
  await isReady(1);
  expect(await documents(countsOf('titan'))).toBe(2);
  before.abort();
  await Promise.allSettled([calling]);
  const { documents: all } = await own.catalog.documents.list({ caseId: null, type: null, offset: 0, limit: 9 });
  await own.catalog.documents.remove(all[0]?.id ?? '');
  const stop = new AbortController();
  // The first takes what comes first.
  const long = Array.from({ length: busy }, () => threads.ask(longQuestion, stop.signal));
  const refused = Promise.allSettled(long);
  expect(await documents(countsOf('titan'))).toBe(1);
  stop.abort();
  await refused;
  await threads.close();
  await own.close();
});
