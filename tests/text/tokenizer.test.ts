// What a word is: the rule of ARCHITECTURE §3, row by row. A whole over several positions is written `word@from-to`.
import { describe, expect, test } from '@jest/globals';
import { tokensOf } from '../../server/text/tokenizer.ts';

const shown = (text: string, wild = false) =>
  tokensOf(text, { wild }).map(({ word, position, lastPosition }) =>
    position === lastPosition ? word : `${word}@${position}-${lastPosition}`,
  );

describe('words', () => {
  const rows: [text: string, words: string[], why: string][] = [
    ['Titan API', ['titan', 'api'], 'case is folded'],
    ['Straße ΣΑΣ', ['strasse', 'σασ'], 'folded, not only made small'],
    ['ﬁling Ｔｉｔａｎ', ['filing', 'titan'], 'ligatures and wide letters'],
    ['café cafe\u0301 cafe', ['café', 'café', 'cafe'], 'accents are kept, however they are written'],
    ['com\u00admunications', ['communications'], 'a soft hyphen is nothing'],
    ['one\u200btwo', ['one', 'two'], 'a zero-width space parts words'],
    ["don’t DON'T", ["don't", "don't"], 'curly or straight'],
    ['Meta’s plaintiffs’ 1990’s U.S.’s', ['meta', 'plaintiffs', '1990', 'u.s'], 'a possessive is dropped'],
    ['3.14 1,000,000 3,4', ['3.14', '1,000,000', '3', '4', '3,4@2-3'], 'numbers; two figures are two'],
    ['$40 50% §1782(a) ¶¶ 3', ['$', '40', '50', '%', '§', '1782', 'a', '¶', '¶', '3'], 'signs are words'],
    ['U.S.C. a.m. v.', ['u.s.c', 'a.m', 'v'], 'initials are one word, the last stop is none of it'],
    ['end.Next', ['end', 'next', 'end.next@0-1'], 'a space is missing: nothing is missed'],
    ['www.facebook.com', ['www', 'facebook', 'com', 'www.facebook.com@0-2'], 'an address'],
    ['cross-device', ['cross', 'device', 'crossdevice@0-1'], 'a hyphen splits, the joined form stands too'],
    [
      'cross‐device cross‑device',
      ['cross', 'device', 'crossdevice@0-1', 'cross', 'device', 'crossdevice@2-3'],
      'all hyphens',
    ],
    ['state-of-the-art', ['state', 'of', 'the', 'art', 'stateoftheart@0-3'], 'several'],
    ['a-b-c-d-e-f-g-h-i', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'], 'a row of hyphens is no word'],
    ['3–5 a—b - c', ['3', '5', 'a', 'b', 'c'], 'dashes are no hyphens'],
    ['x.yz-a', ['x', 'yz', 'a', 'x.yza@0-2', 'x.yz@0-1', 'yza@1-2'], 'mixed: each stretch too'],
    ['3:20-cv-08570-JD', ['3', '20', 'cv', '08570', 'jd', '20cv08570jd@1-4'], 'a docket number'],
    ['META-000123 q4', ['meta', '000123', 'meta000123@0-1', 'q4'], 'letters and figures may run together'],
    [
      'AT&T Titan™ note² ½',
      ['at', 't', 'titan', 'note', '2', '1⁄2'],
      'other signs part words; raised figures stand alone',
    ],
    ["'inbox' ... \ue000x", ['inbox', 'x'], 'marks at the edges'],
    ['', [], 'nothing'],
  ];
  test.each(rows)('%j (%#)', (text, words) => {
    expect(shown(text)).toEqual(words);
  });

  test('in a query, wildcards are letters', () => {
    expect(shown('cross-dev*ce advertis* u.s.*', true)).toEqual([
      'cross',
      'dev*ce',
      'crossdev*ce@0-1',
      'advertis*',
      'u.s.*',
    ]);
    expect(shown('advertis* wom?n')).toEqual(['advertis', 'wom', 'n']);
  });
});

test('offsets point at what is written, without the possessive', () => {
  const text = 'In “Meta’s” cross-device ﬁle';
  expect(tokensOf(text).map(({ from, to }) => text.slice(from, to))).toEqual([
    'In',
    'Meta',
    'cross',
    'device',
    'cross-device',
    'ﬁle',
  ]);
});

test('reading up to a word gives all words up to there as they are', () => {
  const text = 'In “Meta’s” cross-device ﬁle, at www.meta-data.com, 1,000 of U.S. users’ ids; § 7';
  const whole = tokensOf(text);
  const last = Math.max(...whole.map(({ lastPosition }) => lastPosition));
  for (let until = 0; until <= last; until += 1) {
    const upTo = (tokens: typeof whole) => tokens.filter(({ lastPosition }) => lastPosition <= until);
    const read = tokensOf(text, { until });
    expect(upTo(read)).toEqual(upTo(whole));
    expect(read).toEqual(whole.slice(0, read.length));
  }
  expect(tokensOf(text, { until: 0 }).length).toBeLessThan(whole.length);
});
