// Matrices against results worked out by hand.
import { describe, expect, test } from '@jest/globals';
import { apply, applyToRect, identity, matrixFrom, multiply, type Matrix } from '../../server/parse/matrix.ts';

const twice: Matrix = [2, 0, 0, 2, 0, 0];
const moved: Matrix = [1, 0, 0, 1, 10, 20];
const left: Matrix = [0, 1, -1, 0, 0, 0];

describe('matrix', () => {
  test.each([
    ['identity', identity, [3, 4]],
    ['scaled', twice, [6, 8]],
    ['moved', moved, [13, 24]],
    ['turned a quarter to the left', left, [-4, 3]],
    ['moved, then scaled', multiply(twice, moved), [26, 48]],
    ['scaled, then moved', multiply(moved, twice), [16, 28]],
  ])('%s', (_, matrix, expected) => {
    expect(apply(matrix, 3, 4)).toEqual(expected);
  });

  test('the box around a turned rectangle is upright', () => {
    expect(applyToRect(left, 0, 0, 10, 4)).toEqual([-4, 0, 0, 10]);
  });

  test.each([
    ['numbers', [1, 0, 0, 1, 5, 6], [1, 0, 0, 1, 5, 6]],
    ['a packed array', new Float32Array([1, 0, 0, 1, 5, 6]), [1, 0, 0, 1, 5, 6]],
    ['too few', [1, 0, 0, 1], null],
    ['not a number', [1, 0, 0, Number.NaN, 5, 6], null],
    ['no list', 'matrix', null],
    ['nothing', null, null],
  ])('matrixFrom: %s', (_, values, expected) => {
    expect(matrixFrom(values)).toEqual(expected);
  });
});
