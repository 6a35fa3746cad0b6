// Lines of a page as few bytes: coordinates in hundredths of a point, compressed. A page of text takes about 2 kB.
// Shape in: PageLine[] → bytes → PageLine[]; advances keep their sum exact to 0.005 pt however long the line is.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { CitedLine, Furniture, PageLine } from '../contract/page.ts';

type CitedRow = [from: number, to: number, number: number | null, furniture: Furniture | null];
const citedValues = 4;

type Row = [
  ...CitedRow,
  x: number,
  y: number,
  directionX: number,
  directionY: number,
  ascent: number,
  descent: number,
  advances: number[],
  fontSize: number,
  style: number,
  superscripts: (readonly [number, number])[],
];

const unit = 100;
const bold = 1;
const italic = 2;

/** Packs lines. */
export function packLines(lines: readonly PageLine[]): Uint8Array {
  const rows = lines.map((line): Row => {
    const style = (line.bold ? bold : 0) + (line.italic ? italic : 0);
    return [
      line.from,
      line.to,
      line.number,
      line.furniture,
      hundredths(line.x),
      hundredths(line.y),
      line.direction[0],
      line.direction[1],
      hundredths(line.ascent),
      hundredths(line.descent),
      steps(line.advances),
      hundredths(line.fontSize),
      style,
      [...line.superscripts],
    ];
  });
  return deflateRawSync(JSON.stringify(rows));
}

/** Unpacks what `packLines` made. */
export function unpackLines(bytes: Uint8Array): PageLine[] {
  // Written by `packLines` only, so the shape is ours.
  const rows = JSON.parse(inflateRawSync(bytes).toString('utf8')) as Row[];
  return rows.map(
    ([
      from,
      to,
      number,
      furniture,
      x,
      y,
      directionX,
      directionY,
      ascent,
      descent,
      advances,
      size,
      style,
      superscripts,
    ]) => ({
      from,
      to,
      number,
      furniture,
      x: x / unit,
      y: y / unit,
      direction: [directionX, directionY] as const,
      ascent: ascent / unit,
      descent: descent / unit,
      advances: advances.map((advance) => advance / unit),
      fontSize: size / unit,
      bold: (style & bold) !== 0,
      italic: (style & italic) !== 0,
      superscripts,
    }),
  );
}

/**
 * Unpacks of each line what a citation asks: its first four values. Nine tenths of a line are its advances, which are left as text.
 */
export function unpackCitedLines(bytes: Uint8Array): CitedLine[] {
  const rows = inflateRawSync(bytes).toString('latin1');
  const heads: string[] = [];
  // No value before the advances is a list, and none of them has a comma in it.
  for (let start = rows.indexOf('[', 1); start >= 0;) {
    let end = start;
    for (let value = 0; value < citedValues; value += 1) end = rows.indexOf(',', end + 1);
    heads.push(rows.slice(start, end));
    const superscripts = rows.indexOf('[', rows.indexOf(']', end));
    const isEmpty = rows[superscripts + 1] === ']';
    start = rows.indexOf('[', isEmpty ? superscripts + 1 : rows.indexOf(']]', superscripts));
  }
  const lines = JSON.parse(`[${heads.map((head) => `${head}]`).join()}]`) as (readonly [...CitedRow])[];
  return lines.map(([from, to, number, furniture]) => ({ from, to, number, furniture }));
}

function hundredths(points: number): number {
  return Math.round(points * unit);
}

/** Rounds the sums, not the steps: errors do not add up along the line. */
function steps(advances: readonly number[]): number[] {
  let sum = 0;
  let written = 0;
  return advances.map((advance) => {
    sum += advance;
    const step = hundredths(sum) - written;
    written += step;
    return step;
  });
}
