// Number columns of pleading paper and transcripts (DOMAIN §4).
import { describe, expect, test } from '@jest/globals';
import { findNumberGrids } from '../../server/parse/pleading-numbers.ts';
import { fragment } from './glyph-rows.ts';

/** Numbers 1–`last` down the margin, 24 points apart, with text beside them. */
const paper = (last: number, left = 50, top = 700, text = 'words of a line that fills the page') =>
  Array.from({ length: last }, (_, i) => [
    fragment(String(i + 1), left, top - i * 24),
    fragment(text, left + 40, top - i * 24),
  ]).flat();

describe('findNumberGrids', () => {
  test.each([28, 25, 26, 32])('a column of %i', (last) => {
    const [grid, ...others] = findNumberGrids(paper(last, 50, 780));
    expect(others).toEqual([]);
    expect([grid?.first, grid?.last, grid?.numbers.length]).toEqual([1, last, last]);
    expect(grid?.pitch).toBeCloseTo(24, 6);
  });

  test('times of day left of the numbers, as real-time reporting prints them', () => {
    const times = Array.from({ length: 25 }, (_, i) => fragment(`10:${i + 10}AM`, 5, 700 - i * 24));
    expect(findNumberGrids([...times, ...paper(25)])).toHaveLength(1);
  });

  test('a condensed transcript: two columns side by side, and two above each other', () => {
    const quarter = (left: number, top: number) =>
      Array.from({ length: 12 }, (_, i) => [
        fragment(String(i + 1), left, top - i * 12),
        fragment('words', left + 20, top - i * 12),
      ]).flat();
    const sheet = [...quarter(50, 700), ...quarter(320, 700), ...quarter(50, 400), ...quarter(320, 400)];
    expect(findNumberGrids(sheet)).toHaveLength(4);
  });

  test.each([
    ['a numbered list of five', paper(5)],
    ['a table column of the same number', Array.from({ length: 12 }, (_, i) => fragment('7', 50, 700 - i * 24))],
    [
      'a column that counts at uneven heights',
      Array.from({ length: 12 }, (_, i) => fragment(String(i + 1), 50, 700 - i * i * 4)),
    ],
    ['the rows of a table under a head', [fragment('No.', 48, 730), ...paper(28)]],
    [
      'the rows of a table between lines that reach further left',
      [
        fragment('Table 1. What was spent by quarter', 50, 730),
        fragment('Totals agree with public reports', 50, 716),
        ...Array.from({ length: 21 }, (_, i) => [
          fragment(String(i + 1), 50, 700 - i * 16),
          fragment('2015', 90, 700 - i * 16),
        ]).flat(),
      ],
    ],
    [
      'amounts at the right of their text',
      Array.from({ length: 12 }, (_, i) => [
        fragment('an item of the list', 50, 700 - i * 24),
        fragment(String(i + 1), 500, 700 - i * 24),
      ]).flat(),
    ],
  ])('refused: %s', (_, fragments) => {
    expect(findNumberGrids(fragments)).toEqual([]);
  });

  test('a missing number leaves the others in place', () => {
    const fragments = paper(28).filter(({ text }) => text !== '13');
    expect(findNumberGrids(fragments)[0]?.numbers).toHaveLength(27);
  });
});
