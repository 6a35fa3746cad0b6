import { describe, expect, test } from '@jest/globals';
import { createSearchStore } from '../../../client/src/url/search-store.ts';
import { emptySearchState, type SearchState } from '../../../client/src/url/search-state.ts';

const asking = (q: string): SearchState => ({ ...emptySearchState, request: { ...emptySearchState.request, q } });

function storeOf() {
  const written: string[] = [];
  let waiting: (() => void) | null = null;
  const store = createSearchStore(emptySearchState, {
    write: (state, step) => written.push(`${step} ${state.request.q}`),
    later: (callback) => {
      waiting = callback;
      return () => {
        waiting = null;
      };
    },
    textOf: (state) => state.request.q,
  });
  return { store, written, rest: () => waiting?.() };
}

describe('the state ahead of the address', () => {
  test('typing shows at once and is written once, when it rests; the first letter makes the step', () => {
    const { store, written, rest } = storeOf();
    store.set(asking('t'), 'push', 'rest');
    store.set(asking('ti'), 'replace', 'rest');
    expect(store.get().request.q).toBe('ti');
    expect(written).toEqual([]);
    rest();
    expect(written).toEqual(['push ti']);
  });

  test('flush writes what waits, once', () => {
    const { store, written } = storeOf();
    store.set(asking('a'), 'push', 'rest');
    store.flush();
    store.flush();
    expect(written).toEqual(['push a']);
  });

  test('cancel: another place’s address is not written over', () => {
    const { store, written, rest } = storeOf();
    store.set(asking('a'), 'replace', 'rest');
    store.cancel();
    rest();
    expect(written).toEqual([]);
  });

  test('our own echo is ignored, a foreign address wins and tells the listeners', () => {
    const { store } = storeOf();
    const told: string[] = [];
    store.subscribe(() => told.push(store.get().request.q));
    store.set(asking('a'), 'push');
    store.accept(asking('a'));
    store.accept(asking('b'));
    expect(told).toEqual(['a', 'b']);
  });
});
