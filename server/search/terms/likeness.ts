// Where a document reads like a text: the same words in the same order, with small edits — a word more, fewer or other, marks and
// hyphens apart. In: the words of a text, a document's words. Out: stretches that are alike, with how much. No threshold is passed by
// accident: at least three fifths of the words must be there in order, and not much else between them.
import type { PackedWords } from './packed-words.ts';
import type { Places } from './token-stream.ts';

/** A stretch that reads like the text. */
export interface Likeness extends Places {
  /** 0 to 1, where 1 is word for word. */
  readonly alike: number;
  /** The words that are the text's, side by side ones together. */
  readonly spans: readonly Places[];
}

/** A text of more words is refused (parser). */
export const maxLikeWords = 400;

/** The share of the words that must be there, and how alike the stretch must be as a whole. */
const leastShare = 0.6;
const leastAlike = 0.7;

/** How many of `words` may be missing. */
export function mayMiss(words: number): number {
  return words - leastWords(words);
}

function leastWords(words: number): number {
  return Math.min(words, Math.max(2, Math.ceil(words * leastShare)));
}

/** A word of the text that stands at a position. */
interface Meeting {
  readonly position: number;
  /** Which word of the text. */
  readonly index: number;
}

/** Stretches that read like the text, in reading order, none over another. */
export function likenesses(words: readonly string[], document: PackedWords, reach: Places): Likeness[] {
  const meetings = meetingsOf(words, document, reach);
  if (meetings === null) return [];
  const found = wordForWord(meetings, words.length);
  for (const window of windowsOf(meetings, words.length)) {
    found.push(...within(window, words.length));
  }
  const apart: Likeness[] = [];
  for (const each of found.toSorted((a, b) => b.alike - a.alike || a.from - b.from)) {
    if (apart.every(({ from, to }) => each.to < from || each.from > to)) apart.push(each);
  }
  return apart.toSorted((a, b) => a.from - b.from);
}

/** Where the text stands as it is: a longer way round that ends sooner must not hide it. */
function wordForWord(meetings: readonly Meeting[], length: number): Likeness[] {
  const byDistance = Map.groupBy(meetings, ({ position, index }) => position - index);
  return [...byDistance].flatMap(([from, inside]) => {
    const to = from + length - 1;
    return inside.length < length ? [] : [{ from, to, alike: 1, spans: [{ from, to }] }];
  });
}

/** The stretches of a window, one beside another: a text may stand twice within a few words. */
function within(window: readonly Meeting[], length: number): Likeness[] {
  if (window.length < leastWords(length)) return [];
  const likeness = likenessOf(chainOf(window), length);
  if (likeness === null) return [];
  const { from, to } = likeness;
  return [
    ...within(
      window.filter(({ position }) => position < from),
      length,
    ),
    likeness,
    ...within(
      window.filter(({ position }) => position > to),
      length,
    ),
  ];
}

/** Where each word of the text stands, by position; null when too many of them are nowhere. */
function meetingsOf(words: readonly string[], document: PackedWords, reach: Places): Meeting[] | null {
  const places = new Map<string, readonly Places[]>();
  let missing = 0;
  for (const word of words) {
    const known = places.get(word) ?? document.placesOf(word).filter(({ from, to }) => from === to);
    places.set(word, known);
    if (known.length === 0) missing += 1;
    if (missing > mayMiss(words.length)) return null;
  }
  return words
    .flatMap((word, index) => (places.get(word) ?? []).map(({ from }): Meeting => ({ position: from, index })))
    .filter(({ position }) => position >= reach.from && position < reach.to)
    .toSorted((a, b) => a.position - b.position || b.index - a.index);
}

/**
 * Stretches where enough words meet the text at about the same distance from its beginning: there the text may stand. Distances are
 * taken in bands, each with its neighbour, so that none is cut by a border.
 */
function windowsOf(meetings: readonly Meeting[], length: number): Meeting[][] {
  const width = Math.max(4, Math.ceil(length / 4));
  const bands = Map.groupBy(meetings, ({ position, index }) => Math.floor((position - index) / width));
  const windows: Meeting[][] = [];
  for (const [band, inside] of bands) {
    const window = [...inside, ...(bands.get(band + 1) ?? [])];
    if (new Set(window.map(({ index }) => index)).size < leastWords(length)) continue;
    windows.push(window.toSorted((a, b) => a.position - b.position || b.index - a.index));
  }
  return windows;
}

/** The longest chain that goes on in the document and in the text at once. In: by position, of one position the later words first. */
function chainOf(window: readonly Meeting[]): Meeting[] {
  const ends: number[] = [];
  const before: (number | null)[] = [];
  for (const [at, { index }] of window.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((window[ends[middle] ?? 0]?.index ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    before.push(ends[low - 1] ?? null);
    // Of chains that are as long and end with the same word, the one that ends sooner.
    if (window[ends[low] ?? -1]?.index !== index) ends[low] = at;
  }
  const chain: Meeting[] = [];
  for (let at = ends.at(-1) ?? null; at !== null; at = before[at] ?? null) {
    const meeting = window[at];
    if (meeting !== undefined) chain.push(meeting);
  }
  return tightened(chain, window);
}

/** The same words, each as late as the next one allows: the shortest stretch that ends there. In: a chain from its end. */
function tightened(chain: readonly Meeting[], window: readonly Meeting[]): Meeting[] {
  const byIndex = Map.groupBy(window, ({ index }) => index);
  let next = Number.POSITIVE_INFINITY;
  const tight = chain.map((meeting, at) => {
    const same = byIndex.get(meeting.index) ?? [];
    const latest = at === 0 ? meeting : (same.findLast(({ position }) => position < next) ?? meeting);
    next = latest.position;
    return latest;
  });
  return tight.toReversed();
}

function likenessOf(chain: readonly Meeting[], length: number): Likeness | null {
  const [first, last] = [chain[0], chain.at(-1)];
  if (first === undefined || last === undefined || chain.length < leastWords(length)) return null;
  const alike = (2 * chain.length) / (length + last.position - first.position + 1);
  if (alike < leastAlike) return null;
  const spans: { from: number; to: number }[] = [];
  for (const { position } of chain) {
    const open = spans.at(-1);
    if (open !== undefined && open.to + 1 === position) open.to = position;
    else spans.push({ from: position, to: position });
  }
  return { from: first.position, to: last.position, alike, spans };
}
