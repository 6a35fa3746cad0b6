import { expect, test } from '@jest/globals';
import { ordinaryWords } from '../../server/passages/ordinary-words.ts';

test('words are as they are looked up: in small letters, whole, and none of them empty', () => {
  expect(ordinaryWords.size).toBeGreaterThan(300);
  expect([...ordinaryWords].filter((word) => word === '' || word !== word.toLowerCase() || /\s/.test(word))).toEqual(
    [],
  );
});

test.each(['mark', 'ross', 'lee', 'young', 'baker', 'grant'].map((word) => [word]))('%s is also a name', (word) => {
  // `Grant` is a verb in many headings.
  expect(ordinaryWords.has(word)).toBe(word === 'grant');
});
