// Terms-and-connectors questions that people would ask of a record: made of words that stand together in it, so that each has an answer.
// In: passages, chance. Out: questions of every connector in turn.
import type { SeededRandom } from './seeded-random.ts';
import { questionsFrom } from './synthetic-questions.ts';

/** Forms of a question, from three words. */
const forms: readonly ((a: string, b: string, c: string) => string)[] = [
  (a, b) => `${a} AND ${b}`,
  (a, b) => `${a} w/10 ${b}`,
  (a, b) => `"${a} ${b}"`,
  (a, b, c) => `(${a} OR ${b}) w/15 ${c}`,
  (a, b) => `${a} /s ${b}`,
  (a, b, c) => `(${a} w/5 ${b}) AND NOT ${c}`,
  (a, b, c) => `${a} pre/20 (${b} OR ${c})`,
  (a, b) => `${a.slice(0, Math.max(4, a.length - 3))}! /p ${b}`,
  (a, b) => `atleast2(${a}) AND ${b}`,
  (a, b, c) => `(${a} AND ${b}) OR (${a} AND ${c})`,
];

/** `count` different questions. */
export function exactQuestionsFrom(texts: readonly string[], count: number, random: SeededRandom): string[] {
  // Every third question of words has three; two that differ in a word which is not asked for are the same.
  const threes = questionsFrom(texts, count * 4, random).flatMap((question) => {
    const words = question.split(' ');
    return words.length === 3 ? [words] : [];
  });
  const questions = new Set(threes.map(([a = '', b = '', c = ''], at) => forms[at % forms.length]?.(a, b, c) ?? a));
  return [...questions].slice(0, count);
}
