// The bag of a document's words, as a table of candidates holds it: each word once, parted by spaces, in signs that the table's own
// tokenizer leaves whole. In: words of the tokenizer. Out: the row's text; or, of a word, whether a question to the table may name it.

/** ASCII signs within words, which the table's `ascii` tokenizer must be told of; other ASCII marks are in no word that may be asked. */
export const bagTokenSigns = "$%.,'";

/** Stands in the bag of a document that has a word which cannot be asked for: who looks for forms of words must not pass it over. */
export const unnamedWord = '\uFFFD';

/** No query has a longer word; tables cut what is very much longer, and would then lose how it ends. */
const mostLetters = 2000;

const bagged = /^(?:[a-z0-9$%.,']|[^\0-\x7f\s])+$/;
const baggedStart = /^(?:[a-z0-9$%.,']|[^\0-\x7f\s])+/;

/** The row's text. Of words that cannot be asked for it holds what they begin with, so that this is found. */
export function bagOfWords(words: Iterable<string>): string {
  const bag = new Set<string>();
  for (const word of words) {
    if (canAskFor(word)) {
      bag.add(word);
      continue;
    }
    bag.add(unnamedWord);
    const start = baggedStart.exec(word)?.[0].slice(0, mostLetters);
    if (start !== undefined) bag.add(start);
  }
  return [...bag].join(' ');
}

/** Whether the table keeps a word whole, so that asking for it loses no document. */
export function canAskFor(word: string): boolean {
  return word.length <= mostLetters && bagged.test(word);
}
