// Follows the catalog's outbox into the search index: in order, in batches, every task's outcome looked at (ARCHITECTURE §2.1).
// In: changes. Out: an index that holds exactly the passages of the documents. What fails is said and tried again; nothing is dropped.
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf, PinciteError, systemCodeOf, type ErrorCode } from '../contract/errors.ts';
import type { OutboxEntry, StoredPassage } from '../contract/record.ts';
import type { SearchEngine } from '../engine/search-engine.ts';
import { recordChunks } from './index-record.ts';
import { createRefusals } from './refusals.ts';

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
  /** Other pauses than `usualPauses`, for tests. */
  readonly pauses?: IndexerPauses;
}

/** Milliseconds. */
export interface IndexerPauses {
  /** After a failure; doubled up to the longest. */
  readonly first: number;
  readonly longest: number;
  /** How often the index is looked at when nothing happens. */
  readonly look: number;
  /** After which a document that the index refused is offered again; doubled each time up to twenty times as much. */
  readonly refused: number;
}

const usualPauses: IndexerPauses = { first: 300, longest: 10_000, look: 5000, refused: 30_000 };

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

/** Which index the outbox was drained into: another one is filled anew. */
const indexFact = 'index identity';
/** Documents a batch, characters a request. */
const batch = { documents: 40, characters: 8_000_000 } as const;
/** Faults of the whole, not of one document. */
const faultsOfAll: ReadonlySet<ErrorCode> = new Set([
  'index-unavailable',
  'index-key',
  'index-missing',
  'index-version',
  'catalog-unavailable',
]);

/** Starts following. */
export function startIndexer(parts: IndexerParts): Indexer {
  const { engine, outbox, onError, pauses = usualPauses } = parts;
  const stopping = new AbortController();
  let alarm = new AbortController();
  /** Somebody called since the present step began: what it saw may be old. */
  let isWoken = false;
  /** False at the start and after a fault: nobody knows then what the index still has to do, or whether it is the same. */
  let isSure = false;
  let isRefillWanted = false;
  let state: IndexState = { state: 'behind', detail: null };
  let waiters: (() => void)[] = [];
  let pause = pauses.first;
  const refusals = createRefusals(pauses.refused);

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

  /** Makes sure of the index: what was sent before is done, the settings are ours, and the outbox belongs to this index. */
  const makeSure = async (): Promise<void> => {
    if (isSure && !isRefillWanted) {
      const known = await parts.fact(indexFact);
      if (known !== null && (await engine.identity()) === known) return;
    }
    isSure = false;
    await engine.queueEmptied(stopping.signal);
    const identity = await engine.prepare();
    if (isRefillWanted || identity !== (await parts.fact(indexFact))) {
      await outbox.refill();
      await dropStrangers(parts, stopping.signal);
      await parts.setFact(indexFact, identity);
      isRefillWanted = false;
    }
    isSure = true;
  };

  const confirm = async (entries: readonly OutboxEntry[]): Promise<void> => {
    for (const entry of entries) refusals.lift(entry);
    await outbox.done(entries);
  };

  /** Brings a batch up to date; false when there was nothing to do. */
  const step = async (): Promise<boolean> => {
    await makeSure();
    const pending = await outbox.pending(batch.documents + refusals.size());
    const entries = pending.filter((entry) => !refusals.holds(entry));
    if (entries.length === 0) {
      const reason = refusals.reason();
      state = reason === null ? { state: 'ready', detail: null } : { state: 'behind', detail: reason };
      return false;
    }
    state = { state: 'behind', detail: refusals.reason() };
    const failure = await applyBatch(parts, entries, stopping.signal);
    if (failure === null) {
      await confirm(entries);
      return true;
    }
    // One bad record fails its whole batch: one document at a time finds it.
    for (const entry of entries) {
      const reason = entries.length === 1 ? failure : await applyBatch(parts, [entry], stopping.signal);
      if (reason === null) {
        await confirm([entry]);
        continue;
      }
      refusals.add(entry, reason);
      onError(new PinciteError('index-rejected', `The search index refuses document ${entry.documentId}: ${reason}`));
    }
    return true;
  };

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      isWoken = false;
      try {
        const more = await step();
        pause = pauses.first;
        if (more || isWoken) continue;
        settle();
        await rest(Math.max(pauses.first, Math.min(pauses.look, refusals.nextIn() ?? pauses.look)));
      } catch (error) {
        if (stopping.signal.aborted) return;
        isSure = false;
        const isUnavailable = error instanceof PinciteError && faultsOfAll.has(error.code);
        state = { state: isUnavailable ? 'unavailable' : 'behind', detail: messageOf(error) };
        onError(error);
        // However often it is woken: a fault is not tried more often than this.
        await sleep(pauses.first, undefined, { signal: stopping.signal }).catch(() => undefined);
        if (!isWoken) await rest(pause);
        pause = Math.min(pause * 2, pauses.longest);
      }
    }
  };
  const running = run();

  const wake = (): void => {
    isWoken = true;
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
      refusals.liftAll();
      const queued = await outbox.refill();
      isRefillWanted = true;
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

/**
 * Drops the records of documents that the catalog does not have: an index may be older than the catalog, or come from
 * another one. Right after `refill`, when every document stands in the outbox.
 */
async function dropStrangers({ engine, outbox }: IndexerParts, signal: AbortSignal): Promise<void> {
  const entries = await outbox.pending(Number.MAX_SAFE_INTEGER);
  const own = new Set(entries.filter(({ change }) => change === 'put').map(({ documentId }) => documentId));
  const [answer] = await engine.multiSearch([{ q: '', filter: [], sort: [], facets: ['document'], hits: null }]);
  const strangers = Object.keys(answer?.counts.document ?? {}).filter((id) => !own.has(id));
  const tasks: number[] = [];
  for (let at = 0; at < strangers.length; at += 500) {
    tasks.push(await engine.deleteByFilter([{ field: 'document', anyOf: strangers.slice(at, at + 500) }]));
  }
  const failure = await failureOf(engine, tasks, signal);
  if (failure !== null) throw new PinciteError('index-rejected', `Old records could not be dropped: ${failure}`);
}

/** Brings some documents up to date; null, or the reason why not. Rejects when the fault is not theirs. */
async function applyBatch(
  { engine, passages }: IndexerParts,
  entries: readonly OutboxEntry[],
  signal: AbortSignal,
): Promise<string | null> {
  const tasks: number[] = [];
  try {
    for (const { documentId, change } of entries) {
      const stored = change === 'delete' ? [] : await passages(documentId);
      const stale = new Set(await engine.recordIds([{ field: 'document', anyOf: [documentId] }]));
      for (const passage of stored) stale.delete(passage.key);
      for (const lines of recordChunks(stored, batch.characters)) tasks.push(await engine.addRecords(lines));
      if (stale.size > 0) tasks.push(await engine.deleteRecords([...stale]));
    }
  } catch (error) {
    if (signal.aborted || (error instanceof PinciteError && faultsOfAll.has(error.code))) throw error;
    // What the others sent is on its way; each is tried alone, after that.
    await failureOf(engine, tasks, signal);
    return messageOf(error);
  }
  return failureOf(engine, tasks, signal);
}

async function failureOf(engine: SearchEngine, tasks: readonly number[], signal: AbortSignal): Promise<string | null> {
  const outcomes = await engine.waitForTasks(tasks, signal);
  return outcomes.find(({ failure }) => failure !== null)?.failure ?? null;
}
