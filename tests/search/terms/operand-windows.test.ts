// Windows as operands: each of them, by hand and at random against every pair of places; what they are made of; and how many may be.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shortestOf, windowsOperand } from '../../../server/search/terms/operand-windows.ts';
import { eitherOperand, placesOperand, type Operand } from '../../../server/search/terms/operands.ts';
import { distinct, type Places } from '../../../server/search/terms/token-stream.ts';
import {
  minimalWindows,
  operandWindows,
  type Nearness,
  type Occurrence,
} from '../../../server/search/terms/windows.ts';
import { casesOf } from './random-questions.ts';
import { at, inside, shown, within } from './written-places.ts';

const wait = () => undefined;

/** All places where an operand stands. */
function placesOf(operand: Operand): Places[] {
  return operand.froms.flatMap((from, index) => {
    const found: Places[] = [];
    for (let to = operand.nextEnd(index, -1); to >= 0; to = operand.nextEnd(index, to)) found.push({ from, to });
    return found;
  });
}

describe('every window', () => {
  const rows: [left: Places[], right: Places[], nearness: Nearness, all: string][] = [
    [at(0), at(5), within(5), '0-5'],
    [at(0), at(6), within(5), ''],
    [at(5), at(0), within(5), '0-5'],
    [at(5), at(0), within(5, true), ''],
    [at(0, 2), at(3), within(5), '0-3 2-3'],
    [at(0, 2), at(1, 3), within(5), '0-1 0-3 1-2 2-3'],
    [at([0, 1]), at(1, 3), within(5), '0-3'],
    [at([0, 4], 2), at(5), within(1), '0-5'],
    [at(1), at([2, 6], 3), within(5), '1-3 1-6'],
    [at(0, 4), at(5, 6), inside(0, 5), ''],
    [at(0, 5), at(4, 6), inside(0, 5), '0-4 5-6'],
    [at([4, 5]), at(6), inside(0, 5), ''],
    [at(3), at([4, 5]), inside(0, 5), ''],
    [at([0, 2], [0, 40]), at(3, 50), inside(0), '0-3 0-50'],
  ];
  test.each(rows)('row %#', (left, right, nearness, all) => {
    expect(shown(placesOf(windowsOperand(placesOperand(left), placesOperand(right), nearness, wait)))).toBe(all);
  });
});

/** An operand with all its places, found by trying every pair. */
interface Tried {
  readonly operand: Operand;
  readonly places: readonly Places[];
}

const randomNearness: fc.Arbitrary<Nearness> = fc.oneof(
  fc.record({ words: fc.integer({ min: 1, max: 9 }), starts: fc.constant(null), ordered: fc.boolean() }),
  fc.record({
    words: fc.constant(null),
    starts: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 4 }).map((starts) => {
      return [0, ...starts.toSorted((a, b) => a - b)];
    }),
    ordered: fc.boolean(),
  }),
);

const randomPlaces = fc
  .array(fc.tuple(fc.nat(60), fc.nat(3)), { maxLength: 8 })
  .map((list) => distinct(list.map(([from, more]) => ({ from, to: from + more }))));

const { tried } = fc.letrec<{ tried: Tried }>((tie) => ({
  tried: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    randomPlaces.map((places): Tried => ({ operand: placesOperand(places), places })),
    fc.array(tie('tried'), { minLength: 2, maxLength: 3 }).map((all): Tried => {
      return {
        operand: eitherOperand(all.map(({ operand }) => operand)),
        places: distinct(all.flatMap(({ places }) => places)),
      };
    }),
    fc.tuple(tie('tried'), tie('tried'), randomNearness).map(([left, right, nearness]): Tried => {
      return {
        operand: windowsOperand(left.operand, right.operand, nearness, wait),
        places: everyPair(left.places, right.places, nearness),
      };
    }),
  ),
}));

function everyPair(left: readonly Places[], right: readonly Places[], nearness: Nearness): readonly Places[] {
  const found: Places[] = [];
  for (const one of left) {
    for (const other of right) {
      const isLeftFirst = one.from <= other.from;
      const [first, second] = isLeftFirst ? [one, other] : [other, one];
      if (isNear(first, second, nearness) && (isLeftFirst || !nearness.ordered))
        found.push({ from: first.from, to: second.to });
    }
  }
  return distinct(found);
}

