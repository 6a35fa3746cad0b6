import { describe, expect, test } from '@jest/globals';
import {
  currentHitOf,
  hitsByPage,
  pageOfHit,
  stepHit,
  walkText,
  type PaintedHit,
} from '../../../client/src/reader/hit-walk.ts';

const hit = (index: number, pageNumber: number, passageId: string): PaintedHit => ({
  index,
  spans: [{ pageNumber, from: 0, to: 1, boxes: [] }],
  passageIds: [passageId],
});
const hits = [hit(0, 2, 'a'), hit(1, 2, 'b'), hit(2, 5, 'c')];

describe('the current hit', () => {
  test.each<[Parameters<typeof currentHitOf>[1], number | null, string]>([
    [{ hit: 2, passageId: null, at: 1 }, 2, 'the one asked for'],
    [{ hit: null, passageId: 'c', at: 1 }, 3, 'the first of the passage'],
    [{ hit: null, passageId: 'x', at: 1 }, null, 'a passage without a hit has none'],
    [{ hit: null, passageId: null, at: 3 }, 3, 'from the page on'],
    [{ hit: null, passageId: null, at: 9 }, 3, 'past the last, the last'],
    [{ hit: 99, passageId: null, at: 1 }, 1, 'a number that is too large'],
  ])('%j → %s (%s)', (state, current) => {
    expect(currentHitOf(hits, state)).toBe(current);
  });

  test('no hits', () => {
    expect(currentHitOf([], { hit: null, passageId: null, at: 1 })).toBeNull();
    expect(pageOfHit({ index: 0, spans: [], passageIds: [] })).toBeNull();
  });
});

test.each<[number | null, 1 | -1, number, number, string]>([
  [1, 1, 1, 2, 'on'],
  [3, 1, 1, 1, 'round the end'],
  [1, -1, 1, 3, 'round the beginning'],
  [null, 1, 3, 3, 'from a page, the next one ahead'],
  [null, -1, 3, 2, 'or the last one behind'],
] as const)('from %s by %d on page %d → %d (%s)', (current, by, page, expected) => {
  expect(stepHit(hits, current, by, page)).toBe(expected);
});

test('hits by page, each counted where it is shown', () => {
  const overTheEdge: PaintedHit = {
    index: 3,
    spans: [
      { pageNumber: 5, from: 90, to: 92, boxes: [] },
      { pageNumber: 6, from: 0, to: 16, boxes: [] },
    ],
    passageIds: ['d'],
  };
  expect([...hitsByPage([...hits, overTheEdge])]).toEqual([
    [2, 2],
    [5, 1],
    [6, 1],
  ]);
});

test('words', () => {
  expect(walkText(3, 1700)).toBe('3 of 1,700');
  expect(walkText(null, 1)).toBe('1\u00a0hit');
  expect(stepHit([], null, 1, 1)).toBeNull();
});
