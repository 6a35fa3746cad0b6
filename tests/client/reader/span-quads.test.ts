import { describe, expect, test } from '@jest/globals';
import { partOf, placeIn, spanQuads } from '../../../client/src/reader/span-quads.ts';
import { quadOf, rectOf } from '../../../server/contract/geometry.ts';

const line = (from: number, to: number, furniture: string | null, bottom: number) => ({
  from,
  to,
  number: null,
  furniture,
  box: quadOf([100, bottom, 200, bottom + 10]),
});
const page = { lines: [line(0, 10, null, 700), line(11, 13, 'line-number', 680), line(14, 24, null, 680)] };

describe('boxes of page text', () => {
  test('a part of a line is cut in proportion; furniture is passed over', () => {
    expect(spanQuads(page, 5, 19).map(rectOf)).toEqual([
      [150, 700, 200, 710],
      [100, 680, 150, 690],
    ]);
  });

  test('outside of all lines there is nothing', () => {
    expect(spanQuads(page, 30, 40)).toEqual([]);
    expect(spanQuads(page, 10, 11)).toEqual([]);
  });

  test('turned text is cut along its own direction', () => {
    const upward = [100, 100, 100, 200, 90, 200, 90, 100] as const;
    expect(rectOf(partOf(upward, 0, 0.5))).toEqual([90, 100, 100, 150]);
    expect(placeIn(upward, 95, 150)).toEqual({ along: 0.5, up: 0.5 });
  });
});
