import { expect, test } from '@jest/globals';
import { mostWords, partsOf } from '../../server/passages/passage-size.ts';
import { wordsIn } from '../../server/passages/line-signs.ts';

const sentence = 'Every partner that received the interface had to write a report about it. ';

test.each<[string, number, string]>([
  [sentence, 1, 'short text stays whole'],
  [sentence.repeat(30), 2, 'twice too long makes two parts'],
  [sentence.repeat(60), 4, 'and so on'],
  [`${'word '.repeat(400)}.`, 1, 'one long sentence stays whole'],
  [`${'word '.repeat(900)}.`, 4, 'one longer than a page does not'],
])('%#', (text, count) => {
  const parts = partsOf(text);
  expect(parts.length).toBe(count);
  expect(parts.map(([from, to]) => text.slice(from, to)).join('')).toBe(text);
});

test('parts made of sentences fit', () => {
  for (const [from, to] of partsOf(sentence.repeat(60)))
    expect(wordsIn(sentence.repeat(60).slice(from, to))).toBeLessThanOrEqual(mostWords);
});

test('rows are parted where rows begin, never within one', () => {
  const row = '2015 Feed, telephone 40.0 78.5 150.0 171.0 ';
  const starts = Array.from({ length: 60 }, (_, at) => at * row.length);
  const parts = partsOf(row.repeat(60), starts);
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.every(([from]) => from % row.length === 0)).toBe(true);
});
