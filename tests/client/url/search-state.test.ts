import { describe, expect, test } from '@jest/globals';
import {
  asksNothing,
  chosenCountOf,
  emptySearchState,
  hasFilters,
  readSearchState,
  writeSearchState,
} from '../../../client/src/url/search-state.ts';
import { emptySearch, type SearchRequest } from '../../../server/contract/search-api.ts';

describe('the address of the Search place', () => {
  test('writing and reading give back the same', () => {
    const state = {
      request: { ...emptySearch, q: 'a b', include: { type: ['order'] as const }, filedFrom: '2024-01-01', page: 2 },
      hit: 'p~2',
    };
    expect(readSearchState(writeSearchState(state))).toEqual({ ...state, problem: null });
    expect(writeSearchState(emptySearchState)).toEqual({});
  });

  test('an unknown parameter is named, and everything is shown instead', () => {
    expect(readSearchState({ foo: '1' })).toMatchObject({
      request: emptySearch,
      problem: expect.stringMatching(/foo/) as unknown,
    });
  });
});

test.each([
  [emptySearch, true, false, 'nothing'],
  [{ ...emptySearch, q: '  ' }, true, false, 'spaces ask nothing'],
  [{ ...emptySearch, sort: 'filed' as const }, true, false, 'an order is no question'],
  [{ ...emptySearch, filedTo: '2024-01-01' }, false, true, 'a date is'],
  [{ ...emptySearch, exclude: { kind: ['quote'] } }, false, true, 'so is an exclusion'],
])('%# asks nothing: %s, has filters: %s (%s)', (request, nothing, filters) => {
  expect(asksNothing(request)).toBe(nothing);
  expect(hasFilters(request)).toBe(filters);
});

test.each<[SearchRequest, number, string]>([
  [{ ...emptySearch, q: 'titan', sort: 'filed' }, 0, 'words and order are no choices'],
  [
    { ...emptySearch, include: { type: ['order', 'motion'], filer: ['Meta'] }, exclude: { kind: ['quote'] } },
    4,
    'each value on either side',
  ],
  [{ ...emptySearch, filedFrom: '2024-01-01', filedTo: '2024-02-01' }, 1, 'a range of dates is one'],
])('%# has %d choices (%s)', (request, count) => {
  expect(chosenCountOf(request)).toBe(count);
});
