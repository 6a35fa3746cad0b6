// Every window of a proximity that is itself an operand of another: each counts there, so that nothing is missed, and there may be
// millions. So they are never listed: for each beginning there is a set of ends. In: operands, words and phrases or windows again.
// Out: an operand; of an operand the windows that a shortest one can be made of, and what each of them is made of.
import { PinciteError } from '../../contract/errors.ts';
import { countAtMost } from './ascending.ts';
import { placeOf, type Operand } from './operands.ts';
import { PositionSet, PositionSetBuilder } from './position-set.ts';
import { inOrder } from './token-stream.ts';
import { orders, reachOf, stretchAt, type Nearness, type Occurrence } from './windows.ts';

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
    nextEnd: (at, position) => endsOf(at).next(position),
    endBefore: (at, position) => endsOf(at).before(position),
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
  const end = Number.POSITIVE_INFINITY;
  let behind = 0;
  for (const [at, from] of first.froms.entries()) {
    const [soonest, latest] = [first.nextEnd(at, -1), first.endBefore(at, Number.POSITIVE_INFINITY)];
    builder.begin(from);
    while ((froms[behind] ?? end) <= from) behind += 1;
    for (let next = behind; next < froms.length; next += 1) {
      const begin = froms[next] ?? 0;
      if (begin > latest + words) break;
      if (begin > soonest && first.endBefore(at, begin) >= begin - words) second.addEnds(next, builder);
    }
    if (!builder.isEmpty()) yield [from, builder.take()];
  }
}

/** The same within stretches. What ends soonest decides: whatever begins behind it can follow, so that one stretch is gone through once. */
function* endsInStretches(first: Operand, second: Operand, starts: ArrayLike<number>): Ends {
  const { froms } = second;
  const builder = new PositionSetBuilder();
  const soonest = first.froms.map((from, at) => ({ from, end: first.nextEnd(at, -1) }));
  let at = 0;
  while (at < soonest.length) {
    const stretch = stretchAt(starts, soonest[at]?.from ?? 0);
    const inside: typeof soonest = [];
    for (let each = soonest[at]; each !== undefined && each.from <= stretch.to; each = soonest[at]) {
      if (each.end < stretch.to) inside.push(each);
      at += 1;
    }
    builder.begin(stretch.from);
    let next = countAtMost(froms, stretch.to) - 1;
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
    const { froms } = second;
    for (let next = countAtMost(froms, from); next < froms.length && (froms[next] ?? 0) <= to; next += 1) {
      const begin = froms[next] ?? 0;
      const { least, stretch } = reachOf({ from: begin }, nearness);
      const end = first.nextEnd(at, least - 1);
      if (end < 0 || end >= begin || from < stretch.from || to > stretch.to) continue;
      if (second.nextEnd(next, to - 1) === to) return [first.occurrence(from, end), second.occurrence(begin, to)];
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
  const [seen, ends] = [new PositionSetBuilder(), new PositionSetBuilder()];
  seen.begin(froms[0] ?? 0);
  for (let at = froms.length - 1; at >= 0; at -= 1) {
    const from = froms[at] ?? 0;
    const first = operand.nextEnd(at, -1);
    found.push(operand.occurrence(from, first));
    ends.begin(from);
    operand.addEnds(at, ends);
    for (const to of seen.addNew(ends.take())) if (to !== first) found.push(operand.occurrence(from, to));
  }
  return found.toSorted(inOrder);
}
