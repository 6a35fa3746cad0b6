// Characters → runs: what was drawn in one go along one baseline, without a gap that could be a table cell or a column.
// Shape in: characters in the order of drawing → shape out: runs. Characters drawn twice on the same spot (imitated bold) count once.
import type { Glyph } from './glyphs.ts';

/** Characters of one baseline and about one size; spaces are not characters here but flags. */
export interface Run {
  readonly glyphs: Glyph[];
  /** `spaced[i]`: a space stands before `glyphs[i]`. */
  readonly spaced: boolean[];
  /** A space was drawn after the last character. */
  trailingSpace: boolean;
  readonly angle: number;
  readonly v: number;
  readonly size: number;
  readonly u0: number;
  u1: number;
  readonly firstOrder: number;
  lastOrder: number;
}

/** In units of the font size. */
const breakingGap = 0.9;
const steppingBack = -0.35;
const baselineShift = 0.12;
const repeatedWithin = 0.25;

/** Gathers runs; angles stay apart. */
export function gatherRuns(glyphs: readonly Glyph[]): Run[] {
  const runs: Run[] = [];
  let run: Run | null = null;
  let space = false;
  for (const glyph of glyphs) {
    if (glyph.text === ' ') {
      space = true;
      if (run) run.trailingSpace = true;
      continue;
    }
    if (run && isRepeated(run, glyph)) continue;
    if (!run || !continues(run, glyph)) {
      run = begin(glyph);
      runs.push(run);
    } else {
      run.spaced.push(space || glyph.text.startsWith(' '));
      run.glyphs.push(glyph);
      run.u1 = Math.max(run.u1, glyph.u + glyph.width);
      run.lastOrder = glyph.order;
      run.trailingSpace = false;
    }
    space = false;
  }
  return withoutOverprints(runs);
}

/** Characters `[from, to)` of a run as a run of their own. */
export function partOfRun(run: Run, from: number, to: number): Run {
  const glyphs = run.glyphs.slice(from, to);
  const [first, last] = [glyphs[0], glyphs.at(-1)];
  return {
    ...run,
    glyphs,
    spaced: run.spaced.slice(from, to).map((spaced, i) => i > 0 && spaced),
    trailingSpace: to < run.glyphs.length ? run.spaced[to] === true : run.trailingSpace,
    u0: first?.u ?? run.u0,
    u1: last ? last.u + last.width : run.u1,
  };
}

function begin(glyph: Glyph): Run {
  return {
    glyphs: [glyph],
    spaced: [false],
    trailingSpace: false,
    angle: glyph.angle,
    v: glyph.v,
    size: glyph.size,
    u0: glyph.u,
    u1: glyph.u + glyph.width,
    firstOrder: glyph.order,
    lastOrder: glyph.order,
  };
}

function continues(run: Run, glyph: Glyph): boolean {
  if (glyph.angle !== run.angle) return false;
  const size = Math.max(run.size, glyph.size, 0.1);
  if (Math.abs(glyph.v - run.v) > baselineShift * size) return false;
  if (Math.min(run.size, glyph.size) < 0.78 * size) return false;
  const gap = glyph.u - run.u1;
  return gap <= breakingGap * size && gap >= steppingBack * size;
}

function isRepeated(run: Run, glyph: Glyph): boolean {
  const last = run.glyphs[run.glyphs.length - 1];
  if (!last || last.text !== glyph.text || last.angle !== glyph.angle) return false;
  const reach = repeatedWithin * Math.max(last.width, 0.2 * last.size);
  return Math.abs(last.u - glyph.u) < reach && Math.abs(last.v - glyph.v) < 0.1 * last.size;
}

/** Text of a run without spaces: enough to recognise the same run drawn again. */
function bareText(run: Run): string {
  let text = '';
  for (const glyph of run.glyphs) text += glyph.text;
  return text;
}

/** Drops a run that repeats an earlier one on the same spot: bold imitated by drawing twice, a stamp printed again. */
function withoutOverprints(runs: Run[]): Run[] {
  // Kept by first letter: only runs on the same spot are read to the end.
  const seen = new Map<string, Run[]>();
  return runs.filter((run) => {
    const letter = run.glyphs[0]?.text[0] ?? '';
    const alike = seen.get(letter);
    if (!alike) {
      seen.set(letter, [run]);
      return true;
    }
    const reach = 0.3 * run.size;
    for (const other of alike) {
      const isNear = Math.abs(other.u0 - run.u0) < reach && Math.abs(other.v - run.v) < reach;
      if (isNear && isSame(other, run)) return false;
    }
    alike.push(run);
    return true;
  });
}

function isSame(run: Run, other: Run): boolean {
  return (
    run.angle === other.angle && Math.round(run.size) === Math.round(other.size) && bareText(run) === bareText(other)
  );
}
