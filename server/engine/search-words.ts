// What a word is to the engine, in one place: the settings, the records and the questions are all made with it.
// In: any text. Out: text of nothing but words, each where it was, or the words. Marks, bullets, dashes, symbols and characters of
// private use part words: the engine would glue many of them on (`Titan®`, `●revenue`) or end a phrase at them.

/** Signs that lawyers search for: words of their own (`$150` is `$` and `150`, `§1782` is `§` and `1782`). */
export const signWords = ['$', '%', '§', '¶'] as const;

/** All but letters, digits, their accents, invisible joiners, and the signs; and those of them that are no part of any word. */
const betweenWords = /[^\p{L}\p{M}\p{N}\p{Cf}$%§¶]|[\u200B\uFEFF]|\p{Variation_Selector}/gu;
const word = /[$%§¶]|[^$%§¶\s]+/gu;
const invisible = /\p{Cf}/gu;

/**
 * The text as the index gets it: as long as before, every word at its place. Soft hyphens and joiners within a word, which nobody
 * types, are taken out and made up for by spaces after the word (`pastInvisible` counts them in again).
 */
export function indexableText(text: string): string {
  const spaced = text.replaceAll(betweenWords, (sign) => ' '.repeat(sign.length));
  if (spaced.search(invisible) < 0) return spaced;
  return spaced.replaceAll(/[^ ]+/g, (each) => each.replaceAll(invisible, '').padEnd(each.length));
}

/** Where a part of a word ends in the original, when it ends at `to` in the text of the index; `from` is where the word begins. */
export function pastInvisible(text: string, from: number, to: number): number {
  let end = to;
  for (const { index, 0: sign } of text.slice(from).matchAll(invisible)) {
    if (from + index >= end) break;
    end += sign.length;
  }
  return Math.min(end, text.length);
}

/** The words of a text, in order. */
export function wordsOf(text: string): string[] {
  return indexableText(text).match(word) ?? [];
}

/** Stand around the words found: noncharacters of Unicode, which `indexableText` leaves in no text. */
export const hitStart = '\uFDD0';
export const hitEnd = '\uFDD1';
