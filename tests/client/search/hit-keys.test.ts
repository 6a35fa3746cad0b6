import { expect, test } from '@jest/globals';
import { hitKeysOf, isSameHit, stepFrom } from '../../../client/src/search/hit-keys.ts';

test.each<[Parameters<typeof hitKeysOf>[0], string[], string]>([
  [[{ passageId: 'a' }, { passageId: 'b' }, { passageId: 'a' }], ['a', 'b', 'a~2'], 'one passage in two documents'],
  [
    [
      { passageId: 'a', matchIndex: 4 },
      { passageId: 'a', matchIndex: 3 },
    ],
    ['a.4', 'a.3'],
    'matches of one passage, whatever the order',
  ],
  [
    [
      { passageId: 'a', matchIndex: 4 },
      { passageId: 'a', matchIndex: 4 },
    ],
    ['a.4', 'a.4~2'],
    'the same match in two documents',
  ],
])('%j → %j (%s)', (hits, keys) => {
  expect(hitKeysOf(hits)).toEqual(keys);
});

test('two matches of one passage are two hits', () => {
  expect(isSameHit({ passageId: 'a', matchIndex: 1 }, { passageId: 'a', matchIndex: 2 })).toBe(false);
  expect(isSameHit({ passageId: 'a', matchIndex: 1 }, { passageId: 'b', matchIndex: 1 })).toBe(false);
  expect(isSameHit({ passageId: 'a' }, { passageId: 'a' })).toBe(true);
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
