// Rows → fragments: pieces of one row without a wide gap, as text with one advance per UTF-16 unit.
// Shape in: rows → shape out: fragments (later joined to lines, reading-order.ts). Spaces come from gaps and from drawn spaces.
import type { Glyph } from './glyphs.ts';
import type { Row, RowRun } from './rows.ts';
import { partOfRun, type Run } from './runs.ts';

/** A piece of a line. Lengths in points; `u`, `v` in coordinates turned by `angle`; offsets count within `text`. */
export interface Fragment {
  readonly text: string;
  readonly advances: readonly number[];
  readonly angle: number;
  readonly u0: number;
  readonly u1: number;
  readonly v: number;
  readonly x: number;
  readonly y: number;
  readonly fontSize: number;
  readonly ascent: number;
  readonly descent: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly superscripts: readonly (readonly [number, number])[];
  /** Drawn without ink: a scan's text layer. */
  readonly invisible: boolean;
  /** Which row it came from: fragments of one row stand on one baseline. */
  readonly row: number;
}

/** In units of the font size. */
const fragmentGap = 0.9;
const numberGap = 0.3;
const wordGap = 0.15;
/** Share of its letters that makes a line bold or italic: a paragraph that opens with a bold name is neither. */
const most = 0.75;

/** Cuts each row at its wide gaps; also after a lone number of one or two digits, which may be a margin number. */
export function fragmentsOf(rows: readonly Row[]): Fragment[] {
  const fragments: Fragment[] = [];
  for (const [index, row] of rows.entries()) {
    const pieces: RowRun[][] = [];
    let piece: RowRun[] = [];
    let end = 0;
    for (const part of row.runs) {
      const gap = part.run.u0 - end;
      const size = Math.max(part.run.size, 0.1);
      const cuts =
        piece.length > 0 &&
        (gap > fragmentGap * Math.min(size, row.size || size) || (gap > numberGap * size && isShortNumber(piece)));
      if (cuts) {
        pieces.push(piece);
        piece = [];
      }
      piece.push(part);
      end = piece.length === 1 ? part.run.u1 : Math.max(end, part.run.u1);
    }
    if (piece.length > 0) pieces.push(piece);
    for (const whole of pieces) for (const parts of splitLeadingNumber(whole)) fragments.push(fragmentOf(parts, index));
  }
  return fragments;
}

function isShortNumber(parts: readonly RowRun[]): boolean {
  const [first] = parts;
  if (!first || parts.length > 1 || first.raised || first.run.glyphs.length > 2) return false;
  return /^\d{1,2}$/.test(first.run.glyphs.map(({ text }) => text).join(''));
}

/** A margin number drawn in one go with its line (`14 the text`) still becomes a fragment of its own. */
function splitLeadingNumber(parts: RowRun[]): RowRun[][] {
  const [first] = parts;
  // Nearly every piece begins with a letter.
  if (!first || first.raised || !isDigit(first.run.glyphs[0]?.text ?? '')) return [parts];
  const { glyphs, spaced } = first.run;
  let digits = 0;
  while (digits < glyphs.length && isDigit(glyphs[digits]?.text ?? '')) digits++;
  const [last, next] = [glyphs[digits - 1], glyphs[digits]];
  if (digits === 0 || digits > 2 || !last || !next || spaced[digits] === false) return [parts];
  if (next.u - last.u - last.width < numberGap * first.run.size) return [parts];
  return [
    [{ run: partOfRun(first.run, 0, digits), raised: false }],
    [{ run: partOfRun(first.run, digits, glyphs.length), raised: false }, ...parts.slice(1)],
  ];
}

function isDigit(text: string): boolean {
  return text.length === 1 && text >= '0' && text <= '9';
}

function fragmentOf(parts: readonly RowRun[], row: number): Fragment {
  const line = new TextLine();
  for (const part of parts) line.add(part);
  return line.finish(row);
}

class TextLine {
  /** Joined at the end: a string grown letter by letter stays a chain of pieces, ten times its size. */
  private readonly units: string[] = [];
  private readonly advances: number[] = [];
  private readonly superscripts: [number, number][] = [];
  private last: Glyph | null = null;
  private trailingSpace = false;
  private readonly weight = { all: 0, bold: 0, italic: 0, invisible: 0 };
  private main: Run | null = null;
  private first: Glyph | null = null;
  private ascent = 0;
  private descent = 0;

