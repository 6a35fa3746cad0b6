import { expect, test } from '@jest/globals';
import { slipSheetOf } from '../../server/passages/slip-sheet.ts';
import { setPage } from './page-maker.ts';

test.each([
  [['EXHIBIT B'], 'Exhibit B'],
  [['Exhibit 12', 'Filed under seal'], 'Exhibit 12'],
  [['EXHIBIT LIST OF THE PARTIES'], null],
  [['EXHIBIT A', 'one', 'two', 'three', 'four', 'five', 'six'], null],
])('%j → %s', (texts, expected) => {
  expect(
    slipSheetOf([
      setPage(
        1,
        texts.map((text) => ({ text })),
      ),
    ]),
  ).toBe(expected);
});
test('no page, no slip-sheet', () => expect(slipSheetOf([])).toBeNull());
