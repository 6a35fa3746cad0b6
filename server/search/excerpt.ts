// The part of a passage that a hit shows: the stretch of words that holds most of what was found.
// In: text, the places of the words found, how many words to show. Out: segments, with `…` where something is left out.
import type { Segment } from '../contract/search-api.ts';
import { segmentsOf, type TextRange } from './segments.ts';

/** Segments of at most `mostWords` words of `text`. */
export function excerptOf(text: string, hits: readonly TextRange[], mostWords: number): Segment[] {
  const words = wordsOf(text);
  if (words.length <= mostWords) return segmentsOf(text, hits);
  const first = firstWord(text, words, hits, mostWords);
  const shown = words.slice(first, first + mostWords);
  const [from, to] = [shown.at(0)?.from ?? 0, shown.at(-1)?.to ?? text.length];
  const within = hits
    .map((hit) => ({ from: Math.max(hit.from, from) - from, to: Math.min(hit.to, to) - from }))
    .filter((hit) => hit.from < hit.to);
  const segments = segmentsOf(text.slice(from, to), within);
  if (first > 0) put(segments, '…', 'before');
  if (first + mostWords < words.length) put(segments, '…', 'after');
  return segments;
}

/** What stands between white space. */
function wordsOf(text: string): TextRange[] {
  const words: TextRange[] = [];
  let from = -1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isSpace = code < 0x80 ? code === 0x20 || (code >= 0x09 && code <= 0x0d) : /\s/.test(text[at] ?? '');
    if (isSpace && from >= 0) words.push({ from, to: at });
    if (isSpace) from = -1;
    else if (from < 0) from = at;
  }
  if (from >= 0) words.push({ from, to: text.length });
  return words;
}

function put(segments: Segment[], sign: string, where: 'before' | 'after'): void {
  const at = where === 'before' ? 0 : segments.length - 1;
  const next = segments[at];
  if (next === undefined || next.hit)
    segments.splice(where === 'before' ? 0 : segments.length, 0, { text: sign, hit: false });
  else segments[at] = { text: where === 'before' ? sign + next.text : next.text + sign, hit: false };
}

/** Number of the first word to show: most different words found, then most of them, in the middle. */
function firstWord(text: string, words: readonly TextRange[], hits: readonly TextRange[], mostWords: number): number {
  const placed = hits.map(({ from, to }) => ({
    first: Math.max(
      0,
      words.findIndex((word) => word.to > from),
    ),
    last: Math.max(
      0,
      words.findLastIndex((word) => word.from < to),
    ),
    word: text.slice(from, to).toLowerCase(),
  }));
  let best = { different: 0, all: 0, first: 0, last: 0 };
  for (const [at, { first }] of placed.entries()) {
    const held = placed.slice(at).filter(({ last }) => last < first + mostWords);
    const different = new Set(held.map(({ word }) => word)).size;
    if (different > best.different || (different === best.different && held.length > best.all)) {
      best = { different, all: held.length, first, last: held.at(-1)?.last ?? first };
    }
  }
  // A phrase longer than what is shown: its beginning.
  const start = best.all === 0 ? (placed[0]?.first ?? 0) : best.first;
  const used = best.all === 0 ? mostWords : best.last - best.first + 1;
  const before = Math.floor((mostWords - used) / 2);
  return Math.min(Math.max(0, start - Math.max(0, before)), words.length - mostWords);
}
