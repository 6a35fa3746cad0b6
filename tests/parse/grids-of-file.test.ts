// Number columns that the pages of a file lend one another.
import { describe, expect, test } from '@jest/globals';
import { findGridsOfFile } from '../../server/parse/grids-of-file.ts';
import type { Fragment } from '../../server/parse/lines.ts';
import { fragment } from './glyph-rows.ts';

/** Numbers down the margin with text beside them; `heights` gives the baseline of each. */
const page = (numbers: readonly number[], height = (number: number) => 724 - 24 * number): Fragment[] =>
  numbers.flatMap((number) => [
    fragment(String(number), 50, height(number)),
    fragment('words of a line that fills the page', 90, height(number)),
  ]);
const count = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const full = page(count(1, 25));

const ranges = (...pages: readonly (readonly Fragment[])[]) =>
  findGridsOfFile(pages).map((grids) => grids.map(({ first, last }) => `${first}–${last}`).join(' '));

describe('findGridsOfFile', () => {
  test.each([
    ['full columns', [full, full], ['1–25', '1–25']],
    ['a short last page, as far as it counts', [full, full, page(count(1, 5))], ['1–25', '1–25', '1–5']],
    ['a short page alone could be a list', [page(count(1, 5))], ['']],
    [
      'numbers at both ends that were not recognised (cacd.657892.167.3)',
      [full, full, full, page(count(5, 22))],
      ['1–25', '1–25', '1–25', '1–25'],
    ],
    ['two full pages are too few to go by', [full, full, page(count(5, 22))], ['1–25', '1–25', '5–22']],
    [
      'another column of the page',
      [full, full, full, page(count(5, 22), (n) => 700 - 20 * n)],
      ['1–25', '1–25', '1–25', '5–22'],
    ],
  ])('%s', (_, pages, expected) => {
    expect(ranges(...pages)).toEqual(expected);
  });

  test('a cover page whose numbers are not evenly spaced', () => {
    const uneven = page(
      count(1, 25),
      (number) => 724 - 20 * number - (number > 12 ? 20 * Math.min(4, number - 12) : 0),
    );
    expect(ranges(uneven)).toEqual(['1–25']);
    expect(
      ranges(
        full,
        page(count(1, 9), (number) => 700 - 20 * number - (number > 3 ? 100 : 0) - (number > 6 ? 60 : 0)),
      ),
    ).toEqual(['1–25', '1–9']);
  });
});
