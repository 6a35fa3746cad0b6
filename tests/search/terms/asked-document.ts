// A document to be asked in tests: its stretches, for the definition and for what they show, and its words as the evaluator reads them.
import type { SearchedDetails } from '../../../server/search/terms/field-tests.ts';
import type { SearchedDocument } from '../../../server/search/terms/evaluate.ts';
import type { PlacedStream } from '../../../server/search/terms/document-streams.ts';
import { PackedWords, packWords } from '../../../server/search/terms/packed-words.ts';
import type { Places, TokenStream } from '../../../server/search/terms/token-stream.ts';

export interface AskedDocument extends SearchedDocument {
  readonly streams: readonly TokenStream[];
}

/** Nothing is known of it. */
export const noDetails: SearchedDetails = {
  title: null,
  type: null,
  filer: null,
  ecf: null,
  filedOn: null,
  tags: [],
  flags: [],
};

export function askedDocument(streams: readonly TokenStream[], details: SearchedDetails = noDetails): AskedDocument {
  return askedPlaced(
    streams.map((stream) => ({ stream, pieces: [] })),
    details,
  );
}

export function askedPlaced(placed: readonly PlacedStream[], details: SearchedDetails = noDetails): AskedDocument {
  return { streams: placed.map(({ stream }) => stream), words: new PackedWords(packWords(placed)), details };
}

/** Which stretch a place is in, and its positions there. */
export function inStream({ words }: AskedDocument, { from, to }: Places): { stream: number; from: number; to: number } {
  const starts = words.streamStarts;
  const stream = starts.findLastIndex((start) => start <= from);
  const start = starts[stream] ?? 0;
  return { stream, from: from - start, to: to - start };
}
