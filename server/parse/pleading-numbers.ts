// Line numbers in the margin of pleading paper (1–28, also 25, 26, 32) and of transcripts (1–25): found, fitted to a grid,
// given to the lines beside them. Shape in: fragments → shape out: grids, each with its numbers and the strip it counts.
// Source of the rule: DOMAIN §4. Refuses a column that does not count upwards evenly.
import type { Fragment } from './lines.ts';

/** A column of line numbers. Baselines stand at `origin + slope × number` (slope < 0: downwards). */
export interface NumberGrid {
  readonly numbers: readonly Fragment[];
  readonly first: number;
  readonly last: number;
  readonly origin: number;
  readonly slope: number;
  /** The column itself, and how far to the right its lines reach (the next column, or the page's end). */
  readonly left: number;
  readonly right: number;
  readonly reach: number;
}

interface Candidate {
  readonly fragment: Fragment;
  readonly value: number;
}

/** Numbers that must agree before they are believed. */
const enough = 8;
/** How far off the grid a number may stand, in units of the spacing. */
const tolerance = 0.3;
/** How far apart the middles of one column's numbers may stand, in points: `9` and `10`, right or left aligned. */
const columnWidth = 9;

/** All number columns of a page; `few` is accepted instead of eight when the same file has such columns elsewhere. */
export function findNumberGrids(fragments: readonly Fragment[], few: number = enough): NumberGrid[] {
  const candidates = fragments.flatMap((fragment) => {
    const value = /^\d{1,2}$/.test(fragment.text) ? Number(fragment.text) : 0;
    return value >= 1 && value <= 40 ? [{ fragment, value }] : [];
  });
  const grids = columnsOf(candidates)
    .flatMap((column) => chainsOf(column))
    .flatMap((chain) => gridOf(chain, few) ?? []);
  const bounded = grids.map((grid) => ({
    ...grid,
    reach: Math.min(Infinity, ...grids.filter(({ left }) => left > grid.right + 30).map(({ left }) => left)),
  }));
  return bounded.filter((grid) => standsInMargin(grid, bounded, fragments) && !countsRows(grid, bounded, fragments));
}

/**
 * The number of a line that begins at `u` on baseline `v`: the nearest; in a tie (the two distances differ by at most
 * 0.15 of the spacing) the upper one. Null outside of the grid.
 */
export function lineNumberAt(grids: readonly NumberGrid[], u: number, v: number): number | null {
  for (const grid of grids) {
    if (u < grid.left || u >= grid.reach) continue;
    const place = (v - grid.origin) / grid.slope;
    const upper = Math.floor(place);
    const number = place - upper <= 0.575 ? upper : upper + 1;
    if (number >= grid.first && number <= grid.last) return number;
    if (number === grid.first - 1 && place > grid.first - 0.5) return grid.first;
  }
  return null;
}

function middle({ u0, u1 }: Fragment): number {
  return (u0 + u1) / 2;
}

function columnsOf(candidates: readonly Candidate[]): Candidate[][] {
  const columns: Candidate[][] = [];
  let last = -Infinity;
  for (const candidate of candidates.toSorted((a, b) => middle(a.fragment) - middle(b.fragment))) {
    const at = middle(candidate.fragment);
    if (at - last > columnWidth) columns.push([]);
    columns.at(-1)?.push(candidate);
    last = at;
  }
  return columns;
}

/** From top to bottom, a new chain wherever counting begins again (condensed transcripts: two pages above each other). */
function chainsOf(column: readonly Candidate[]): Candidate[][] {
  const chains: Candidate[][] = [];
  let previous = Infinity;
  for (const candidate of column.toSorted((a, b) => b.fragment.v - a.fragment.v)) {
    if (candidate.value <= previous && candidate.value <= 2) chains.push([]);
    else if (chains.length === 0) chains.push([]);
    chains.at(-1)?.push(candidate);
    previous = candidate.value;
  }
  return chains;
}

