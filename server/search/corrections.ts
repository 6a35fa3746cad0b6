// Which words the instant search found for which that were typed, where they are not the same: a typing error forgiven, a word that goes on,
// one that was split or joined. In: typed words, the engine's marked texts of the hits shown. Out: typed words with what was found.
import { hitEnd, hitStart } from '../engine/search-words.ts';

/** A typed word, and words found for it, each once, in the order met. */
export interface Correction {
  readonly typed: string;
  readonly found: string[];
}

const marks = new RegExp(`[${hitStart}${hitEnd}]`, 'g');

/** Corrections; words that were found as they were typed are none. */
export function correctionsOf(typed: readonly string[], markedTexts: readonly string[]): Correction[] {
  const wanted = typed.map((word) => ({ typed: word, key: foldedOf(word) }));
  const asTyped = new Set(wanted.map(({ key }) => key));
  const seen = new Set<string>();
  const found = new Map<string, string[]>();
  for (const word of markedTexts.flatMap(wordsFound)) {
    const key = foldedOf(word);
    if (asTyped.has(key) || seen.has(key)) continue;
    seen.add(key);
    const nearest = nearestTo(key, wanted);
    if (nearest !== null) found.set(nearest, [...(found.get(nearest) ?? []), word.toLowerCase()]);
  }
  return [...found].map(([word, words]) => ({ typed: word, found: words }));
}

/** Whole words of which any part is marked; the engine marks only the beginning of a word that goes on. */
function wordsFound(marked: string): string[] {
  const words: string[] = [];
  let isOpen = false;
  for (const word of marked.split(' ')) {
    const begins = word.includes(hitStart);
    if (begins || isOpen) words.push(word.replaceAll(marks, ''));
    isOpen = word.lastIndexOf(hitStart) > word.lastIndexOf(hitEnd) || (isOpen && !word.includes(hitEnd));
  }
  return words.filter((word) => word !== '');
}

/** The typed word that shares most signs with it at its beginning and end. */
function nearestTo(key: string, wanted: readonly { readonly typed: string; readonly key: string }[]): string | null {
  let best: { readonly typed: string; readonly shared: number } | null = null;
  for (const each of wanted) {
    const shared = sharedSigns(key, each.key);
    if (shared > (best?.shared ?? 0)) best = { typed: each.typed, shared };
  }
  return best?.typed ?? null;
}

/** In parts of the longer word: 1 when they are the same, 0 when they share neither beginning nor end. */
function sharedSigns(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  return (start + end) / Math.max(one.length, other.length);
}

/** As the engine compares: capitals and accents do not matter. */
function foldedOf(word: string): string {
  return word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
