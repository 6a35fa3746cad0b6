import { describe, expect, test } from '@jest/globals';
import { fixedStart, patternTest } from '../../../server/search/terms/word-pattern.ts';

describe('forms', () => {
  const rows: [pattern: string, yes: string[], no: string[]][] = [
    ['wom?n', ['woman', 'women'], ['womn', 'womaan', 'awoman']],
    ['*book', ['book', 'facebook'], ['books']],
    ['b*k', ['bk', 'book'], ['books']],
    ['object¿¿', ['object', 'objects', 'objected'], ['objective', 'objec']],
    ['*a*a*', ['aa', 'banana'], ['ban']],
    ['caf?', ['café'], ['cafe\u0301e']],
    ['?x', ['𝒳x'], ['x']],
    ['a.c', ['a.c'], ['abc']],
  ];
  test.each(rows)('%s', (pattern, yes, no) => {
    const has = patternTest(pattern);
    expect(yes.filter(has)).toEqual(yes);
    expect(no.filter(has)).toEqual([]);
  });
});

test('a row of stars does not run away', () => {
  expect(patternTest('*a'.repeat(300))('a'.repeat(299))).toBe(false);
});

test.each([
  ['wom?n', 'wom'],
  ['*book', ''],
  ['object¿', 'object'],
])('%s begins with %j', (pattern, start) => {
  expect(fixedStart(pattern)).toBe(start);
});
