// Marks of the engine → places in the passage's own text, and segments to show.
import { describe, expect, test } from '@jest/globals';
import { hitEnd, hitStart, indexableText } from '../../server/engine/search-words.ts';
import { hitRangesOf, segmentsOf } from '../../server/search/segments.ts';

const marked = (text: string) => text.replaceAll('[', hitStart).replaceAll(']', hitEnd);
const found = (text: string, ranges: readonly { from: number; to: number }[]) =>
  ranges.map(({ from, to }) => text.slice(from, to));

describe('places of the words found', () => {
  const cases: readonly (readonly [why: string, text: string, marks: string, words: readonly string[]])[] = [
    ['one word', 'the Titan API', 'the [Titan] API', ['Titan']],
    ['at both ends', 'Titan API Titan', '[Titan] API [Titan]', ['Titan', 'Titan']],
    ['none', 'the Titan API', 'the Titan API', []],
    ['words that only a space parts are one', 'the Titan API', 'the [Titan] [API]', ['Titan API']],
    ['words that a mark parts are two', 'Titan. API', '[Titan]  [API]', ['Titan', 'API']],
    ['words that a dash parts are two', 'cross-device', '[cross] [device]', ['cross', 'device']],
    ['neighbours without a space are one', '$150', '[$][150]', ['$150']],
    ['a phrase over a comma is one', 'Meta, Inc. says', '[Meta  Inc]  says', ['Meta, Inc']],
    ['text behind signs that the index does not hold', '“Titan®” 📎 API', ' Titan      [API]', ['API']],
    ['a part of a word', 'advertising', '[adverti]sing', ['adverti']],
    ['a part over a soft hyphen', 'adver\u00adtising now', '[adverti]sing  now', ['adver\u00adti']],
    ['a soft hyphen in an earlier word of a phrase', 'a\u00adb cd ef', '[ab  cd] ef', ['a\u00adb cd']],
    ['an accent written apart', 'cafe\u0301 x', '[cafe]\u0301 x', ['cafe\u0301']],
    ['a hit that holds nothing is none', 'ab', 'a[]b', []],
  ];
  test.each(cases)('%s', (_, text, marks, words) => {
    expect(marked(marks).replaceAll(/[\ufdd0\ufdd1]/g, '')).toBe(indexableText(text));
    expect(found(text, hitRangesOf(marked(marks), text))).toEqual(words);
  });

  test.each([
    ['another text of the same length', 'the Titan ABI'],
    ['a longer one', 'the Titan API and more'],
    ['none', ''],
  ])('nothing is marked when the engine saw %s: a guess would mark the wrong words', (_, text) => {
    expect(hitRangesOf(marked('the [Titan] API'), text)).toEqual([]);
  });
});

describe('segments', () => {
  const text = 'the Titan API';
  test.each([
    ['hits and what is between', [{ from: 4, to: 9 }], ['the ', '*Titan', ' API']],
    ['everything', [{ from: 0, to: 13 }], ['*the Titan API']],
    ['nothing found', [], ['the Titan API']],
    [
      'overlapping hits lose nothing and repeat nothing',
      [
        { from: 0, to: 6 },
        { from: 4, to: 9 },
      ],
      ['*the Ti', '*tan', ' API'],
    ],
  ])('%s', (_, hits, expected) => {
    const segments = segmentsOf(text, hits);
    expect(segments.map((each) => (each.hit ? '*' : '') + each.text)).toEqual(expected);
    expect(segments.map((each) => each.text).join('')).toBe(text);
  });

  test('of nothing are none', () => {
    expect(segmentsOf('', [])).toEqual([]);
  });

  test('what looks like markup stays text', () => {
    expect(segmentsOf('<mark onclick="x">&amp;', [{ from: 0, to: 5 }])).toEqual([
      { text: '<mark', hit: true },
      { text: ' onclick="x">&amp;', hit: false },
    ]);
  });
});
