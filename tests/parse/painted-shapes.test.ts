// Paths as pdf.js packs them → boxes; holes; clips.
import { describe, expect, test } from '@jest/globals';
import { identity } from '../../server/parse/matrix.ts';
import {
  barsOf,
  covers,
  inkedParts,
  narrowClip,
  outlineOf,
  overlap,
  partsOfPath,
  unclipped,
} from '../../server/parse/painted-shapes.ts';

/** A closed rectangle, counter-clockwise; `turn` -1 goes the other way round. */
function rectangle(left: number, bottom: number, right: number, top: number, turn = 1): number[] {
  const corners =
    turn === 1
      ? [left, bottom, right, bottom, right, top, left, top]
      : [left, bottom, left, top, right, top, right, bottom];
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = corners;
  return [0, a, b, 1, c, d, 1, e, f, 1, g, h, 4];
}

const parts = (...numbers: number[]) => partsOfPath(new Float32Array(numbers), identity);

describe('partsOfPath', () => {
  test.each([
    ['a rectangle', rectangle(10, 20, 60, 40), [[10, 20, 60, 40]], [true]],
    ['a triangle', [0, 0, 0, 1, 10, 0, 1, 5, 8, 4], [[0, 0, 10, 8]], [false]],
    ['a curve', [0, 0, 0, 2, 0, 10, 10, 10, 10, 0, 4], [[0, 0, 10, 10]], [false]],
    [
      'two rectangles',
      [...rectangle(0, 0, 9, 9), ...rectangle(20, 0, 29, 9)],
      [
        [0, 0, 9, 9],
        [20, 0, 29, 9],
      ],
      [true, true],
    ],
    ['nothing', [], [], []],
    ['an instruction nobody knows ends the path', [9, 1, 2], [], []],
    ['a lone point paints nothing', [0, 5, 5], [], []],
  ])('%s', (_, path, boxes, rectangles) => {
    const found = parts(...path);
    expect(found.map(({ box }) => [...box])).toEqual(boxes);
    expect(found.map((part) => part.rectangle)).toEqual(rectangles);
  });

  test('a turned page turns the box', () => {
    const [part] = partsOfPath(new Float32Array(rectangle(0, 0, 10, 4)), [0, 1, -1, 0, 100, 0]);
    expect(part?.box).toEqual([96, 0, 100, 10]);
    expect(part?.rectangle).toBe(true);
  });
});

describe('inkedParts', () => {
  const frame = [...rectangle(0, 0, 100, 100), ...rectangle(5, 5, 95, 95, -1)];
  const sameWay = [...rectangle(0, 0, 100, 100), ...rectangle(5, 5, 95, 95)];
  test.each([
    ['a frame of two opposite rectangles has a hole', frame, false, [[[0, 0, 100, 100], false]]],
    [
      'two rectangles the same way round are full (non-zero rule)',
      sameWay,
      false,
      [
        [[0, 0, 100, 100], true],
        [[5, 5, 95, 95], true],
      ],
    ],
    ['by the even-odd rule they make a frame', sameWay, true, [[[0, 0, 100, 100], false]]],
    [
      'side by side nothing is a hole',
      [...rectangle(0, 0, 9, 9), ...rectangle(20, 0, 29, 9, -1)],
      true,
      [
        [[0, 0, 9, 9], true],
        [[20, 0, 29, 9], true],
      ],
    ],
  ])('%s', (_, path, evenOdd, expected) => {
    expect(inkedParts(parts(...path), evenOdd).map(({ box, rectangle: full }) => [box, full])).toEqual(expected);
  });
});

describe('clips', () => {
  const box = (left: number, bottom: number, right: number, top: number, full = true) => ({
    box: [left, bottom, right, top] as const,
    rectangle: full,
  });
  test.each([
    ['no path changes nothing', unclipped, [], unclipped],
    ['a rectangle', unclipped, [box(0, 0, 10, 10)], { box: [0, 0, 10, 10], exact: true }],
    [
      'within another',
      { box: [5, 5, 50, 50] as const, exact: true },
      [box(0, 0, 10, 10)],
      { box: [5, 5, 10, 10], exact: true },
    ],
    [
      'a round one is only known by its box',
      unclipped,
      [box(0, 0, 10, 10, false)],
      { box: [0, 0, 10, 10], exact: false },
    ],
    [
      'two parts: the box around both',
      unclipped,
      [box(0, 0, 10, 10), box(20, 0, 30, 5)],
      { box: [0, 0, 30, 10], exact: false },
    ],
  ])('%s', (_, clip, given, expected) => {
    expect(narrowClip(clip, given)).toEqual(expected);
  });

  test('rectangles without a common part overlap in nothing', () => {
    const [left, bottom, right, top] = overlap([0, 0, 10, 10], [20, 20, 30, 30]);
    expect((right - left) * (top - bottom)).toBe(0);
  });
});

describe('shapes that are no upright rectangle', () => {
  const diamond = [0, 50, 0, 1, 100, 50, 1, 50, 100, 1, 0, 50, 4];
  test.each([
    ['in the middle', 50, 50, true],
    ['in its corner of the box, outside of it', 10, 90, false],
    ['outside', 150, 50, false],
  ])('a diamond covers: %s', (_, x, y, expected) => {
    const [part] = parts(...diamond);
    if (!part) throw new Error('no part');
    expect(covers({ ...part, outline: outlineOf(part) }, x, y)).toBe(expected);
    // Without its corners nobody knows.
    expect(covers({ ...part, outline: null }, x, y)).toBe(false);
  });

  test('a drawing of many corners is no box', () => {
    const [part] = parts(0, 0, 0, ...Array.from({ length: 60 }, (_, i) => [1, i, i % 2]).flat());
    expect(part && outlineOf(part)).toBeNull();
  });
});

describe('barsOf', () => {
  test.each([
    ['flat', [0, 10, 20, 1, 60, 20], [[10, 14, 60, 26]]],
    ['upright', [0, 10, 20, 1, 10, 80], [[4, 20, 16, 80]]],
    [
      'a corner: a bar for each straight piece',
      [0, 0, 0, 1, 50, 0, 1, 50, 50],
      [
        [0, -6, 50, 6],
        [44, 0, 56, 50],
      ],
    ],
  ])('%s', (_, path, expected) => {
    const [part] = parts(...path);
    expect(part && barsOf(part, 6).map(({ box }) => box.map(Math.round))).toEqual(expected);
  });
});
