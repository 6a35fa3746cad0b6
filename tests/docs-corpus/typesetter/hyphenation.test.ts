// Where words are broken: only where a typist would.
import { expect, test } from '@jest/globals';
import { hyphenPositions } from '../../../docs-corpus/typesetter/hyphenation.ts';

const cut = (word: string) => {
  const places = [0, ...hyphenPositions(word), word.length];
  return places.slice(1).map((end, index) => word.slice(places[index], end));
};

test.each([
  ['a listed word', 'communications', ['com', 'mu', 'ni', 'ca', 'tions']],
  ['a capital changes nothing', 'Communications', ['Com', 'mu', 'ni', 'ca', 'tions']],
  ['marks before and after', '“communications,”', ['“com', 'mu', 'ni', 'ca', 'tions,”']],
  ['a possessive breaks like its word', 'partner’s', ['part', 'ner’s']],
  ['fewer than three letters never go over', 'consumer', ['con', 'sumer']],
  ['a single letter never stays behind', 'agreement', ['agree', 'ment']],
  ['words in capitals stand in headings', 'COMMUNICATIONS', ['COMMUNICATIONS']],
  ['an unknown word', 'zyzzyva', ['zyzzyva']],
  ['a name', 'Zuckerberg', ['Zuckerberg']],
  ['a figure', '26,077', ['26,077']],
  ['nothing', '', ['']],
])('%s: %s', (_, word, expected) => {
  expect(cut(word)).toEqual(expected);
});
