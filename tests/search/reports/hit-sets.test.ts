// What each query of a run hit, packed and unpacked, and what a later run gained and lost.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { differenceOf, packHitSets, unpackHitSets, type HitSets } from '../../../server/search/reports/hit-sets.ts';

const sorted = (sets: HitSets) => [...sets].map(([line, ids]) => [line, ids.toSorted()]);

describe('packed sets', () => {
  test.each<[string, HitSets]>([
    ['nothing', new Map()],
    ['a query without hits', new Map([[3, []]])],
    ['the first id alone', new Map([[1, ['a']]])],
    [
      'lines with gaps, sets that share',
      new Map([
        [2, ['b', 'a']],
        [7, ['c', 'b']],
        [9, []],
      ]),
    ],
    ['ids of other scripts', new Map([[1, ['ÿ', '–', 'a b']]])],
  ])('%s comes back', (_, sets) => {
    expect(sorted(unpackHitSets(packHitSets(sets)))).toEqual(sorted(sets));
  });

  test('any sets come back, in the order of their lines', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 30 });
    const any = fc.uniqueArray(fc.tuple(fc.nat(), ids), { selector: ([line]) => line });
    fc.assert(
      fc.property(any, (entries) => {
        const sets = new Map(entries);
        expect(sorted(unpackHitSets(packHitSets(sets)))).toEqual(sorted(sets));
      }),
    );
  });

  test('are small: 500 queries with 500 documents each take less than a byte a hit', () => {
    const ids = Array.from({ length: 1000 }, (_, at) => `document-${at}`);
    const sets = new Map(
      Array.from({ length: 500 }, (_, line) => [line, ids.filter((_id, at) => (at + line) % 2 === 0)]),
    );
    expect(packHitSets(sets).length).toBeLessThan(250_000);
  });
});

describe('the difference of two runs', () => {
  test.each<[string, HitSets, HitSets, [number, number, number][]]>([
    ['the same', new Map([[1, ['a', 'b']]]), new Map([[1, ['b', 'a']]]), [[1, 0, 0]]],
    ['gained', new Map([[1, ['a']]]), new Map([[1, ['a', 'b', 'c']]]), [[1, 2, 0]]],
    ['lost', new Map([[1, ['a', 'b']]]), new Map([[1, []]]), [[1, 0, 2]]],
    ['both, though the number is the same', new Map([[1, ['a', 'b']]]), new Map([[1, ['b', 'c']]]), [[1, 1, 1]]],
    ['a line that was not there', new Map(), new Map([[4, ['a']]]), [[4, 1, 0]]],
    [
      'each line by itself',
      new Map([
        [1, ['a']],
        [2, ['b']],
      ]),
      new Map([
        [1, ['b']],
        [2, ['b']],
      ]),
      [
        [1, 1, 1],
        [2, 0, 0],
      ],
    ],
  ])('%s', (_, earlier, later, expected) => {
    expect(differenceOf(earlier, later).map(({ line, gained, lost }) => [line, gained, lost])).toEqual(expected);
  });
});
