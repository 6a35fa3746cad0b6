import { describe, expect, test } from '@jest/globals';
import { columnsOf, pageAfterKey, pictureSizeOf } from '../../../client/src/reader/thumbnail-grid.ts';

test.each<[number, number, string]>([
  [0, 1, 'before the width is known'],
  [168, 1, 'the strip beside the pages'],
  [360, 2, 'below the pages of a telephone'],
  [800, 6, 'below those of a tablet'],
])('%d px hold %d columns (%s)', (width, columns) => {
  expect(columnsOf(width)).toBe(columns);
});

describe('the picture of a page', () => {
  test.each<[{ width: number; height: number }, number, { width: number; height: number }, string]>([
    [{ width: 612, height: 792 }, 0, { width: 108, height: 140 }, 'letter, as wide as there is room'],
    [{ width: 612, height: 1008 }, 0, { width: 90, height: 148 }, 'legal, as high as there is room'],
    [{ width: 792, height: 612 }, 0, { width: 108, height: 83 }, 'a slide lies'],
    [{ width: 612, height: 792 }, 90, { width: 108, height: 83 }, 'a turned page lies too'],
    [{ width: 612, height: 792 }, 180, { width: 108, height: 140 }, 'one on its head stands'],
    [{ width: 0, height: 0 }, 0, { width: 108, height: 140 }, 'a page whose size was not read'],
    [{ width: 1, height: 5000 }, 0, { width: 1, height: 148 }, 'never of no width'],
  ])('%j turned by %d → %j (%s)', (page, turn, size) => {
    expect(pictureSizeOf(page, turn)).toEqual(size);
  });
});

test.each<[string, number, number, number | null, string]>([
  ['ArrowDown', 3, 2, 5, 'a row on'],
  ['ArrowUp', 3, 2, 1, 'a row back'],
  ['ArrowRight', 3, 2, 4, 'the next one'],
  ['ArrowLeft', 3, 2, 2, 'the one before'],
  ['Home', 3, 2, 1, 'the first'],
  ['End', 3, 2, 9, 'the last'],
  ['ArrowDown', 9, 1, 9, 'not past the end'],
  ['ArrowUp', 1, 3, 1, 'nor before the beginning'],
  ['Enter', 3, 1, null, 'is the button’s own'],
])('%s on page %d in %d columns → %s (%s)', (key, from, columns, to) => {
  expect(pageAfterKey(key, from, 9, columns)).toBe(to);
});
