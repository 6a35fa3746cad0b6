// The table of margin numbers that a person checked on real pages (lines-by-hand.tsv): file, page, lines.
// In: the table's text; pages of a file. Out: figures and each line with another number. The table has no text, only places: each
// line as `x,y=number` (baseline start in points from the bottom left of the sheet), `x,y=-` for one that stands at no number.
import type { Page, PageLine } from '../../server/contract/page.ts';
import { share, type Figures } from './figures.ts';

/** A line somebody looked at. */
export interface HandLine {
  readonly x: number;
  readonly y: number;
  readonly number: number | null;
}

/** By file name, then by page. */
export type HandTable = ReadonlyMap<string, ReadonlyMap<number, readonly HandLine[]>>;

/** Reads the table; lines that begin with `#` say what it is. Throws on a row that cannot be read. */
export function readHandTable(text: string): HandTable {
  const table = new Map<string, Map<number, readonly HandLine[]>>();
  for (const row of text.split('\n')) {
    if (row.trim() === '' || row.startsWith('#')) continue;
    const [file, page, lines] = row.split('\t');
    if (file === undefined || page === undefined || lines === undefined || !/^\d+$/.test(page))
      throw new Error(`lines-by-hand.tsv: “${row.slice(0, 60)}” has no file, page and lines`);
    const pages = table.get(file) ?? new Map<number, readonly HandLine[]>();
    table.set(file, pages.set(Number(page), lines.trim().split(' ').map(readLine)));
  }
  return table;
}

function readLine(text: string): HandLine {
  const [, x, y, number] = /^(-?\d+),(-?\d+)=(\d+|-)$/.exec(text) ?? [];
  if (x === undefined || y === undefined || number === undefined)
    throw new Error(`lines-by-hand.tsv: “${text}” is not x,y=number`);
  return { x: Number(x), y: Number(y), number: number === '-' ? null : Number(number) };
}

export interface HandFault {
  readonly pageNumber: number;
  readonly fault: string;
}

/** A line of the table is the nearest one that begins, or goes on, this near, in points: a raised mark may lift where it begins. */
const near = 6.5;

/** Compares a file's pages with its rows; null for a file that is not in the table. */
export function readLinesByHand(
  pages: readonly Page[],
  rows: ReadonlyMap<number, readonly HandLine[]> | undefined,
): { readonly figures: Figures; readonly faults: readonly HandFault[] } | null {
  if (rows === undefined) return null;
  const faults: HandFault[] = [];
  let [right, all] = [0, 0];
  for (const [pageNumber, lines] of rows) {
    const page = pages[pageNumber - 1];
    for (const line of lines) {
      all += 1;
      const found = page === undefined ? undefined : lineAt(page, line);
      const where = `line at ${line.x},${line.y}`;
      if (found === undefined) faults.push({ pageNumber, fault: `${where} is no body line` });
      else if (found.number === line.number) right += 1;
      else
        faults.push({
          pageNumber,
          fault: `${where} stands at ${line.number ?? 'none'}, read ${found.number ?? 'none'}`,
        });
    }
  }
  return { figures: { 'lines by hand': share(right, all) }, faults };
}

/** The body line at a place: the nearest baseline among those that reach over it. */
function lineAt(page: Page, { x, y }: HandLine): PageLine | undefined {
  return page.lines
    .filter((line) => line.furniture === null && Math.abs(line.y - y) <= near && reaches(line, x))
    .toSorted((one, other) => Math.abs(one.y - y) - Math.abs(other.y - y))[0];
}

function reaches(line: PageLine, x: number): boolean {
  const end = line.x + line.advances.reduce((sum, advance) => sum + advance, 0);
  return x >= line.x - near && x <= end + near;
}
