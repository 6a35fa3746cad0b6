// Sets of positions against sets of numbers, at random and at the edges of the bits.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PositionSetBuilder, type PositionSet } from '../../../server/search/terms/position-set.ts';
import { casesOf } from './random-questions.ts';

const positionsOf = (set: PositionSet): number[] => {
  const found: number[] = [];
  for (let at = set.next(-1); at >= 0; at = set.next(at)) found.push(at);
  return found;
};
const ascending = (numbers: Iterable<number>) => [...new Set(numbers)].toSorted((a, b) => a - b);

function setOf(first: number, positions: readonly number[]): PositionSet {
  const builder = new PositionSetBuilder();
  builder.begin(first);
  for (const position of positions) builder.add(position);
  return builder.take();
}

describe('a set', () => {
  const rows: [positions: number[], asked: number, next: number, before: number][] = [
    [[], 5, -1, -1],
    [[0], 0, -1, -1],
    [[31, 32], 31, 32, -1],
    [[31, 32], 32, -1, 31],
    [[63, 64, 127], 100, 127, 64],
    [[5], 4000, -1, 5],
    [[4000], 5, 4000, -1],
    [[7, 5000], 2500, 5000, 7],
  ];
  test.each(rows)('%j, asked about %d', (positions, asked, next, before) => {
    const set = setOf(0, positions);
    expect([set.next(asked), set.before(asked)]).toEqual([next, before]);
    expect(set.before(Number.POSITIVE_INFINITY)).toBe(positions.at(-1) ?? -1);
  });

  test('that begins late knows nothing before', () => {
    const set = setOf(1000, [1000, 1024]);
    expect([set.next(3), set.next(999), set.before(1000), set.before(3)]).toEqual([1000, 1000, -1, -1]);
  });
});

test('built of several, cut and copied, it is what sets of numbers are', () => {
  const positions = fc.array(fc.nat(400), { maxLength: 30 });
  fc.assert(
    fc.property(positions, positions, fc.nat(400), fc.nat(400), fc.nat(50), (one, other, cut, asked, shift) => {
      const [ones, others] = [one.map((each) => each + shift), other.map((each) => each + shift)];
      const builder = new PositionSetBuilder();
      builder.begin(shift);
      builder.addAll(setOf(shift, ones));
      expect(builder.addNew(setOf(shift, others))).toEqual(ascending(others.filter((each) => !ones.includes(each))));
      builder.dropBehind(cut + shift);
      const expected = ascending([...ones, ...others]).filter((each) => each <= cut + shift);
      expect(builder.isEmpty()).toBe(expected.length === 0);
      const first = expected[0] ?? shift;
      expect(positionsOf(builder.copyFrom(first))).toEqual(expected);
      const set = builder.take();
      expect(positionsOf(set)).toEqual(expected);
      expect([set.next(asked), set.before(asked)]).toEqual([
        expected.find((each) => each > asked) ?? -1,
        expected.findLast((each) => each < asked) ?? -1,
      ]);
      // What is begun next has nothing of it.
      builder.begin(0);
      expect(builder.isEmpty()).toBe(true);
    }),
    { numRuns: casesOf(3000) },
  );
});
