// Breaks runs of text into lines of a width: runs + geometry -> segments and bars for each line, first fit, hyphenated from the list.
// A word is never cut elsewhere than at its own hyphens or the listed breaks; a word wider than the line stands alone and sticks out.
import { widthOf } from './fonts.ts';
import type { Face } from './fonts.ts';
import { hyphenPositions } from './hyphenation.ts';
import type { BaseStyle, Run } from './inline.ts';
import type { Bar, Segment } from './set-line.ts';

/** Where the lines of a block stand, from the left edge of the text area. */
export interface Measure {
  readonly first: number;
  readonly rest: number;
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
  /** No word is broken: headings. */
  readonly whole?: boolean;
}

/** Words and bars of one line, and the footnotes it calls. */
export interface BrokenLine {
  readonly segments: readonly Segment[];
  readonly bars: readonly Bar[];
  readonly calls: readonly string[];
}

interface Piece {
  readonly text: string;
  readonly run: Run;
}
type Word = readonly Piece[];

function faceOf(run: Run, style: BaseStyle): Face {
  return { family: style.family, bold: style.bold || run.bold, italic: style.italic !== run.italic };
}

const sizeOf = (run: Run, style: BaseStyle) => (run.note ? style.size * 0.66 : style.size);
const widthOfPiece = (piece: Piece, style: BaseStyle) =>
  widthOf(piece.text.replaceAll('\u00A0', ' '), faceOf(piece.run, style), sizeOf(piece.run, style));
const widthOfWord = (word: Word, style: BaseStyle) => word.reduce((sum, piece) => sum + widthOfPiece(piece, style), 0);

function wordsOf(runs: readonly Run[]): Word[] {
  const words: Piece[][] = [];
  let open = false;
  for (const run of runs)
    for (const part of run.text.split(/( +)/)) {
      if (part === '') continue;
      if (part.startsWith(' ')) {
        open = false;
        continue;
      }
      const last = words.at(-1);
      if (open && last) last.push({ text: part, run });
      else words.push([{ text: part, run }]);
      open = true;
    }
  return words;
}

/** Splits a word so that its head fits: at its own hyphen or dash, or with a hyphen added. Null if it cannot. */
function splitWord(word: Word, room: number, style: BaseStyle): [Word, Word] | null {
  const [piece] = word;
  if (!piece || word.length > 2 || piece.run.secret !== null || piece.run.note) return null;
  const own = [...piece.text.matchAll(/[a-z](-|—)(?=[A-Za-z])/g)].map((match) => ({ at: match.index + 2, sign: '' }));
  const listed = hyphenPositions(piece.text).map((at) => ({ at, sign: '-' }));
  const places = [...own, ...listed].toSorted((a, b) => b.at - a.at);
  for (const { at, sign } of places) {
    const head = [{ ...piece, text: piece.text.slice(0, at) + sign }];
    if (widthOfWord(head, style) <= room) return [head, [{ ...piece, text: piece.text.slice(at) }, ...word.slice(1)]];
  }
  return null;
}

function setLine(words: readonly Word[], dx: number, style: BaseStyle): BrokenLine {
  const segments: Segment[] = [];
  const bars: Bar[] = [];
  const calls: string[] = [];
  let x = dx;
  const space = widthOf(' ', { family: style.family, bold: style.bold, italic: style.italic }, style.size);
  words.forEach((word, index) => {
    const next = words[index + 1]?.[0];
    word.forEach((piece, place) => {
      const { run } = piece;
      const width = widthOfPiece(piece, style);
      const lastOfWord = place === word.length - 1;
      const runsOn = lastOfWord && next !== undefined && next.run === run;
      const full = width + (lastOfWord && index < words.length - 1 ? space : 0);
      if (run.secret !== null)
        bars.push({
          dx: x - 0.5,
          dy: -style.size * 0.25,
          width: (runsOn ? full : width) + 1,
          height: style.size,
          redaction: true,
        });
      else {
        const face = faceOf(run, style);
        const text = piece.text.replaceAll('\u00A0', ' ') + (lastOfWord && index < words.length - 1 ? ' ' : '');
        const before = segments.at(-1);
        const joins =
          before &&
          before.rise === 0 &&
          !run.note &&
          sameFace(before.face, face) &&
          Math.abs(before.dx + before.width - x) < 0.01;
        if (joins) segments[segments.length - 1] = { ...before, text: before.text + text, width: before.width + full };
        else
          segments.push({
            dx: x,
            text,
            face,
            size: sizeOf(run, style),
            rise: run.note ? style.size * 0.34 : 0,
            width: full,
          });
        if (run.underline) bars.push({ dx: x, dy: -1.8, width: runsOn ? full : width, height: 0.6, redaction: false });
        if (run.note) calls.push(piece.text);
      }
      x += full;
    });
  });
  return { segments, bars: mergeBars(bars), calls };
}

const sameFace = (a: Face, b: Face) => a.family === b.family && a.bold === b.bold && a.italic === b.italic;

function mergeBars(bars: readonly Bar[]): Bar[] {
  const merged: Bar[] = [];
  for (const bar of bars) {
    const last = merged.at(-1);
    if (last && last.dy === bar.dy && last.redaction === bar.redaction && bar.dx - (last.dx + last.width) < 1.2)
      merged[merged.length - 1] = { ...last, width: bar.dx + bar.width - last.dx };
    else merged.push(bar);
  }
  return merged;
}

/** Breaks runs into lines. An empty text gives one empty line. */
export function breakLines(runs: readonly Run[], measure: Measure, style: BaseStyle): BrokenLine[] {
  const queue = wordsOf(runs);
  const space = widthOf(' ', { family: style.family, bold: style.bold, italic: style.italic }, style.size);
  const lines: BrokenLine[] = [];
  let line: Word[] = [];
  let used = 0;
  let hyphenated = false;
  const indentOf = () => (lines.length === 0 ? measure.first : measure.rest);
  const flush = () => {
    const slack = measure.width - used;
    const shift =
      measure.align === 'left'
        ? indentOf()
        : measure.align === 'center'
          ? measure.rest + slack / 2
          : measure.rest + slack;
    lines.push(setLine(line, shift, style));
    line = [];
    used = 0;
  };
  while (queue.length > 0) {
    const word = queue.shift() ?? [];
    const room = measure.rest + measure.width - indentOf() - used - (line.length > 0 ? space : 0);
    const width = widthOfWord(word, style);
    if (width <= room) {
      used += (line.length > 0 ? space : 0) + width;
      line.push(word);
      continue;
    }
    const split: [Word, Word] | null =
      measure.align === 'left' && measure.whole !== true && !hyphenated && room > 24 && line.length > 0
        ? splitWord(word, room, style)
        : null;
    hyphenated = split !== null;
    if (split) {
      used += space + widthOfWord(split[0], style);
      line.push(split[0]);
      queue.unshift(split[1]);
    } else if (line.length > 0) queue.unshift(word);
    else {
      used = width;
      line.push(word);
    }
    flush();
  }
  if (line.length > 0 || lines.length === 0) flush();
  return lines;
}
