// Follows the catalog's outbox into the search index: in order, in batches, every task's outcome looked at (ARCHITECTURE §2.1).
// In: changes. Out: an index that holds exactly the passages of the documents. What fails is said and tried again; nothing is dropped.
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf, PinciteError, systemCodeOf } from '../contract/errors.ts';
import type { OutboxEntry, StoredPassage } from '../contract/record.ts';
import type { SearchEngine } from '../engine/search-engine.ts';
import { recordChunks } from './index-record.ts';

/** What the indexer needs of the rest. */
export interface IndexerParts {
  readonly outbox: {
    pending(limit: number): Promise<readonly OutboxEntry[]>;
    done(entries: readonly OutboxEntry[]): Promise<void>;
    refill(): Promise<number>;
  };
  /** All passages of a document, in order. */
  readonly passages: (documentId: string) => Promise<readonly StoredPassage[]>;
  readonly fact: (name: string) => Promise<string | null>;
  readonly setFact: (name: string, value: string) => Promise<void>;
  readonly engine: SearchEngine;
  /** Something failed and will be tried again. */
  readonly onError: (error: unknown) => void;
}

/** How far the index is. `unavailable`: it does not answer. `behind`: changes are waiting, or one of them fails. */
export interface IndexState {
  readonly state: 'ready' | 'behind' | 'unavailable';
  readonly detail: string | null;
}

export interface Indexer {
  /** The outbox has something, or the engine was started again. */
  wake(): void;
  /** Resolves when nothing is waiting that could be indexed now. */
  idle(): Promise<void>;
  state(): IndexState;
  /** Queues all documents again. */
  reindex(): Promise<number>;
  stop(): Promise<void>;
}

/** Which index the outbox was drained into: another one starts empty and is filled anew. */
const indexFact = 'index identity';
/** Documents a batch, characters a request. */
const batch = { documents: 40, characters: 8_000_000 } as const;
/** Pauses after failures in ms, doubled up to the longest; how often the index is looked at when nothing happens. */
const pauses = { first: 300, longest: 10_000, look: 5000 } as const;

/** Starts following. */
export function startIndexer(parts: IndexerParts): Indexer {
  const stopping = new AbortController();
  let alarm = new AbortController();
  let state: IndexState = { state: 'behind', detail: null };
  let waiters: (() => void)[] = [];
  let pause: number = pauses.first;
  /** Documents whose records the index refuses, with the reason: the others must not wait for them. */
  const refused = new Map<string, { readonly seq: number; readonly reason: string }>();

  const rest = async (ms: number): Promise<void> => {
    const { signal } = alarm;
    await sleep(ms, undefined, { signal }).catch((error: unknown) => {
      if (systemCodeOf(error) !== 'ABORT_ERR') throw error;
    });
  };
  const settle = (): void => {
    for (const resolve of waiters) resolve();
    waiters = [];
  };

  const step = async (): Promise<boolean> => {
    await followIdentity(parts);
    const pending = await parts.outbox.pending(batch.documents + refused.size);
    const entries = pending.filter(({ documentId, seq }) => refused.get(documentId)?.seq !== seq);
    if (entries.length === 0) {
      const [first] = refused.values();
      state = first === undefined ? { state: 'ready', detail: null } : { state: 'behind', detail: first.reason };
      return false;
    }
    state = { state: 'behind', detail: null };
    const failure = await applyBatch(parts, entries, stopping.signal);
    if (failure === null) {
      for (const { documentId } of entries) refused.delete(documentId);
      await parts.outbox.done(entries);
      return true;
    }
    // One bad record fails its whole batch: one document at a time finds it.
    for (const entry of entries) {
      const reason = await applyBatch(parts, [entry], stopping.signal);
      if (reason === null) {
        refused.delete(entry.documentId);
        await parts.outbox.done([entry]);
        continue;
      }
      refused.set(entry.documentId, { seq: entry.seq, reason });
      parts.onError(
        new PinciteError('index-rejected', `The search index refuses document ${entry.documentId}: ${reason}`),
      );
    }
    return true;
  };

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        const more = await step();
        pause = pauses.first;
        if (more) continue;
        settle();
        await rest(pauses.look);
      } catch (error) {
        if (stopping.signal.aborted) return;
        const unavailable = error instanceof PinciteError && error.code !== 'index-rejected';
        state = { state: unavailable ? 'unavailable' : 'behind', detail: messageOf(error) };
        parts.onError(error);
        await rest(pause);
        pause = Math.min(pause * 2, pauses.longest);
      }
    }
  };
  const running = run();

  const wake = (): void => {
    alarm.abort();
    alarm = new AbortController();
  };
  return {
    wake,
    idle: () =>
      new Promise((resolve) => {
        waiters.push(resolve);
        wake();
      }),
    state: () => state,
    reindex: async () => {
      refused.clear();
      const queued = await parts.outbox.refill();
      wake();
      return queued;
    },
    stop: async () => {
      stopping.abort();
      wake();
      await running;
      settle();
    },
  };
}

/** Makes sure the index is the one the outbox was drained into; a new one gets everything again. */
async function followIdentity({ engine, fact, setFact, outbox }: IndexerParts): Promise<void> {
  const known = await fact(indexFact);
  if (known !== null && (await engine.identity()) === known) return;
  const identity = await engine.prepare();
  if (identity === known) return;
  await outbox.refill();
  await setFact(indexFact, identity);
}

/** Brings some documents up to date; null, or the engine's reason why not. Rejects when the engine does not answer. */
async function applyBatch(
  { engine, passages }: IndexerParts,
  entries: readonly OutboxEntry[],
  signal: AbortSignal,
): Promise<string | null> {
  const tasks: number[] = [];
  for (const { documentId, change } of entries) {
    const stored = change === 'delete' ? [] : await passages(documentId);
    const stale = new Set(await engine.recordIds([{ field: 'document', anyOf: [documentId] }]));
    for (const passage of stored) stale.delete(passage.key);
    for (const lines of recordChunks(stored, batch.characters)) tasks.push(await engine.addRecords(lines));
    if (stale.size > 0) tasks.push(await engine.deleteRecords([...stale]));
  }
  const outcomes = await engine.waitForTasks(tasks, signal);
  return outcomes.find(({ failure }) => failure !== null)?.failure ?? null;
}
