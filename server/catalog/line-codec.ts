// Lines of a page as few bytes: coordinates in hundredths of a point, compressed. A page of text takes about 2 kB.
// Shape in: PageLine[] → bytes → PageLine[]; advances keep their sum exact to 0.005 pt however long the line is.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Furniture, PageLine } from '../contract/page.ts';

type Row = [
  from: number,
  to: number,
  number: number | null,
  furniture: Furniture | null,
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
