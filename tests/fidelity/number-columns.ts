// The margin numbers of a page, looked at a second time: columns of `line-number` lines, each with a straight line fitted through them.
// In: a page. Out: columns, and how far from each number a line of text stands. Written anew from DOMAIN §4, not taken from the parser:
// where the two disagree, one of them is wrong.
import type { Page, PageLine } from '../../server/contract/page.ts';

/** A column of numbers: baselines stand at `origin + slope × number` (points, downwards in reading order). */
export interface NumberColumn {
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly origin: number;
  readonly slope: number;
  readonly left: number;
  readonly right: number;
}

/** Where a line stands beside a column. */
export interface GridPlace {
  /** `14.1`: a tenth of the spacing below number 14. */
  readonly place: number;
  /** The number by the rule: the nearest, in a tie (within 0.15 of the spacing) the upper one; null outside of the column. */
  readonly number: number | null;
  readonly isTie: boolean;
}

/** Where a line begins, seen with the text upright: along the text, and across it, upwards. */
export function uprightPlace({ x, y, direction: [dx, dy] }: PageLine): { readonly u: number; readonly v: number } {
  return { u: x * dx + y * dy, v: y * dx - x * dy };
}

/** The columns of a page, left to right, then downwards. */
export function numberColumns(page: Pick<Page, 'text' | 'lines'>): NumberColumn[] {
  const numbers = page.lines
    .filter(({ furniture }) => furniture === 'line-number')
    .map((line) => ({
      value: Number(page.text.slice(line.from, line.to)),
      width: widthOf(line),
      ...uprightPlace(line),
    }))
    .toSorted((a, b) => a.u - b.u);
  const columns: (typeof numbers)[] = [];
  for (const number of numbers) {
    const last = columns.at(-1)?.at(-1);
    if (last === undefined || number.u - last.u > 12) columns.push([number]);
    else columns.at(-1)?.push(number);
  }
  return columns.flatMap(restartsOf).flatMap((column) => {
    const fit = fitted(column);
    if (fit === null) return [];
    return [
      {
        first: Math.min(...column.map(({ value }) => value)),
        last: Math.max(...column.map(({ value }) => value)),
        count: column.length,
        ...fit,
        left: Math.min(...column.map(({ u }) => u)),
        right: Math.max(...column.map(({ u, width }) => u + width)),
      },
    ];
  });
}

interface MarginNumber {
  readonly value: number;
  readonly u: number;
  readonly v: number;
  readonly width: number;
}

/** Condensed transcripts have pages above one another: counting begins anew. */
function restartsOf(column: readonly MarginNumber[]): MarginNumber[][] {
  const parts: MarginNumber[][] = [];
  let before = Infinity;
  for (const number of column.toSorted((a, b) => b.v - a.v)) {
    if (number.value <= before) parts.push([]);
    parts.at(-1)?.push(number);
    before = number.value;
  }
  return parts;
}

/** Least squares of height over number. */
function fitted(column: readonly MarginNumber[]): { readonly origin: number; readonly slope: number } | null {
  if (column.length < 2) return null;
  const mean = (of: (each: MarginNumber) => number): number =>
    column.reduce((sum, each) => sum + of(each), 0) / column.length;
  const [meanValue, meanV] = [mean(({ value }) => value), mean(({ v }) => v)];
  const variance = mean(({ value }) => (value - meanValue) ** 2);
  if (variance === 0) return null;
  const slope = mean(({ value, v }) => (value - meanValue) * (v - meanV)) / variance;
  return { slope, origin: meanV - slope * meanValue };
}

function widthOf({ advances }: PageLine): number {
  return advances.reduce((sum, advance) => sum + advance, 0);
}

/** The place of a line beside the nearest column to its left; null where there is none. */
export function gridPlaceOf(columns: readonly NumberColumn[], line: PageLine): GridPlace | null {
  const { u, v } = uprightPlace(line);
  const beside = columns.filter(({ left }) => left <= u + 1);
  const furthestRight = Math.max(...beside.map(({ left }) => left));
  const [column] = beside
    .filter(({ left }) => furthestRight - left < 30)
    .toSorted((a, b) => distance(a, v) - distance(b, v));
  if (column === undefined) return null;
  const place = (v - column.origin) / column.slope;
  const upper = Math.floor(place);
  const below = place - upper;
  // A tie needs two numbers.
  const isTie = Math.abs(below - (1 - below)) <= 0.15 && upper >= column.first && upper < column.last;
  const nearest = isTie || below < 0.5 ? upper : upper + 1;
  // A line less than half a spacing above the first number is nearest to that number.
  const number = nearest === column.first - 1 && column.first - place < 0.5 ? column.first : nearest;
  return { place, number: number >= column.first && number <= column.last ? number : null, isTie };
}

/** How far a height lies outside of a column. */
function distance({ origin, slope, first, last }: NumberColumn, v: number): number {
  const [top, bottom] = [origin + slope * first, origin + slope * last];
  return v > top ? v - top : v < bottom ? bottom - v : 0;
}
