// Fragments → lines in reading order: rows from top to bottom, columns only where running text stands side by side.
// Shape in: fragments of one direction, with those that must stay alone (furniture) named, and the page's number columns →
// shape out: groups of fragments, each group one line. A table row stays one line; columns are read one after the other.
import { findGutters, type Gutter } from './columns.ts';
import type { Fragment } from './lines.ts';
import { heightAt, type NumberGrid } from './number-grid.ts';

type Row = readonly Fragment[];

/** Puts fragments in reading order; fragments that share an inner array belong to one line. */
export function orderLines(
  fragments: readonly Fragment[],
  isAlone: (fragment: Fragment) => boolean,
  grids: readonly NumberGrid[] = [],
): Fragment[][] {
  const rows = [...Map.groupBy(fragments, ({ row }) => row).values()].map((row) => row.toSorted((a, b) => a.u0 - b.u0));
  return orderRows(rows, isAlone, 2, grids);
}

function orderRows(
  rows: readonly Row[],
  isAlone: (fragment: Fragment) => boolean,
  depth: number,
  grids: readonly NumberGrid[] = [],
): Fragment[][] {
  const bodies = rows.map((row) => row.filter((fragment) => !isAlone(fragment)));
  const wall = wallBetween(rows, grids);
  const gutters = wall ? [wall] : depth > 0 ? findGutters(bodies) : [];
  const lines: Fragment[][] = [];
  let next = 0;
  for (const { top, bottom, left, right } of gutters) {
    lines.push(...rows.slice(next, top).flatMap((row) => linesOfRow(row, isAlone)));
    const middle = (left + right) / 2;
    const stretch = rows.slice(top, bottom + 1);
    // Furniture has no place in a column, except between number columns, each of which numbers its own.
    const isLeft = (fragment: Fragment) => fragment.u0 < middle || (!wall && isAlone(fragment));
    const sides = [isLeft, (fragment: Fragment) => !isLeft(fragment)].map((belongs) =>
      stretch.map((row) => row.filter(belongs)).filter((row) => row.length > 0),
    );
    for (const side of sides) lines.push(...orderRows(side, isAlone, depth - 1));
    next = bottom + 1;
  }
  lines.push(...rows.slice(next).flatMap((row) => linesOfRow(row, isAlone)));
  return lines;
}

/** Two columns of line numbers side by side (a condensed transcript) part the sheet from the first row to the last. */
function wallBetween(rows: readonly Row[], grids: readonly NumberGrid[]): Gutter | null {
  const right = grids.filter((grid) => grids.some((other) => other.right < grid.left - 30));
  if (right.length === 0) return null;
  const wall = Math.min(...right.map(({ left }) => left)) - 2;
  const top = Math.max(...grids.map((grid) => heightAt(grid, grid.first - 0.5)));
  const bottom = Math.min(...grids.map((grid) => heightAt(grid, grid.last + 0.5)));
  const within = rows.flatMap((row, index) => (row.some(({ v }) => v <= top && v >= bottom) ? [index] : []));
  const [first, last] = [within[0], within.at(-1)];
  return first === undefined || last === undefined ? null : { top: first, bottom: last, left: wall, right: wall };
}

function linesOfRow(row: Row, isAlone: (fragment: Fragment) => boolean): Fragment[][] {
  const lines: Fragment[][] = [];
  let open: Fragment[] | null = null;
  for (const fragment of row) {
    if (isAlone(fragment)) {
      lines.push([fragment]);
      open = null;
    } else if (open) open.push(fragment);
    else {
      open = [fragment];
      lines.push(open);
    }
  }
  return lines;
}
