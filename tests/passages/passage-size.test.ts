import { expect, test } from '@jest/globals';
import { mostWords, partsOf } from '../../server/passages/passage-size.ts';

const sentence = 'Every partner that received the interface had to write a report about it. ';

test.each<[string, number, string]>([
  [sentence, 1, 'short text stays whole'],
  [sentence.repeat(30), 2, 'twice too long makes two parts'],
  [sentence.repeat(60), 4, 'and so on'],
  [`${'word '.repeat(400)}.`, 1, 'one long sentence stays whole'],
  [`${'word '.repeat(990)}.`, 4, 'one longer than a page does not'],
])('%#', (text, count) => {
  const parts = partsOf(text);
  expect(parts.length).toBe(count);
  expect(parts.map(([from, to]) => text.slice(from, to)).join('')).toBe(text);
  expect(mostWords).toBe(250);
});
