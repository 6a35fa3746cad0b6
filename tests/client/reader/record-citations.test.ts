import { expect, test } from '@jest/globals';
import { citingText, nearestOf, outcomeText, type CitationOut } from '../../../client/src/reader/record-citations.ts';

test.each<[Parameters<typeof citingText>[0], string, string]>([
  [{ ecf: '735', title: 'Letter Brief', pageNumber: 4 }, 'ECF No. 735 Letter Brief, PDF page 4', 'all known'],
  [{ ecf: null, title: null, pageNumber: null }, 'Untitled filing', 'nothing known'],
])('%j → %s (%s)', (from, words) => {
  expect(citingText(from).replaceAll('\u00a0', ' ')).toBe(words);
});

test.each<[CitationOut['state'], string | null, string, string]>([
  ['missing', 'ECF No. 9', 'ECF No. 9 is not in this corpus', 'named'],
  ['unclear', null, 'Which filing is meant is not clear', 'said'],
  ['elsewhere', null, 'The record of another case', 'said'],
  ['found', null, '', 'it has a link'],
])('%s (%s) → %s (%s)', (state, missing, words) => {
  expect(outcomeText({ state, missing })).toBe(words);
});

test('the nearest one is on the page in view or after it', () => {
  const at = [1, 3, 3, 7].map((pageNumber) => ({ pageNumber }));
  expect([1, 2, 3, 7, 8].map((page) => nearestOf(at, page))).toEqual([0, 1, 1, 3, -1]);
});
