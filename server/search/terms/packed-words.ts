// The words of a document and where each stands, as bytes that are asked without being unpacked: a query touches the few words it names.
// In: its stretches. Out: bytes, and a view of them. Body, footnotes and furniture stand in one line of positions, with gaps between
// stretches that no proximity reaches over: so a document is evaluated in one go.
import { maxDistance } from './lexer.ts';
import type { PieceRef, PlacedStream } from './document-streams.ts';
import { PackedDictionary, writeDictionary } from './packed-dictionary.ts';
import type { Places } from './token-stream.ts';
import { ByteReader, ByteWriter } from './varints.ts';

/** Raised with every change of the bytes: what is stored is then made again. */
export const packingVersion = '2';

/** Positions of a piece that a match covers, counted from the piece's first word, both inclusive. */
export interface PiecePart {
  readonly ref: PieceRef;
  readonly from: number;
  readonly to: number;
}

// The head: whole numbers of four bytes. The offsets of the dictionary's blocks follow it, and what they are offsets in.
const headFields = [
  'words',
  'blocks',
  'footnotes',
  'furniture',
  'length',
  'streams',
  'sentences',
  'paragraphs',
  'pieces',
] as const;
type HeadField = (typeof headFields)[number];
const headBytes = headFields.length * 4;

/** How far the next stretch begins behind the end of one: farther than any proximity reaches. */
const gap = maxDistance;

/** Packs a document. */
export function packWords(placed: readonly PlacedStream[]): Uint8Array {
  const { words, starts, footnotes, furniture, length } = layOut(placed);
  const body = new ByteWriter();
  const table = writeDictionary(body, words);
  const head: Record<HeadField, number> = {
    words: words.size,
    blocks: table.length,
    footnotes,
    furniture,
    length,
    streams: body.length,
    sentences: 0,
    paragraphs: 0,
    pieces: 0,
  };
  writeRising(body, starts);
  for (const unit of ['sentences', 'paragraphs'] as const) {
    head[unit] = body.length;
    const starting = unit === 'sentences' ? 'sentenceStarts' : 'paragraphStarts';
    writeRising(
      body,
      placed.flatMap(({ stream }, at) => stream[starting].map((start) => start + (starts[at] ?? 0))),
    );
  }
  head.pieces = body.length;
  writePieces(body, placed, starts);
  const bytes = new Uint8Array(headBytes + table.length * 4 + body.length);
  const view = new DataView(bytes.buffer);
  for (const [at, field] of headFields.entries()) view.setUint32(at * 4, head[field], true);
  for (const [at, offset] of table.entries()) view.setUint32(headBytes + at * 4, offset, true);
  bytes.set(body.done(), headBytes + table.length * 4);
  return bytes;
}

/** The stretches one behind another: where each begins, and every word's places. */
function layOut(placed: readonly PlacedStream[]) {
  const words = new Map<string, Places[]>();
  const starts: number[] = [];
  const first: { footnotes: number | null; furniture: number | null } = { footnotes: null, furniture: null };
  let [start, length] = [0, 0];
  for (const { stream } of placed) {
    if (stream.kind !== 'body') first.footnotes ??= start;
    if (stream.kind === 'furniture') first.furniture ??= start;
    else length += stream.length;
    starts.push(start);
    for (const [word, places] of stream.words) {
      const before = words.get(word);
      const moved = places.map(({ from, to }) => ({ from: from + start, to: to + start }));
      if (before === undefined) words.set(word, moved);
      else for (const place of moved) before.push(place);
    }
    start += stream.length + gap;
  }
  return { words, starts, length, footnotes: first.footnotes ?? start, furniture: first.furniture ?? start };
}

function writeRising(body: ByteWriter, numbers: readonly number[]): void {
  body.number(numbers.length);
  let before = 0;
  for (const number of numbers) {
    body.number(number - before);
    before = number;
  }
}

/** Of each piece the position of its first word and what it is: a passage, or a line of furniture. */
function writePieces(body: ByteWriter, placed: readonly PlacedStream[], starts: readonly number[]): void {
  body.number(placed.reduce((sum, { pieces }) => sum + pieces.length, 0));
  let before = 0;
  for (const [at, { stream, pieces }] of placed.entries()) {
    let position = 0;
    for (const piece of pieces) {
      while (position < stream.length && (stream.offsets[position]?.from ?? 0) < piece.at) position += 1;
      const first = (starts[at] ?? 0) + position;
      body.number(first - before);
      before = first;
      const { ref } = piece;
      if (ref.kind === 'passage') {
        body.number(ref.ordinal * 2);
      } else {
        body.number(ref.pageNumber * 2 + 1);
        body.number(ref.from);
        body.number(ref.to - ref.from);
      }
    }
  }
}