/** Least squares through the numbers that agree with the most common step. */
function gridOf(chain: readonly Candidate[], few: number): NumberGrid | null {
  if (chain.length < few) return null;
  const steps: number[] = [];
  for (let i = 1; i < chain.length; i++) {
    const [a, b] = [chain[i - 1], chain[i]];
    if (a && b && b.value > a.value) steps.push((b.fragment.v - a.fragment.v) / (b.value - a.value));
  }
  const step = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)];
  if (step === undefined || step > -5 || step < -80) return null;
  const origins = chain.map(({ fragment, value }) => fragment.v - step * value).toSorted((a, b) => a - b);
  const start = origins[Math.floor(origins.length / 2)] ?? 0;
  const inliers = chain.filter(
    ({ fragment, value }) => Math.abs(fragment.v - start - step * value) < 1.2 * tolerance * -step,
  );
  const fit = leastSquares(inliers);
  if (!fit) return null;
  const numbers = inliers.filter(
    ({ fragment, value }) => Math.abs(fragment.v - fit.origin - fit.slope * value) < tolerance * -fit.slope,
  );
  if (numbers.length < few || numbers.length < 0.6 * chain.length) return null;
  const values = numbers.map(({ value }) => value);
  return {
    numbers: numbers.map(({ fragment }) => fragment),
    first: Math.min(...values),
    last: Math.max(...values),
    ...fit,
    left: Math.min(...numbers.map(({ fragment }) => fragment.u0)),
    right: Math.max(...numbers.map(({ fragment }) => fragment.u1)),
    reach: Infinity,
  };
}

function leastSquares(points: readonly Candidate[]): { readonly origin: number; readonly slope: number } | null {
  const count = points.length;
  if (count < 2) return null;
  const meanN = points.reduce((sum, { value }) => sum + value, 0) / count;
  const meanV = points.reduce((sum, { fragment }) => sum + fragment.v, 0) / count;
  let [covariance, variance] = [0, 0];
  for (const { value, fragment } of points) {
    covariance += (value - meanN) * (fragment.v - meanV);
    variance += (value - meanN) ** 2;
  }
  if (variance === 0) return null;
  const slope = covariance / variance;
  return { slope, origin: meanV - slope * meanN };
}

/** Real-time reporting prints when a line was spoken: `10:14AM`, `09:41:07`. */
const clock = /^\d{1,2}:\d{2}(?::\d{2})?\s?(?:[AP]\.?M\.?)?$/i;

/** Text begins to the right of its numbers: little but another column's lines or a firm's name stands further left. */
function standsInMargin(grid: NumberGrid, grids: readonly NumberGrid[], fragments: readonly Fragment[]): boolean {
  const own = new Set(grid.numbers);
  const [top, bottom] = [grid.origin + grid.slope * grid.first, grid.origin + grid.slope * grid.last];
  const beside = fragments.filter(
    (fragment) => !own.has(fragment) && fragment.v <= top + 5 && fragment.v >= bottom - 5,
  );
  const elsewhere = grids.filter((other) => other.right < grid.left);
  const left = beside.filter(
    ({ u0, u1, text }) =>
      u1 < grid.left &&
      text.length > 2 &&
      !clock.test(text) &&
      !elsewhere.some((other) => u0 >= other.left && u0 < other.reach),
  ).length;
  const right = beside.filter(({ u0 }) => u0 > grid.right && u0 < grid.reach).length;
  return left <= Math.max(2, 0.25 * right);
}

/** Points that a column of a whole page spans at least; the rows of a table rarely do. */
const wholePage = 430;

/** The first column of a table counts its rows: it has a head, or text above and below the table crosses it. */
function countsRows(grid: NumberGrid, grids: readonly NumberGrid[], fragments: readonly Fragment[]): boolean {
  const [top, bottom] = [grid.origin + grid.slope * grid.first, grid.origin + grid.slope * grid.last];
  const isHead = ({ text, u0, u1, v }: Fragment) =>
    v > top + 5 &&
    v < top - 2.2 * grid.slope &&
    u0 < grid.right &&
    u1 > grid.left &&
    /^(?:no|row|line|item|nr|#)\b\.?|^#/i.test(text);
  if (fragments.some(isHead)) return true;
  if (top - bottom > wholePage || grids.some((other) => other !== grid && Math.abs(other.origin - grid.origin) < 5))
    return false;
  const crossing = fragments.filter(
    ({ text, u0, u1, v }) =>
      text.length > 2 && (v > top + 5 || v < bottom - 5) && u0 < grid.right && u1 > grid.right + 20,
  );
  return crossing.length > 1;
}
