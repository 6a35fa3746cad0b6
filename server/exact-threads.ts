// Threads for exact questions: the least busy one gets the next, so that a question which takes seconds leaves another thread free.
// In: the path of the catalog. Out: an ExactEngine. A thread that dies is replaced, and what it was asked is refused.
import { Worker } from 'node:worker_threads';
import { join } from 'node:path';
import { PinciteError, type ErrorCode } from './contract/errors.ts';
import type { ExactAsk, ExactEngine } from './search/exact/exact-engine.ts';

/** A question on its way to a thread; `cancelled[0]` becomes 1 when nobody waits any more. */
export interface ExactRequest {
  readonly id: number;
  readonly ask: ExactAsk;
  readonly cancelled: Int32Array;
}

export interface ExactReply {
  readonly id: number;
  readonly answer: unknown;
  readonly fault: { readonly code: ErrorCode | null; readonly detail: string } | null;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

/** Starts `size` threads over the catalog at `path`. */
export function startExactThreads({ path, size }: { readonly path: string; readonly size: number }): ExactEngine & {
  close(): Promise<void>;
} {
  const threads = Array.from({ length: size }, () => start(path));
  let nextId = 0;
  let closed = false;

  const leastBusy = (): Thread => {
    const [first = start(path), ...others] = threads;
    const thread = others.reduce((least, each) => (each.waiting.size < least.waiting.size ? each : least), first);
    // One that died answers nothing any more.
    if (thread.worker.threadId >= 0) return thread;
    const fresh = start(path);
    threads.splice(threads.indexOf(thread), 1, fresh);
    return fresh;
  };

  const ask = (question: ExactAsk, signal: AbortSignal | undefined): Promise<unknown> => {
    if (closed) return Promise.reject(new PinciteError('cancelled', 'Pincite is ending.'));
    if (signal?.aborted === true) return Promise.reject(new PinciteError('cancelled', 'The question was taken back.'));
    const { worker, waiting } = leastBusy();
    const id = nextId;
    nextId += 1;
    const cancelled = new Int32Array(new SharedArrayBuffer(4));
    const cancel = (): void => {
      Atomics.store(cancelled, 0, 1);
    };
    signal?.addEventListener('abort', cancel, { once: true });
    return new Promise<unknown>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, ask: question, cancelled } satisfies ExactRequest);
    }).finally(() => signal?.removeEventListener('abort', cancel));
  };

  return {
    // The thread answers each kind with its answer.
    ask: (question, signal) => ask(question, signal) as never,
    async close() {
      closed = true;
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

function start(path: string): Thread {
  const worker = new Worker(join(import.meta.dirname, 'exact-worker.ts'), { workerData: path });
  const waiting = new Map<number, Waiting>();
  const refuseAll = (why: string): void => {
    for (const { reject } of waiting.values()) reject(new Error(why));
    waiting.clear();
  };
  worker.on('message', ({ id, answer, fault }: ExactReply) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (fault === null) asked?.resolve(answer);
    else asked?.reject(fault.code === null ? new Error(fault.detail) : new PinciteError(fault.code, fault.detail));
  });
  worker.on('error', (error) => refuseAll(`exact search failed: ${String(error)}`));
  worker.on('exit', () => refuseAll('exact search ended'));
  // A server that ends does not wait for a thread that has nothing to do.
  worker.unref();
  return { worker, waiting };
}
