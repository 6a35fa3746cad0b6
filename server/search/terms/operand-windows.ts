// Every window of a proximity that is itself an operand of another: each counts there, so that nothing is missed, and there may be
// millions. So they are never listed: for each beginning there is a set of ends. In: operands, words and phrases or windows again.
// Out: an operand; of an operand the windows that a shortest one can be made of, and what each of them is made of.
import { PinciteError } from '../../contract/errors.ts';
import { PositionSet, PositionSetBuilder } from './position-set.ts';
import { inOrder, type Places } from './token-stream.ts';
import { orders, reachOf, stretchAt, type Nearness, type Occurrence } from './windows.ts';

/** Where an operand of a proximity stands. */
export interface Operand {
  /** Where it begins, ascending, each once. */
  readonly froms: readonly number[];
  /** Where those end that begin at `froms[at]`. */
  endsOf(at: number): PositionSet;
  /** Adds these ends to others. */
  addEnds(at: number, ends: PositionSetBuilder): void;
  /** One that begins and ends there, with what it is made of. */
  occurrence(from: number, to: number): Occurrence;
}

/** Words and phrases; in reading order. */
export function placesOperand(places: readonly Places[]): Operand {
  const froms: number[] = [];
  /** For each beginning the first of its places. */
  const firsts: number[] = [];
  for (const [at, { from }] of places.entries()) {
    if (froms.at(-1) === from) continue;
    froms.push(from);
    firsts.push(at);
  }
  const addEnds = (at: number, ends: PositionSetBuilder): void => {
    const end = firsts[at + 1] ?? places.length;
    for (let place = firsts[at] ?? end; place < end; place += 1) ends.add(places[place]?.to ?? 0);
  };
  const builder = new PositionSetBuilder();
  return {
    froms,
    addEnds,
    endsOf(at) {
      builder.begin(froms[at] ?? 0);
      addEnds(at, builder);
      return builder.take();
    },
    occurrence: (from, to) => ({ from, to }),
  };
}

/** Either of several. */
export function eitherOperand(operands: readonly Operand[]): Operand {
  const builder = new PositionSetBuilder();
  const froms = mergedFroms(operands);
  const addEnds = (at: number, ends: PositionSetBuilder): void => {
    for (const operand of operands) {
      const own = placeOf(operand.froms, froms[at] ?? 0);
      if (own !== null) operand.addEnds(own, ends);
    }
  };
  return {
    froms,
    addEnds,
    endsOf(at) {
      builder.begin(froms[at] ?? 0);
      addEnds(at, builder);
      return builder.take();
    },
    occurrence(from, to) {
      const operand = operands.find((each) => stands(each, from, to));
      return operand?.occurrence(from, to) ?? { from, to };
    },
  };
}

/** Steps of 32 positions in all sets of an operand together, at most: 64 MB. Several operands are at work at a time. */
const mostSteps = 16_777_216;

/**
 * Every window of one of each that stand near, without overlap. Throws `query-too-long` where there are too many for the memory: in a
 * filing of some hundred pages without a paragraph, say.
 */
export function windowsOperand(left: Operand, right: Operand, nearness: Nearness, check: () => void): Operand {
  const byFrom = new Map<number, PositionSet>();
  let steps = 0;
  for (const [first, second] of orders(left, right, nearness.ordered)) {
    const ends =
      nearness.starts === null
        ? endsWithin(first, second, nearness.words)
        : endsInStretches(first, second, nearness.starts);
    for (const [from, set] of ends) {
      check();
      steps += set.bits.length;
      if (steps > mostSteps) throw tooMany();
      const before = byFrom.get(from);
      byFrom.set(from, before === undefined ? set : unionOf(before, set));
    }
  }
  const froms = [...Int32Array.from(byFrom.keys()).toSorted()];
  const endsOf = (at: number): PositionSet => byFrom.get(froms[at] ?? -1) ?? PositionSet.none;
  return {
    froms,
    endsOf,
    addEnds: (at, ends) => ends.addAll(endsOf(at)),
    occurrence: (from, to) => new OperandWindow(from, to, () => partsOf(from, to, left, right, nearness)),
  };
}

function tooMany(): PinciteError {
  return new PinciteError(
    'query-too-long',
    'A proximity that is part of another stands at too many places of one filing to look through them all. Ask for smaller distances or rarer words.',
  );
}

type Ends = Iterable<readonly [from: number, ends: PositionSet]>;

/** By beginning where windows of at most so many words between end, the first of them before the second. */
function* endsWithin(first: Operand, second: Operand, words: number): Ends {
  const { froms } = second;
  const builder = new PositionSetBuilder();
  for (const [at, from] of first.froms.entries()) {
    const ends = first.endsOf(at);
    const limit = ends.last() + words;
    builder.begin(from);
    for (let next = firstBehind(froms, ends.next(-1)); next < froms.length; next += 1) {
      const begin = froms[next] ?? 0;
      if (begin > limit) break;
      if (ends.before(begin) >= begin - words) second.addEnds(next, builder);
    }
    if (!builder.isEmpty()) yield [from, builder.take()];
  }
}

