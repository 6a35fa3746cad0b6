// Words of a page as two programs read them, compared as multisets: how many of the one's words the other has.
// In: two texts, or lists of words. Out: matched words and what is left over on either side.
//
// What a word is here, for both sides alike: NFKC (ligatures apart, full-width and mathematical letters plain), then runs of
// letters, marks and digits; `$ % § ¶` are words of their own. Everything else divides words and is not compared: quotes straight
// or curly, dashes of any length, a hyphen at a line's end (soft or hard). Nothing is mended and no case is folded, so a word
// that lost its space, a letter or its capital counts as an error.

import type { Page } from '../../server/contract/page.ts';

const wordPattern = /[\p{L}\p{M}\p{N}]+|[$%§¶]/gu;

/** The words of a text, in order. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFKC').match(wordPattern) ?? [];
}

/** The words of a page as the parser read it: marks of notes stand apart from the word they follow, as the page's lines say. */
export function wordsOfPage({ text, lines }: Pick<Page, 'text' | 'lines'>): string[] {
  let apart = '';
  let end = 0;
  for (const [from, to] of lines.flatMap(({ superscripts }) => superscripts)) {
    if (from < end) continue;
    apart += `${text.slice(end, from)} ${text.slice(from, to)} `;
    end = to;
  }
  return wordsOf(apart + text.slice(end));
}

/** Two readings of the same page. */
export interface WordComparison {
  readonly matched: number;
  readonly expected: number;
  readonly read: number;
  /** Expected and not read, in order. */
  readonly missed: readonly string[];
  /** Read and not expected, in order. */
  readonly extra: readonly string[];
}

/** Compares as multisets: order does not matter, number does. */
export function compareWords(expected: readonly string[], read: readonly string[]): WordComparison {
  const missed = without(expected, read);
  const extra = without(read, expected);
  return { matched: expected.length - missed.length, expected: expected.length, read: read.length, missed, extra };
}

function without(words: readonly string[], taken: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of taken) left.set(word, (left.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const number = left.get(word) ?? 0;
    left.set(word, number - 1);
    return number <= 0;
  });
}
