import { describe, expect, test } from '@jest/globals';
import { createRandom, createZipf } from './seeded-random.ts';

const many = 20_000;
const draw = <Value>(value: () => Value): Value[] => Array.from({ length: many }, value);
const share = <Value>(values: readonly Value[], wanted: Value): number =>
  values.filter((value) => value === wanted).length / values.length;

describe('chance that repeats itself', () => {
  test('the same seed gives the same numbers, another one others', () => {
    const [one, same, other] = [createRandom(1), createRandom(1), createRandom(2)].map((random) =>
      draw(() => random.next()),
    );
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
  });

  test('numbers lie from 0 to below 1 and fill it evenly', () => {
    const random = createRandom(3);
    const tenths = draw(() => Math.floor(random.next() * 10));
    for (let tenth = 0; tenth < 10; tenth += 1) expect(share(tenths, tenth)).toBeCloseTo(0.1, 1);
    expect(new Set(tenths).size).toBe(10);
  });

  test('weights are kept, and what weighs nothing is never chosen', () => {
    const random = createRandom(4);
    const chosen = draw(() =>
      random.weighted([
        ['often', 3],
        ['seldom', 1],
        ['never', 0],
      ]),
    );
    expect(share(chosen, 'often')).toBeCloseTo(0.75, 1);
    expect(share(chosen, 'never')).toBe(0);
  });

  test('nothing to choose from is an error, not undefined', () => {
    expect(() => createRandom(5).pick([])).toThrow(RangeError);
  });
});

describe('Zipf’s law', () => {
  const rank = createZipf(1000, createRandom(6));
  const ranks = draw(rank);

  test('ranks stay below the size, and the first is the most used', () => {
    expect(Math.min(...ranks)).toBe(0);
    expect(Math.max(...ranks)).toBeLessThan(1000);
    expect(share(ranks, 0)).toBeGreaterThan(share(ranks, 5));
  });

  test('a tenth of the rank is used about ten times as often', () => {
    const around = (from: number, to: number): number =>
      ranks.filter((each) => each >= from && each < to).length / (to - from);
    expect(around(45, 55) / around(450, 550)).toBeGreaterThan(7);
    expect(around(45, 55) / around(450, 550)).toBeLessThan(14);
  });
});
