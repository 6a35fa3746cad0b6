// Threads for exact questions: each answers one at a time, and what waits goes to the first that is free, so that a question which takes
// seconds holds up no other. They share the words that are kept in memory; the rest of the corpus each has in mind. To read it takes them
// longer than most answers do: so one is asked when it has read it, and others than the first are started when a question takes long
// and end when they are not needed any more.
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

/** What a thread is told: a question, or to read the corpus so that it is ready for one. It replies to either. */
export type ExactOrder = ExactRequest | 'prepare';

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
  /** Whether it has read the corpus and can be asked. */
  isReady: boolean;
  /** What it is at; null: nothing. */
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
  /** A question that is not answered after so long calls for a thread that is free for the next. */
  readonly patienceMs?: number;
  /** A thread but the first ends when it has had nothing to do for so long. */
  readonly idleMs?: number;
  /** Hears why a thread did not get ready; what waits then waits for the others, or is refused. */
  readonly onError: (error: unknown) => void;
  readonly startWorker?: (settings: ExactWorkerSettings) => Worker;
}

/** Starts the threads. */
export function startExactThreads({
  path,
  size,
  patienceMs = 100,
  idleMs = 600_000,
  onError,
  startWorker = startExactWorker,
}: ExactThreadsSettings): ExactEngine & { close(): Promise<void> } {
  const threads = new Set<Thread>();
  const queue: Waiting[] = [];
  const room = makeRoom(keptBytes, size);
  let closed = false;
  /** A thread did not get ready since the last answer: another one might end just so. */
  let startedInVain = false;

  const start = (): Thread => {
    const taken = new Set([...threads].map(({ number }) => number));
    let number = 0;
    while (taken.has(number)) number += 1;
    const worker = startWorker({ path, room, thread: number });
    const thread: Thread = { worker, number, isReady: false, asked: null, fault: null, ending: null };
    threads.add(thread);
    tell(thread, 'prepare');
    thread.worker.on('message', (reply: ExactReply) => {
      // Of the only one each question hears what is wrong, until it is not any more.
      if (!thread.isReady && reply.fault !== null && threads.size > 1) {
        thread.fault = faultOf(reply.fault);
        void thread.worker.terminate();
        return;
      }
      if (thread.isReady) startedInVain = false;
      thread.isReady = true;
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
      const early = thread.isReady ? 'it had answered' : 'it was ready';
      const error = new Error(`A thread of exact search ended before ${early}${why}`);
      thread.asked?.reject(error);
      if (thread.isReady) {
        next();
        return;
      }
      startedInVain = true;
      if (!closed) onError(error);
      if (threads.size === 0) for (const { reject } of queue.splice(0)) reject(error);
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

  /** Starts a thread, unless one has nothing to do or is getting ready, or there are enough, or it is in vain. */
  const callAnother = (): void => {
    const areBusy = [...threads].every(({ isReady, asked }) => isReady && asked !== null);
    if (areBusy && threads.size < size && !startedInVain) start();
  };

  /** Hands on what waits, as far as threads are free. */
  const next = (): void => {
    for (;;) {
      const free = [...threads].find(({ isReady, asked }) => isReady && asked === null);
      const question = free === undefined ? undefined : queue.shift();
      if (free === undefined || question === undefined) break;
      free.asked = question;
      stopWaiting(free);
      const { ask, cancelled } = question;
      tell(free, { ask, cancelled });
    }
    if (threads.size === 0 && queue.length > 0) start();
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
    const patience = setInterval(callAnother, patienceMs).unref();
    queue.push(question);
    next();
    return promise.finally(() => {
      clearInterval(patience);
      signal?.removeEventListener('abort', cancel);
    });
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

function tell({ worker }: Thread, order: ExactOrder): void {
  worker.postMessage(order);
}

function stopWaiting(thread: Thread): void {
  if (thread.ending !== null) clearTimeout(thread.ending);
  thread.ending = null;
}

function settle(asked: Waiting | null, { answer, fault }: ExactReply): void {
  if (fault === null) asked?.resolve(answer);
  else asked?.reject(faultOf(fault));
}

function faultOf({ code, detail }: NonNullable<ExactReply['fault']>): Error {
  return code === null ? new Error(detail) : new PinciteError(code, detail);
}

function takenBack(): PinciteError {
  return new PinciteError('cancelled', 'The question was taken back.');
}

function ending(): PinciteError {
  return new PinciteError('cancelled', 'Pincite is ending.');
}
