// Fragments → lines in reading order: rows from top to bottom, columns only where a clear gutter runs.
// Shape in: fragments of one direction, with those that must stay alone (furniture) named → shape out: groups of fragments,
// each group one line. A table row stays one line; two columns of prose are read one after the other.
import type { Fragment } from './lines.ts';

interface Gutter {
  /** Rows it runs through, first and last. */
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Rows that must have text on both sides of a gutter. */
const rowsOfColumns = 6;
/** Width of a gutter in points. */
const gutterWidth = 9;
/** Share of the text's width that each column of prose fills on average. */
const columnShare = 0.28;

/** Puts fragments in reading order; fragments that share an inner array belong to one line. */
export function orderLines(fragments: readonly Fragment[], isAlone: (fragment: Fragment) => boolean): Fragment[][] {
  const rows = new Map<number, Fragment[]>();
  for (const fragment of fragments) rows.set(fragment.row, [...(rows.get(fragment.row) ?? []), fragment]);
  const ordered = [...rows.values()].map((row) => row.toSorted((a, b) => a.u0 - b.u0));
  const bodies = ordered.map((row) => row.filter((fragment) => !isAlone(fragment)));
  const lines: Fragment[][] = [];
  let next = 0;
  for (const gutter of findGutters(bodies)) {
    for (; next < gutter.top; next++) lines.push(...linesOfRow(ordered[next] ?? [], isAlone));
    const right: Fragment[][] = [];
    for (; next <= gutter.bottom; next++) {
      const row = ordered[next] ?? [];
      const middle = (gutter.left + gutter.right) / 2;
      lines.push(
        ...linesOfRow(
          row.filter((fragment) => isAlone(fragment) || fragment.u0 < middle),
          isAlone,
        ),
      );
      right.push(
        ...linesOfRow(
          row.filter((fragment) => !isAlone(fragment) && fragment.u0 >= middle),
          isAlone,
        ),
      );
    }
    lines.push(...right);
  }
  for (; next < ordered.length; next++) lines.push(...linesOfRow(ordered[next] ?? [], isAlone));
  return lines;
}

function linesOfRow(row: readonly Fragment[], isAlone: (fragment: Fragment) => boolean): Fragment[][] {
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

/** Goes down the rows, narrowing the gap that all of them leave open, and keeps stretches that look like columns. */
function findGutters(rows: readonly (readonly Fragment[])[]): Gutter[] {
  const found: Gutter[] = [];
  const width = extent(rows);
  let top = 0;
  while (top < rows.length) {
    const gutter = gutterFrom(rows, top, width);
    if (gutter) {
      found.push(gutter);
      top = gutter.bottom + 1;
    } else top++;
  }
  return found;
}

function gutterFrom(rows: readonly (readonly Fragment[])[], top: number, width: number): Gutter | null {
  const first = rows[top] ?? [];
  if (first.length < 2) return null;
  let best: Gutter | null = null;
  for (let i = 1; i < first.length; i++) {
    let [left, right] = [first[i - 1]?.u1 ?? 0, first[i]?.u0 ?? 0];
    let bottom = top;
    let both = 0;
    const filled = { left: 0, right: 0, leftRows: 0, rightRows: 0 };
    for (let index = top; index < rows.length; index++) {
      const row = rows[index] ?? [];
      const narrowed = narrow(row, left, right);
      if (!narrowed) break;
      [left, right] = narrowed;
      const middle = (left + right) / 2;
      const sides = [row.filter((fragment) => fragment.u0 < middle), row.filter((fragment) => fragment.u0 >= middle)];
      const [onLeft, onRight] = sides.map((side) =>
        side.length === 0 ? 0 : Math.max(...side.map(({ u1 }) => u1)) - Math.min(...side.map(({ u0 }) => u0)),
      );
      if (onLeft) [filled.left, filled.leftRows] = [filled.left + onLeft, filled.leftRows + 1];
      if (onRight) [filled.right, filled.rightRows] = [filled.right + onRight, filled.rightRows + 1];
      if (onLeft && onRight) both++;
      if (row.length > 0) bottom = index;
    }
    const prose =
      both >= rowsOfColumns &&
      filled.left / Math.max(filled.leftRows, 1) > columnShare * width &&
      filled.right / Math.max(filled.rightRows, 1) > columnShare * width;
    if (prose && (!best || bottom - top > best.bottom - best.top)) best = { top, bottom, left, right };
  }
  return best;
}

/** The part of the gap that this row leaves open too; null when it crosses the gap. */
function narrow(row: readonly Fragment[], left: number, right: number): readonly [number, number] | null {
  let [from, to] = [left, right];
  for (const { u0, u1 } of row) {
    if (u1 <= left || u0 >= right) continue;
    if (u0 <= from && u1 >= to) return null;
    if (u0 <= (left + right) / 2) from = Math.max(from, u1);
    else to = Math.min(to, u0);
  }
  return to - from >= gutterWidth ? [from, to] : null;
}

function extent(rows: readonly (readonly Fragment[])[]): number {
  const all = rows.flat();
  if (all.length === 0) return 0;
  return Math.max(...all.map(({ u1 }) => u1)) - Math.min(...all.map(({ u0 }) => u0));
}