function isNear(first: Places, second: Places, { words, starts }: Nearness): boolean {
  if (first.to >= second.from) return false;
  if (starts === null) return second.from - first.to <= words;
  return !Array.from(starts).some((start) => start > first.from && start <= second.to);
}

/** Words of a window, those of its parts in turn. */
const wordsOf = ({ from, to, of }: Occurrence): Places[] => (of === undefined ? [{ from, to }] : of.flatMap(wordsOf));

describe('at random', () => {
  test('an operand stands where trying every pair says, and nowhere else', () => {
    let many = 0;
    fc.assert(
      fc.property(tried, ({ operand, places }) => {
        expect(shown(placesOf(operand))).toBe(shown(places));
        if (places.length > 3) many += 1;
      }),
      { numRuns: casesOf(5000) },
    );
    expect(many).toBeGreaterThan(1000);
  });

  test('a window is made of parts that begin and end it, in reading order, without overlap', () => {
    fc.assert(
      fc.property(tried, ({ operand, places }) => {
        for (const { from, to } of places) {
          const words = wordsOf(operand.occurrence(from, to));
          expect([words[0]?.from, words.at(-1)?.to]).toEqual([from, to]);
          expect(words.every((word, index) => index === 0 || (words[index - 1]?.to ?? 0) < word.from)).toBe(true);
        }
      }),
      { numRuns: casesOf(2000) },
    );
  });

  test('the shortest make the same minimal windows as all', () => {
    let found = 0;
    fc.assert(
      fc.property(tried, tried, randomNearness, (left, right, nearness) => {
        const windows = minimalWindows(shortestOf(left.operand), shortestOf(right.operand), nearness);
        expect(shown(windows)).toBe(shown(minimalWindows(left.places, right.places, nearness)));
        if (windows.length > 0) found += 1;
      }),
      { numRuns: casesOf(5000) },
    );
    expect(found).toBeGreaterThan(500);
  });
});

test('of words within words the shortest are found without sets', () => {
  let found = 0;
  const words = [randomPlaces, randomPlaces, randomPlaces, randomNearness, randomNearness] as const;
  fc.assert(
    fc.property(...words, (left, right, third, inner, outer) => {
      const windows = minimalWindows(operandWindows(left, right, inner), third, outer);
      expect(shown(windows)).toBe(shown(minimalWindows(everyPair(left, right, inner), third, outer)));
      if (windows.length > 0) found += 1;
    }),
    { numRuns: casesOf(5000) },
  );
  expect(found).toBeGreaterThan(500);
});

describe('a great many', () => {
  const every = (step: number, first: number, count: number): Operand =>
    placesOperand(at(...Array.from({ length: count }, (_, index) => first + index * step)));

  test('are looked through in sets: the pairs of these would be billions', () => {
    const [one, two] = [every(5, 0, 1000), every(5, 1, 1000)];
    const [three, four] = [every(5, 2, 1000), every(5, 3, 1000)];
    const first = windowsOperand(one, two, within(500), wait);
    const second = windowsOperand(three, four, within(500), wait);
    const both = windowsOperand(first, second, within(500), wait);
    expect(minimalWindows(shortestOf(both), at(4, 4999), within(500)).map(({ from, to }) => [from, to])).toEqual([
      [0, 4],
      [4995, 4999],
    ]);
  });

  test('in a stretch without end are refused before the memory is gone', () => {
    const [one, two] = [every(2, 0, 50_000), every(2, 1, 50_000)];
    expect(() => windowsOperand(one, two, inside(0), wait)).toThrow(
      expect.objectContaining({ code: 'query-too-long', message: expect.stringMatching(/smaller distances/) }),
    );
  });

  test('are let be once nobody waits any more', () => {
    const [one, two] = [every(2, 0, 50_000), every(2, 1, 50_000)];
    let asked = 0;
    const goneAt = 100;
    expect(() =>
      windowsOperand(one, two, within(1000), () => {
        asked += 1;
        if (asked === goneAt) throw new Error('gone');
      }),
    ).toThrow('gone');
    expect(asked).toBe(goneAt);
  });
});
