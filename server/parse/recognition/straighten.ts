// How a scanned page lies, and the picture of it turned upright: a pure reckoning on grey pixels.
// Shape in: a picture → shape out: the angle at which its lines of text run; a turned picture with the matrix back to the old one.
// In doubt a page lies straight.
import type { Matrix } from '../matrix.ts';

/** A grey picture: one byte a pixel, rows from top to bottom, 255 = white. */
export interface GrayPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A turned picture; `back` leads from its pixels to those of the picture it was made from. */
export interface TurnedPicture {
  readonly picture: GrayPicture;
  readonly back: Matrix;
}

/** How a page lies. */
export interface Lie {
  /** Degrees by which lines fall to the right (clockwise, y downwards); small. */
  readonly skew: number;
  /** How clearly lines show when the picture is read across, and when it is read down. */
  readonly across: number;
  readonly down: number;
}

/** Pixels a side of the picture in which lines are looked for. */
const sketchSide = 900;
/** The largest skew looked for, in degrees, and the steps. */
const reach = 5;
const coarse = 0.5;
const fine = 0.05;
/** A turn must make lines so much clearer than none. */
const gain = 1.04;
/** Dots kept of the sketch: more say nothing new. */
const mostDots = 60_000;

/** Finds how the lines of a page run. */
export function lieOf(picture: GrayPicture): Lie {
  const dots = inkOf(picture);
  const swapped = { width: dots.height, height: dots.width, xs: dots.ys, ys: dots.xs };
  const [acrossSkew, across] = bestSkew(dots);
  const [downSkew, down] = bestSkew(swapped);
  // Read down, x and y have changed places, and with them the sense of turning.
  return { skew: across >= down ? acrossSkew : -downSkew, across, down };
}

interface Dots {
  readonly width: number;
  readonly height: number;
  readonly xs: Float32Array;
  readonly ys: Float32Array;
}

/** The dark dots of a small copy of the picture, without those of large dark areas: photographs, black borders. */
function inkOf({ width, height, pixels }: GrayPicture): Dots {
  const step = Math.max(1, Math.ceil(Math.max(width, height) / sketchSide));
  const [columns, rows] = [Math.floor(width / step), Math.floor(height / step)];
  const dark = new Uint8Array(columns * rows);
  const limit = darkBelow(pixels);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let least = 255;
      for (let y = row * step; y < (row + 1) * step; y++) {
        const start = y * width + column * step;
        for (let x = start; x < start + step; x++) least = Math.min(least, pixels[x] ?? 255);
      }
      if (least < limit) dark[row * columns + column] = 1;
    }
  }
  const found: number[] = [];
  for (let at = 0; at < dark.length; at++) {
    if (dark[at] === 1 && !(inside(dark, at, columns) && inside(dark, at, 1))) found.push(at);
  }
  const every = Math.max(1, Math.ceil(found.length / mostDots));
  const kept = found.filter((_, index) => index % every === 0);
  return {
    width: columns,
    height: rows,
    xs: Float32Array.from(kept, (at) => at % columns),
    ys: Float32Array.from(kept, (at) => Math.floor(at / columns)),
  };
}

/** Whether a long way on both sides is dark too: no stroke of a letter is that thick. */
function inside(dark: Uint8Array, at: number, stride: number): boolean {
  for (let step = -6; step <= 6; step++) if (dark[at + step * stride] !== 1) return false;
  return true;
}

/** Half way between ink and paper, by the means of both sides. */
export function darkBelow(pixels: Uint8Array): number {
  let limit = 128;
  for (let round = 0; round < 6; round++) {
    let [dark, darkCount, light, lightCount] = [0, 0, 0, 0];
    for (let at = 0; at < pixels.length; at += 61) {
      const value = pixels[at] ?? 255;
      if (value < limit) {
        dark += value;
        darkCount++;
      } else {
        light += value;
        lightCount++;
      }
    }
    if (darkCount === 0 || lightCount === 0) break;
    limit = (dark / darkCount + light / lightCount) / 2;
  }
  return Math.min(limit, 200);
}

