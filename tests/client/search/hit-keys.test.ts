import { expect, test } from '@jest/globals';
import { hitKeysOf, stepFrom } from '../../../client/src/search/hit-keys.ts';

test('a passage’s second match has a key of its own', () => {
  expect(hitKeysOf([{ passageId: 'a' }, { passageId: 'b' }, { passageId: 'a' }])).toEqual(['a', 'b', 'a~2']);
});

test.each<[readonly string[], string | null, 1 | -1, string | null, string]>([
  [['a', 'b'], null, 1, 'a', 'from none to the first'],
  [['a', 'b'], null, -1, 'b', 'or to the last'],
  [['a', 'b'], 'a', 1, 'b', 'on'],
  [['a', 'b'], 'b', 1, 'b', 'the end holds'],
  [['a', 'b'], 'gone', 1, 'a', 'an unknown key begins again'],
  [[], null, 1, null, 'an empty list'],
] as const)('%j from %s by %d → %s (%s)', (keys, key, by, expected) => {
  expect(stepFrom(keys, key, by)).toBe(expected);
});
