// A column of line numbers on a page, and the number of a line beside it (DOMAIN §4).
// Shape in: a grid and a height → shape out: a place among its numbers (2.4 is two fifths of the way from 2 to 3), a height, or
// the number to cite. Refuses to number what stands outside of the column's reach.
import type { Fragment } from './lines.ts';

/** A column of line numbers. */
export interface NumberGrid {
  readonly numbers: readonly Fragment[];
  readonly first: number;
  readonly last: number;
  /**
   * Numbers with their baselines, downwards, two at least: the ends of a column that counts evenly, every number of one that
   * does not (a cover page leaves lines between them without number).
   */
  readonly rungs: readonly (readonly [number: number, v: number])[];
  /** Usual distance of the numbers, > 0. */
  readonly pitch: number;
  /** The column itself, and how far to the right its lines reach (the next column, or the page's end). */
  readonly left: number;
  readonly right: number;
  readonly reach: number;
}

/** Place of a baseline among the numbers: 3 on line 3, 3.5 half-way to line 4; goes on beyond both ends. */
export function placeAt({ rungs, pitch }: NumberGrid, v: number): number {
  const [top, bottom] = [rungs[0] ?? [0, 0], rungs.at(-1) ?? [0, 0]];
  if (v >= top[1]) return top[0] - (v - top[1]) / pitch;
  if (v <= bottom[1]) return bottom[0] + (bottom[1] - v) / pitch;
  const next = rungs.findIndex(([, height]) => height <= v);
  const [above, below] = [rungs[next - 1] ?? top, rungs[next] ?? bottom];
  return above[0] + ((above[1] - v) / (above[1] - below[1])) * (below[0] - above[0]);
}

/** Baseline of a place. */
export function heightAt({ rungs, pitch }: NumberGrid, place: number): number {
  const [top, bottom] = [rungs[0] ?? [0, 0], rungs.at(-1) ?? [0, 0]];
  if (place <= top[0]) return top[1] + (top[0] - place) * pitch;
  if (place >= bottom[0]) return bottom[1] - (place - bottom[0]) * pitch;
  const next = rungs.findIndex(([number]) => number >= place);
  const [above, below] = [rungs[next - 1] ?? top, rungs[next] ?? bottom];
  return above[1] - ((place - above[0]) / (below[0] - above[0])) * (above[1] - below[1]);
}

/**
 * The number of a line that begins at `u` on baseline `v`: the nearest; in a tie (the two distances differ by at most
 * 0.15 of the spacing) the upper one. Null outside of the grids.
 */
export function lineNumberAt(grids: readonly NumberGrid[], u: number, v: number): number | null {
  for (const grid of grids) {
    if (u < grid.left || u >= grid.reach) continue;
    const place = placeAt(grid, v);
    const upper = Math.floor(place);
    const number = place - upper <= 0.575 ? upper : upper + 1;
    if (number >= grid.first && number <= grid.last) return number;
    if (number === grid.first - 1 && place > grid.first - 0.5) return grid.first;
  }
  return null;
}
