// From pixels to the page's user space: places, directions and lengths, on pages that are turned in every way.
import { describe, expect, test } from '@jest/globals';
import type { Matrix } from '../../../server/parse/matrix.ts';
import { onPage } from '../../../server/parse/recognition/picture-to-page.ts';

const word = { text: 'ab', confidence: 91.6, line: 0, turn: 0 as const, x: 300, y: 600, advances: [30, 30], size: 50 };
const words = { direction: [1, 0] as const, confidence: 91.64, ink: 0.05, words: [word], bars: [] };
/** 300 dpi, y downwards, on a sheet of 792 points. */
const upright: Matrix = [0.24, 0, 0, -0.24, 0, 792];

describe('onPage', () => {
  test('an upright page: origin at the bottom, points for pixels', () => {
    expect(onPage(3, words, { toPage: upright, dpi: 300 })).toEqual({
      pageNumber: 3,
      angle: 0,
      confidence: 91.6,
      dpi: 300,
      ink: 0.05,
      words: [{ text: 'ab', confidence: 92, line: 0, x: 72, y: 648, advances: [7.2, 7.2], size: 12 }],
    });
  });

  test.each<[string, Matrix, readonly [number, number], number]>([
    ['a page shown turned by its Rotate', [0, 0.24, 0.24, 0, 0, 0], [1, 0], 90],
    [
      'lines that fall to the right on the scan run below the horizontal',
      upright,
      [Math.cos(0.02), Math.sin(0.02)],
      358.854,
    ],
    ['a hair’s breadth is straight', upright, [Math.cos(0.0003), Math.sin(0.0003)], 0],
    ['just below the full turn is straight too', upright, [Math.cos(0.0003), -Math.sin(0.0003)], 0],
    ['a sheet that lay upside down', upright, [-1, 0], 180],
  ])('%s', (_, toPage, direction, angle) => {
    expect(onPage(1, { ...words, direction }, { toPage, dpi: 300 }).angle).toBe(angle);
  });

  test('a bar over words stands where it is on the page; its corners keep their order', () => {
    const bars = [[300, 650, 900, 650, 900, 600, 300, 600] as const];
    const page = onPage(1, { ...words, bars }, { toPage: upright, dpi: 300 });
    expect(page.bars).toEqual([[72, 636, 216, 636, 216, 648, 72, 648]]);
  });

  test('a word up the margin keeps its turn', () => {
    const page = onPage(1, { ...words, words: [{ ...word, turn: 90 }] }, { toPage: upright, dpi: 300 });
    expect(page.words[0]?.turn).toBe(90);
  });
});
