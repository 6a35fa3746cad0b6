// The expression finds, in a real FTS5 table, every document that the evaluator finds (and few others); whatever is typed, it is valid.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DatabaseSync } from 'node:sqlite';
import { candidatesOf } from '../../../server/search/terms/candidates.ts';
import { evaluate } from '../../../server/search/terms/evaluate.ts';
import { parseQuery } from '../../../server/search/terms/parser.ts';
import { tokenStream } from '../../../server/search/terms/token-stream.ts';
import { patternTest } from '../../../server/search/terms/word-pattern.ts';
import { bagOfWords, bagTokenSigns } from '../../../server/text/word-bag.ts';
import { askedDocument, type AskedDocument } from './asked-document.ts';
import { casesOf, randomDocument, randomQuery } from './random-questions.ts';

let database: DatabaseSync;
beforeAll(() => {
  database = new DatabaseSync(':memory:');
  const signs = bagTokenSigns.replaceAll("'", "''");
  database.exec(`CREATE VIRTUAL TABLE bag USING fts5(words, detail=none, tokenize="ascii tokenchars '${signs}'")`);
});
afterAll(() => database.close());

const wordsOf = ({ streams }: AskedDocument) => streams.flatMap(({ words }) => [...words.keys()]);

/** Whether the table, with this document in it, offers it. */
function offered(match: string | null, document: AskedDocument): boolean {
  if (match === null) return true;
  database.exec('DELETE FROM bag');
  database.prepare('INSERT INTO bag(words) VALUES (?)').run(bagOfWords(wordsOf(document)));
  return database.prepare('SELECT rowid FROM bag WHERE bag MATCH ?').all(match).length > 0;
}

describe('expressions', () => {
  const rows: [q: string, match: string | null, why: string][] = [
    ['Titan', '"titan"', 'a word'],
    ['a b', '("a" AND "b")', 'both'],
    ['a OR b', '("a" OR "b")', 'either'],
    ['a w/5 (b OR "c d")', '("a" AND ("b" OR ("c" AND "d")))', 'proximity asks for all its words'],
    ['a w/5 b w/5 c /s d', '("a" AND "b" AND "c" AND "d")', 'a chain is one layer'],
    ['a a AND a', '"a"', 'once'],
    ['advertis!', '"advertis"*', 'an ending'],
    ['wom?n', '"wom"*', 'what stands before the wildcard'],
    ['*book', null, 'nothing does'],
    ['titan *book', '"titan"', 'the other word restricts'],
    ['titan OR *book', null, 'the other restricts nothing'],
    ['titan NOT inbox', '"titan"', 'what is taken away is decided later'],
    ['NOT titan', null, 'nearly all'],
    ['atleast3(titan)', '"titan"', 'at least once'],
    ['in:footnotes titan', '"titan"', 'somewhere'],
    ['type:order titan', '"titan"', 'a field is no word'],
    ['title(order)', null, 'a title is not in the text'],
    ['cross-device', '(("cross" AND "device") OR "crossdevice")', 'all forms'],
    ['"AND" "near ^x"', '("and" AND "near" AND "x")', 'no syntax of the table'],
  ];
  test.each(rows)('%s: %s (%s)', (q, match) => {
    expect(candidatesOf(parseQuery(q))).toBe(match);
  });

  test('a wildcard by the vocabulary, while it stays small', () => {
    const tree = parseQuery('*book');
    expect(candidatesOf(tree, () => ['book', 'facebook'])).toBe('("book" OR "facebook")');
    expect(candidatesOf(tree, () => Array.from({ length: 501 }, (_, at) => `b${at}`))).toBeNull();
    expect(candidatesOf(tree, () => null)).toBeNull();
  });
});

test('a superset, for random queries on random documents', () => {
  let [restricted, spared] = [0, 0];
  fc.assert(
    fc.property(randomQuery, randomDocument, fc.boolean(), (tree, document, expands) => {
      const expand = (pattern: string) => (expands ? wordsOf(document).filter(patternTest(pattern)) : null);
      const match = candidatesOf(tree, expand);
      const isOffered = offered(match, document);
      if (evaluate(tree, document).satisfied) expect([match, isOffered]).toEqual([match, true]);
      if (match !== null) restricted += 1;
      if (!isOffered) spared += 1;
    }),
    { numRuns: casesOf(2000) },
  );
  // An expression that offers everything would be a superset too.
  expect(restricted).toBeGreaterThan(1000);
  expect(spared).toBeGreaterThan(300);
});

test('the longest queries are borne', () => {
  const words = Array.from({ length: 200 }, (_, at) => `w${at}`);
  const document = askedDocument([tokenStream('body', words.join(' '))]);
  const deep = words
    .slice(0, 20)
    .reduce((inside, word, at) => `(${inside} ${at % 2 === 0 ? 'AND' : 'OR'} ${word})`, 'x');
  for (const q of [words.join(' '), words.join(' OR '), words.join(' /9 '), deep]) {
    expect(offered(candidatesOf(parseQuery(q)), document)).toBe(true);
  }
});
