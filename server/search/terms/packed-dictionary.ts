// The words of a document in the order of their bytes, each with its places: a word says only what it has not in common with the one
// before it, and every sixteenth is written out, so that looking one up reads a few. Which sixteen is told by their first letters, which
// stand side by side. In: words. Out: bytes; or, of bytes, places.
import type { Places } from './token-stream.ts';
import { ByteReader, wholeAt, type ByteWriter } from '../../text/varints.ts';

/** Words from one that is written out to the next. */
const perBlock = 16;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A block of words: what its first word begins with (`beginningOf`), and its offset from the beginning of what is written. */
export interface WrittenBlock {
  readonly begins: number;
  readonly offset: number;
}

/** Bytes that each block takes in the tables: of all what they begin with, then of all where. */
export const tableBytes = 8;

/** Writes the words. */
export function writeDictionary(body: ByteWriter, words: ReadonlyMap<string, readonly Places[]>): WrittenBlock[] {
  const entries = [...words].map(([word, places]) => ({ bytes: encoder.encode(word), places }));
  entries.sort((one, other) => compare(one.bytes, 0, one.bytes.length, other.bytes));
  const start = body.length;
  const blocks: WrittenBlock[] = [];
  let before = new Uint8Array();
  for (const [at, { bytes, places }] of entries.entries()) {
    const isFirst = at % perBlock === 0;
    if (isFirst) blocks.push({ begins: beginningOf(bytes), offset: body.length - start });
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

/** The first four bytes as a number, in whose order they are; zeros where there are fewer. */
function beginningOf(word: Uint8Array): number {
  const [first = 0, second = 0, third = 0, fourth = 0] = word;
  return ((first * 0x1_00 + second) * 0x1_00 + third) * 0x1_00 + fourth;
}

/** By their bytes: of the first, so many from a place on. */
function compare(one: ArrayLike<number>, from: number, length: number, other: Uint8Array): number {
  const shorter = Math.min(length, other.length);
  for (let at = 0; at < shorter; at += 1) {
    const difference = (one[from + at] ?? 0) - (other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return length - other.length;
}

/** Where the parts of a dictionary lie. */
export interface DictionaryPlace {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Where the tables of the blocks stand, how many they are, and what the words' offsets are from. */
  readonly table: number;
  readonly blocks: number;
  readonly start: number;
  readonly words: number;
}

/** A dictionary that is asked. */
export class PackedDictionary {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #table: number;
  readonly #blocks: number;
  readonly #start: number;
  readonly #words: number;

  constructor({ bytes, view, table, blocks, start, words }: DictionaryPlace) {
    this.#bytes = bytes;
    this.#view = view;
    this.#table = table;
    this.#blocks = blocks;
    this.#start = start;
    this.#words = words;
  }

  /** Where a word stands, in reading order. */
  placesOf(word: string): readonly Places[] {
    const reader = this.#find(bytesOf(word));
    return reader === null ? [] : readPlaces(reader);
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

  /** At the places of this word; null: it is not there. */
  #find(wanted: Uint8Array): ByteReader | null {
    if (this.#words === 0) return null;
    const bytes = this.#bytes;
    const block = this.#blockOf(wanted);
    const reader = new ByteReader(bytes, this.#blockAt(block));
    // How many bytes the word that was read last has in common with the one wanted; it comes before it.
    let common = 0;
    for (let left = Math.min(perBlock, this.#words - block * perBlock); left > 0; left -= 1) {
      let at = reader.at + 2;
      let [shared, more] = [bytes[at - 2] ?? 0, bytes[at - 1] ?? 0];
      // Most numbers are small: what is asked of every document is read without asking how long they are.
      if (shared >= 0x80 || more >= 0x80) {
        [shared, more] = [reader.number(), reader.number()];
        at = reader.at;
      }
      const end = at + more;
      reader.at = end;
      const size = reader.number();
      if (shared < common) return null;
      if (shared === common) {
        while (at < end && common < wanted.length && bytes[at] === wanted[common]) [at, common] = [at + 1, common + 1];
        if (common === wanted.length) return at === end ? reader : null;
        if (at < end && (bytes[at] ?? 0) > (wanted[common] ?? 0)) return null;
      }
      reader.at += size;
    }
    return null;
  }

  /** At the first word that is not before these bytes; null when all are. */
  #seek(wanted: Uint8Array): Cursor | null {
    if (this.#words === 0) return null;
    const block = this.#blockOf(wanted);
    const cursor = new Cursor(this.#bytes, this.#blockAt(block), this.#words - block * perBlock);
    while (cursor.next()) if (cursor.compareWith(wanted) >= 0) return cursor;
    return null;
  }

  /** The last block whose first word is not behind these bytes; the first when all are. */
  #blockOf(wanted: Uint8Array): number {
    const begins = beginningOf(wanted);
    let [low, high] = [0, this.#blocks];
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = wholeAt(this.#view, this.#table + middle * 4);
      const isBehind = there === begins ? this.#compareFirst(middle, wanted) > 0 : there > begins;
      if (isBehind) high = middle;
      else low = middle + 1;
    }
    return Math.max(0, low - 1);
  }

  #compareFirst(block: number, wanted: Uint8Array): number {
    const reader = new ByteReader(this.#bytes, this.#blockAt(block));
    // It shares nothing with a word before it.
    reader.number();
    const length = reader.number();
    return compare(this.#bytes, reader.at, length, wanted);
  }

  #blockAt(block: number): number {
    return this.#start + wholeAt(this.#view, this.#table + (this.#blocks + block) * 4);
  }
}

/** Goes from word to word. */
class Cursor {
  readonly #reader: ByteReader;
  readonly #bytes: Uint8Array;
  #left: number;
  readonly #word: number[] = [];
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
    this.#word.length = shared;
    for (let at = 0; at < more; at += 1) this.#word.push(this.#bytes[reader.at + at] ?? 0);
    reader.at += more;
    const size = reader.number();
    this.#places = reader.at;
    reader.at += size;
    return true;
  }

  compareWith(wanted: Uint8Array): number {
    return compare(this.#word, 0, this.#word.length, wanted);
  }

  beginsWith(start: Uint8Array): boolean {
    return this.#word.length >= start.length && start.every((byte, at) => this.#word[at] === byte);
  }

  word(): string {
    return decoder.decode(Uint8Array.from(this.#word));
  }

  places(): Places[] {
    return readPlaces(new ByteReader(this.#bytes, this.#places));
  }
}
