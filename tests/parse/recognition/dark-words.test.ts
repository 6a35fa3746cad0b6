import { expect, test } from '@jest/globals';
import type { Quad } from '../../../server/contract/geometry.ts';
import { darkWordsOf } from '../../../server/parse/recognition/dark-words.ts';

/** A page of 100 × 100 points, two pixels a point, painted by `tone` in points from the bottom left. */
function picture(tone: (x: number, y: number) => number) {
  const side = 200;
  const pixels = new Uint8Array(side * side);
  for (let row = 0; row < side; row += 1)
    for (let column = 0; column < side; column += 1) pixels[row * side + column] = tone(column / 2, 100 - row / 2);
  return { width: side, height: side, pixels, toPage: [0.5, 0, 0, -0.5, 0, 100] as const, dpi: 144 };
}
const word: Quad = [20, 40, 60, 40, 60, 52, 20, 52];
const inBar = (x: number, y: number) => x > 18 && x < 62 && y > 38 && y < 54;

test.each<[string, (x: number, y: number) => number, number[]]>([
  ['a bar', (x, y) => (inBar(x, y) ? 10 : 250), [0]],
  ['a bar that ends a little short of the box', (x, y) => (x > 21 && x < 59 && y > 40.6 && y < 51.6 ? 10 : 250), [0]],
  ['letters on paper', (x, y) => (inBar(x, y) && Math.floor(x * 2) % 4 === 0 ? 10 : 250), []],
  ['bold letters', (x, y) => (inBar(x, y) && Math.floor(x * 2) % 2 === 0 ? 10 : 250), []],
  ['white letters on a dark ground', (x, y) => (inBar(x, y) && Math.floor(x * 2) % 5 !== 0 ? 10 : 250), []],
  ['a grey highlighter', (x, y) => (inBar(x, y) ? 150 : 250), []],
  ['an underline', (x, y) => (inBar(x, y) && y < 42 ? 10 : 250), []],
  ['bare paper', () => 250, []],
])('%s', (_, tone, dark) => {
  expect(darkWordsOf(picture(tone), [word])).toEqual(dark);
});

test('a word off the page is not under anything', () => {
  expect(
    darkWordsOf(
      picture(() => 0),
      [[200, 200, 240, 200, 240, 212, 200, 212]],
    ),
  ).toEqual([]);
});
