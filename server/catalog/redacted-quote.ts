// Quotes that were taken before a page's hidden words were found out: a better parser drops them from the text, and they must not live
// on in what people tagged or collected. In: a text that was copied from pages → out: the same, each word that those pages do not show
// replaced by `[redacted]`. Only pages with bad redactions take words away.
import type { Page, Span } from '../contract/page.ts';

/** Cleans the texts of one anchor; null when there is nothing to clean. */
export function cleanedAnchor<Texts extends Readonly<Record<string, string>>>(
  texts: Texts,
  spans: readonly Pick<Span, 'pageNumber'>[],
  pages: readonly Pick<Page, 'pageNumber' | 'text' | 'redactions'>[],
): Texts | null {
  // What stands before and after a quote can be on the next page.
  const near = pages.filter((page) => spans.some(({ pageNumber }) => Math.abs(pageNumber - page.pageNumber) <= 1));
  if (!near.some(({ redactions }) => redactions.some(({ bad }) => bad))) return null;
  const seen = new Set(near.flatMap(({ text }) => [...wordsOf(text), ...wordsOf(text.replace(/[-\u00ad]\n/g, ''))]));
  let hasChanged = false;
  const entries = Object.entries(texts).map(([name, text]) => {
    const clean = text.replace(/[\p{L}\p{N}]+/gu, (word, at: number) => {
      // Context is cut at a number of characters: its outermost words can be halves.
      const isCut =
        (at === 0 || at + word.length === text.length) && [...seen].some((whole) => whole.includes(word.toLowerCase()));
      return seen.has(word.toLowerCase()) || isCut ? word : '[redacted]';
    });
    hasChanged ||= clean !== text;
    return [name, clean];
  });
  // The same names, each with a text.
  return hasChanged ? (Object.fromEntries(entries) as Texts) : null;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
