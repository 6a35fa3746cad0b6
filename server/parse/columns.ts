// Tells columns of running text from tables: both leave a gap down the page, but only columns are read one after the other.
// Shape in: rows of fragments, furniture left out, and where number columns stand → shape out: gutters from top to bottom.
// In doubt there is no gutter: a table torn apart makes nonsense of every row of it.
import type { Fragment } from './lines.ts';

/** A gap between two columns. */
export interface Gutter {
  /** Rows it runs through, first and last. */
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

type Rows = readonly (readonly Fragment[])[];

/** Width of a gutter in points. */
const gutterWidth = 9;
/** Lines that a column has at least. */
const fewestLines = 6;
/** Share of the text's width that each of two columns takes up. */
const columnShare = 0.28;

/** Goes down the rows, narrowing the gap that all of them leave open, and keeps stretches that look like columns. */
export function findGutters(rows: Rows): Gutter[] {
  return guttersOf(rows, 2);
}

function guttersOf(rows: Rows, depth: number): Gutter[] {
  const found: Gutter[] = [];
  const width = extentOf(rows);
  let top = 0;
  // A stretch that was no pair of columns is none either when it begins a row later.
  const refused: Gutter[] = [];
  while (top < rows.length) {
    const gutter = gutterFrom(rows, top, width, depth, refused);
    if (gutter) found.push(gutter);
    top = gutter ? gutter.bottom + 1 : top + 1;
  }
  return found;
}

function gutterFrom(rows: Rows, top: number, width: number, depth: number, refused: Gutter[]): Gutter | null {
  const first = rows[top] ?? [];
  let best: Gutter | null = null;
  for (let i = 1; i < first.length; i++) {
    const gap = stretch(rows, top, first[i - 1]?.u1 ?? 0, first[i]?.u0 ?? 0);
    if (!gap || refused.some((other) => isWithin(gap, other))) continue;
    if (!isPair(rows.slice(gap.top, gap.bottom + 1), gap, width, depth)) refused.push(gap);
    else if (!best || gap.bottom - gap.top > best.bottom - best.top) best = gap;
  }
  return best;
}

/** How far down a gap goes on; null when it is no wider than a word's gap, or soon ends. */
function stretch(rows: Rows, top: number, from: number, to: number): Gutter | null {
  let [left, right] = [from, to];
  if (right - left < gutterWidth) return null;
  let bottom = top;
  for (let index = top + 1; index < rows.length; index++) {
    const row = rows[index] ?? [];
    const narrowed = narrow(row, left, right);
    if (!narrowed) break;
    [left, right] = narrowed;
    if (row.length > 0) bottom = index;
  }
  return bottom - top + 1 < fewestLines ? null : { top, bottom, left, right };
}

/** The part of the gap that this row leaves open too; null when it crosses the gap. */
function narrow(row: readonly Fragment[], left: number, right: number): readonly [number, number] | null {
  let [from, to] = [left, right];
  for (const { u0, u1 } of row) {
    if (u1 <= left || u0 >= right) continue;
    if (u0 <= from && u1 >= to) return null;
    if (u0 <= (left + right) / 2) from = Math.max(from, u1);
    else to = Math.min(to, u0);
  }
  return to - from >= gutterWidth ? [from, to] : null;
}

function isWithin(gap: Gutter, other: Gutter): boolean {
  return gap.bottom <= other.bottom && gap.top >= other.top && gap.left < other.right && gap.right > other.left;
}

/** Whether text runs on both sides of a gap. */
function isPair(rows: Rows, gap: Gutter, width: number, depth: number): boolean {
  const middle = (gap.left + gap.right) / 2;
  const left = sideOf(rows.map((row) => row.filter(({ u0 }) => u0 < middle)));
  const right = sideOf(rows.map((row) => row.filter(({ u0 }) => u0 >= middle)));
  const hasRoom = ({ lines, extent }: Side) => lines.length >= fewestLines && extent >= columnShare * width;
  // Both sides are measured before either is read: of a table one is too narrow.
  if (hasRoom(left) && hasRoom(right) && runsOn(left, depth) && runsOn(right, depth)) return true;
  // A figure or a reviser's notes beside prose; amounts beside what they are for are the cells of a table.
  const stands = (prose: Side, beside: Side) =>
    prose.extent >= columnShare * width &&
    beside.extent >= 0.15 * width &&
    isColumn(prose, prosaic) &&
    beside.letters() >= 12;
  return stands(left, right) || stands(right, left);
}

/** One side of a gap. */
interface Side {
  readonly rows: Rows;
  readonly lines: Rows;
  readonly left: number;
  readonly extent: number;
  /** Letters in a line, on average; figures do not count. Counted when asked for: most gaps are none for other reasons. */
  readonly letters: () => number;
}

function sideOf(rows: Rows): Side {
  const lines = rows.filter((row) => row.length > 0);
  let [left, right] = [Infinity, -Infinity];
  for (const line of lines)
    for (const { u0, u1 } of line) {
      left = Math.min(left, u0);
      right = Math.max(right, u1);
    }
  let counted = -1;
  const letters = () => {
    if (counted < 0)
      counted = lines.reduce((sum, line) => sum + line.reduce((most, fragment) => most + lettersOf(fragment), 0), 0);
    return counted / Math.max(1, lines.length);
  };
  return { rows, lines, left, extent: lines.length === 0 ? 0 : right - left, letters };
}

/** The same row is asked about for each gap of its neighbours. */
const lettersKnown = new WeakMap<Fragment, number>();

function lettersOf(fragment: Fragment): number {
  const known = lettersKnown.get(fragment);
  if (known !== undefined) return known;
  const count = fragment.text.match(/\p{L}/gu)?.length ?? 0;
  lettersKnown.set(fragment, count);
  return count;
}

/** What addresses of counsel are made of: `name@firm.com`, `(415) 555-0100`, `CA 94105`, `LLP`, a bar number. */
const addressSign =
  /@|\(\d{3}\)\s?\d{3}|\d{3}[-.]\d{3}[-.]\d{4}|\b[A-Z]{2}\.? \d{5}\b|\b(?:LLP|PLLC|P\.C\.|Esq)\b|\b(?:SBN|Bar No)\b|\b(?:Suite|Ste\.|Street|Avenue)\b/i;

/** Counsel of several parties side by side: each column is one address after the other. */
function isAddresses(lines: Rows): boolean {
  if (lines.filter((line) => line.length === 1).length < 0.8 * lines.length) return false;
  const signs = lines.filter((line) => line.some(({ text }) => addressSign.test(text))).length;
  return signs >= 3 && signs >= 0.3 * lines.length;
}

function runsOn(side: Side, depth: number): boolean {
  if (isColumn(side, plain) || isAddresses(side.lines)) return true;
  // Three columns: the rest of the page is a pair of columns itself.
  const covered =
    depth === 0 ? 0 : guttersOf(side.rows, depth - 1).reduce((sum, { top, bottom }) => sum + bottom - top + 1, 0);
  return covered > 0.6 * side.lines.length;
}

/** What is asked of a column: letters in a line, and shares of its lines. */
interface Measure {
  readonly lines: number;
  readonly letters: number;
  readonly full: number;
  readonly goingOn: number;
}

const plain: Measure = { lines: fewestLines, letters: 15, full: 0.5, goingOn: 0.35 };
const prosaic: Measure = { lines: 8, letters: 30, full: 0.6, goingOn: 0.5 };

/**
 * Running text: long lines without holes that begin at one edge, and often in the middle of a sentence. Cells of a table are
 * short, begin with a capital or a figure, and stand apart.
 */
function isColumn({ lines, left, extent, letters }: Side, least: Measure): boolean {
  const share = (is: (line: readonly Fragment[]) => boolean) => lines.filter(is).length / lines.length;
  return (
    lines.length >= least.lines &&
    share(([first]) => !!first && first.u0 - left < 0.3 * extent) >= 0.75 &&
    share((line) => (line.at(-1)?.u1 ?? 0) - left > 0.8 * extent) >= least.full &&
    share((line) => line.some((fragment, i) => i > 0 && fragment.u0 - (line[i - 1]?.u1 ?? 0) > 24)) <= 0.3 &&
    // Last what must be read: places settle most gaps.
    share(([first]) => /^\p{Ll}/u.test(first?.text ?? '')) >= least.goingOn &&
    letters() >= least.letters
  );
}

function extentOf(rows: Rows): number {
  const all = rows.flat();
  if (all.length === 0) return 0;
  return Math.max(...all.map(({ u1 }) => u1)) - Math.min(...all.map(({ u0 }) => u0));
}
