// Ties the store of the Search place to the router and to React: the address is read once and when it changes from outside,
// and written by the store.
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { parseQuery, stringifyQuery } from '../url/query-string.ts';
import { readSearchState, writeSearchState, type SearchState } from '../url/search-state.ts';
import { createSearchStore, type SearchStore } from '../url/search-store.ts';

export interface SearchPlaceState extends Pick<SearchStore, 'set' | 'flush'> {
  readonly state: SearchState;
  /** Why the address is no search; null when it is one. */
  readonly problem: string | null;
}

export function useSearchPlace(): SearchPlaceState {
  const router = useRouter();
  const [problem, setProblem] = useState(() => readSearchState(parseQuery(router.history.location.search)).problem);
  const [store] = useState(() =>
    createSearchStore(readSearchState(parseQuery(router.history.location.search)), {
      textOf: (state) => stringifyQuery(writeSearchState(state)),
      later: (callback, ms) => {
        const timer = setTimeout(callback, ms);
        return () => clearTimeout(timer);
      },
      write: (state, step) =>
        void router.navigate({
          to: '/',
          search: writeSearchState(state),
          replace: step === 'replace',
          resetScroll: false,
        }),
    }),
  );
  useEffect(
    () =>
      router.history.subscribe(({ location }) => {
        if (location.pathname !== '/') {
          store.cancel();
          return;
        }
        const read = readSearchState(parseQuery(location.search));
        setProblem(read.problem);
        store.accept(read);
      }),
    [router, store],
  );
  const state = useSyncExternalStore(store.subscribe, store.get);
  return { state, set: store.set, flush: store.flush, problem };
}

/** The last value that was there: an answer stays while the next one is coming or has failed. */
export function useLast<Value>(value: Value | undefined): Value | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}
