// The pieces of a packed document — passages and lines of furniture — as bytes: where each begins among the words, and what it is.
// In: placed stretches. Out: bytes; or, of bytes, one piece after another.
import type { PieceRef, PlacedStream } from './document-streams.ts';
import type { ByteReader, ByteWriter } from '../../text/varints.ts';

/** Writes the pieces; `starts`: the position at which each stretch begins. */
export function writePieces(body: ByteWriter, placed: readonly PlacedStream[], starts: readonly number[]): void {
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

/** Goes from piece to piece in reading order. */
export class PieceCursor {
  readonly #reader: ByteReader;
  #left: number;
  /** Of the piece it is at, the position of its first word, and that at which the next piece begins; a piece without a word has both alike. */
  first = 0;
  end = 0;
  /** Of a passage its ordinal; null: it is a line. */
  ordinal: number | null = null;
  #line = { pageNumber: 0, from: 0, to: 0 };

  /** The reader stands at what `writePieces` wrote. */
  constructor(reader: ByteReader) {
    this.#reader = reader;
    this.#left = reader.number();
    if (this.#left > 0) this.end = reader.number();
  }

  /** False behind the last. */
  next(): boolean {
    if (this.#left === 0) return false;
    this.#left -= 1;
    this.first = this.end;
    const reader = this.#reader;
    const what = reader.number();
    const number = Math.floor(what / 2);
    if (what % 2 === 0) {
      this.ordinal = number;
    } else {
      this.ordinal = null;
      const from = reader.number();
      this.#line = { pageNumber: number, from, to: from + reader.number() };
    }
    this.end = this.#left === 0 ? Number.POSITIVE_INFINITY : this.first + reader.number();
    return true;
  }

  get ref(): PieceRef {
    return this.ordinal === null ? { kind: 'line', ...this.#line } : { kind: 'passage', ordinal: this.ordinal };
  }
}
