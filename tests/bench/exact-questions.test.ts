import { expect, test } from '@jest/globals';
import { parseQuery } from '../../server/search/terms/parser.ts';
import { exactQuestionsFrom } from './exact-questions.ts';
import { createRandom } from './seeded-random.ts';

const texts = Array.from(
  { length: 220 },
  (_, at) =>
    `plaintiffs moved ${'abcdefghijklmnopqrst'[at % 20]}xhibit under ${'abcdefghijk'[at % 11]}umber today again`,
);

test('as many as wanted, each one a question that is exact', () => {
  const questions = exactQuestionsFrom(texts, 20, createRandom(1));
  expect(new Set(questions).size).toBe(20);
  for (const q of questions) expect(() => parseQuery(q, { neighbours: 'refused' })).not.toThrow();
});

test('the same chance gives the same questions', () => {
  expect(exactQuestionsFrom(texts, 5, createRandom(7))).toEqual(exactQuestionsFrom(texts, 5, createRandom(7)));
});
