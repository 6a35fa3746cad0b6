// A written word → what it asks for, by the tokenizer's rule: whatever a text can be split into, its query finds.
import { describe, expect, test } from '@jest/globals';
import type { Dialect } from '../../../server/contract/search-api.ts';
import { evaluate } from '../../../server/search/terms/evaluate.ts';
import { tokenStream } from '../../../server/search/terms/token-stream.ts';
import { writtenWords } from '../../../server/search/terms/written-words.ts';
import { askedDocument } from './asked-document.ts';
import { shownTree } from './shown-tree.ts';

const shown = (chunk: string, dialect: Dialect = 'pincite') => writtenWords(chunk, 0, dialect).map(shownTree);

const rows: [chunk: string, dialect: Dialect, words: string[], why: string][] = [
  ['Meta’s', 'pincite', ['meta'], 'a possessive'],
  ['§1782(a)', 'pincite', ['§', '1782', 'a'], 'signs and brackets'],
  ['facebook.com', 'pincite', ['{"facebook com", facebook.com}'], 'an address'],
  ['x.yz-a', 'pincite', ['{"x yz a", x.yza}'], 'the longest whole'],
  ['titan,', 'pincite', ['titan'], 'a mark behind'],
  ['adverti!,', 'pincite', ['adverti…'], 'a mark behind an ending'],
  ['ad**t*', 'pincite', ['/ad*t*/'], 'several stars'],
  ['ab*-cd', 'pincite', ['{"ab… cd", /ab*cd/}'], 'an ending before a hyphen'],
  ['ab-cd**', 'westlaw', ['{"ab /cd¿¿/", /abcd¿¿/}'], 'Westlaw’s stars, at the last part'],
  ['a*b!', 'westlaw', ['/a?b*/'], 'both'],
  ['—', 'pincite', [], 'no word'],
];
test.each(rows)('%s (%s) is %j: %s', (chunk, dialect, words) => {
  expect(shown(chunk, dialect)).toEqual(words);
});

describe('a word copied from a text is found there', () => {
  const chunks = [
    'Meta’s',
    'U.S.C.',
    'cross-device',
    'www.meta-data.com',
    '1,000',
    '3,4',
    '§1782(a)',
    '3:20-cv-08570-JD',
    'a-b.c',
    'Pls.’',
    'ﬁle½',
  ];
  test.each(chunks)('%s', (chunk) => {
    const of = writtenWords(chunk, 0, 'pincite');
    const document = askedDocument([tokenStream('body', `before ${chunk} behind`)]);
    expect(evaluate({ kind: 'phrase', of }, document).matches).toHaveLength(1);
  });
});

test.each(['a*', '*', '?a', 'ab-c*'])('%s has too few letters', (chunk) => {
  expect(() => writtenWords(chunk, 3, 'pincite')).toThrow(/at least 2 letters/);
});
