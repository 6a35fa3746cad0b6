// The text of synthetic passages: as many kinds, and as many words of each, as the real filings have on the average.
// In: chance and a stock of words. Out: passages of words, one after another, without end.
import type { PassageKind } from '../../server/contract/passage.ts';
import { createZipf, type SeededRandom } from './seeded-random.ts';
import type { WordStock } from './word-stock.ts';

/** What is written, before it stands on a page. */
export interface SyntheticText {
  readonly kind: PassageKind;
  readonly words: readonly string[];
}

/** How often each kind is met in 12,000 passages of real filings, and its mean number of words. */
const kinds: readonly (readonly [kind: readonly [PassageKind, meanWords: number], weight: number])[] = [
  [['paragraph', 70], 716],
  [['testimony', 25], 148],
  [['heading', 7], 51],
  [['quote', 60], 26],
  [['table', 60], 18],
  [['caption', 60], 12],
  [['footnote', 70], 11],
  [['contents', 150], 10],
  [['signature', 25], 9],
];
const mostWords = 250;

/** Passages of words. */
export function* syntheticTexts(random: SeededRandom, { words, passages }: WordStock): Generator<SyntheticText, never> {
  const rank = createZipf(words.length, random);
  const stretch = (): readonly string[] => {
    const from = random.pick(passages);
    const start = random.whole(from.length);
    return from.slice(start, start + 3 + random.whole(6));
  };
  for (;;) {
    const [kind, mean] = random.weighted(kinds);
    // Exponential: many short ones, few long ones.
    const length = Math.min(mostWords, 3 + Math.round(-Math.log(1 - random.next()) * (mean - 3)));
    const text: string[] = [];
    while (text.length < length) {
      const chance = random.next();
      if (chance < 0.16) text.push(...stretch());
      else if (chance < 0.164)
        text.push(`$${(1 + random.whole(999)).toString()} ${random.pick(['million', 'thousand', 'billion'])}`);
      else text.push(words[rank()] ?? 'the');
    }
    yield { kind, words: text.slice(0, length) };
  }
}
