import { describe, expect, test } from '@jest/globals';
import { quadOf, rectOf } from '../../server/contract/geometry.ts';

describe('geometry', () => {
  test('a rectangle survives the way to a quad and back', () => {
    expect(rectOf(quadOf([10, 20, 30, 40]))).toEqual([10, 20, 30, 40]);
  });

  test('a quad starts at the bottom of the start of the text', () => {
    expect(quadOf([10, 20, 30, 40])).toEqual([10, 20, 30, 20, 30, 40, 10, 40]);
  });

  test('text turned by 90° has an upright rectangle', () => {
    expect(rectOf([50, 10, 50, 90, 40, 90, 40, 10])).toEqual([40, 10, 50, 90]);
  });
});
