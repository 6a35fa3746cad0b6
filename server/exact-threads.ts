// Threads for exact questions: each answers one at a time, and what waits goes to the first that is free, so that a question which takes
// seconds holds up no other. They share the words that are kept in memory; the rest of the corpus each has in mind, so others than the
// first are there only while they are needed.
// In: the path of the catalog. Out: an ExactEngine. A thread that dies is replaced, and what it was asked is refused.
import { Worker } from 'node:worker_threads';
import { join } from 'node:path';
import { messageOf, PinciteError, type ErrorCode } from './contract/errors.ts';
import type { ExactAsk, ExactEngine } from './search/exact/exact-engine.ts';
import { makeRoom, release, type SharedRoom } from './search/exact/kept-words.ts';

/** A question on its way to a thread; `cancelled[0]` becomes 1 when nobody waits any more. */
export interface ExactRequest {
  readonly ask: ExactAsk;
  readonly cancelled: Int32Array;
}

export interface ExactReply {
  readonly answer: unknown;
  readonly fault: { readonly code: ErrorCode | null; readonly detail: string } | null;
}

/** What a thread is started with. */
export interface ExactWorkerSettings {
  /** Of the catalog. */
  readonly path: string;
  /** For words that are kept in memory, by all threads for all. */
  readonly room: SharedRoom;
  /** Which of the threads it is, from 0. */
  readonly thread: number;
}

/** Of words in memory, at most. */
const keptBytes = 96 * 1_048_576;

interface Waiting extends ExactRequest {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  /** Which of them it is; the one with 0 stays. */
  readonly number: number;
  /** What it is at; null: it is free. */
  asked: Waiting | null;
  /** Why it will end. */
  fault: unknown;
  /** Ends it when it has had nothing to do for long. */
  ending: NodeJS.Timeout | null;
}

export interface ExactThreadsSettings {
  readonly path: string;
  /** How many questions are answered at a time, at most. */
  readonly size: number;
  /** A thread but the first ends when it has had nothing to do for so long. */
  readonly idleMs?: number;
  readonly startWorker?: (settings: ExactWorkerSettings) => Worker;
}

/** Starts the threads. */
export function startExactThreads({
  path,
  size,
  idleMs = 60_000,
  startWorker = startExactWorker,
}: ExactThreadsSettings): ExactEngine & { close(): Promise<void> } {
  const threads = new Set<Thread>();
  const queue: Waiting[] = [];
  const room = makeRoom(keptBytes, size);
  let closed = false;

  const start = (): Thread => {
    const taken = new Set([...threads].map(({ number }) => number));
    let number = 0;
    while (taken.has(number)) number += 1;
    const worker = startWorker({ path, room, thread: number });
    const thread: Thread = { worker, number, asked: null, fault: null, ending: null };
    threads.add(thread);
    thread.worker.on('message', (reply: ExactReply) => {
      const { asked } = thread;
      thread.asked = null;
      settle(asked, reply);
      next();
      if (thread.asked === null) endWhenIdle(thread);
    });
    thread.worker.on('error', (error) => {
      thread.fault = error;
    });
    thread.worker.on('exit', () => {
      // One that had nothing to do is not among them any more, and another may have its number.
      if (threads.delete(thread)) release(room, number);
      stopWaiting(thread);
      const why = thread.fault === null ? '' : `: ${messageOf(thread.fault)}`;
      thread.asked?.reject(new Error(`A thread of exact search ended before it had answered${why}`));
      next();
    });
    // A server that ends does not wait for a thread that has nothing to do.
    thread.worker.unref();
    return thread;
  };

  const endWhenIdle = (thread: Thread): void => {
    stopWaiting(thread);
    if (thread.number === 0) return;
    thread.ending = setTimeout(() => {
      if (thread.asked !== null) return;
      // Nothing is handed to it any more.
      threads.delete(thread);
      void thread.worker.terminate();
    }, idleMs).unref();
  };

  /** Hands on what waits, as far as threads are free. */
  const next = (): void => {
    while (queue.length > 0) {
      const free = [...threads].find(({ asked }) => asked === null) ?? (threads.size < size ? start() : null);
      const question = free === null ? undefined : queue.shift();
      if (free === null || question === undefined) return;
      free.asked = question;
      stopWaiting(free);
      const { ask, cancelled } = question;
      free.worker.postMessage({ ask, cancelled } satisfies ExactRequest);
    }
  };

  const answerTo = (ask: ExactAsk, signal: AbortSignal | undefined): Promise<unknown> => {
    if (closed) return Promise.reject(ending());
    if (signal?.aborted === true) return Promise.reject(takenBack());
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const question: Waiting = { ask, cancelled: new Int32Array(new SharedArrayBuffer(4)), resolve, reject };
    const cancel = (): void => {
      // A thread that is at it stops at the next document; nobody waits for that.
      Atomics.store(question.cancelled, 0, 1);
      const at = queue.indexOf(question);
      if (at >= 0) queue.splice(at, 1);
      reject(takenBack());
    };
    signal?.addEventListener('abort', cancel, { once: true });
    queue.push(question);
    next();
    return promise.finally(() => signal?.removeEventListener('abort', cancel));
  };

  start();
  return {
    // The thread answers each kind with its answer.
    ask: (ask, signal) => answerTo(ask, signal) as never,
    async close() {
      closed = true;
      for (const { reject } of queue.splice(0)) reject(ending());
      for (const { asked } of threads) asked?.reject(ending());
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}

/**
 * What a document is evaluated with is thrown away at once: little room for it costs no time, and much of it is never given back. V8
 * lets a heap of less than 2 GB grow by less before it clears up; half a million filings need less than this.
 */
const limits = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 1536 };

/** A thread over a catalog. */
export function startExactWorker(settings: ExactWorkerSettings): Worker {
  return new Worker(join(import.meta.dirname, 'exact-worker.ts'), { workerData: settings, resourceLimits: limits });
}

function stopWaiting(thread: Thread): void {
  if (thread.ending !== null) clearTimeout(thread.ending);
  thread.ending = null;
}

function settle(asked: Waiting | null, { answer, fault }: ExactReply): void {
  if (fault === null) asked?.resolve(answer);
  else asked?.reject(fault.code === null ? new Error(fault.detail) : new PinciteError(fault.code, fault.detail));
}

function takenBack(): PinciteError {
  return new PinciteError('cancelled', 'The question was taken back.');
}

function ending(): PinciteError {
  return new PinciteError('cancelled', 'Pincite is ending.');
}
