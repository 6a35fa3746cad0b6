// Documents whose records the index refuses, with the reason: the others must not wait for them, and they are offered again later
// (a full disk of the index makes room, a changed document is another one).
// In: outbox entries. Out: which of them to leave alone now. The clock is `performance.now` unless a test hands in its own.
import type { OutboxEntry } from '../contract/record.ts';

export interface Refusals {
  /** The index refused this entry. */
  add(entry: OutboxEntry, reason: string): void;
  /** Whether the entry is to be left alone now; a newer change of the document is not. */
  holds(entry: OutboxEntry): boolean;
  /** The document was taken after all. */
  lift(entry: OutboxEntry): void;
  liftAll(): void;
  size(): number;
  /** Why one of them is refused; null when none is. */
  reason(): string | null;
  /** Milliseconds until the next one may be offered again; null when there is none. */
  nextIn(): number | null;
}

interface Refusal {
  readonly seq: number;
  readonly reason: string;
  readonly times: number;
  readonly until: number;
}

/** Pauses grow up to this many times the first. */
const longest = 20;

/** @param pauseMs the first pause, doubled at each refusal of the same change */
export function createRefusals(pauseMs: number, now: () => number = () => performance.now()): Refusals {
  const refusals = new Map<string, Refusal>();
  return {
    add({ documentId, seq }, reason) {
      const before = refusals.get(documentId);
      const times = before?.seq === seq ? before.times + 1 : 0;
      const until = now() + pauseMs * Math.min(2 ** times, longest);
      refusals.set(documentId, { seq, reason, times, until });
    },
    holds({ documentId, seq }) {
      const refusal = refusals.get(documentId);
      return refusal !== undefined && refusal.seq === seq && now() < refusal.until;
    },
    lift: ({ documentId }) => {
      refusals.delete(documentId);
    },
    liftAll: () => {
      refusals.clear();
    },
    size: () => refusals.size,
    reason: () => refusals.values().next().value?.reason ?? null,
    nextIn() {
      const ends = [...refusals.values()].map(({ until }) => Math.max(0, until - now()));
      return ends.length === 0 ? null : Math.min(...ends);
    },
  };
}
