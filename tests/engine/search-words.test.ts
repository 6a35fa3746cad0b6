// Words as the engine gets them: nothing sticks to a word, and every offset stays where it was.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  hitEnd,
  hitStart,
  indexableText,
  pastInvisible,
  signWords,
  wordsOf,
} from '../../server/engine/search-words.ts';

describe('words', () => {
  const cases: readonly (readonly [text: string, words: readonly string[], why: string])[] = [
    ['titan api', ['titan', 'api'], 'plain words'],
    ['Titan® API™', ['Titan', 'API'], 'the engine would glue these signs to the word'],
    ['●revenue ▪cost \uf0b7total', ['revenue', 'cost', 'total'], 'bullets, one of private use'],
    ['cross\u2011device', ['cross', 'device'], 'a hyphen that does not break'],
    ['Facebook, Inc. v. Duguid', ['Facebook', 'Inc', 'v', 'Duguid'], 'the engine ends a phrase at a full stop'],
    ['§1782 ¶34 $150 5%', ['§', '1782', '¶', '34', '$', '150', '5', '%'], 'signs lawyers search for are words'],
    ['don’t', ['don', 't'], 'as the engine cuts it'],
    ['1,000.50', ['1', '000', '50'], 'as the engine cuts it'],
    ['adver\u00adtising', ['advertising'], 'a soft hyphen is no letter'],
    ['a\u200bb\ufeffc', ['a', 'b', 'c'], 'spaces that are not seen'],
    ['caf\u0065\u0301', ['caf\u0065\u0301'], 'an accent written apart belongs to its letter'],
    ['ok👍🏽 ❤️', ['ok'], 'pictures are no words'],
    ['漢字 한국어 Ωmega', ['漢字', '한국어', 'Ωmega'], 'other scripts are words'],
    ['— … ? " -', [], 'marks alone are none'],
    ['', [], 'nothing'],
  ];
  test.each(cases)('%j: %j (%s)', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test('each sign is a word of its own', () => {
    expect(wordsOf(`a${signWords.join('')}b`)).toEqual(['a', ...signWords, 'b']);
  });
});

describe('text for the index', () => {
  // Any 16 bits, half characters too, and often those that matter.
  const anyUnit = fc.oneof(
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    fc.constantFrom('a', 'b', ' ', '\u00ad', '\u200d', '\u0301', '\ufe0f', '📎', '§'),
  );

  test('never holds a marker of ours or a half character, whatever a filing holds', () => {
    expect(indexableText(`a${hitStart}b${hitEnd}c\ud800d\ue000`)).toBe('a b c d ');
  });

  test('has the same length and the same words where they were, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyUnit, maxLength: 60 }), (text) => {
        const made = indexableText(text);
        const words = [...made.matchAll(/[^ ]+/g)];
        const originals = words.map(({ index, 0: found }) =>
          text.slice(index, pastInvisible(text, index, index + found.length)).replaceAll(/\p{Cf}/gu, ''),
        );
        expect({ length: made.length, words: originals, again: indexableText(made) }).toEqual({
          length: text.length,
          words: words.map(([found]) => found),
          again: made,
        });
        expect(made).not.toMatch(/[\uFDD0\uFDD1\uE000-\uF8FF]/);
      }),
      { examples: [['ad\u00adver\u200dti,x'], ['\u00ad'], ['a\u00ad\u00ad b']] },
    );
  });

  test('a very long word takes no time', () => {
    const began = performance.now();
    expect(indexableText(`${'x'.repeat(300_000)}\u00ad`)).toHaveLength(300_001);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe('soft hyphens', () => {
  test.each([
    ['adver\u00adtising', 0, 11, 12, 'the whole word'],
    ['adver\u00adtising', 0, 5, 5, 'a part before it'],
    ['adver\u00adtising', 0, 6, 7, 'a part over it'],
    ['a\u00ad\u00adb', 0, 2, 4, 'two of them'],
    ['plain', 0, 3, 3, 'none'],
    ['x adver\u00adtising', 2, 13, 14, 'a later word'],
  ])('%j from %d to %d ends at %d (%s)', (text, from, to, end) => {
    expect(pastInvisible(text, from, to)).toBe(end);
  });
});
