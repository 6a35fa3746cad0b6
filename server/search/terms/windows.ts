// Where two things stand near one another. In: two lists of occurrences in reading order and a rule of nearness. Out: the minimal windows,
// which are the matches of a proximity. (As an operand of another every window counts: operand-windows.ts.)
import { countAtMost } from './ascending.ts';
import { distinct, inOrder, type Places } from './token-stream.ts';

/** A place where something stands, and, where it is more than a word or phrase, the two that it is made of. */
export interface Occurrence extends Places {
  readonly of?: readonly [Occurrence, Occurrence];
}

/** Nearness: at most `words` positions between the nearest ends, or within one of the stretches that begin at `starts`. */
export type Nearness = { readonly ordered: boolean } & (
  { readonly words: number; readonly starts: null } | { readonly words: null; readonly starts: ArrayLike<number> }
);

/** The minimal windows (none holds another), left to right, not overlapping. */
export function minimalWindows(
  left: readonly Occurrence[],
  right: readonly Occurrence[],
  nearness: Nearness,
): Occurrence[] {
  const windows = orders(left, right, nearness.ordered).flatMap(([first, second]) =>
    shortestWindows(first, second, nearness),
  );
  // From the right: a window holds another when one that begins no sooner ends no later. Of those with one beginning the longer are
  // left to the next step: they overlap the shortest, which comes first.
  const minimal: Occurrence[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const window of windows.toSorted(inOrder).toReversed()) {
    if (window.to >= end) continue;
    minimal.push(window);
    end = window.to;
  }
  const apart: Occurrence[] = [];
  for (const window of minimal.toReversed()) if (window.from > (apart.at(-1)?.to ?? -1)) apart.push(window);
  return apart;
}

/** For each of `second` the shortest window that ends with it: no minimal one is another. Linear, but for the sorting. */
function shortestWindows(
  first: readonly Occurrence[],
  second: readonly Occurrence[],
  nearness: Nearness,
): Occurrence[] {
  const byEnd = inOrderOfEnds(first);
  const windows: Occurrence[] = [];
  // Those in reach, the latest beginning foremost (a sliding maximum).
  const queue: Occurrence[] = [];
  let head = 0;
  let next = 0;
  for (const later of second) {
    for (; next < byEnd.length; next += 1) {
      const earlier = byEnd[next];
      if (earlier === undefined || earlier.to >= later.from) break;
      while (queue.length > head && (queue.at(-1)?.from ?? 0) <= earlier.from) queue.pop();
      queue.push(earlier);
    }
    if (head === queue.length) continue;
    const { least, stretch } = reachOf(later, nearness);
    while (head < queue.length && (queue[head]?.to ?? 0) < least) head += 1;
    const best = queue[head];
    if (best === undefined || best.from < stretch.from || later.to > stretch.to) continue;
    windows.push({ from: best.from, to: later.to, of: [best, later] });
  }
  return windows;
}

/**
 * As an operand of another proximity, those that a minimal window can be made of: of one end the last beginning, of one beginning the
 * first end. Any other only makes windows that hold one of these. In reading order.
 */
export function operandWindows(
  left: readonly Occurrence[],
  right: readonly Occurrence[],
  nearness: Nearness,
): readonly Occurrence[] {
  return distinct(
    orders(left, right, nearness.ordered).flatMap(([first, second]) => [
      ...shortestWindows(first, second, nearness),
      ...soonestWindows(first, second, nearness),
    ]),
  );
}

/** For each of `first` the shortest window that begins with it: the mirror of `shortestWindows`, gone through from the end. */
function soonestWindows(first: readonly Occurrence[], second: readonly Occurrence[], nearness: Nearness): Occurrence[] {
  const byEnd = inOrderOfEnds(first);
  const windows: Occurrence[] = [];
  // Those in reach, the soonest end foremost (a sliding minimum).
  const queue: Occurrence[] = [];
  let head = 0;
  let next = second.length - 1;
  for (let at = byEnd.length - 1; at >= 0; at -= 1) {
    const earlier = byEnd[at];
    if (earlier === undefined) break;
    const stretch = nearness.starts === null ? everywhere : stretchAt(nearness.starts, earlier.from);
    if (earlier.to > stretch.to) continue;
    for (; next >= 0; next -= 1) {
      const later = second[next];
      if (later === undefined || later.from <= earlier.to) break;
      while (queue.length > head && (queue.at(-1)?.to ?? 0) >= later.to) queue.pop();
      queue.push(later);
    }
    const most = nearness.starts === null ? earlier.to + nearness.words : stretch.to;
    while (head < queue.length && (queue[head]?.from ?? 0) > most) head += 1;
    const best = queue[head];
    if (best === undefined || best.to > stretch.to) continue;
    windows.push({ from: earlier.from, to: best.to, of: [earlier, best] });
  }
  return windows;
}

/** Words and phrases are so already. */
function inOrderOfEnds(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  let before = 0;
  for (const { to } of occurrences) {
    if (to < before) return occurrences.toSorted((a, b) => a.to - b.to);
    before = to;
  }
  return occurrences;
}

/** Which may come first: the left one, or either. */
export function orders<Side>(left: Side, right: Side, ordered: boolean) {
  const leftFirst = [left, right] as const;
  return ordered ? [leftFirst] : [leftFirst, [right, left] as const];
}

/** Where an earlier one must end at least, and the stretch that must hold both. */
export function reachOf(later: Pick<Places, 'from'>, nearness: Nearness): { least: number; stretch: Places } {
  if (nearness.starts === null) {
    return { least: later.from - nearness.words, stretch: everywhere };
  }
  const stretch = stretchAt(nearness.starts, later.from);
  return { least: stretch.from, stretch };
}

const everywhere: Places = { from: 0, to: Number.POSITIVE_INFINITY };

/** The stretch that holds a position; `starts` ascends from 0. */
export function stretchAt(starts: ArrayLike<number>, position: number): Places {
  const next = countAtMost(starts, position);
  return { from: starts[next - 1] ?? 0, to: (starts[next] ?? Number.POSITIVE_INFINITY) - 1 };
}
