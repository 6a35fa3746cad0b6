// Questions that people would ask of a record: one to three words that stand together in it, so that each has an answer.
// In: passages, chance. Out: questions; words that everybody leaves out (`the`, `of`) are in none.
import type { SeededRandom } from './seeded-random.ts';

const mostWordsAsked = 3;
/** Nobody searches for the shortest words; longer ones of no meaning are met as often as in people's questions. */
const shortest = 4;

/** `count` different questions, as many of one word as of two and of three. Throws when the texts have not so many. */
export function questionsFrom(texts: readonly string[], count: number, random: SeededRandom): string[] {
  const questions = new Set<string>();
  for (let attempt = 0; questions.size < count; attempt += 1) {
    if (attempt > count * 100) throw new RangeError(`there are no ${count} questions in ${texts.length} passages`);
    const words =
      random
        .pick(texts)
        .toLowerCase()
        .match(/(?<!\S)\p{L}+(?!\S)/gu) ?? [];
    const telling = words.filter(({ length }) => length >= shortest);
    const asked = 1 + (questions.size % mostWordsAsked);
    const from = random.whole(Math.max(1, telling.length - asked + 1));
    const question = telling.slice(from, from + asked);
    if (question.length === asked) questions.add(question.join(' '));
  }
  return [...questions];
}
