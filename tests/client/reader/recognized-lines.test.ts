// Where recognised lines lie over the picture, on pages that are shown upright, turned and askew.
import { describe, expect, test } from '@jest/globals';
import { laidLines } from '../../../client/src/reader/recognized-lines.ts';
import { quadOf, type Quad } from '../../../server/contract/geometry.ts';

const line = (box: Quad) => ({ from: 4, to: 9, number: null, box: [...box] as Quad, furniture: null });
const lay = (box: Quad, transform: readonly number[], page = { width: 600, height: 800 }) =>
  laidLines({ text: 'The court heard', lines: [line(box)] }, transform, page);

/** A page of 600 × 800 points as a viewer shows it: y downwards. */
const upright = [1, 0, 0, -1, 0, 800];

describe('laidLines', () => {
  test('an upright line begins at its upper left corner', () => {
    expect(lay(quadOf([60, 700, 300, 716]), upright)).toEqual([
      { text: 'court', left: 10, top: 10.5, width: 240, height: 16, turn: 0 },
    ]);
  });

  test('a page that is shown turned by a quarter: the line runs down', () => {
    const [laid] = lay(quadOf([60, 700, 300, 716]), [0, 1, 1, 0, 0, 0], { width: 800, height: 600 });
    expect(laid).toMatchObject({ left: 89.5, top: 10, width: 240, height: 16, turn: 90 });
  });

  test('a line that lies askew keeps its slope', () => {
    const [laid] = lay([60, 700, 160, 690, 161.6, 706, 61.6, 716], upright);
    expect(laid?.turn).toBeCloseTo(5.71, 1);
    expect(laid?.width).toBeCloseTo(Math.hypot(100, 10));
  });

  test('a line without extent has no place', () => {
    expect(lay(quadOf([60, 700, 60, 716]), upright)).toEqual([]);
  });
});
