import { describe, expect, test } from '@jest/globals';
import { binsOf, binText, datesOf, heightOf, mergedBin, rangeOf } from '../../../client/src/search/histogram.ts';

const bins = binsOf([
  { month: '2024-01', count: 2 },
  { month: '2024-03', count: 5 },
]);

describe('bins', () => {
  test('gaps are filled', () => {
    expect(bins.map(({ from, count }) => [from, count])).toEqual([
      ['2024-01', 2],
      ['2024-02', 0],
      ['2024-03', 5],
    ]);
  });

  test.each([
    [[], 0, 'no dates'],
    [
      [
        { month: '2000-01', count: 1 },
        { month: '2024-12', count: 1 },
      ],
      25,
      'years, when months would not fit',
    ],
    [[{ month: 'soon', count: 1 }], 0, 'what is no month is passed over'],
  ])('%j → %d bins (%s)', (counts, length) => {
    expect(binsOf(counts)).toHaveLength(length);
  });
});

test('bins and dates', () => {
  expect(datesOf(bins, { first: 1, last: 2 })).toEqual({ from: '2024-02-01', to: '2024-03-31' });
  expect(datesOf(bins, { first: 1, last: 9 })).toBeNull();
  expect(rangeOf(bins, '2024-02-10', null)).toEqual({ first: 1, last: 2 });
  expect(rangeOf(bins, '2025-01-01', null)).toBeNull();
});

test('what is dragged over is told as one', () => {
  expect(mergedBin(bins, { first: 0, last: 2 })).toEqual({ from: '2024-01', to: '2024-03', count: 7 });
  expect(mergedBin(bins, { first: 2, last: 2 })).toEqual(bins[2]);
  expect(mergedBin(bins, { first: 1, last: 9 })).toBeNull();
});

test('a small month beside a large one is still seen', () => {
  expect(heightOf(0, 100)).toBe(0);
  expect(heightOf(1, 1_000_000)).toBeGreaterThan(0.05);
  expect(heightOf(100, 100)).toBe(1);
});

test.each([
  [{ from: '2024-01', to: '2024-01', count: 1 }, '2024-01'],
  [{ from: '2024-01', to: '2024-03', count: 1 }, '2024-01–2024-03'],
  [{ from: '2024-01', to: '2024-12', count: 1 }, '2024'],
])('%j is %s', (bin, text) => {
  expect(binText(bin, (month) => month)).toBe(text);
});
