// The words of a document in the order of their bytes, each with its places: a word says only what it has not in common with the one
// before it, and every sixteenth is written out, so that looking one up reads a few. In: words. Out: bytes; or, of bytes, places.
import type { Places } from './token-stream.ts';
import { ByteReader, type ByteWriter } from './varints.ts';

/** Words from one that is written out to the next. */
const perBlock = 16;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Writes the words; where each block of them begins, from the beginning of what is written. */
export function writeDictionary(body: ByteWriter, words: ReadonlyMap<string, readonly Places[]>): number[] {
  const entries = [...words].map(([word, places]) => ({ bytes: encoder.encode(word), places }));
  entries.sort((one, other) => compare(one.bytes, one.bytes.length, other.bytes));
  const start = body.length;
  const blocks: number[] = [];
  let before = new Uint8Array();
  for (const [at, { bytes, places }] of entries.entries()) {
    const isFirst = at % perBlock === 0;
    if (isFirst) blocks.push(body.length - start);
    const shared = isFirst ? 0 : sharedStart(before, bytes);
    body.number(shared);
    body.number(bytes.length - shared);
    body.raw(bytes.subarray(shared));
    body.sized((inner) => writePlaces(inner, places));
    before = bytes;
  }
  return blocks;
}

/** Steps from one beginning to the next; the lowest bit says that the place is longer than one position. */
function writePlaces(body: ByteWriter, places: readonly Places[]): void {
  body.number(places.length);
  let before = 0;
  for (const { from, to } of places) {
    body.number((from - before) * 2 + Number(to > from));
    if (to > from) body.number(to - from);
    before = from;
  }
}

function readPlaces(reader: ByteReader): Places[] {
  const places: Places[] = [];
  let before = 0;
  for (let left = reader.number(); left > 0; left -= 1) {
    const step = reader.number();
    const from = before + Math.floor(step / 2);
    places.push({ from, to: step % 2 === 1 ? from + reader.number() : from });
    before = from;
  }
  return places;
}

function sharedStart(one: Uint8Array, other: Uint8Array): number {
  const shorter = Math.min(one.length, other.length);
  let shared = 0;
  while (shared < shorter && one[shared] === other[shared]) shared += 1;
  return shared;
}

/** Bytes of the words asked for: a query asks every document for the same few. */
const encoded = new Map<string, Uint8Array>();
const mostEncoded = 2000;

function bytesOf(word: string): Uint8Array {
  const known = encoded.get(word);
  if (known !== undefined) return known;
  if (encoded.size >= mostEncoded) encoded.clear();
  const bytes = encoder.encode(word);
  encoded.set(word, bytes);
  return bytes;
}

/** By their bytes; of the first only so many count. */
function compare(one: Uint8Array, length: number, other: Uint8Array): number {
  const shorter = Math.min(length, other.length);
  for (let at = 0; at < shorter; at += 1) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return length - other.length;
}

/** Where the parts of a dictionary lie. */
export interface DictionaryPlace {
  readonly bytes: Uint8Array;
  /** Offset in the bytes at which a block begins. */
  readonly blockAt: (block: number) => number;
  readonly words: number;
}

/** A dictionary that is asked. */
export class PackedDictionary {
  readonly #bytes: Uint8Array;
  readonly #blockAt: DictionaryPlace['blockAt'];
  readonly #words: number;

  constructor({ bytes, blockAt, words }: DictionaryPlace) {
    this.#bytes = bytes;
    this.#blockAt = blockAt;
    this.#words = words;
  }

  /** Where a word stands, in reading order. */
  placesOf(word: string): readonly Places[] {
    const wanted = bytesOf(word);
    const cursor = this.#seek(wanted);
    return cursor !== null && cursor.compareWith(wanted) === 0 ? cursor.places() : [];
  }

  /** Where the words stand that begin so and pass the test; a list for each word. */
  *startingWith(start: string, test: ((word: string) => boolean) | null): Generator<readonly Places[]> {
    const wanted = bytesOf(start);
    const cursor = this.#seek(wanted);
    if (cursor === null) return;
    do {
      if (!cursor.beginsWith(wanted)) return;
      if (test === null || test(cursor.word())) yield cursor.places();
    } while (cursor.next());
  }

  /** At the first word that is not before these bytes; null when all are. */
  #seek(wanted: Uint8Array): Cursor | null {
    let [low, high] = [0, Math.ceil(this.#words / perBlock)];
    // The last block whose first word is not behind them, if any.
    while (low < high) {
      const middle = (low + high) >> 1;
      const first = this.#from(middle);
      if (first.next() && first.compareWith(wanted) <= 0) low = middle + 1;
      else high = middle;
    }
    const cursor = this.#from(Math.max(0, low - 1));
    while (cursor.next()) if (cursor.compareWith(wanted) >= 0) return cursor;
    return null;
  }

  #from(block: number): Cursor {
    return new Cursor(this.#bytes, this.#blockAt(block), this.#words - block * perBlock);
  }
}

/** Goes from word to word. */
class Cursor {
  readonly #reader: ByteReader;
  readonly #bytes: Uint8Array;
  #left: number;
  #word: Uint8Array = new Uint8Array(32);
  #length = 0;
  #places = 0;

  constructor(bytes: Uint8Array, at: number, left: number) {
    this.#bytes = bytes;
    this.#reader = new ByteReader(bytes, at);
    this.#left = left;
  }

  /** False behind the last. */
  next(): boolean {
    if (this.#left <= 0) return false;
    this.#left -= 1;
    const reader = this.#reader;
    const shared = reader.number();
    const more = reader.number();
    if (shared + more > this.#word.length) {
      const larger = new Uint8Array((shared + more) * 2);
      larger.set(this.#word.subarray(0, shared));
      this.#word = larger;
    }
    for (let at = 0; at < more; at += 1) this.#word[shared + at] = this.#bytes[reader.at + at] ?? 0;
    this.#length = shared + more;
    reader.at += more;
    const size = reader.number();
    this.#places = reader.at;
    reader.at += size;
    return true;
  }

  compareWith(wanted: Uint8Array): number {
    return compare(this.#word, this.#length, wanted);
  }

  beginsWith(start: Uint8Array): boolean {
    return this.#length >= start.length && start.every((byte, at) => this.#word[at] === byte);
  }

  word(): string {
    return decoder.decode(this.#word.subarray(0, this.#length));
  }

  places(): Places[] {
    return readPlaces(new ByteReader(this.#bytes, this.#places));
  }
}
