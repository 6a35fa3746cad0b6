// Words side by side: order kept, as few left over as possible.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { alignWords } from './word-alignment.ts';

describe('alignWords', () => {
  test.each<[string, string, (number | null)[], string]>([
    ['a b c', 'a b c', [0, 1, 2], 'equal'],
    ['a b c', 'a x b c', [0, 2, 3], 'a word more'],
    ['a b c', 'a c', [0, null, 1], 'a word less'],
    ['a b c', 'a x c', [0, null, 2], 'another word'],
    ['a b', 'x y', [null, null], 'nothing in common'],
    ['a b c d', 'c d a b', [null, null, 0, 1], 'two parts changed places: only one of them keeps the order'],
    ['the cat the dog', 'the dog', [0, null, null, 1], 'as many as possible'],
    ['', 'a', [], 'an empty text'],
    ['a', '', [null], 'against an empty one'],
  ])('%j with %j', (first, second, expected) => {
    const split = (text: string): string[] => (text === '' ? [] : text.split(' '));
    const partners = alignWords(split(first), split(second));
    expect([...partners].map((partner) => (partner === -1 ? null : partner))).toEqual(expected);
  });

  test('pairs are equal, in order, and as many as the longest common part has', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 14 });
    fc.assert(
      fc.property(text, text, (first, second) => {
        const partners = [...alignWords(first, second)];
        const pairs = partners.flatMap((partner, at) => (partner === -1 ? [] : [[at, partner] as const]));
        for (const [at, partner] of pairs) expect(first[at]).toBe(second[partner]);
        expect(pairs.every(([, partner], at) => partner > (pairs[at - 1]?.[1] ?? -1))).toBe(true);
        expect(pairs).toHaveLength(longestCommon(first, second));
      }),
    );
  });

  test('texts that are nothing alike are given up on', () => {
    const many = (letter: string): string[] => Array.from({ length: 4000 }, (_, at) => `${letter}${at}`);
    expect(alignWords(many('a'), many('b')).every((partner) => partner === -1)).toBe(true);
  });
});

/** The textbook table, for short texts. */
function longestCommon(first: readonly string[], second: readonly string[]): number {
  let row = Array.from({ length: second.length + 1 }, () => 0);
  for (const word of first) {
    const next = [0];
    second.forEach((other, at) =>
      next.push(word === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0)),
    );
    row = next;
  }
  return row.at(-1) ?? 0;
}
