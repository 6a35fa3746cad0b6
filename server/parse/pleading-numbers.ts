// Line numbers in the margin of pleading paper (1–28, also 25, 26, 32) and of transcripts (1–25): found and fitted to a grid.
// Shape in: fragments → shape out: grids, each with its numbers and the strip it counts. Source of the rule: DOMAIN §4.
// Refuses what does not count downwards, unevenly spaced numbers unless they are many, and the rows of a table.
import type { Fragment } from './lines.ts';
import { heightAt, type NumberGrid } from './number-grid.ts';

interface Candidate {
  readonly fragment: Fragment;
  readonly value: number;
}

/** Numbers that must agree before they are believed. */
const enough = 8;
/** Where they do not stand evenly: the count of a page. */
const uneven = 20;
/** How far off the grid a number may stand, in units of the spacing. */
const tolerance = 0.3;
/** How far apart the middles of one column's numbers may stand, in points: `9` and `10`, right or left aligned. */
const columnWidth = 9;

/** All number columns of a page; `few` is accepted instead of eight when the same file has such columns elsewhere. */
export function findNumberGrids(fragments: readonly Fragment[], few: number = enough): NumberGrid[] {
  const candidates: Candidate[] = [];
  for (const fragment of fragments) {
    const value = fragment.text.length <= 2 && /^\d{1,2}$/.test(fragment.text) ? Number(fragment.text) : 0;
    if (value >= 1 && value <= 40) candidates.push({ fragment, value });
  }
  if (candidates.length < few) return [];
  const grids = columnsOf(candidates)
    .flatMap((column) => chainsOf(column))
    .flatMap((chain) => gridOf(chain, few) ?? []);
  const bounded = grids.map((grid) => ({
    ...grid,
    reach: Math.min(Infinity, ...grids.filter(({ left }) => left > grid.right + 30).map(({ left }) => left)),
  }));
  return bounded.filter((grid) => standsInMargin(grid, bounded, fragments) && !countsRows(grid, bounded, fragments));
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

/** The better of an even grid and a ladder of uneven rungs. */
function gridOf(chain: readonly Candidate[], few: number): NumberGrid | null {
  if (chain.length < few) return null;
  const even = evenGridOf(chain, few);
  if (even && even.numbers.length >= 0.9 * chain.length) return even;
  const ladder = ladderOf(chain, few < enough ? enough : uneven);
  return ladder && (!even || ladder.numbers.length > even.numbers.length + 2) ? ladder : even;
}

/** Least squares through the numbers that agree with the most common step. */
function evenGridOf(chain: readonly Candidate[], few: number): NumberGrid | null {
  const step = -pitchOf(chain);
  if (!(step <= -5 && step >= -80)) return null;
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
  const grid = columnOf(numbers, -fit.slope);
  const end = (number: number) => [number, fit.origin + fit.slope * number] as const;
  return { ...grid, rungs: [end(grid.first), end(grid.last)] };
}

/** Numbers that go on one by one, whatever their distance; hardly any may be missing or foreign. */
function ladderOf(chain: readonly Candidate[], least: number): NumberGrid | null {
  const numbers: Candidate[] = [];
  for (const candidate of chain) {
    const last = numbers.at(-1);
    const step = candidate.value - (last?.value ?? 0);
    if (step >= 1 && step <= 3 && (!last || last.fragment.v - candidate.fragment.v > 4)) numbers.push(candidate);
  }
  const grid = numbers.length < least ? null : columnOf(numbers, pitchOf(numbers));
  if (!grid || numbers.length < 0.85 * chain.length || numbers.length < 0.85 * (grid.last - grid.first + 1))
    return null;
  return grid;
}

function columnOf(numbers: readonly Candidate[], pitch: number): NumberGrid {
  const values = numbers.map(({ value }) => value);
  return {
    numbers: numbers.map(({ fragment }) => fragment),
    first: Math.min(...values),
    last: Math.max(...values),
    rungs: numbers.map(({ value, fragment }) => [value, fragment.v] as const),
    pitch,
    left: Math.min(...numbers.map(({ fragment }) => fragment.u0)),
    right: Math.max(...numbers.map(({ fragment }) => fragment.u1)),
    reach: Infinity,
  };
}

/** The most common distance between two numbers that follow each other; NaN where none do. */
function pitchOf(chain: readonly Candidate[]): number {
  const steps: number[] = [];
  for (let i = 1; i < chain.length; i++) {
    const [a, b] = [chain[i - 1], chain[i]];
    if (a && b && b.value > a.value) steps.push((a.fragment.v - b.fragment.v) / (b.value - a.value));
  }
  return steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? Number.NaN;
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
  const [top, bottom] = [heightAt(grid, grid.first), heightAt(grid, grid.last)];
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
  const [top, bottom] = [heightAt(grid, grid.first), heightAt(grid, grid.last)];
  const isHead = ({ text, u0, u1, v }: Fragment) =>
    v > top + 5 &&
    v < top + 2.2 * grid.pitch &&
    u0 < grid.right &&
    u1 > grid.left &&
    /^(?:no|row|line|item|nr|#)\b\.?|^#/i.test(text);
  if (fragments.some(isHead)) return true;
  if (
    top - bottom > wholePage ||
    grids.some((other) => other !== grid && Math.abs(heightAt(other, other.first) - top) < 5)
  )
    return false;
  const crossing = fragments.filter(
    ({ text, u0, u1, v }) =>
      text.length > 2 && (v > top + 5 || v < bottom - 5) && u0 < grid.right && u1 > grid.right + 20,
  );
  return crossing.length > 1;
}
