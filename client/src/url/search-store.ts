// Holds the state of the Search place ahead of the address: every key press is state at once, the address follows when typing rests
// (browsers refuse more than about 100 changes of address in 30 s). In: changes and addresses from outside. Out: the state to show.
import type { SearchState } from './search-state.ts';

/** How the address is to change: a step that `back` undoes, or the same step said differently. */
export type Step = 'push' | 'replace';

export interface SearchStorePorts {
  /** Writes the address. */
  readonly write: (state: SearchState, step: Step) => void;
  /** Calls back after `ms`; returns a function that calls it off. */
  readonly later: (callback: () => void, ms: number) => () => void;
  /** Text that is equal for equal states. */
  readonly textOf: (state: SearchState) => string;
}

export interface SearchStore {
  readonly get: () => SearchState;
  readonly subscribe: (listener: () => void) => () => void;
  /** A change; `rest` waits until changes pause before the address follows. */
  readonly set: (state: SearchState, step: Step, timing?: 'now' | 'rest') => void;
  /** Writes a waiting change now (before leaving the place). */
  readonly flush: () => void;
  /** Calls a waiting change of the address off: another place is shown, and its address must not be written over. */
  readonly cancel: () => void;
  /** The address has changed: our own echo is ignored, a foreign one (back, a link) wins. */
  readonly accept: (state: SearchState) => void;
}

/** How long changes must pause before the address follows, in ms. */
export const restMs = 300;

export function createSearchStore(first: SearchState, { write, later, textOf }: SearchStorePorts): SearchStore {
  let state = first;
  let written = textOf(first);
  let waiting: { readonly step: Step; readonly cancel: () => void } | null = null;
  const listeners = new Set<() => void>();

  const change = (next: SearchState) => {
    if (textOf(next) === textOf(state)) return;
    state = next;
    for (const listener of listeners) listener();
  };
  const writeNow = (step: Step) => {
    waiting?.cancel();
    waiting = null;
    const text = textOf(state);
    if (text === written) return;
    written = text;
    write(state, step);
  };

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (next, step, timing = 'now') => {
      change(next);
      // A step that already waits as `push` stays one, or the first letters of a question would swallow the list before it.
      const kept: Step = waiting?.step === 'push' ? 'push' : step;
      if (timing === 'now') {
        writeNow(kept);
        return;
      }
      waiting?.cancel();
      waiting = { step: kept, cancel: later(() => writeNow(kept), restMs) };
    },
    flush: () => {
      if (waiting !== null) writeNow(waiting.step);
    },
    cancel: () => {
      waiting?.cancel();
      waiting = null;
    },
    accept: (next) => {
      const text = textOf(next);
      if (text === written) return;
      waiting?.cancel();
      waiting = null;
      written = text;
      change(next);
    },
  };
}
