// Windows by hand; evaluate.test.ts holds them against the definition at random.
import { describe, expect, test } from '@jest/globals';
import { minimalWindows, type Nearness, type Occurrence } from '../../../server/search/terms/windows.ts';

const at = (...places: (number | [number, number])[]): Occurrence[] =>
  places.map((place) => {
    const [from, to] = typeof place === 'number' ? [place, place] : place;
    return { from, to };
  });
const within = (words: number, ordered = false): Nearness => ({ words, starts: null, ordered });
const shown = (windows: readonly Occurrence[]) => windows.map(({ from, to }) => `${from}-${to}`).join(' ');

describe('minimal windows', () => {
  const rows: [left: Occurrence[], right: Occurrence[], nearness: Nearness, minimal: string][] = [
    [at(0), at(5), within(5), '0-5'],
    [at(0), at(6), within(5), ''],
    [at(5), at(0), within(5), '0-5'],
    [at(5), at(0), within(5, true), ''],
    [at(0, 2), at(3), within(5), '2-3'],
    [at(0, 2), at(1, 3), within(5), '0-1 2-3'],
    [at([0, 1]), at(1, 3), within(5), '0-3'],
    [at([0, 4], 2), at(5), within(1), '0-5'],
    [at(1), at([2, 6], 3), within(5), '1-3'],
    [at(0, 4), at(5, 6), { words: null, starts: [0, 5], ordered: false }, ''],
    [at(0, 5), at(4, 6), { words: null, starts: [0, 5], ordered: false }, '0-4 5-6'],
    [at([4, 5]), at(6), { words: null, starts: [0, 5], ordered: false }, ''],
    [at(3), at([4, 5]), { words: null, starts: [0, 5], ordered: false }, ''],
  ];
  test.each(rows)('row %#', (left, right, nearness, minimal) => {
    expect(shown(minimalWindows(left, right, nearness))).toBe(minimal);
  });
});

test('a hundred thousand of each take no time to speak of, being passed over once', () => {
  const many = at(...Array.from({ length: 100_000 }, (_, index) => index * 2));
  const others = at(...Array.from({ length: 100_000 }, (_, index) => index * 2 + 1));
  expect(minimalWindows(many, others, within(1000))).toHaveLength(100_000);
});