  add({ run, raised }: RowRun): void {
    // Beside a raised figure the larger letters set the measure.
    const gap = wordGap * Math.max(run.size, raised ? (this.last?.size ?? 0) : 0) + tracking(run);
    let from = this.advances.length;
    for (let i = 0; i < run.glyphs.length; i++) {
      const glyph = run.glyphs[i];
      if (!glyph) continue;
      const at = this.addGlyph(glyph, i === 0 ? this.trailingSpace : run.spaced[i] === true, gap);
      if (i === 0) from = at;
    }
    this.trailingSpace = run.trailingSpace;
    if (raised) this.superscripts.push([from, this.advances.length]);
    if (!raised && (!this.main || run.glyphs.length > this.main.glyphs.length)) this.main = run;
    const { font } = run.glyphs[0] ?? {};
    if (font && !raised) {
      this.ascent = Math.max(this.ascent, font.ascent * run.size);
      this.descent = Math.max(this.descent, font.descent * run.size);
    }
  }

  /** Adds a character, and a space before it where one belongs; gives the offset of the character. */
  private addGlyph(glyph: Glyph, spaced: boolean, gap: number): number {
    const { last, advances, weight } = this;
    const { font } = glyph;
    if (last) {
      const distance = glyph.u - last.u - last.width;
      if (spaced || distance > gap) {
        this.units.push(' ');
        advances.push(distance);
      } else advances[advances.length - 1] = (advances[advances.length - 1] ?? 0) + distance;
    } else this.first = glyph;
    const at = advances.length;
    // A run holds no spaces: a single character, as nearly all are, has nothing to trim.
    const text = glyph.text.length === 1 ? glyph.text : glyph.text.trim();
    const { length } = text;
    if (length === 1) advances.push(glyph.width);
    else for (let i = 0; i < length; i++) advances.push(glyph.width / length);
    this.units.push(text);
    this.last = glyph;
    weight.all += length;
    if (font.bold) weight.bold += length;
    if (font.italic) weight.italic += length;
    if (glyph.invisible) weight.invisible += length;
    return at;
  }

  finish(row: number): Fragment {
    const { first, main, weight } = this;
    const u0 = first?.u ?? 0;
    const base = main?.glyphs[0] ?? first;
    // The origin of the first character, moved onto the baseline of most of the line (the first may be raised).
    const drop = (base?.v ?? 0) - (first?.v ?? 0);
    const radians = ((first?.angle ?? 0) * Math.PI) / 180;
    return {
      text: this.units.join(''),
      advances: inHundredths(this.advances),
      angle: first?.angle ?? 0,
      u0,
      u1: (this.last?.u ?? 0) + (this.last?.width ?? 0),
      v: base?.v ?? 0,
      x: hundredths((first?.x ?? 0) - Math.sin(radians) * drop),
      y: hundredths((first?.y ?? 0) + Math.cos(radians) * drop),
      fontSize: hundredths(main?.size ?? first?.size ?? 0),
      ascent: hundredths(this.ascent),
      descent: hundredths(this.descent),
      bold: weight.bold > most * weight.all,
      italic: weight.italic > most * weight.all,
      superscripts: this.superscripts,
      invisible: weight.invisible * 2 > weight.all,
      row,
    };
  }
}

/** Spaced-out lettering (`C O M P L A I N T` with wide tracking): what lies between most letters is no word gap. */
function tracking(run: Run): number {
  const { glyphs, spaced, size } = run;
  // Nearly every run is set tight, which its first letters tell: with as many tight gaps as a quarter of all, the quarter is one.
  const enough = Math.floor((glyphs.length - 1) / 4);
  const gaps: number[] = [];
  let tight = 0;
  let before = glyphs[0];
  for (let i = 1; i < glyphs.length && tight <= enough; i++) {
    const glyph = glyphs[i];
    if (before && glyph && spaced[i] !== true) {
      const gap = glyph.u - before.u - before.width;
      gaps.push(gap);
      if (gap <= 0.05 * size) tight += 1;
    }
    before = glyph;
  }
  const quarter = Math.floor(gaps.length / 4);
  if (gaps.length < 5 || tight > quarter) return 0;
  return gaps.toSorted((a, b) => a - b)[quarter] ?? 0;
}

/** Rounds a list; the copy has no room to grow, which a list that was added to has. */
function inHundredths(lengths: number[]): readonly number[] {
  for (let i = 0; i < lengths.length; i++) lengths[i] = hundredths(lengths[i] ?? 0);
  return lengths.slice();
}

/** A hundredth of a point is finer than any printer. */
export function hundredths(points: number): number {
  return Math.round(points * 100) / 100;
}
