// Where on a page heads and feet may stand.
// Shape in: a page's fragments, those that are furniture already, its number columns and its box → shape out: what stands in
// the head or foot. Text beside the first line number is never a head; text beside the last ones is a foot only as a whole row.
import type { Rect } from '../contract/geometry.ts';
import type { Fragment } from './lines.ts';
import type { NumberGrid } from './pleading-numbers.ts';

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
  const [headAbove, footBelow] = [box[3] - edgeShare * height, box[1] + edgeShare * height];
  return fragments.flatMap((fragment): EdgeFragment[] => {
    if (taken.has(fragment)) return [];
    const grid = gridAt(grids, fragment);
    const place = grid ? (fragment.v - grid.origin) / grid.slope : Number.NaN;
    // Beside the first line number stands text, however near the sheet's edge that is.
    if (fragment.v > headAbove)
      return grid && grid.first === 1 && place >= 0.4 ? [] : [{ fragment, zone: 'head', beside: false }];
    const below = grid !== undefined && place > grid.last + 0.6;
    if (below && grid.last >= fullColumn) return [{ fragment, zone: 'foot', beside: false }];
    return fragment.v < footBelow ? [{ fragment, zone: 'foot', beside: grid !== undefined && !below }] : [];
  });
}

/** The number column a fragment stands at; of two above each other (condensed transcripts) the nearer one. */
function gridAt(grids: readonly NumberGrid[], { u0, v }: Fragment): NumberGrid | undefined {
  let best: NumberGrid | undefined;
  for (const grid of grids) {
    if (grids.length > 1 && (u0 < grid.left || u0 >= grid.reach)) continue;
    const middle = (g: NumberGrid) => g.origin + (g.slope * (g.first + g.last)) / 2;
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