/** A packed document. */
export class PackedWords {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #entries: number;
  readonly #dictionary: PackedDictionary;
  #pieces: { readonly firsts: readonly number[]; readonly refs: readonly PieceRef[] } | null = null;
  #sentences: readonly number[] | null = null;
  #paragraphs: readonly number[] | null = null;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#entries = headBytes + this.#head('blocks') * 4;
    this.#dictionary = new PackedDictionary({
      bytes,
      blockAt: (block) => this.#entries + this.#view.getUint32(headBytes + block * 4, true),
      words: this.vocabulary,
    });
  }

  /** The position at which footnotes begin, and with them the body ends. */
  get footnotes(): number {
    return this.#head('footnotes');
  }

  /** The position at which furniture begins. */
  get furniture(): number {
    return this.#head('furniture');
  }

  /** How many words body and footnotes have. */
  get length(): number {
    return this.#head('length');
  }

  get sentenceStarts(): readonly number[] {
    return (this.#sentences ??= this.#rising('sentences'));
  }

  get paragraphStarts(): readonly number[] {
    return (this.#paragraphs ??= this.#rising('paragraphs'));
  }

  /** Positions at which the stretches begin. */
  get streamStarts(): readonly number[] {
    return this.#rising('streams');
  }

  /** How many different words there are. */
  get vocabulary(): number {
    return this.#head('words');
  }

  /** Where a word stands, in reading order. */
  placesOf(word: string): readonly Places[] {
    return this.#dictionary.placesOf(word);
  }

  /** Where the words stand that begin so and pass the test; a list for each word, in no order. */
  startingWith(start: string, test: ((word: string) => boolean) | null = null): Iterable<readonly Places[]> {
    return this.#dictionary.startingWith(start, test);
  }

  /** What a match covers of each piece, in reading order. */
  partsOf({ from, to }: Places): PiecePart[] {
    const { firsts, refs } = (this.#pieces ??= this.#readPieces());
    const parts: PiecePart[] = [];
    for (let at = lastAtMost(firsts, from); at < firsts.length; at += 1) {
      const [first, next, ref] = [firsts[at] ?? 0, firsts[at + 1] ?? Number.POSITIVE_INFINITY, refs[at]];
      if (first > to || ref === undefined) break;
      // A piece without a word begins where the next one does.
      if (next <= from || next === first) continue;
      parts.push({ ref, from: Math.max(from, first) - first, to: Math.min(to, next - 1) - first });
    }
    return parts;
  }

  /** Ordinals of the passages that a match touches. */
  passagesOf(place: Places): number[] {
    return this.partsOf(place).flatMap(({ ref }) => (ref.kind === 'passage' ? [ref.ordinal] : []));
  }

  #head(field: HeadField): number {
    return this.#view.getUint32(headFields.indexOf(field) * 4, true);
  }

  /** A reader in what follows the table. */
  #readerAt(offset: number): ByteReader {
    return new ByteReader(this.#bytes, this.#entries + offset);
  }

  #rising(field: HeadField): number[] {
    const reader = this.#readerAt(this.#head(field));
    let before = 0;
    return Array.from({ length: reader.number() }, () => (before += reader.number()));
  }

  #readPieces() {
    const reader = this.#readerAt(this.#head('pieces'));
    const firsts: number[] = [];
    const refs: PieceRef[] = [];
    let first = 0;
    for (let left = reader.number(); left > 0; left -= 1) {
      first += reader.number();
      firsts.push(first);
      const what = reader.number();
      const number = Math.floor(what / 2);
      if (what % 2 === 0) {
        refs.push({ kind: 'passage', ordinal: number });
      } else {
        const from = reader.number();
        refs.push({ kind: 'line', pageNumber: number, from, to: from + reader.number() });
      }
    }
    return { firsts, refs };
  }
}

/** The place of the last number that is at most `value`; 0 when there is none. */
function lastAtMost(rising: readonly number[], value: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
