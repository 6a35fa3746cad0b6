// The lines of a table in the order in which they are read: row by row, and within a row whose cells wrap, cell by cell.
// In: body lines of one table. Out: the same text, parted where cells part. Rows of one line stay as they are.
import { partOfLine, type BodyLine } from './body-lines.ts';
import { cellGapsOf, cellsOf } from './line-signs.ts';

/** How far apart the left edges of cells in one column may stand, in points. */
const aligned = 4;
/** Lines of one cell follow closely, in font sizes; rows are parted by more. */
const closest = 1.5;
const apart = 1.15;
/** Share of close lines that may stand at the left edge and yet go on within a cell there. */
const mostAtEdge = 0.4;

/** A piece of a line within one column. */
interface Piece {
  readonly line: BodyLine;
  readonly column: number;
}

/** Puts the text of wrapped cells together: `Weekly partner-` goes on with `ships stand-up`, not with the next cell. */
export function readByCells(lines: readonly BodyLine[]): BodyLine[] {
  const columns = columnsOf(lines);
  return rowsOf(lines, columns).flatMap((row) => {
    if (row.length < 2) return row;
    const pieces = row.flatMap((line) => piecesOf(line, columns));
    return pieces.toSorted((a, b) => a.column - b.column).map(({ line }) => line);
  });
}

/** Left edges that at least two lines share, from left to right. */
function columnsOf(lines: readonly BodyLine[]): number[] {
  const edges = lines.flatMap((line) => cellsOf(line).map(({ from }) => from)).toSorted((a, b) => a - b);
  const columns: { from: number; last: number; count: number }[] = [];
  for (const edge of edges) {
    const column = columns.at(-1);
    if (column !== undefined && edge - column.last <= aligned) [column.last, column.count] = [edge, column.count + 1];
    else columns.push({ from: edge, last: edge, count: 1 });
  }
  return columns.filter(({ count }) => count >= 2).map(({ from }) => from);
}

/**
 * Rows are parted by more white space than the lines of a cell. Where they are not, or where most close lines stand at the
 * table's left edge and so are rows themselves, each line at that edge opens one.
 */
function rowsOf(lines: readonly BodyLine[], columns: readonly number[]): BodyLine[][] {
  const gaps = lines.slice(1).flatMap(({ gap }) => (gap !== null && gap > 0 ? [gap] : []));
  const least = Math.min(...gaps);
  const atEdge = ({ line }: BodyLine) => line.x <= (columns[0] ?? line.x) + aligned;
  const isClose = ({ gap, line }: BodyLine) =>
    gap !== null && gap > 0 && gap <= apart * least && gap < closest * line.fontSize;
  const close = lines.slice(1).filter(isClose);
  const parted = close.length < lines.length - 1 && close.filter(atEdge).length <= mostAtEdge * close.length;
  const rows: BodyLine[][] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    if (row === undefined || (parted ? !isClose(line) : atEdge(line))) rows.push([line]);
    else row.push(line);
  }
  return rows;
}

/** Parts a line where its cells part. */
function piecesOf(line: BodyLine, columns: readonly number[]): Piece[] {
  const ends = [...cellGapsOf(line, columns), line.text.length];
  return ends.flatMap((end, at): Piece[] => {
    const part = partOfLine(line, at === 0 ? 0 : (ends[at - 1] ?? 0) + 1, end);
    return part === null ? [] : [{ line: part, column: columnOf(part, columns) }];
  });
}

/** The last column that begins before the middle of the piece: what is centred under its column belongs to it. */
function columnOf({ line, end }: BodyLine, columns: readonly number[]): number {
  const middle = (line.x + end) / 2;
  const at = columns.findLastIndex((column) => column <= Math.max(line.x + aligned, Math.min(middle, line.x + 18)));
  return Math.max(at, 0);
}
