// Finds the rows of tables among the lines of a page: cells that stand under one another, and lines that go on within a cell.
// In: body lines. Out: runs of lines `[from, to)`. One row alone is no table, and a label before its text is no cell.
import type { BodyLine } from './body-lines.ts';
import { cellsOf, labelEdgeOf, type Cell } from './line-signs.ts';

/** How far apart edges of cells in one column may stand, in points. */
const aligned = 6;
/** Lines of a cell between two rows, at most. */
const mostWrapped = 3;

/** Runs of table lines, top to bottom. */
export function tableRunsOf(lines: readonly BodyLine[]): (readonly [from: number, to: number])[] {
  const cells = lines.map((line) => cellsOf(line));
  const runs: [number, number][] = [];
  for (let at = 0; at < lines.length; at += 1) {
    if ((cells[at]?.length ?? 0) < 2) continue;
    const end = endOfRun(lines, cells, at);
    if (end === null) continue;
    runs.push([at, end]);
    at = end - 1;
  }
  return runs;
}

/** One behind the last line of the table that begins at `start`; null when no second row follows. */
function endOfRun(lines: readonly BodyLine[], plain: readonly (readonly Cell[])[], start: number): number | null {
  const cells = [...plain];
  let last = start;
  let rows = 1;
  // Where columns begin, as far as rows have shown it: below its head, a table parts its cells by less white space.
  const edges = new Set<number>();
  const learn = (row: number): void => {
    const line = lines[row];
    const behindLabel = line === undefined ? null : labelEdgeOf(line);
    if (behindLabel !== null) edges.add(behindLabel);
    for (const { from } of (cells[row] ?? []).slice(1)) edges.add(from);
  };
  learn(start);
  let at = start + 1;
  for (; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || !goesDown(line)) break;
    const own = cellsOf(line, [...edges]);
    cells[at] = own;
    const above = cells.slice(Math.max(start, at - 4), at).flat();
    if (own.length > 1) {
      // The head of a table need not stand over its figures to the point.
      if (rows > 1 && !own.some((cell, i) => i > 0 && isUnder(cell, above))) break;
      learn(at);
      rows += 1;
      last = at;
    } else if (!wraps(line, own, above, edges) || at - last > mostWrapped) break;
  }
  if (rows < 2) return null;
  let end = last + 1;
  // What is left of the last row's cells stands inside, not at the table's own edge.
  while (
    end < lines.length &&
    wrapsInside(lines[end], cells[end] ?? [], cells.slice(Math.max(start, end - 4), end).flat(), edges)
  )
    end += 1;
  return end;
}

function goesDown({ gap, layout }: BodyLine): boolean {
  return gap !== null && gap > 0 && gap < 2.2 * layout.spacing + 4;
}

function isUnder(cell: Cell, above: readonly Cell[]): boolean {
  return above.some((other) => Math.abs(other.from - cell.from) <= aligned || Math.abs(other.to - cell.to) <= aligned);
}

/** A line within one cell: it begins where a cell above begins, ends early, and follows closely. */
function wraps(line: BodyLine, own: readonly Cell[], above: readonly Cell[], edges: ReadonlySet<number>): boolean {
  const [cell] = own;
  const width = line.layout.right - line.layout.left;
  return (
    cell !== undefined &&
    line.gap !== null &&
    line.gap < 1.7 * line.line.fontSize &&
    cell.to - cell.from < 0.7 * width &&
    (above.some((other) => Math.abs(other.from - cell.from) <= aligned || isWithin(cell, other)) ||
      [...edges].some((edge) => Math.abs(edge - cell.from) <= aligned))
  );
}

/** Centred under a wider cell. */
function isWithin(cell: Cell, other: Cell): boolean {
  return (
    cell.from >= other.from - aligned && cell.to <= other.to + aligned && cell.to - cell.from < other.to - other.from
  );
}

function wrapsInside(
  line: BodyLine | undefined,
  own: readonly Cell[],
  above: readonly Cell[],
  edges: ReadonlySet<number>,
): boolean {
  return (
    line !== undefined && own.length === 1 && line.line.x > line.layout.left + 24 && wraps(line, own, above, edges)
  );
}
