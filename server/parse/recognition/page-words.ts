// What Tesseract sees on a straightened page → words with baseline and advances, without the dirt it takes for letters.
// Shape in: seen lines, in pixels → shape out: words, in pixels of the same picture. A word in doubt stays: its confidence tells.
import type { Leader } from './clean-picture.ts';
import type { SeenBox, SeenLine, SeenWord } from './tesseract.ts';

/** A word in pixels, y downwards. */
export interface PixelWord {
  readonly text: string;
  readonly confidence: number;
  readonly line: number;
  /** Degrees, counter-clockwise, between the page's reading direction and the word's: a margin may be read upwards. */
  readonly turn: Turn;
  readonly x: number;
  readonly y: number;
  readonly advances: readonly number[];
  readonly size: number;
}

/** Across, upwards, or downwards. */
export type Turn = 0 | 90 | 270;

/** Heights in units of the font size, as Times and Arial have them: a line from ascender to descender, capitals, small letters. */
const heights = { line: 0.88, tall: 0.69, small: 0.48 };
/** In pixels: what is lower is no letter's box. */
const leastHeight = 4;
const tall = /^[A-ZÄÖÜ0-9bdfhklß§]$/;
const small = /^[acemnorsuvwxz]$/;
/** Sizes so near to each other are one size: each line is measured by itself. */
const sameSize = 0.14;
/** Confidence below which a line as a whole is dirt, and a sign or two between words. */
const limits = { line: 25, sign: 60, scrap: 35, column: 65 };

/** A line seen in its own direction: `at` and `to` along it. */
interface LevelLine {
  readonly turn: Turn;
  readonly size: number;
  readonly words: readonly SeenWord[];
  readonly along: (box: SeenBox) => readonly [number, number];
  /** The baseline's place across the line. */
  readonly across: number;
}

/** Gives the words of the lines, in the order they were seen. */
export function wordsOf(lines: readonly SeenLine[]): PixelWord[] {
  const kept = lines
    .map((line) => ({ ...line, words: line.words.filter((word) => isNumber(line, word) || !isDirt(line, word)) }))
    .filter((line) => line.words.length > 0 && !isFalseColumn(line))
    .filter((line) => line.words.some((word) => isNumber(line, word)) || confidenceOf(line.words) >= limits.line)
    .map(levelled);
  const sizes = commonSizes(kept.map(({ size, words }) => ({ size, weight: lettersOf(words) })));
  return kept.flatMap(({ turn, words, along, across }, line) =>
    words.map((word) => {
      const [from] = along(word);
      const [x, y] = turn === 0 ? [from, across] : [across, turn === 90 ? -from : from];
      const { confidence } = word;
      return {
        text: word.text.trim(),
        confidence,
        line,
        turn,
        x,
        y,
        advances: advancesOf(word, along),
        size: sizes[line] ?? 0,
      };
    }),
  );
}

/** Adds the dots of leader lines: what stands between a heading and its page number in a table of contents. */
export function withLeaders(words: readonly PixelWord[], leaders: readonly Leader[]): readonly PixelWord[] {
  const lines = words.reduce((most, { line }) => Math.max(most, line + 1), 0);
  const dots = leaders.flatMap(({ x0, x1, y, dots: count }, index) => {
    const beside = words.find((word) => word.turn === 0 && Math.abs(word.y - y) < 0.25 * word.size);
    if (beside === undefined) return [];
    const advances = Array.from({ length: count }, () => (x1 - x0) / count);
    const { size } = beside;
    return [
      {
        text: '.'.repeat(count),
        confidence: 100,
        line: lines + index,
        turn: 0 as const,
        x: x0,
        y: beside.y,
        advances,
        size,
      },
    ];
  });
  return [...words, ...dots];
}

/** The page lies straight by now: what slope a line still has is noise, and its words stand on one height. */
function levelled({ baseline, words, height }: SeenLine): LevelLine {
  const [dx, dy] = [baseline.x1 - baseline.x0, baseline.y1 - baseline.y0];
  const size = sizeOf(words, height, Math.abs(dy) > Math.abs(dx));
  if (Math.abs(dx) >= Math.abs(dy)) {
    const middle = ((words[0]?.x0 ?? 0) + (words.at(-1)?.x1 ?? 0)) / 2;
    const across = baseline.y0 + (dy / Math.max(1, Math.abs(dx))) * Math.sign(dx || 1) * (middle - baseline.x0);
    return { turn: 0, size, words, across, along: ({ x0, x1 }) => [x0, x1] };
  }
  const across = (baseline.x0 + baseline.x1) / 2;
  return dy < 0
    ? { turn: 90, size, words, across, along: ({ y0, y1 }) => [-y1, -y0] }
    : { turn: 270, size, words, across, along: ({ y0, y1 }) => [y0, y1] };
}

