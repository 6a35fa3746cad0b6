// Line numbers of a whole file: what one page leaves in doubt, the others tell.
// Shape in: fragments of each page → shape out: the number columns of each page. A short last page has few numbers, recognised
// text loses some: both are believed where the same column stands on other pages.
import type { Fragment } from './lines.ts';
import { heightAt, type NumberGrid } from './number-grid.ts';
import { findNumberGrids } from './pleading-numbers.ts';

/** A number column is believed with this few numbers where the file has full ones. */
const fewNumbers = 4;
/** Pages that show how far the file's columns count. */
const enoughPages = 3;

/** Number columns of each page. */
export function findGridsOfFile(pages: readonly (readonly Fragment[])[]): NumberGrid[][] {
  const own = pages.map((fragments) => findNumberGrids(fragments));
  const columns = own.flat();
  return pages.map((fragments, index) => {
    const grids = own[index] ?? [];
    if (grids.length > 1 || columns.length === 0) return grids;
    const [grid] =
      grids.length === 1
        ? grids
        : findNumberGrids(fragments, fewNumbers).filter((few) => columns.some((column) => isAlike(column, few)));
    return grid ? [asLongAs(grid, columns)] : [];
  });
}

/** The same margin; evenly spaced columns also have the same pitch. */
function isAlike(column: NumberGrid, grid: NumberGrid): boolean {
  if (Math.abs(column.right - grid.right) >= 12) return false;
  return isUneven(column) || isUneven(grid) || Math.abs(column.pitch - grid.pitch) < 0.05 * column.pitch;
}

function isUneven({ rungs }: NumberGrid): boolean {
  return rungs.length > 2;
}

/** The column as far as it counts on other pages: numbers at its ends that were not recognised stand there all the same. */
function asLongAs(grid: NumberGrid, columns: readonly NumberGrid[]): NumberGrid {
  if (isUneven(grid)) return grid;
  const others = columns.filter(
    (column) =>
      column !== grid &&
      !isUneven(column) &&
      isAlike(column, grid) &&
      Math.abs(heightAt(column, grid.first) - heightAt(grid, grid.first)) < 0.5 * grid.pitch,
  );
  const reached = (counts: (column: NumberGrid) => boolean) => others.filter(counts).length;
  const first = reached((column) => column.first === 1) >= enoughPages ? 1 : grid.first;
  const lasts = Map.groupBy(others, ({ last }) => last);
  const [usual = grid.last] =
    [...lasts].filter(([, same]) => same.length >= enoughPages).toSorted(([, a], [, b]) => b.length - a.length)[0] ??
    [];
  return { ...grid, first: Math.min(first, grid.first), last: Math.max(usual, grid.last) };
}