/** The skew at which rows are most unlike their neighbours, and how unlike they are there, per dot. */
function bestSkew(dots: Dots): readonly [number, number] {
  const scores = new Map<number, number>();
  const score = (skew: number): number => {
    const known = scores.get(skew);
    if (known !== undefined) return known;
    const value = clarity(dots, skew);
    scores.set(skew, value);
    return value;
  };
  const straight = score(0);
  let best = 0;
  for (let skew = -reach; skew <= reach; skew += coarse) if (score(skew) > score(best)) best = skew;
  const middle = best;
  for (let step = -9; step <= 9; step++) {
    const skew = middle + step * fine;
    if (score(skew) > score(best)) best = skew;
  }
  return score(best) > straight * gain ? [best, score(best)] : [0, straight];
}

function clarity({ width, height, xs, ys }: Dots, skew: number): number {
  if (xs.length === 0) return 0;
  const slope = Math.tan((skew * Math.PI) / 180);
  const margin = Math.ceil(Math.abs(slope) * width) + 1;
  const rows = new Float32Array(height + 2 * margin + 2);
  for (let dot = 0; dot < xs.length; dot++) {
    const row = Math.round((ys[dot] ?? 0) - slope * (xs[dot] ?? 0) + margin);
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 1; row < rows.length; row++) sum += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2;
  return sum / xs.length;
}

/** The picture turned clockwise by a multiple of 90 degrees. */
export function quarterTurned(source: GrayPicture, degrees: 0 | 90 | 180 | 270): TurnedPicture {
  const { width, height, pixels } = source;
  if (degrees === 0) return { picture: source, back: [1, 0, 0, 1, 0, 0] };
  const turned = new Uint8Array(pixels.length);
  if (degrees === 180) {
    for (let at = 0; at < pixels.length; at++) turned[pixels.length - 1 - at] = pixels[at] ?? 255;
    return { picture: { width, height, pixels: turned }, back: [-1, 0, 0, -1, width, height] };
  }
  const clockwise = degrees === 90;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to = clockwise ? x * height + (height - 1 - y) : (width - 1 - x) * height + y;
      turned[to] = pixels[y * width + x] ?? 255;
    }
  }
  const back: Matrix = clockwise ? [0, -1, 1, 0, 0, height] : [0, 1, -1, 0, width, 0];
  return { picture: { width: height, height: width, pixels: turned }, back };
}

/** The picture turned about its middle so that lines falling by `skew` degrees run level; its size stays, corners become white. */
export function unskewed(source: GrayPicture, skew: number): TurnedPicture {
  const { width, height, pixels } = source;
  if (skew === 0) return { picture: source, back: [1, 0, 0, 1, 0, 0] };
  const [cos, sin] = [Math.cos((skew * Math.PI) / 180), Math.sin((skew * Math.PI) / 180)];
  const [cx, cy] = [width / 2, height / 2];
  // A level place → its place in the source: turned by `skew`, clockwise as y grows downwards.
  const back: Matrix = [cos, sin, -sin, cos, cx - cos * cx + sin * cy, cy - sin * cx - cos * cy];
  const turned = new Uint8Array(pixels.length).fill(255);
  for (let y = 0; y < height; y++) {
    let sourceX = -sin * (y + 0.5) + back[4] + cos * 0.5 - 0.5;
    let sourceY = cos * (y + 0.5) + back[5] + sin * 0.5 - 0.5;
    for (let x = 0; x < width; x++, sourceX += cos, sourceY += sin) {
      const [left, top] = [Math.floor(sourceX), Math.floor(sourceY)];
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue;
      const at = top * width + left;
      const [dx, dy] = [sourceX - left, sourceY - top];
      const upper = (pixels[at] ?? 255) * (1 - dx) + (pixels[at + 1] ?? 255) * dx;
      const lower = (pixels[at + width] ?? 255) * (1 - dx) + (pixels[at + width + 1] ?? 255) * dx;
      turned[y * width + x] = upper * (1 - dy) + lower * dy;
    }
  }
  return { picture: { width, height, pixels: turned }, back };
}

/** Share of the pixels that are ink, 0–1. */
export function inkShare({ pixels }: GrayPicture): number {
  let dark = 0;
  for (let at = 0; at < pixels.length; at++) if ((pixels[at] ?? 255) < 150) dark++;
  return pixels.length === 0 ? 0 : dark / pixels.length;
}
