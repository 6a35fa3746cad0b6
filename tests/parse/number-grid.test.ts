// Places among line numbers, and the number of a line beside them (DOMAIN §4).
import { describe, expect, test } from '@jest/globals';
import { heightAt, lineNumberAt, placeAt, type NumberGrid } from '../../server/parse/number-grid.ts';

const column = { numbers: [], left: 50, right: 62, reach: Infinity };
/** Line n stands at 700 − 24 (n − 1). */
const even: NumberGrid = {
  ...column,
  first: 1,
  last: 28,
  rungs: [
    [1, 700],
    [28, 52],
  ],
  pitch: 24,
};
/** A cover page: 24 points from 1 to 2, then 48 with a line between that has no number, then 24 again. */
const cover: NumberGrid = {
  ...column,
  first: 1,
  last: 4,
  rungs: [
    [1, 700],
    [2, 676],
    [3, 628],
    [4, 604],
  ],
  pitch: 24,
};

describe('placeAt and heightAt', () => {
  test.each([
    ['on a line', even, 652, 3],
    ['between lines', even, 640, 3.5],
    ['above the first', even, 712, 0.5],
    ['below the last', even, 28, 29],
    ['between uneven rungs', cover, 652, 2.5],
    ['below uneven rungs: by the usual distance', cover, 592, 4.5],
  ])('%s', (_, grid, v, place) => {
    expect(placeAt(grid, v)).toBeCloseTo(place, 9);
    expect(heightAt(grid, place)).toBeCloseTo(v, 9);
  });
});

describe('lineNumberAt', () => {
  const grids = [even];
  test.each([
    ['on the baseline', 652, 3],
    ['a little above', 655, 3],
    ['a little below', 649, 3],
    ['half-way: the upper one', 640, 3],
    ['nearly half-way, within 0.15 of the spacing: still the upper one', 638.5, 3],
    ['clearly nearer to the lower one', 634, 4],
    ['far above the first', 740, null],
    ['far below the last', 20, null],
  ])('%s', (_, v, expected) => {
    expect(lineNumberAt(grids, 90, v)).toBe(expected);
  });

  test('left of the column there is no line', () => {
    expect(lineNumberAt(grids, 20, 652)).toBeNull();
  });
});