/** The same within stretches. What ends soonest decides: whatever begins behind it can follow, so that one stretch is gone through once. */
function* endsInStretches(first: Operand, second: Operand, starts: ArrayLike<number>): Ends {
  const { froms } = second;
  const builder = new PositionSetBuilder();
  const soonest = first.froms.map((from, at) => ({ from, end: first.endsOf(at).next(-1) }));
  let at = 0;
  while (at < soonest.length) {
    const stretch = stretchAt(starts, soonest[at]?.from ?? 0);
    const inside: typeof soonest = [];
    for (let each = soonest[at]; each !== undefined && each.from <= stretch.to; each = soonest[at]) {
      if (each.end < stretch.to) inside.push(each);
      at += 1;
    }
    builder.begin(stretch.from);
    let next = firstBehind(froms, stretch.to) - 1;
    for (const { from, end } of inside.toSorted((a, b) => b.end - a.end)) {
      for (; (froms[next] ?? -1) > end; next -= 1) second.addEnds(next, builder);
      builder.dropBehind(stretch.to);
      if (!builder.isEmpty()) yield [from, builder.copyFrom(from)];
    }
    builder.take();
  }
}

function unionOf(one: PositionSet, other: PositionSet): PositionSet {
  const builder = new PositionSetBuilder();
  builder.begin(Math.min(one.base, other.base));
  builder.addAll(one);
  builder.addAll(other);
  return builder.take();
}

/** A window, and what it is made of once that is asked. */
class OperandWindow implements Occurrence {
  readonly from: number;
  readonly to: number;
  readonly #parts: () => readonly [Occurrence, Occurrence];

  constructor(from: number, to: number, parts: () => readonly [Occurrence, Occurrence]) {
    this.from = from;
    this.to = to;
    this.#parts = parts;
  }

  get of(): readonly [Occurrence, Occurrence] {
    return this.#parts();
  }
}

/** Of several that make the same window those of which the second begins first; of these the first that ends first. */
function partsOf(
  from: number,
  to: number,
  left: Operand,
  right: Operand,
  nearness: Nearness,
): readonly [Occurrence, Occurrence] {
  for (const [first, second] of orders(left, right, nearness.ordered)) {
    const at = placeOf(first.froms, from);
    if (at === null) continue;
    const ends = first.endsOf(at);
    const { froms } = second;
    for (let next = firstBehind(froms, from); next < froms.length && (froms[next] ?? 0) <= to; next += 1) {
      const begin = froms[next] ?? 0;
      const { least, stretch } = reachOf({ from: begin }, nearness);
      const end = ends.next(least - 1);
      if (end < 0 || end >= begin || from < stretch.from || to > stretch.to) continue;
      if (second.endsOf(next).has(to)) return [first.occurrence(from, end), second.occurrence(begin, to)];
    }
  }
  throw new Error(`There is no window from ${from} to ${to}.`);
}

/**
 * Those that a shortest window can be made of, in reading order: of one beginning the first end, of one end the last beginning. Any
 * other only makes windows that hold one of these.
 */
export function shortestOf(operand: Operand): Occurrence[] {
  const { froms } = operand;
  const found: Occurrence[] = [];
  const seen = new PositionSetBuilder();
  seen.begin(froms[0] ?? 0);
  for (let at = froms.length - 1; at >= 0; at -= 1) {
    const from = froms[at] ?? 0;
    const ends = operand.endsOf(at);
    const first = ends.next(-1);
    found.push(operand.occurrence(from, first));
    for (const to of seen.addNew(ends)) if (to !== first) found.push(operand.occurrence(from, to));
  }
  return found.toSorted(inOrder);
}

function stands(operand: Operand, from: number, to: number): boolean {
  const at = placeOf(operand.froms, from);
  return at !== null && operand.endsOf(at).has(to);
}

/** All beginnings, ascending, each once. */
function mergedFroms(operands: readonly Operand[]): readonly number[] {
  const [first, ...others] = operands;
  if (first === undefined || others.length === 0) return first?.froms ?? [];
  const froms = Int32Array.from(operands.flatMap((operand) => operand.froms)).toSorted();
  return Array.from(froms.filter((from, at) => at === 0 || from !== froms[at - 1]));
}

/** How many of ascending numbers come before the first that is larger. */
function firstBehind(numbers: readonly number[], number: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a number stands among ascending ones, each once; null: nowhere. */
function placeOf(numbers: readonly number[], number: number): number | null {
  const at = firstBehind(numbers, number - 1);
  return numbers[at] === number ? at : null;
}
