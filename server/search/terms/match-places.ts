// From the positions of a match to where it stands: the letters of a passage, the text of a page.
// In: what a match covers of passages and lines of furniture, and these. Out: ranges of their text, spans of page text.
import type { Page, Span } from '../../contract/page.ts';
import type { Passage } from '../../contract/passage.ts';
import { toPageSpans } from '../../text/derived-text.ts';
import { tokensOf } from '../../text/tokenizer.ts';
import type { PiecePart } from './packed-words.ts';

/** Where the pieces of a document come from; undefined: not there any more. */
export interface PieceSource {
  readonly passage: (ordinal: number) => Pick<Passage, 'text' | 'runs'> | undefined;
  readonly page: (pageNumber: number) => Pick<Page, 'text'> | undefined;
}

/** A stretch of a passage's text, or of a page's where it is furniture. */
export interface PlacedRange {
  readonly ordinal: number | null;
  readonly from: number;
  readonly to: number;
  readonly spans: readonly Span[];
}

/** Finds ranges; a text that many matches touch is read once. A piece that is not there has none. */
export function createMatchPlacer(source: PieceSource): (part: PiecePart) => PlacedRange | null {
  const offsets = new Map<string, readonly Offsets[]>();
  const wordsOf = (text: string, until: number): readonly Offsets[] => {
    const known = offsets.get(text);
    if (known !== undefined && until < known.length) return known;
    // Most are asked once.
    const words = wordOffsets(text, known === undefined ? until : Number.POSITIVE_INFINITY);
    offsets.set(text, words);
    return words;
  };
  return ({ ref, from, to }) => {
    const line = ref.kind === 'line' ? ref : null;
    const passage = ref.kind === 'passage' ? source.passage(ref.ordinal) : undefined;
    const text = line === null ? passage?.text : source.page(line.pageNumber)?.text.slice(line.from, line.to);
    if (text === undefined) return null;
    const words = wordsOf(text, to);
    const [first, last] = [words[from], words[to]];
    if (first === undefined || last === undefined) return null;
    if (line !== null) {
      const [start, end] = [line.from + first.from, line.from + last.to];
      return { ordinal: null, from: start, to: end, spans: [{ pageNumber: line.pageNumber, from: start, to: end }] };
    }
    const spans = toPageSpans(passage?.runs ?? [], first.from, last.to);
    return { ordinal: ref.kind === 'passage' ? ref.ordinal : null, from: first.from, to: last.to, spans };
  };
}

interface Offsets {
  readonly from: number;
  readonly to: number;
}

/** The offsets of each position up to one at least; pieces are parted by white space, so their words are the same alone as in their stretch. */
function wordOffsets(text: string, until: number): Offsets[] {
  const words: Offsets[] = [];
  for (const { position, lastPosition, from, to } of tokensOf(text, { until })) {
    if (position === lastPosition) words[position] = { from, to };
  }
  return words;
}
