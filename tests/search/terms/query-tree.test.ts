import { expect, test } from '@jest/globals';
import { isPlace } from '../../../server/search/terms/query-tree.ts';
import { parseQuery } from '../../../server/search/terms/parser.ts';

const rows: [q: string, place: boolean][] = [
  ['titan', true],
  ['cross-device', true],
  ['"ad spend"', true],
  ['advertis!', true],
  ['a OR b', true],
  ['a w/5 b', true],
  ['a /s b', true],
  ['a AND b', false],
  ['NOT a', false],
  ['atleast2(a)', false],
  ['type:order', false],
  ['in:body a', false],
];
test.each(rows)('%s stands at places: %s', (q, place) => {
  expect(isPlace(parseQuery(q))).toBe(place);
});
