// What the address of the Search place says: the question and the selected hit. One pair, `readSearchState` and `writeSearchState`,
// record of the query string ↔ state; refuses (as `problem`) an address that is not a search, rather than guessing.
import type { SearchRequest } from '../../../server/contract/search-api.ts';
import { emptySearch } from '../../../server/contract/search-api.ts';
import { decodeSearch, encodeSearch } from '../../../server/text/search-parameters.ts';
import { parametersOf, recordOf } from './query-string.ts';

/** State of the Search place; `hit` is the key of the selected hit (`hit-keys.ts`), null when none was chosen. */
export interface SearchState {
  readonly request: SearchRequest;
  readonly hit: string | null;
}

export interface ReadSearchState extends SearchState {
  /** Why the address could not be read; the state is then the empty search. */
  readonly problem: string | null;
}

export const emptySearchState: SearchState = { request: emptySearch, hit: null };

/** Reads the record of a query string. */
export function readSearchState(record: Readonly<Record<string, unknown>>): ReadSearchState {
  const parameters = parametersOf(record);
  const hit = parameters.get('hit');
  parameters.delete('hit');
  try {
    return { request: decodeSearch(parameters), hit: hit === '' ? null : hit, problem: null };
  } catch (error) {
    return { ...emptySearchState, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Writes the state as the record of a query string; what is at its default is left out. */
export function writeSearchState(state: SearchState): Record<string, string | string[]> {
  const parameters = encodeSearch(state.request);
  if (state.hit !== null) parameters.set('hit', state.hit);
  return recordOf(parameters);
}

/** Filters and dialect of an address of the Search place, as the record of a query string; nothing of one that cannot be read. */
export function filtersInAddress(record: Readonly<Record<string, unknown>>): Record<string, string | string[]> {
  const { dialect, include, exclude, filedFrom, filedTo } = readSearchState(record).request;
  return recordOf(encodeSearch({ ...emptySearch, dialect, include, exclude, filedFrom, filedTo }));
}

/** Whether nothing is asked: no words, no facet, no date. Sort, grouping and page size do not count as a question. */
export function asksNothing(request: SearchRequest): boolean {
  return request.q.trim() === '' && !hasFilters(request);
}

/** Whether anything besides the words narrows the question. */
export function hasFilters(request: SearchRequest): boolean {
  return chosenCountOf(request) > 0;
}

/** How many choices narrow the question; a range of dates is one. */
export function chosenCountOf({ include, exclude, filedFrom, filedTo }: SearchRequest): number {
  const values = [...Object.values(include), ...Object.values(exclude)].flat().length;
  return values + (filedFrom !== null || filedTo !== null ? 1 : 0);
}
