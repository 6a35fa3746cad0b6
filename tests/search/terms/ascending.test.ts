// How many numbers are at most a value: none, some, all, and where the value itself stands once or more.
import { expect, test } from '@jest/globals';
import { countAtMost } from '../../../server/search/terms/ascending.ts';

test.each([
  [[], 3, 0],
  [[5], 4, 0],
  [[5], 5, 1],
  [[1, 3, 3, 7], 0, 0],
  [[1, 3, 3, 7], 2, 1],
  [[1, 3, 3, 7], 3, 3],
  [[1, 3, 3, 7], 6, 3],
  [[1, 3, 3, 7], Number.POSITIVE_INFINITY, 4],
] as const)('of %j at most %d: %d', (ascending, value, count) => expect(countAtMost(ascending, value)).toBe(count));
