// Words of a text layer that the picture beneath shows as nothing but dark: a bar that was drawn on paper, or into the scan itself.
// Shape in: a drawn page, boxes of words in user space → shape out: which of them. Letters leave most of their box to the paper.
import type { Quad } from '../../contract/geometry.ts';
import { apply, type Matrix } from '../matrix.ts';
import { inverse } from './render-page.ts';
import type { GrayPicture } from './straighten.ts';

/** Darker than this (0–255) is ink. */
const ink = 90;
/** Share of a word's place that is ink; white letters on a dark ground leave a fifth and more to the white. */
const covered = 0.94;
/** Places looked at within a word's box: so many along it, and so many up. */
const samples = { along: 24, up: 7 };
/** The edges of a box are left out: a layer never fits its picture to the pixel. */
const margin = 0.12;

/** Indexes of the words that lie under a bar. */
export function darkWordsOf(picture: GrayPicture & { readonly toPage: Matrix }, words: readonly Quad[]): number[] {
  const toPixels = inverse(picture.toPage);
  return words.flatMap((word, at) => (isDark(picture, toPixels, word) ? [at] : []));
}

function isDark({ width, height, pixels }: GrayPicture, toPixels: Matrix, word: Quad): boolean {
  const [x1, y1, x2, y2, , , x4, y4] = word;
  let [dark, seen] = [0, 0];
  for (let along = 0; along < samples.along; along += 1) {
    for (let up = 0; up < samples.up; up += 1) {
      const [s, t] = [along / (samples.along - 1), up / (samples.up - 1)].map(
        (share) => margin + share * (1 - 2 * margin),
      );
      const place = [
        x1 + (x2 - x1) * (s ?? 0) + (x4 - x1) * (t ?? 0),
        y1 + (y2 - y1) * (s ?? 0) + (y4 - y1) * (t ?? 0),
      ] as const;
      const [x, y] = apply(toPixels, ...place);
      const [column, row] = [Math.floor(x), Math.floor(y)];
      if (column < 0 || row < 0 || column >= width || row >= height) continue;
      seen += 1;
      if ((pixels[row * width + column] ?? 255) < ink) dark += 1;
    }
  }
  return seen > 0 && dark >= covered * seen;
}
