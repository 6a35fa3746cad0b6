// The words of a document and where each stands, as bytes that are asked without being unpacked: a query touches the few words it names.
// In: its stretches. Out: bytes, and a view of them. Body, footnotes and furniture stand in one line of positions, with gaps between
// stretches that no proximity reaches over: so a document is evaluated in one go.
import { countAtMost } from './ascending.ts';
import { maxDistance } from './lexer.ts';
import type { PieceRef, PlacedStream } from './document-streams.ts';
import { PackedDictionary, tableBytes, writeDictionary } from './packed-dictionary.ts';
import { PieceCursor, writePieces } from './packed-pieces.ts';
import { distinct, type Places } from './token-stream.ts';
import { ByteReader, ByteWriter, viewOf, wholeAt } from '../../text/varints.ts';

/** Raised with every change of the bytes: what is stored is then made again. */
export const packingVersion = '3';

/** Positions of a piece that a match covers, counted from the piece's first word, both inclusive. */
export interface PiecePart {
  readonly ref: PieceRef;
  readonly from: number;
  readonly to: number;
}

// The head: whole numbers of four bytes. The tables of the dictionary's blocks follow it, and what they are tables of.
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
/** Where each field stands. */
const headAt = Object.fromEntries(headFields.map((field, at) => [field, at * 4])) as Record<HeadField, number>; // of all fields

/** How far the next stretch begins behind the end of one: farther than any proximity reaches. */
const gap = maxDistance;

/** Packs a document. */
export function packWords(placed: readonly PlacedStream[]): Uint8Array {
  const { words, starts, footnotes, furniture, length } = layOut(placed);
  const body = new ByteWriter();
  const blocks = writeDictionary(body, words);
  const head: Record<HeadField, number> = {
    words: words.size,
    blocks: blocks.length,
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
  const bytes = new Uint8Array(headBytes + blocks.length * tableBytes + body.length);
  const view = new DataView(bytes.buffer);
  for (const field of headFields) view.setUint32(headAt[field], head[field], true);
  const tables = [...blocks.map(({ begins }) => begins), ...blocks.map(({ offset }) => offset)];
  for (const [at, number] of tables.entries()) view.setUint32(headBytes + at * 4, number, true);
  bytes.set(body.done(), headBytes + tables.length * 4);
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

/** A packed document. */
export class PackedWords {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #start: number;
  readonly #entries: number;
  readonly #dictionary: PackedDictionary;
  #pieces: { readonly firsts: readonly number[]; readonly refs: readonly PieceRef[] } | null = null;
  #sentences: Uint32Array | null = null;
  #paragraphs: Uint32Array | null = null;

  /** `start`: where the document begins in the bytes; `view`: one of them all, where it serves many documents. */
  constructor(bytes: Uint8Array, start = 0, view = viewOf(bytes)) {
    this.#bytes = bytes;
    this.#view = view;
    this.#start = start;
    const table = start + headBytes;
    const blocks = this.#head('blocks');
    this.#entries = table + blocks * tableBytes;
    this.#dictionary = new PackedDictionary({
      bytes,
      view,
      table,
      blocks,
      start: this.#entries,
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

  get sentenceStarts(): Uint32Array {
    return (this.#sentences ??= this.#rising('sentences'));
  }

  get paragraphStarts(): Uint32Array {
    return (this.#paragraphs ??= this.#rising('paragraphs'));
  }

  /** Positions at which the stretches begin. */
  get streamStarts(): Uint32Array {
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
    for (let at = Math.max(0, countAtMost(firsts, from) - 1); at < firsts.length; at += 1) {
      const [first, next, ref] = [firsts[at] ?? 0, firsts[at + 1] ?? Number.POSITIVE_INFINITY, refs[at]];
      if (first > to || ref === undefined) break;
      // A piece without a word begins where the next one does.
      if (next <= from || next === first) continue;
      parts.push({ ref, from: Math.max(from, first) - first, to: Math.min(to, next - 1) - first });
    }
    return parts;
  }

  /** Ordinals of the passages that any of the places touches, in reading order, each once; the places in any order. */
  passagesTouched(places: readonly Places[]): number[] {
    const wanted = distinct(places);
    const touched: number[] = [];
    const pieces = new PieceCursor(this.#readerAt(this.#head('pieces')));
    let [at, reach] = [0, -1];
    while (pieces.next() && (at < wanted.length || reach >= pieces.first)) {
      for (; at < wanted.length && (wanted[at]?.from ?? 0) < pieces.end; at += 1) {
        reach = Math.max(reach, wanted[at]?.to ?? 0);
      }
      // A piece without a word ends where it begins.
      if (pieces.ordinal !== null && reach >= pieces.first && pieces.end > pieces.first) touched.push(pieces.ordinal);
    }
    return touched;
  }

  /** Ordinals of the passages that a match touches. */
  passagesOf(place: Places): number[] {
    return this.partsOf(place).flatMap(({ ref }) => (ref.kind === 'passage' ? [ref.ordinal] : []));
  }

  #head(field: HeadField): number {
    return wholeAt(this.#view, this.#start + headAt[field]);
  }

  /** A reader in what follows the table. */
  #readerAt(offset: number): ByteReader {
    return new ByteReader(this.#bytes, this.#entries + offset);
  }

  #rising(field: HeadField): Uint32Array {
    const reader = this.#readerAt(this.#head(field));
    return reader.rising(reader.number());
  }

  #readPieces() {
    const firsts: number[] = [];
    const refs: PieceRef[] = [];
    const pieces = new PieceCursor(this.#readerAt(this.#head('pieces')));
    while (pieces.next()) {
      firsts.push(pieces.first);
      refs.push(pieces.ref);
    }
    return { firsts, refs };
  }
}
