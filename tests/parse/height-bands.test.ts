import { expect, test } from '@jest/globals';
import type { Rect } from '../../server/contract/geometry.ts';
import { byHeight } from '../../server/parse/height-bands.ts';

const view: Rect = [0, 0, 612, 792];
const thing = (bottom: number, top: number) => ({ box: [0, bottom, 10, top] as Rect });

test('whatever reaches a height is asked, in the order in which it came', () => {
  const things = [thing(0, 792), thing(100, 112), thing(-500, -400), thing(900, 2000), thing(105, 106), thing(-10, 5)];
  const at = byHeight(things, view);
  for (const y of [-450, -5, 0, 3, 50, 100, 105.5, 111.9, 500, 791, 950]) {
    const there = things.filter(({ box }) => y > box[1] && y < box[3]);
    expect(at(y).filter((each) => there.includes(each))).toEqual(there);
  }
});

test('a line of the page is not asked for all of it, and nothing is asked of a page without things', () => {
  const lines = Array.from({ length: 60 }, (_, at) => thing(at * 13, at * 13 + 1));
  expect(byHeight(lines, view)(400).length).toBeLessThan(5);
  expect(byHeight([], view)(400)).toEqual([]);
});
