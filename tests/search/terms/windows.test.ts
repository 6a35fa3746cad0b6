// Windows by hand; evaluate.test.ts holds them against the definition at random.
import { describe, expect, test } from '@jest/globals';
import type { Places } from '../../../server/search/terms/token-stream.ts';
import { minimalWindows, type Nearness } from '../../../server/search/terms/windows.ts';
import { at, inside, shown, within } from './written-places.ts';

describe('minimal windows', () => {
  const rows: [left: Places[], right: Places[], nearness: Nearness, minimal: string][] = [
    [at(0), at(5), within(5), '0-5'],
    [at(0), at(6), within(5), ''],
    [at(5), at(0), within(5), '0-5'],
    [at(5), at(0), within(5, true), ''],
    [at(0, 2), at(3), within(5), '2-3'],
    [at(0, 2), at(1, 3), within(5), '0-1 2-3'],
    [at([0, 1]), at(1, 3), within(5), '0-3'],
    [at([0, 4], 2), at(5), within(1), '0-5'],
    [at(1), at([2, 6], 3), within(5), '1-3'],
    [at(0, 4), at(5, 6), inside(0, 5), ''],
    [at(0, 5), at(4, 6), inside(0, 5), '0-4 5-6'],
    [at([4, 5]), at(6), inside(0, 5), ''],
    [at(3), at([4, 5]), inside(0, 5), ''],
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
