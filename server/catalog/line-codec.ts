// Lines of a page as few bytes: coordinates in hundredths of a point, compressed. A page of text takes about 2 kB.
// Shape in: PageLine[] → bytes → PageLine[]; advances keep their sum exact to 0.005 pt however long the line is. What a citation asks of
// each line stands in front, uncompressed: every list of hits reads it.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { CitedLine, Furniture, PageLine } from '../contract/page.ts';
import { ByteReader, ByteWriter } from '../text/varints.ts';

/**
 * How packed lines begin. Those of older catalogs do not: they are one compressed list, with the cited values first in every row. No such
 * list begins so, as its first block would be of the type that is reserved (RFC 1951 §3.2.3).
 */
const mark = 0x07;

/** Furniture by its number in the bytes, which is for ever. */
const furnitureNumbers: Readonly<Record<Furniture, number>> = {
  stamp: 1,
  'line-number': 2,
  'page-number': 3,
  bates: 4,
  header: 5,
  footer: 6,
  margin: 7,
};
// Its keys are those of the type.
const furnitureOf = new Map(Object.entries(furnitureNumbers).map(([name, number]) => [number, name as Furniture]));

type CitedRow = readonly [from: number, to: number, number: number | null, furniture: Furniture | null];
type DrawnRow = readonly [
  x: number,
  y: number,
  directionX: number,
  directionY: number,
  ascent: number,
  descent: number,
  advances: readonly number[],
  fontSize: number,
  style: number,
  superscripts: PageLine['superscripts'],
];

const unit = 100;
const bold = 1;
const italic = 2;

/** Packs lines. */
export function packLines(lines: readonly PageLine[]): Uint8Array {
  const bytes = new ByteWriter();
  bytes.number(mark);
  bytes.number(lines.length);
  for (const { from, to, number, furniture } of lines) {
    bytes.number(from);
    bytes.number(to - from);
    bytes.number(number === null ? 0 : number + 1);
    bytes.number(furniture === null ? 0 : furnitureNumbers[furniture]);
  }
  bytes.raw(deflateRawSync(JSON.stringify(lines.map(drawnRow))));
  return bytes.done();
}

function drawnRow(line: PageLine): DrawnRow {
  const style = (line.bold ? bold : 0) + (line.italic ? italic : 0);
  return [
    hundredths(line.x),
    hundredths(line.y),
    line.direction[0],
    line.direction[1],
    hundredths(line.ascent),
    hundredths(line.descent),
    steps(line.advances),
    hundredths(line.fontSize),
    style,
    line.superscripts,
  ];
}

/** Unpacks what `packLines` made. */
export function unpackLines(bytes: Uint8Array): PageLine[] {
  if (bytes[0] !== mark) {
    return inflated<readonly [...CitedRow, ...DrawnRow]>(bytes).map(([from, to, number, furniture, ...drawn]) =>
      lineOf({ from, to, number, furniture }, drawn),
    );
  }
  const { cited, end } = readCited(bytes);
  return inflated<DrawnRow>(bytes.subarray(end)).flatMap((row, at) => {
    const line = cited[at];
    return line === undefined ? [] : [lineOf(line, row)];
  });
}

/** Unpacks of each line what a citation asks, which takes a tenth of the time. */
export function unpackCitedLines(bytes: Uint8Array): CitedLine[] {
  if (bytes[0] === mark) return readCited(bytes).cited;
  return inflated<CitedRow>(bytes).map(([from, to, number, furniture]) => ({ from, to, number, furniture }));
}

/** Every row as the list has it; written by `packLines` only, so the shape is ours. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the rows that stand there
function inflated<Row>(bytes: Uint8Array): readonly Row[] {
  return JSON.parse(inflateRawSync(bytes).toString('utf8')) as Row[];
}

function readCited(bytes: Uint8Array): { readonly cited: CitedLine[]; readonly end: number } {
  const reader = new ByteReader(bytes, 1);
  const cited = Array.from({ length: reader.number() }, (): CitedLine => {
    const from = reader.number();
    const to = from + reader.number();
    const number = reader.number();
    return { from, to, number: number === 0 ? null : number - 1, furniture: furnitureOf.get(reader.number()) ?? null };
  });
  return { cited, end: reader.at };
}

function lineOf({ from, to, number, furniture }: CitedLine, row: DrawnRow): PageLine {
  const [x, y, directionX, directionY, ascent, descent, advances, size, style, superscripts] = row;
  return {
    from,
    to,
    number,
    furniture,
    x: x / unit,
    y: y / unit,
    direction: [directionX, directionY],
    ascent: ascent / unit,
    descent: descent / unit,
    advances: advances.map((advance) => advance / unit),
    fontSize: size / unit,
    bold: (style & bold) !== 0,
    italic: (style & italic) !== 0,
    superscripts,
  };
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
