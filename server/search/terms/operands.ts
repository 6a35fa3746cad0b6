// What stands near something else: as an operand of proximity, by where it begins and ends. In: words and phrases, or several operands.
// Out: an operand. (Windows as operands: operand-windows.ts.)
import { countAtMost } from './ascending.ts';
import type { PositionSetBuilder } from './position-set.ts';
import type { Places } from './token-stream.ts';
import type { Occurrence } from './windows.ts';

/** Where an operand of a proximity stands. */
export interface Operand {
  /** Where it begins, ascending, each once. */
  readonly froms: readonly number[];
  /** Of those that begin at `froms[at]` the first end behind a position; -1: none. */
  nextEnd(at: number, position: number): number;
  /** The last end before a position; -1: none. */
  endBefore(at: number, position: number): number;
  /** Adds all ends to others. */
  addEnds(at: number, ends: PositionSetBuilder): void;
  /** One that begins and ends there, with what it is made of. */
  occurrence(from: number, to: number): Occurrence;
}

/** Words and phrases; in reading order. */
export function placesOperand(places: readonly Places[]): Operand {
  const froms: number[] = [];
  /** For each beginning the first of its places, which are as good as always one. */
  const firsts: number[] = [];
  for (const [at, { from }] of places.entries()) {
    if (froms.at(-1) === from) continue;
    froms.push(from);
    firsts.push(at);
  }
  const endBehind = (at: number): number => firsts[at + 1] ?? places.length;
  return {
    froms,
    nextEnd(at, position) {
      for (let place = firsts[at] ?? 0; place < endBehind(at); place += 1) {
        const to = places[place]?.to ?? -1;
        if (to > position) return to;
      }
      return -1;
    },
    endBefore(at, position) {
      for (let place = endBehind(at) - 1; place >= (firsts[at] ?? 0); place -= 1) {
        const to = places[place]?.to ?? -1;
        if (to < position) return to;
      }
      return -1;
    },
    addEnds(at, ends) {
      for (let place = firsts[at] ?? 0; place < endBehind(at); place += 1) ends.add(places[place]?.to ?? 0);
    },
    occurrence: (from, to) => ({ from, to }),
  };
}

/** Either of several. */
export function eitherOperand(operands: readonly Operand[]): Operand {
  const froms = mergedFroms(operands);
  const those = operands.map((operand) => ({ operand, places: placesAmong(operand.froms, froms) }));
  return {
    froms,
    nextEnd(at, position) {
      let soonest = -1;
      for (const { operand, places } of those) {
        const own = places[at] ?? -1;
        const end = own < 0 ? -1 : operand.nextEnd(own, position);
        if (end >= 0 && (soonest < 0 || end < soonest)) soonest = end;
      }
      return soonest;
    },
    endBefore(at, position) {
      let latest = -1;
      for (const { operand, places } of those) {
        const own = places[at] ?? -1;
        if (own >= 0) latest = Math.max(latest, operand.endBefore(own, position));
      }
      return latest;
    },
    addEnds(at, ends) {
      for (const { operand, places } of those) {
        const own = places[at] ?? -1;
        if (own >= 0) operand.addEnds(own, ends);
      }
    },
    occurrence(from, to) {
      const operand = operands.find((each) => stands(each, from, to));
      return operand?.occurrence(from, to) ?? { from, to };
    },
  };
}

/** Of each of ascending numbers where it stands among some of them; -1: nowhere. */
function placesAmong(some: readonly number[], numbers: readonly number[]): readonly number[] {
  let at = 0;
  return numbers.map((number) => {
    if (some[at] !== number) return -1;
    at += 1;
    return at - 1;
  });
}

function stands(operand: Operand, from: number, to: number): boolean {
  const at = placeOf(operand.froms, from);
  return at !== null && operand.nextEnd(at, to - 1) === to;
}

/** All beginnings, ascending, each once. */
function mergedFroms(operands: readonly Operand[]): readonly number[] {
  const [first, ...others] = operands;
  if (first === undefined || others.length === 0) return first?.froms ?? [];
  const froms = Int32Array.from(operands.flatMap((operand) => operand.froms)).toSorted();
  return Array.from(froms.filter((from, at) => at === 0 || from !== froms[at - 1]));
}

/** Where a number stands among ascending ones, each once; null: nowhere. */
export function placeOf(numbers: readonly number[], number: number): number | null {
  const at = countAtMost(numbers, number - 1);
  return numbers[at] === number ? at : null;
}
