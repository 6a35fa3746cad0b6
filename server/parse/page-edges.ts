// Where on a page heads and feet may stand.
// Shape in: a page's fragments, those that are furniture already, its number columns and its box → shape out: what stands in
// the head or foot. Text beside the first line number is never a head; text beside the last ones is a foot only as a whole row.
import type { Rect } from '../contract/geometry.ts';
import type { Fragment } from './lines.ts';
import { heightAt, placeAt, type NumberGrid } from './number-grid.ts';

/** A fragment in the head or foot of its page. */
export interface EdgeFragment {
  readonly fragment: Fragment;
  readonly zone: 'head' | 'foot';
  /** It stands beside line numbers: body text may stand there as well, so more evidence is asked for. */
  readonly beside: boolean;
}

/** Share of the page's height in which heads and feet are looked for. */
export const edgeShare = 0.13;
/** A column that counts this far runs down the whole page. */
const fullColumn = 20;

/** Fragments near the top or bottom of a page that are nothing yet. */
export function edgesOf(
  fragments: readonly Fragment[],
  taken: { has(fragment: Fragment): boolean },
  grids: readonly NumberGrid[],
  box: Rect,
): EdgeFragment[] {
  const height = box[3] - box[1];
  const free = fragments.filter((fragment) => !taken.has(fragment));
  const inner = grids.length > 0 ? null : bookletOf(free, box);
  const headAbove = inner ? inner.head : box[3] - edgeShare * height;
  const footBelow = inner ? inner.foot : box[1] + edgeShare * height;
  const tableHeads = tableHeadsOf(free, headAbove);
  return fragments.flatMap((fragment): EdgeFragment[] => {
    if (taken.has(fragment) || tableHeads.has(fragment.row)) return [];
    const grid = gridAt(grids, fragment);
    const place = grid ? placeAt(grid, fragment.v) : Number.NaN;
    // Beside the first line number stands text, however near the sheet's edge that is.
    if (fragment.v > headAbove)
      return grid && grid.first === 1 && place >= 0.4 ? [] : [{ fragment, zone: 'head', beside: false }];
    const below = grid !== undefined && place > grid.last + 0.6;
    if (below && grid.last >= fullColumn) return [{ fragment, zone: 'foot', beside: false }];
    return fragment.v < footBelow ? [{ fragment, zone: 'foot', beside: grid !== undefined && !below }] : [];
  });
}

/** Rows high on the page that head the columns of the row below them: a table that goes on repeats its head, not the page's. */
function tableHeadsOf(fragments: readonly Fragment[], headAbove: number): ReadonlySet<number> {
  const heads = new Set<number>();
  if (!fragments.some(({ v }) => v > headAbove)) return heads;
  const rows = [...Map.groupBy(fragments, ({ row }) => row)].toSorted(([, a], [, b]) => heightOf(b) - heightOf(a));
  for (const [index, [row, cells]] of rows.entries()) {
    if (heightOf(cells) <= headAbove) break;
    const below = rows[index + 1]?.[1] ?? [];
    const aligned = cells.filter(({ u0 }) => below.some((other) => Math.abs(other.u0 - u0) < 3));
    if (aligned.length >= 3) heads.add(row);
  }
  return heads;
}

/** Rows of a page at least, and share of the sheet's width at most, for it to be a booklet's page on a larger sheet. */
const booklet = { rows: 15, width: 0.62 };

/** How far below the head of a booklet's page its second row may stand, in points: `Opinion of the Court`. */
const secondRow = 30;

/** A booklet's page (a petition, a slip opinion) printed in the middle of a sheet: its head and foot are its outermost rows. */
function bookletOf(fragments: readonly Fragment[], box: Rect): { readonly head: number; readonly foot: number } | null {
  let [left, right, head, foot] = [Infinity, -Infinity, -Infinity, Infinity];
  const rows = new Set<number>();
  for (const { u0, u1, v, row } of fragments) {
    left = Math.min(left, u0);
    right = Math.max(right, u1);
    head = Math.max(head, v);
    foot = Math.min(foot, v);
    rows.add(row);
  }
  const inset = edgeShare * (box[3] - box[1]);
  const isInside = head < box[3] - inset && foot > box[1] + inset && right - left < booklet.width * (box[2] - box[0]);
  return isInside && rows.size >= booklet.rows ? { head: head - secondRow, foot: foot + 2 } : null;
}

function heightOf(row: readonly Fragment[]): number {
  return row[0]?.v ?? 0;
}

/** The number column a fragment stands at; of two above each other (condensed transcripts) the nearer one. */
function gridAt(grids: readonly NumberGrid[], { u0, v }: Fragment): NumberGrid | undefined {
  let best: NumberGrid | undefined;
  for (const grid of grids) {
    if (grids.length > 1 && (u0 < grid.left || u0 >= grid.reach)) continue;
    const middle = (g: NumberGrid) => heightAt(g, (g.first + g.last) / 2);
    if (!best || Math.abs(middle(grid) - v) < Math.abs(middle(best) - v)) best = grid;
  }
  return best;
}

/**
 * Fragments of rows beside line numbers that are furniture only in part: a paragraph's number or a speaker's `A.` that
 * occurs on many pages. Their rows are text.
 */
export function halfMarkedRows(
  edges: readonly EdgeFragment[],
  marked: { has(fragment: Fragment): boolean },
): readonly Fragment[] {
  const rows = Map.groupBy(
    edges.filter(({ beside }) => beside),
    ({ fragment }) => fragment.row,
  );
  return [...rows.values()].flatMap((row) => {
    const found = row.flatMap(({ fragment }) => (marked.has(fragment) ? [fragment] : []));
    return found.length < row.length ? found : [];
  });
}
