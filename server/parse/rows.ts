// Runs → rows: what stands side by side on one baseline, raised figures attached to the row they belong to.
// Shape in: runs of one direction → shape out: rows from top to bottom, each with its runs from left to right.
// Two texts printed over each other (two stamps) stay two rows.
import { partOfRun, type Run } from './runs.ts';

/** A run within a row; `raised` marks a footnote figure. */
export interface RowRun {
  readonly run: Run;
  readonly raised: boolean;
}

/** Runs of one baseline, left to right. `v` is the baseline of most of its ink. */
export interface Row {
  readonly runs: RowRun[];
  readonly v: number;
  readonly u0: number;
  readonly u1: number;
  readonly size: number;
}

interface OpenRow {
  readonly runs: Run[];
  last: Run;
  end: number;
}

/** In units of the smaller font size: how far a baseline may drift from one run to the next (scans are skewed). */
const baselineDrift = 0.33;

/** Gathers rows out of the runs of one direction. */
export function gatherRows(runs: readonly Run[]): Row[] {
  const open: OpenRow[] = [];
  for (const run of runs.toSorted((a, b) => a.u0 - b.u0)) {
    const row = bestRow(open, run);
    if (row) {
      row.runs.push(run);
      row.last = run;
      row.end = Math.max(row.end, run.u1);
    } else open.push({ runs: [run], last: run, end: run.u1 });
  }
  return attachRaised(open.map((row) => row.runs)).toSorted((a, b) => b.v - a.v || a.u0 - b.u0);
}

function bestRow(open: readonly OpenRow[], run: Run): OpenRow | null {
  let best: OpenRow | null = null;
  let least = Infinity;
  for (const row of open) {
    const { last } = row;
    const drift = Math.abs(last.v - run.v);
    if (drift > baselineDrift * Math.min(last.size, run.size)) continue;
    const overlap = row.end - run.u0;
    if (overlap > 0.6 * run.size && overlap > 0.3 * (run.u1 - run.u0)) continue;
    // Of rows printed over one another, the one whose text was drawn just before.
    const drawnNext = run.firstOrder >= last.lastOrder ? run.firstOrder - last.lastOrder : 10_000;
    const cost = drift + Math.min(drawnNext, 10_000) / 20_000;
    if (cost < least) {
      least = cost;
      best = row;
    }
  }
  return best;
}

/**
 * A small run that touches a larger one below it, a fraction of an em higher, is a raised figure of that row. It may have
 * been taken for a part of another row (a margin number half a line higher): then it stands far from that row's ink.
 */
function attachRaised(groups: readonly Run[][]): Row[] {
  const sizes = groups.map((runs) => longest(runs)?.size ?? 0);
  const raisedInto = new Map<number, Run[]>();
  const kept = groups.map((runs, index) => {
    // Nearly every row: no run of it is short enough to be a mark.
    if (!runs.some(isMark)) return runs;
    const homes = runs.map((run) => (isMark(run) ? homeOf(run, index, groups, sizes) : -1));
    const whole = homes.every((home) => home >= 0);
    return runs.filter((run, i) => {
      const home = homes[i] ?? -1;
      if (home < 0 || !(whole || standsApart(run, runs))) return true;
      raisedInto.set(home, [...(raisedInto.get(home) ?? []), run]);
      return false;
    });
  });
  // A home is larger than its marks and could be a mark itself: marks of marks stay rows of their own.
  const strays = [...raisedInto].filter(([home]) => kept[home]?.length === 0).map(([, runs]) => rowOf(runs, []));
  const rows = kept.flatMap((runs, index) => (runs.length === 0 ? [] : [rowOf(runs, raisedInto.get(index) ?? [])]));
  return [...rows, ...strays];
}

function standsApart(run: Run, others: readonly Run[]): boolean {
  return others.every(
    (other) => other === run || run.u0 - other.u1 > 0.6 * run.size || other.u0 - run.u1 > 0.6 * run.size,
  );
}

/** Footnote marks, ordinals (`1st`), asterisks and daggers: a few characters. */
function isMark(run: Run): boolean {
  return run.glyphs.length <= 4;
}

function homeOf(run: Run, own: number, groups: readonly Run[][], sizes: readonly number[]): number {
  for (let index = 0; index < groups.length; index++) {
    if (index === own || run.size > 0.85 * (sizes[index] ?? 0)) continue;
    for (const other of groups[index] ?? []) {
      const rise = run.v - other.v;
      if (run.size > 0.85 * other.size || rise < 0.12 * other.size || rise > 0.65 * other.size) continue;
      if (run.u0 < other.u1 + 0.6 * other.size && run.u1 > other.u0 - 0.6 * other.size) return index;
    }
  }
  return -1;
}

function longest(runs: readonly Run[]): Run | null {
  let best: Run | null = null;
  for (const run of runs) if (!best || run.glyphs.length > best.glyphs.length) best = run;
  return best;
}

function rowOf(runs: readonly Run[], raised: readonly Run[]): Row {
  const main = longest(runs);
  const whole = raised.length === 0 ? runs : runs.flatMap((run) => cutAt(run, raised));
  const all = [
    ...whole.map((run) => ({ run, raised: raisedWithin(run, runs, main) })),
    ...raised.map((run) => ({ run, raised: true })),
  ].toSorted((a, b) => a.run.u0 - b.run.u0);
  let [u0, u1] = [Infinity, -Infinity];
  for (const { run } of all) {
    u0 = Math.min(u0, run.u0);
    u1 = Math.max(u1, run.u1);
  }
  return { runs: all, v: main?.v ?? 0, size: main?.size ?? 0, u0, u1 };
}

/** A run in whose middle a raised figure stands was drawn in one go, with a gap left for the figure: cut there. */
function cutAt(run: Run, raised: readonly Run[]): Run[] {
  const inside = raised.find(({ u0, size }) => u0 > run.u0 && u0 < run.u1 - 0.3 * size);
  if (!inside) return [run];
  const at = run.glyphs.findIndex(({ u, width }) => u + width / 2 > inside.u0);
  if (at <= 0) return [run];
  // The space after the figure is told by its width.
  return [{ ...partOfRun(run, 0, at), trailingSpace: false }, ...cutAt(partOfRun(run, at, run.glyphs.length), raised)];
}

/** A smaller run that is slightly higher than the rest of its own row (`main`: its longest) is raised too (small rises pass as drift). */
function raisedWithin(run: Run, runs: readonly Run[], main: Run | null): boolean {
  return (
    !!main &&
    run !== main &&
    isMark(run) &&
    run.size < 0.85 * main.size &&
    run.v - main.v > 0.12 * main.size &&
    !standsApart(run, runs)
  );
}
