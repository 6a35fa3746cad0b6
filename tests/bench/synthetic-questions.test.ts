import { describe, expect, test } from '@jest/globals';
import { createRandom } from './seeded-random.ts';
import { questionsFrom } from './synthetic-questions.ts';

const texts = [
  'the agreement of the parties was signed before discovery began in earnest',
  'plaintiffs request production of documents, messages and reports on advertising',
];

describe('questions', () => {
  const questions = questionsFrom(texts, 15, createRandom(1));

  test('are so many, all different, the same for the same chance', () => {
    expect(new Set(questions).size).toBe(15);
    expect(questionsFrom(texts, 15, createRandom(1))).toEqual(questions);
  });

  test('a third each have one, two and three words', () => {
    const lengths = questions.map((question) => question.split(' ').length);
    for (const length of [1, 2, 3]) expect(lengths.filter((each) => each === length)).toHaveLength(5);
  });

  test('every word of a question stands in one and the same passage, so that it has an answer', () => {
    for (const question of questions) {
      expect(texts.some((text) => question.split(' ').every((word) => text.split(' ').includes(word)))).toBe(true);
    }
  });

  test('none asks for a word too short to tell anything', () => {
    expect(
      questions
        .join(' ')
        .split(' ')
        .filter(({ length }) => length < 4),
    ).toEqual([]);
  });

  test('texts that do not have so many are an error, not an endless search', () => {
    expect(() => questionsFrom(['discovery'], 2, createRandom(1))).toThrow(/no 2 questions/);
  });
});
