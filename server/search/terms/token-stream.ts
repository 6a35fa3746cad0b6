// One stretch of a document that reads on: the body, a footnote, or the furniture. Proximity and phrases never leave it.
// In: text with the offsets at which its sentences and paragraphs begin. Out: where each word stands, and the bounds by position.
import { tokensOf } from '../../text/tokenizer.ts';
import { sentenceStarts } from '../../text/sentences.ts';

export type StreamKind = 'body' | 'footnote' | 'furniture';

/** Positions from `from` to `to`, both inclusive. */
export interface Places {
  readonly from: number;
  readonly to: number;
}

/** A stretch, ready to be asked. */
export interface TokenStream {
  readonly kind: StreamKind;
  /** Where each word stands, in order; a whole over several positions has them all. */
  readonly words: ReadonlyMap<string, readonly Places[]>;
  /** Number of positions. */
  readonly length: number;
  /** Positions at which sentences and paragraphs begin, ascending. */
  readonly sentenceStarts: readonly number[];
  readonly paragraphStarts: readonly number[];
  /** The text offsets of a position, end exclusive. */
  readonly offsets: readonly { readonly from: number; readonly to: number }[];
}

/** Reads a stretch. `paragraphs`: offsets at which paragraphs begin; none: it is one. */
export function tokenStream(kind: StreamKind, text: string, paragraphs: readonly number[] = [0]): TokenStream {
  const words = new Map<string, Places[]>();
  const offsets: { from: number; to: number }[] = [];
  for (const { word, position, lastPosition, from, to } of tokensOf(text)) {
    const places = words.get(word);
    const place = { from: position, to: lastPosition };
    if (places === undefined) words.set(word, [place]);
    else places.push(place);
    if (position === lastPosition) offsets[position] = { from, to };
  }
  for (const places of words.values()) {
    if (places.some(({ from }, at) => from < (places[at - 1]?.from ?? 0))) places.sort(inOrder);
  }
  const bounds = (starts: readonly number[]) => positionsOf(starts, offsets);
  // A paragraph ends a sentence, with or without a full stop.
  const sentences = [...new Set([...sentenceStarts(text), ...paragraphs])].toSorted((a, b) => a - b);
  return {
    kind,
    words,
    length: offsets.length,
    sentenceStarts: bounds(sentences),
    paragraphStarts: bounds(paragraphs),
    offsets,
  };
}

/** Reading order: by beginning, the shorter first. */
export function inOrder(one: Places, other: Places): number {
  return one.from - other.from || one.to - other.to;
}

/** In reading order, of equal places one. */
export function distinct<Place extends Places>(places: readonly Place[]): readonly Place[] {
  const isSo = places.every((place, at) => at === 0 || inOrder(places[at - 1] ?? place, place) < 0);
  if (isSo) return places;
  return places.toSorted(inOrder).filter(({ from, to }, at, all) => {
    const before = all[at - 1];
    return before === undefined || before.from !== from || before.to !== to;
  });
}

/**
 * Lists as `distinct` makes them as one such list, of equal places that of the first: of few long ones it takes half the time that
 * sorting them all takes.
 */
export function merged<Place extends Places>(lists: readonly (readonly Place[])[]): readonly Place[] {
  let left = lists.filter(({ length }) => length > 0);
  while (left.length > 1) {
    const pairs: (readonly Place[])[] = [];
    for (let at = 0; at < left.length; at += 2) pairs.push(mergedPair(left[at] ?? [], left[at + 1] ?? []));
    left = pairs;
  }
  return left[0] ?? [];
}

function mergedPair<Place extends Places>(one: readonly Place[], other: readonly Place[]): readonly Place[] {
  if (other.length === 0) return one;
  const all: Place[] = [];
  let at = 0;
  for (const place of one) {
    for (let next = other[at]; next !== undefined && inOrder(next, place) <= 0; next = other[at]) {
      if (inOrder(next, place) < 0) all.push(next);
      at += 1;
    }
    all.push(place);
  }
  for (let next = other[at]; next !== undefined; next = other[at]) {
    all.push(next);
    at += 1;
  }
  return all;
}

/** The first position at or behind each offset; each once, 0 always. */
function positionsOf(starts: readonly number[], offsets: readonly { readonly from: number }[]): number[] {
  const positions = new Set([0]);
  let position = 0;
  for (const start of starts) {
    while (position < offsets.length && (offsets[position]?.from ?? 0) < start) position += 1;
    if (position < offsets.length) positions.add(position);
  }
  return [...positions];
}
