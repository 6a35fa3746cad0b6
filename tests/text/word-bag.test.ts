import { expect, test } from '@jest/globals';
import { DatabaseSync } from 'node:sqlite';
import { bagOfWords, bagTokenSigns, canAskFor } from '../../server/text/word-bag.ts';
import { tokensOf } from '../../server/text/tokenizer.ts';

test('each word once', () => {
  expect(bagOfWords(['titan', 'api', 'titan'])).toBe('titan api');
});

test('what may be asked for, a real table finds; what it would not keep whole, may not', () => {
  const database = new DatabaseSync(':memory:');
  const signs = bagTokenSigns.replaceAll("'", "''");
  database.exec(
    `CREATE VIRTUAL TABLE bag USING fts5(words, content='', detail=none, tokenize="ascii tokenchars '${signs}'")`,
  );
  // The last three become several words, a bracket, and a word with spaces in it.
  const text = 'Don’t 3.14 1,000 $40 50% § ¶ café U.S.C. cross-device 𝒳 ΣΑΣ ½ ⑴ ﷺ';
  const words = tokensOf(text).map(({ word }) => word);
  database.prepare('INSERT INTO bag(rowid, words) VALUES (1, ?)').run(bagOfWords(words));
  const find = database.prepare('SELECT rowid FROM bag WHERE bag MATCH ?');
  for (const word of words.filter(canAskFor)) expect([word, find.all(`"${word}"`).length]).toEqual([word, 1]);
  expect(words.filter((word) => !canAskFor(word))).toEqual([
    expect.stringContaining('('),
    expect.stringContaining(' '),
  ]);
  expect(find.all('"3"')).toEqual([]);
  database.close();
});
