// One thread of exact search, asked by messages as exact-threads.ts asks it: an answer to each, in order, and faults as plain data.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { startExactWorker, type ExactOrder, type ExactReply, type ExactRequest } from '../server/exact-threads.ts';
import { makeRoom } from '../server/search/exact/kept-words.ts';
import { countsOf, exactCatalog, longQuestion } from './exact-corpus.ts';

let corpus: Awaited<ReturnType<typeof exactCatalog>>;
beforeAll(async () => {
  corpus = await exactCatalog(40, 3000);
}, 30_000);
afterAll(() => corpus.close());

let worker: Worker;
beforeEach(() => {
  worker = startExactWorker({ path: corpus.path, room: makeRoom(0, 1), thread: 0 });
});
afterEach(async () => {
  await worker.terminate();
});

const flag = (): Int32Array => new Int32Array(new SharedArrayBuffer(4));
const send = (ask: ExactRequest['ask'], cancelled = flag()): void => worker.postMessage({ ask, cancelled });
const reply = async (): Promise<ExactReply> => {
  const [message]: ExactReply[] = await once(worker, 'message');
  if (message === undefined) throw new Error('no message');
  return message;
};

test('answers one question after another', async () => {
  send(countsOf('filing3'));
  expect(await reply()).toMatchObject({ fault: null, answer: { documents: [{ matches: 1 }], notIndexed: 0 } });
  send(countsOf('titan'));
  const { answer } = await reply();
  expect(answer).toMatchObject({ documents: Array.from({ length: 40 }, () => ({ matches: 600 })) });
});

test('says that it is ready, and why it is not', async () => {
  worker.postMessage('prepare' satisfies ExactOrder);
  expect(await reply()).toMatchObject({ fault: null });
  send(countsOf('filing3'));
  expect(await reply()).toMatchObject({ fault: null, answer: { documents: [{ matches: 1 }] } });
  await worker.terminate();
  worker = startExactWorker({ path: `${corpus.path}.none`, room: makeRoom(0, 1), thread: 0 });
  worker.postMessage('prepare' satisfies ExactOrder);
  expect(await reply()).toMatchObject({ answer: null, fault: { code: 'catalog-unavailable' } });
});

describe('a question that is taken back', () => {
  test('ends at the next filing, and the thread goes on', async () => {
    // It is at the question, and not yet at opening the catalog.
    send(countsOf('filing3'));
    await reply();
    const cancelled = flag();
    send(longQuestion, cancelled);
    setTimeout(() => Atomics.store(cancelled, 0, 1), 200);
    expect(await reply()).toEqual({ answer: null, fault: { code: 'cancelled', detail: expect.any(String) } });
    send(countsOf('filing3'));
    expect(await reply()).toMatchObject({ fault: null });
  });

  test('before it came is not looked for', async () => {
    const cancelled = flag();
    Atomics.store(cancelled, 0, 1);
    // An answer without any candidate looks at no filing, and so would never ask.
    send(countsOf('nowhere'), cancelled);
    expect((await reply()).fault?.code).toBe('cancelled');
  });
});

test('a catalog that cannot be opened is a fault with its code, and not the end of the thread', async () => {
  await worker.terminate();
  worker = startExactWorker({ path: `${corpus.path}.none`, room: makeRoom(0, 1), thread: 0 });
  for (const _ of [1, 2]) {
    send(countsOf('titan'));
    expect((await reply()).fault).toMatchObject({
      code: 'catalog-unavailable',
      detail: expect.stringMatching(/--data/),
    });
  }
});

test('a fault of ours says where it was, for the log', async () => {
  // No such field: a tree that no parser makes.
  const broken = { ...countsOf('titan').question, tree: { kind: 'and', of: null } };
  worker.postMessage({ ask: { kind: 'counts', question: broken, facets: [] }, cancelled: flag() });
  expect((await reply()).fault).toEqual({
    code: null,
    detail: expect.stringMatching(/TypeError[\s\S]+candidates\.ts/),
  });
});
