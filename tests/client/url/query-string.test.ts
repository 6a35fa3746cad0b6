import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parametersOf, parseQuery, recordOf, stringifyQuery } from '../../../client/src/url/query-string.ts';

describe('query strings', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['?q=735', { q: '735' }, 'a number stays text'],
    ['f.type=order&f.type=notice', { 'f.type': ['order', 'notice'] }, 'repeated keys in their order'],
    ['', {}, 'nothing'],
  ])('%s → %j (%s)', (text, record) => {
    expect(parseQuery(text)).toEqual(record);
  });

  test('writing and reading give back the same', () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string(), { minLength: 2, maxLength: 3 }));
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), value, { noNullPrototype: true }), (record) => {
        expect(parseQuery(stringifyQuery(record))).toEqual(record);
        expect(recordOf(parametersOf(record))).toEqual(record);
      }),
    );
  });

  test('colons and commas stay readable', () => {
    expect(stringifyQuery({ at: '3:14,15' })).toBe('?at=3:14,15');
  });
});
