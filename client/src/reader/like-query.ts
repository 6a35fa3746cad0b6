// A selected text → the question that finds it elsewhere, where it may read a little otherwise. Quotation marks and brackets would end
// the text within the question; they are no words and are left out. In: a text. Out: the question, and whether it is of a part only.

/** Characters of the text that are asked for, at most: a question has room for no more. */
export const longestText = 1500;

export interface LikeQuery {
  /** Empty when the text holds no word. */
  readonly q: string;
  readonly isCut: boolean;
}

/** The question for a text; a long one is cut between words. */
export function likeQuery(text: string): LikeQuery {
  const plain = text
    .toWellFormed()
    .replaceAll(/["“”„‟＂()[\]█\s]+/g, ' ')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(plain)) return { q: '', isCut: false };
  if (plain.length <= longestText) return { q: `like("${plain}")`, isCut: false };
  const cut = plain.slice(0, longestText + 1);
  const end = cut.lastIndexOf(' ');
  // A word that alone is longer than that is no word.
  return { q: `like("${cut.slice(0, end > 0 ? end : longestText).toWellFormed()}")`, isCut: true };
}
