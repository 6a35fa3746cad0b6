// The address of the Docket, there and back.
import { describe, expect, test } from '@jest/globals';
import {
  readDocketState,
  toggle,
  writeDocketState,
  type DocketState,
} from '../../../client/src/docket/docket-state.ts';
import { parseQuery, stringifyQuery } from '../../../client/src/url/query-string.ts';

const plain: DocketState = { caseId: null, filter: '', only: null, toggled: [], editing: null, names: null };

describe('an address and its state', () => {
  const rows: [string, Partial<DocketState>, string][] = [
    ['', {}, 'everything at its default'],
    ['?case=WL3Xv4', { caseId: 'WL3Xv4' }, 'one case'],
    ['?q=letter+brief', { filter: 'letter brief' }, 'a filter of two words'],
    ['?q=735', { filter: '735' }, 'a number stays text'],
    ['?only=missing', { only: 'missing' }, 'a condition'],
    ['?fold=c%2F735&fold=c%2F2..14', { toggled: ['c/735', 'c/2..14'] }, 'a family and a run'],
    ['?edit=doc1', { editing: 'doc1' }, 'an open editor'],
    ['?names=product', { names: 'product' }, 'an open list of names'],
    [
      '?case=c&q=x&only=unread&fold=c%2F1&edit=d',
      { caseId: 'c', filter: 'x', only: 'unread', toggled: ['c/1'], editing: 'd' },
      'all',
    ],
  ];
  test.each(rows)('%s (%#)', (address, change) => {
    const state = { ...plain, ...change };
    expect(readDocketState(parseQuery(address))).toEqual(state);
    expect(stringifyQuery(writeDocketState(state))).toBe(address);
  });
});

describe('what an address says wrong', () => {
  const rows: [string, string][] = [
    ['?only=lost', 'a condition that there is not'],
    ['?case=', 'an empty case'],
    ['?edit=', 'an empty document'],
    ['?names=judge', 'a kind of names that there is not'],
    ['?page=3', 'a parameter of another place'],
  ];
  test.each(rows)('%s falls back to the default (%s)', (address) => {
    expect(readDocketState(parseQuery(address))).toEqual(plain);
  });
  test('a key twice is one', () => {
    expect(readDocketState(parseQuery('?fold=a&fold=a')).toggled).toEqual(['a']);
  });
});

test('folding twice is as before', () => {
  expect(toggle([], 'a')).toEqual(['a']);
  expect(toggle(['a', 'b'], 'a')).toEqual(['b']);
  expect(toggle(toggle(['b'], 'a'), 'a')).toEqual(['b']);
});
