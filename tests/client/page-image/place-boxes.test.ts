import { describe, expect, test } from '@jest/globals';
import { cornersOf, placedOf, pointsOf, scrollTopFor } from '../../../client/src/page-image/place-boxes.ts';
import { quadOf } from '../../../server/contract/geometry.ts';

const upright = [1, 0, 0, -1, 0, 792];
const quarterTurned = [0, 1, 1, 0, 0, 0];
const quad = quadOf([72, 700, 172, 712]);

describe('placing quads', () => {
  test.each([
    [upright, { left: 72, top: 80, right: 172, bottom: 92 }, 'the origin moves to the top'],
    [quarterTurned, { left: 700, top: 72, right: 712, bottom: 172 }, 'a turned page turns the box'],
  ])('%j → %j (%s)', (transform, placed) => {
    expect(placedOf(quad, transform)).toEqual(placed);
  });

  test('corners keep the reading direction, points are rounded', () => {
    expect(cornersOf(quad, upright)[0]).toEqual([72, 92]);
    expect(pointsOf(quadOf([1.04, 1, 2, 2]), [1, 0, 0, 1, 0, 0])).toBe('1,1 2,1 2,2 1,2');
  });
});

describe('scrollTopFor', () => {
  const box = (top: number, bottom: number) => ({ left: 0, right: 1, top, bottom });
  test.each([
    [box(400, 420), 200, 310, 'to the middle'],
    [box(10, 20), 200, 0, 'not above the page'],
    [box(780, 790), 200, 592, 'not below it'],
    [box(100, 600), 200, 100, 'a tall box from its top'],
  ])('%j in %d → %d (%s)', (place, height, top) => {
    expect(scrollTopFor(place, height, 792)).toBe(top);
  });
});
