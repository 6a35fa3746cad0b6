// A page as a poor scanner sees it: ink where the words are, none where the court prints its stamp, the same each time.
import { describe, expect, test } from '@jest/globals';
import type { Bitmap } from '../../../docs-corpus/typesetter/bitmap-png.ts';
import { rasterPage } from '../../../docs-corpus/typesetter/raster.ts';
import { placedLine, placedPage } from './sample-source.ts';

const dots = 200 / 72;
/** Black dots in a rectangle, points from the top left corner. */
function inkIn({ width, dots: all }: Bitmap, left: number, top: number, right: number, bottom: number): number {
  let ink = 0;
  for (let y = Math.round(top * dots); y < bottom * dots; y++)
    for (let x = Math.round(left * dots); x < right * dots; x++) ink += all[y * width + x] ?? 0;
  return ink;
}
const word = placedLine('MMMMMMMMMM', { x: 100, y: 600 });
/** Where the word stands, with room for the angle of the feeder; dust alone leaves a few dots there. */
const place = [98, 178, 216, 198] as const;

describe('rasterPage', () => {
  test('has 200 dots an inch', () => {
    expect(rasterPage(placedPage([]))).toMatchObject({ width: 1700, height: 2200 });
  });
  test('has ink where a word stands, and dust elsewhere', () => {
    const bitmap = rasterPage(placedPage([word]));
    expect(inkIn(bitmap, ...place)).toBeGreaterThan(1500);
    expect(inkIn(bitmap, 98, 378, 216, 398)).toBeLessThan(60);
    expect(inkIn(rasterPage(placedPage([])), 0, 0, 612, 792)).toBeGreaterThan(200);
  });
  test.each([
    ['the stamp is left out: the court prints it as text', { ...word, furniture: 'stamp' as const }, false],
    ['a page number is ink like any other', { ...word, furniture: 'page-number' as const }, true],
    [
      'a bar is filled',
      { ...word, segments: [], bars: [{ dx: 0, dy: -3, width: 80, height: 12, redaction: false }] },
      true,
    ],
  ])('%s', (_, line, expected) => {
    expect(inkIn(rasterPage(placedPage([line])), ...place) > 400).toBe(expected);
  });
  test('words turned upright run up the page', () => {
    const bitmap = rasterPage(placedPage([{ ...word, upright: true }]));
    expect(inkIn(bitmap, 86, 80, 106, 194)).toBeGreaterThan(1500);
    expect(inkIn(bitmap, 110, 178, 216, 198)).toBeLessThan(60);
  });
  test('the page lies askew: the same word is lower at the right', () => {
    const bitmap = rasterPage(placedPage([placedLine('M', { x: 60, y: 400 }), placedLine('M', { x: 540, y: 400 })]));
    const top = (left: number, right: number) => {
      for (let y = 360; y < 420; y += 0.4) if (inkIn(bitmap, left, y, right, y + 0.4) > 3) return y;
      return -1;
    };
    expect(top(538, 556) - top(58, 76)).toBeGreaterThan(1.5);
  });
  test('the same page gives the same dots, another page other dust', () => {
    const first = rasterPage(placedPage([word]));
    expect(Buffer.from(rasterPage(placedPage([word])).dots).equals(Buffer.from(first.dots))).toBe(true);
    const second = rasterPage(placedPage([word], { pageNumber: 2 }));
    expect(Buffer.from(second.dots).equals(Buffer.from(first.dots))).toBe(false);
  });
});
