// The bag of a document's words, as a table of candidates holds it: each word once, parted by spaces, in signs that the table's own
// tokenizer leaves whole. In: words of the tokenizer. Out: the row's text; or, of a word, whether a question to the table may name it.

/** ASCII signs within words, which the table's `ascii` tokenizer must be told of; other ASCII marks are in no word that may be asked. */
export const bagTokenSigns = "$%.,'";

const bagged = /^(?:[a-z0-9$%.,']|[^\0-\x7f\s])+$/;

/** The row's text. Words that cannot be asked for are left out. */
export function bagOfWords(words: Iterable<string>): string {
  return [...new Set(words)].filter(canAskFor).join(' ');
}

/** Whether the table keeps a word whole, so that asking for it loses no document. */
export function canAskFor(word: string): boolean {
  return bagged.test(word);
}
