import { describe, expect, test } from '@jest/globals';
import { mergeSpans, spansOverlap, toDerivedRanges, toPageSpans } from '../../server/text/derived-text.ts';

// “communications API” set as `commu-` / `nications API` on page 2, lines at 10 and 17.
const runs = [
  { at: 0, pageNumber: 2, from: 10, length: 5 },
  { at: 5, pageNumber: 2, from: 17, length: 9 },
  { at: 15, pageNumber: 3, from: 0, length: 3 },
];
const span = (pageNumber: number, from: number, to: number) => ({ pageNumber, from, to });

describe('derived text to page text', () => {
  const rows: [number, number, ReturnType<typeof span>[], string][] = [
    [0, 14, [span(2, 10, 15), span(2, 17, 26)], 'a mended word stands in two parts'],
    [2, 4, [span(2, 12, 14)], 'inside one run'],
    [14, 15, [], 'the space for a line break stands nowhere'],
    [13, 18, [span(2, 25, 26), span(3, 0, 3)], 'over a page break'],
    [5, 5, [], 'nothing'],
  ];
  test.each(rows)('[%i, %i) (%#)', (from, to, expected) => {
    expect(toPageSpans(runs, from, to)).toEqual(expected);
  });

  test('runs that touch on the page are one span', () => {
    const touching = [
      { at: 0, pageNumber: 1, from: 5, length: 3 },
      { at: 3, pageNumber: 1, from: 8, length: 2 },
    ];
    expect(toPageSpans(touching, 0, 5)).toEqual([span(1, 5, 10)]);
  });

  test('and back', () => {
    expect(toDerivedRanges(runs, span(2, 12, 20))).toEqual([
      { from: 2, to: 5 },
      { from: 5, to: 8 },
    ]);
    expect(toDerivedRanges(runs, span(9, 0, 50))).toEqual([]);
  });
});

describe('merging and touching', () => {
  test.each([
    [[span(1, 5, 8), span(1, 0, 5)], 0, [span(1, 0, 8)], 'touching, given out of order'],
    [[span(1, 0, 5), span(1, 6, 8)], 0, [span(1, 0, 5), span(1, 6, 8)], 'a line break apart'],
    [[span(1, 0, 5), span(1, 6, 8)], 1, [span(1, 0, 8)], 'a line break allowed'],
    [[span(1, 0, 5), span(2, 0, 5)], 9, [span(1, 0, 5), span(2, 0, 5)], 'never over pages'],
    [[span(1, 0, 9), span(1, 2, 4)], 0, [span(1, 0, 9)], 'one within the other'],
  ])('%# %s', (spans, gap, expected) => {
    expect(mergeSpans(spans, gap)).toEqual(expected);
  });

  test.each([
    [[span(1, 0, 5)], [span(1, 4, 6)], true],
    [[span(1, 0, 5)], [span(1, 5, 6)], false],
    [[span(1, 0, 5)], [span(2, 0, 5)], false],
  ])('overlap %#', (one, other, expected) => {
    expect(spansOverlap(one, other)).toBe(expected);
  });
});
