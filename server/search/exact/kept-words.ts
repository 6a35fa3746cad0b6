// Words of files kept in memory, in one piece: thousands of small ones leave holes behind them that are never given back.
// In: the bytes of a file's words, by a number that is never another's. Out: where they stand.

/** Where a file's words begin. */
export interface KeptPlace {
  readonly bytes: Uint8Array;
  readonly from: number;
}

/** A store of so many bytes; what has no room is not kept. */
export class KeptWords {
  readonly #room: number;
  /** Made when it is needed; memory is taken as it is filled. */
  #bytes: Uint8Array | null = null;
  #used = 0;
  readonly #places = new Map<number, { readonly from: number; readonly to: number }>();

  constructor(room: number) {
    this.#room = room;
  }

  /** Null: they are not kept. */
  get(fileId: number): KeptPlace | null {
    const place = this.#places.get(fileId);
    return place === undefined || this.#bytes === null ? null : { bytes: this.#bytes, from: place.from };
  }

  /**
   * Keeps a file's words. Those that have room stay: questions go through the files in one order, and to make room for the last ones
   * would throw out those that come first next time.
   */
  keep(fileId: number, words: Uint8Array): void {
    const [from, to] = [this.#used, this.#used + words.length];
    if (to > this.#room) return;
    this.#bytes ??= new Uint8Array(this.#room);
    this.#bytes.set(words, from);
    this.#used = to;
    this.#places.set(fileId, { from, to });
  }

  /** Forgets the words that are none any more. Their room is taken back when it is half of all: the others are then read again. */
  retain(isThere: (fileId: number) => boolean): void {
    let lost = this.#used;
    for (const [fileId, { from, to }] of this.#places) {
      if (isThere(fileId)) lost -= to - from;
      else this.#places.delete(fileId);
    }
    if (lost * 2 <= this.#room) return;
    this.#places.clear();
    this.#used = 0;
  }
}
