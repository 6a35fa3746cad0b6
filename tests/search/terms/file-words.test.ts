// What is kept of a file when it is read: words with their places, and the bag by which it is found.
import { expect, test } from '@jest/globals';
import { wordsOfFile, wordsVersion } from '../../../server/search/terms/file-words.ts';
import { PackedWords, packingVersion } from '../../../server/search/terms/packed-words.ts';
import { tokenizerVersion } from '../../../server/text/tokenizer.ts';
import { unnamedWord } from '../../../server/text/word-bag.ts';
import { pageOf } from '../../catalog/readings.ts';
import { documentOf, passageOf } from '../../indexing/stored-passages.ts';

const filing = documentOf('d1');
const page = pageOf(1, ['Case 3:20 Page 7', 'The cross-device API.', '1 See titan.']);
const pages = [
  {
    ...page,
    lines: page.lines.map((line, at) => ({ ...line, furniture: at === 0 ? ('stamp' as const) : null })),
  },
];
const passages = [
  passageOf(filing, 0, 'The cross-device API, Ju\uFDFA.').passage,
  passageOf(filing, 1, 'See titan.', { kind: 'footnote', note: '1' }).passage,
];

test('the bag has each word of body, footnotes and furniture, also wholes over their parts', () => {
  const words = wordsOfFile(passages, pages).bag.split(' ');
  // Of a word that a table would part, its beginning, and that there is one.
  const odd = ['ju\u0635\u0644\u0649', unnamedWord];
  const plain = 'the cross device crossdevice api see titan case 3 20 page 7'.split(' ');
  expect(words.toSorted()).toEqual([...plain, ...odd].toSorted());
});

test('the places are those of the file’s stretches', () => {
  const words = new PackedWords(wordsOfFile(passages, pages).data);
  const [api] = words.placesOf('api');
  const [titan] = words.placesOf('titan');
  const [stamp] = words.placesOf('7');
  expect([api?.from, words.length]).toEqual([3, 7]);
  expect(words.partsOf(titan ?? { from: 0, to: 0 })).toEqual([
    { ref: { kind: 'passage', ordinal: 1 }, from: 1, to: 1 },
  ]);
  expect([(titan?.from ?? 0) >= words.footnotes, (stamp?.from ?? 0) >= words.furniture]).toEqual([true, true]);
});

test('a file without any text has words too: none', () => {
  const { bag, data } = wordsOfFile([], [pageOf(1, [])]);
  expect([bag, new PackedWords(data).vocabulary]).toEqual(['', 0]);
});

test('the version changes with the rules for words and with the bytes', () => {
  expect(wordsOfFile([], []).version).toBe(wordsVersion);
  expect(wordsVersion).toBe(`${tokenizerVersion}.${packingVersion}`);
});
