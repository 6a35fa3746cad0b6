// When a recognised page is called poor: the counts beside every answer depend on it.
import { expect, test } from '@jest/globals';
import { isPoor } from '../../server/contract/recognition.ts';

test.each([
  ['text of the file itself is never poor', undefined, false],
  ['so is a page that is not recognised', null, false],
  ['just below the limit', { confidence: 59.9 }, true],
  ['at the limit', { confidence: 60 }, false],
])('%s', (_, recognition, expected) => {
  expect(isPoor(recognition)).toBe(expected);
});