/** The font size that most letters speak for; a line without letters of a known height has its own. */
function sizeOf(words: readonly SeenWord[], height: number, isUpright: boolean): number {
  const said = words
    .flatMap(({ symbols }) => symbols)
    .flatMap((symbol) => {
      const own = isUpright ? symbol.x1 - symbol.x0 : symbol.y1 - symbol.y0;
      if (own < leastHeight) return [];
      if (tall.test(symbol.text)) return [own / heights.tall];
      return small.test(symbol.text) ? [own / heights.small] : [];
    })
    .toSorted((a, b) => a - b);
  return said[Math.floor(said.length / 2)] ?? height / heights.line;
}

/** Whether a line that runs up or down the page makes no sense: a firm's name in the margin has words. */
function isFalseColumn({ baseline: { x0, y0, x1, y1 }, words }: SeenLine): boolean {
  if (Math.abs(y1 - y0) <= Math.abs(x1 - x0)) return false;
  return confidenceOf(words) < limits.column || lettersOf(words) < 2.5 * words.length;
}

/** Mean confidence over the letters. */
export function confidenceOf(words: readonly { readonly text: string; readonly confidence: number }[]): number {
  const letters = lettersOf(words);
  return letters === 0 ? 0 : words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / letters;
}

function lettersOf(words: readonly { readonly text: string }[]): number {
  return words.reduce((sum, { text }) => sum + text.length, 0);
}

/** Tesseract is never sure of a number that stands alone; what it numbers is told from its neighbours and from other pages later. */
function isNumber({ place }: SeenLine, { text }: SeenWord): boolean {
  if (place === 'margin') return /^\d{1,2}$/.test(text.trim());
  if (place === 'contents') return /^(?:\d{1,3},?|[ivxl]{1,6})$/.test(text.trim());
  return place === 'foot' && /^[-–—]?(?:\d{1,4}|[ivxl]{1,6})[-–—]?\.?$/.test(text.trim());
}

/** Specks, rules and shadows of the scanner: signs without a letter, and scraps of one or two letters that nobody is sure of. */
function isDirt({ place }: SeenLine, { text, confidence, x0, x1, y0, y1 }: SeenWord): boolean {
  const word = text.trim();
  if (place === 'margin' || place === 'contents') return true;
  if (word === '' || x1 <= x0 || y1 <= y0) return true;
  const letters = word.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (letters === 0) return confidence < limits.sign || /^[-—–_=~|.:'’‘“”*]{2,}$/.test(word);
  return letters <= 2 && confidence < limits.scrap;
}

/** The sizes of lines, those near to each other made one: the heaviest speaks for its neighbours. */
function commonSizes(lines: readonly { readonly size: number; readonly weight: number }[]): number[] {
  const heads: number[] = [];
  const byWeight = lines.toSorted((a, b) => b.weight - a.weight);
  const isNear = (size: number, head: number): boolean => Math.abs(size - head) <= sameSize * head;
  // The middle one of the heaviest half of the page, so that one odd line does not set the measure.
  const heavy = byWeight.slice(0, Math.ceil(byWeight.length / 2)).map(({ size }) => size);
  const median = heavy.toSorted((a, b) => a - b)[Math.floor(heavy.length / 2)];
  if (median !== undefined) heads.push(median);
  for (const { size } of byWeight) if (!heads.some((head) => isNear(size, head))) heads.push(size);
  return lines.map(({ size }) => heads.find((head) => isNear(size, head)) ?? size);
}

/** Letters end half way to the next letter's ink; where Tesseract gives no letters of its own, all are as wide. */
function advancesOf(word: SeenWord, along: LevelLine['along']): number[] {
  const text = word.text.trim();
  const [start, end] = along(word);
  const even = (): number[] => Array.from({ length: text.length }, () => (end - start) / Math.max(1, text.length));
  if (word.symbols.map((symbol) => symbol.text).join('') !== text) return even();
  const advances: number[] = [];
  let from = start;
  for (const [index, symbol] of word.symbols.entries()) {
    const next = word.symbols[index + 1];
    const to = next === undefined ? end : (along(symbol)[1] + along(next)[0]) / 2;
    if (to < from) return even();
    for (let unit = 0; unit < symbol.text.length; unit++) advances.push((to - from) / symbol.text.length);
    from = to;
  }
  return advances;
}
