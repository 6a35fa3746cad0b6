// Finds the paragraph sign, which Tesseract's English does not know: it reads `¶ 7` as `§ 7`, `9 7` or `4 7`, and cites what is not there.
// Shape in: the picture that was read, its lines → shape out: the lines with `¶` where two straight stems stand below the baseline.
// A sign in doubt stays as it was read: `§` and `9` have curves there, `q` and `]` one stem.
import type { GrayPicture } from './straighten.ts';
import type { SeenBox, SeenLine, SeenWord } from './tesseract.ts';

/** What a pilcrow, or two of them, are taken for; a number may follow without a space. */
const taken = /^[9§4qfgJ¶][9§4qfgJ¶1l|\]]{0,2}/;
/** Darker than this is ink. */
const ink = 128;
/** Share of the sign's height that lies below the baseline, at least: digits stand on it. */
const below = 0.12;
/** The part of its height, from the bottom, in which there is nothing but stems; its very end may have feet. */
const stems = { from: 0.36, to: 0.08 };
/** So many of the rows there show the same stems; pixels that an edge may stray. */
const agreeing = 0.85;
const stray = 2;
/** The place of the strokes is certain, whatever Tesseract made of it. */
const confidence = 90;

/** Puts pilcrows right. */
export function withPilcrows(picture: GrayPicture, lines: readonly SeenLine[]): SeenLine[] {
  return lines.map((line) => ({ ...line, words: line.words.map((word) => withPilcrow(picture, line, word)) }));
}

function withPilcrow(picture: GrayPicture, { baseline }: SeenLine, word: SeenWord): SeenWord {
  const sign = taken.exec(word.text)?.[0];
  if (sign === undefined) return word;
  const level = Math.abs(baseline.y1 - baseline.y0) <= Math.abs(baseline.x1 - baseline.x0);
  // Longest first: `9]` is one sign, `94` in `9427` may be one sign and a number.
  for (let length = Math.min(sign.length, word.symbols.length); length > 0; length--) {
    const symbols = word.symbols.slice(0, length);
    const rest = word.text.slice(symbols.map(({ text }) => text).join('').length);
    if (!level || !/^(?:\d|$)/.test(rest)) continue;
    const box = aroundAll(symbols);
    const number = pilcrowsIn(picture, box, baseline.y0);
    if (number === 0) continue;
    const width = (box.x1 - box.x0) / number;
    const found = Array.from({ length: number }, (_, at) => ({
      ...box,
      text: '¶',
      x0: box.x0 + at * width,
      x1: box.x0 + (at + 1) * width,
    }));
    return {
      ...word,
      text: '¶'.repeat(number) + rest,
      confidence: Math.max(confidence, word.confidence),
      symbols: [...found, ...word.symbols.slice(length)],
    };
  }
  return word;
}

function aroundAll(boxes: readonly SeenBox[]): SeenBox {
  return {
    x0: Math.min(...boxes.map(({ x0 }) => x0)),
    y0: Math.min(...boxes.map(({ y0 }) => y0)),
    x1: Math.max(...boxes.map(({ x1 }) => x1)),
    y1: Math.max(...boxes.map(({ y1 }) => y1)),
  };
}

/** How many pilcrows stand in a box: half as many as stems; 0 where something else does. */
function pilcrowsIn(picture: GrayPicture, { x0, y0, x1, y1 }: SeenBox, baseline: number): number {
  const height = y1 - y0;
  if (height < 8 || y1 - baseline < below * height) return 0;
  const rows: number[][] = [];
  for (let y = Math.round(y1 - stems.from * height); y < Math.round(y1 - stems.to * height); y++)
    rows.push(strokesOf(picture, y, x0, x1));
  const middle = rows[Math.floor(rows.length / 2)] ?? [];
  const same = rows.filter(
    (row) => row.length === middle.length && row.every((start, at) => Math.abs(start - (middle[at] ?? 0)) <= stray),
  );
  return middle.length % 2 === 0 && same.length >= agreeing * rows.length ? middle.length / 2 : 0;
}

/** Where the strokes of a row begin. */
function strokesOf({ width, pixels }: GrayPicture, y: number, from: number, to: number): number[] {
  const starts: number[] = [];
  let isInk = false;
  for (let x = Math.max(0, Math.floor(from)); x < Math.min(width, Math.ceil(to)); x++) {
    const isDark = (pixels[y * width + x] ?? 255) < ink;
    if (isDark && !isInk) starts.push(x);
    isInk = isDark;
  }
  return starts;
}
