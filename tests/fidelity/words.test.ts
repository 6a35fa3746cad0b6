// What a word is, the same for both readings, and what a comparison of multisets says.
import { describe, expect, test } from '@jest/globals';
import { setPage } from '../passages/page-maker.ts';
import { compareWords, wordsOf, wordsOfPage } from './words.ts';

describe('wordsOf', () => {
  test.each<[string, string[], string]>([
    ['The ﬁrst oﬃce', ['The', 'first', 'office'], 'ligatures are letters'],
    ['“don’t”', ['don', 't'], 'curly quotes divide like straight ones'],
    ['"don\'t"', ['don', 't'], 'straight quotes'],
    ['commu-\nnications', ['commu', 'nications'], 'a hyphen at a line’s end is not mended on either side'],
    ['commu\u00ad\nnications', ['commu', 'nications'], 'nor is a soft one'],
    ['12–14, § 2(b) ¶34', ['12', '14', '§', '2', 'b', '¶', '34'], 'signs that lawyers search are words'],
    ['$150 million', ['$', '150', 'million'], 'a currency sign stands alone'],
    ['Müller e\u0301tude', ['Müller', 'étude'], 'composed and combining marks are the same letter'],
    ['ＭＥＴＡ', ['META'], 'full-width letters are plain ones'],
    ['Titan API', ['Titan', 'API'], 'case stays: a lost capital is an error'],
    ['. . . — *', [], 'nothing but punctuation is no word'],
  ])('%j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

test('a raised figure stands apart from the word before it', () => {
  const page = setPage(1, [{ text: 'privilege' }]);
  const [line] = page.lines;
  if (line === undefined) throw new Error('no line');
  const text = 'privilege12 and more';
  const lines = [{ ...line, to: text.length, superscripts: [[9, 11]] as const }];
  expect(wordsOfPage({ text, lines })).toEqual(['privilege', '12', 'and', 'more']);
  expect(wordsOfPage({ text, lines: [{ ...line, superscripts: [] }] })).toEqual(['privilege12', 'and', 'more']);
});

describe('compareWords', () => {
  test.each<[string, string, number, string[], string[], string]>([
    ['a b c', 'c a b', 3, [], [], 'order does not matter'],
    ['the the of', 'the of', 2, ['the'], [], 'number does'],
    ['of the', 'of the the', 2, [], ['the'], 'a word read twice is read wrongly once'],
    ['Titan API', 'TitanAPI', 0, ['Titan', 'API'], ['TitanAPI'], 'a lost space costs both words'],
    ['', 'x', 0, [], ['x'], 'an empty page'],
  ])('%j against %j', (expected, read, matched, missed, extra) => {
    const found = compareWords(wordsOf(expected), wordsOf(read));
    expect([found.matched, found.missed, found.extra]).toEqual([matched, missed, extra]);
    expect([found.expected, found.read]).toEqual([wordsOf(expected).length, wordsOf(read).length]);
  });
});
