// Bags of words in a real table: what may be asked for is found, and what may not is found by how it begins and by the sign for it.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DatabaseSync } from 'node:sqlite';
import { bagOfWords, bagTokenSigns, canAskFor, unnamedWord } from '../../server/text/word-bag.ts';
import { tokensOf } from '../../server/text/tokenizer.ts';

let database: DatabaseSync;
beforeEach(() => {
  database = new DatabaseSync(':memory:');
  const signs = bagTokenSigns.replaceAll("'", "''");
  database.exec(`
    create virtual table bag using fts5(words, detail=none, tokenize="ascii tokenchars '${signs}'");
    create virtual table wordsOfBag using fts5vocab(bag, row);
  `);
});
afterEach(() => database.close());

const keep = (bag: string) => database.prepare('insert into bag (rowid, words) values (1, ?)').run(bag);
const find = (expression: string) => database.prepare('select rowid from bag where bag match ?').all(expression).length;
const terms = () =>
  database
    .prepare('select term from wordsOfBag')
    .all()
    .map(({ term }) => String(term));

test('each word once', () => {
  expect(bagOfWords(['titan', 'api', 'titan'])).toBe('titan api');
});

test('what may be asked for, a real table finds; what it would not keep whole, may not', () => {
  // The last three become several words, a bracket, and a word with spaces in it.
  const text = 'Don’t 3.14 1,000 $40 50% § ¶ café U.S.C. cross-device 𝒳 ΣΑΣ ½ ⑴ ﷺ';
  const words = tokensOf(text).map(({ word }) => word);
  keep(bagOfWords(words));
  for (const word of words.filter(canAskFor)) expect([word, find(`"${word}"`)]).toEqual([word, 1]);
  expect(words.filter((word) => !canAskFor(word))).toEqual([
    expect.stringContaining('('),
    expect.stringContaining(' '),
  ]);
  expect(find('"3"')).toBe(0);
});

describe('a word that cannot be asked for', () => {
  const long = 'a'.repeat(40_000);
  const rows: [word: string, terms: string[], why: string][] = [
    ['ab(c)', [unnamedWord, 'ab'], 'a bracket would part it'],
    ['ab"c', [unnamedWord, 'ab'], 'a quotation mark would end the question'],
    ['a b', [unnamedWord, 'a'], 'a space would part it'],
    ['(1)', [unnamedWord], 'it begins with what no table keeps'],
    ['é\u00a0b', [unnamedWord, 'é'], 'the white space of other alphabets'],
    ['a\0b', [unnamedWord, 'a'], 'a sign at which texts end in other languages'],
    [`${long}zz`, [unnamedWord, 'a'.repeat(2000)], 'tables cut what is longer than 32 kB: it could end in anything'],
  ];
  test.each(rows)('%.10j leaves its beginning, and a sign that it is there (%#)', (word, expected) => {
    expect(canAskFor(word)).toBe(false);
    keep(bagOfWords([word, 'titan']));
    expect(terms().toSorted()).toEqual([...expected, 'titan'].toSorted());
    expect([find(`"${unnamedWord}"`), find('"titan"')]).toEqual([1, 1]);
    const [start] = expected.slice(1);
    if (start !== undefined) expect(find(`"${start.slice(0, 1)}"*`)).toBe(1);
  });

  test('leaves no sign where there is none', () => {
    keep(bagOfWords(['titan', "don't", '1,000']));
    expect(find(`"${unnamedWord}"`)).toBe(0);
  });
});

test('the longest word that a query can have may be asked for', () => {
  const word = 'é'.repeat(2000);
  keep(bagOfWords([word]));
  expect([canAskFor(word), find(`"${word}"`), find(`"${word}é"`)]).toEqual([true, 1, 0]);
});
