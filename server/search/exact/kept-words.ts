// Words of files in memory that all threads of exact search share: whoever reads the words of a file keeps them for all. They lie in one
// piece, since thousands of small ones leave holes behind them that are never given back.
// In: the bytes of a file's words, by a number that is never another's. Out: where they stand. While any thread is at a question nothing
// is thrown out: what it has looked up stays what it is.

/** Memory as it is handed to threads: words, and a table that says whose they are. */
export interface SharedRoom {
  readonly words: SharedArrayBuffer;
  readonly table: SharedArrayBuffer;
  /** How many threads there can be. */
  readonly threads: number;
}

/** Where a file's words begin, and the whole room as numbers are read from it. */
export interface KeptPlace {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly from: number;
}

// The table: marks, then of each thread whether it is at a question, then entries (file, from, length) in the order they were kept.
// Who holds a mark stands in it as its number, from 1.
const [clearing, keeping, used, entries, generation, threadMarks] = [0, 1, 2, 3, 4, 5];
const perEntry = 3;
/** Words of few files take less, so that there is an entry for all that have room. */
const bytesPerEntry = 512;
const leastEntries = 16;

/** Room for so many bytes of words and so many threads. Memory is taken as it is filled. */
export function makeRoom(bytes: number, threads: number): SharedRoom {
  const most = Math.max(leastEntries, Math.ceil(bytes / bytesPerEntry));
  const numbers = threadMarks + threads + most * perEntry;
  return {
    words: new SharedArrayBuffer(bytes),
    table: new SharedArrayBuffer(numbers * Int32Array.BYTES_PER_ELEMENT),
    threads,
  };
}

/** Takes back whatever a thread held that ended in the middle of a question. */
export function release({ table }: SharedRoom, thread: number): void {
  const marks = new Int32Array(table);
  for (const mark of [clearing, keeping]) Atomics.compareExchange(marks, mark, thread + 1, 0);
  Atomics.store(marks, threadMarks + thread, 0);
  Atomics.notify(marks, clearing);
}

/** The room as one of its threads uses it. What has no room is not kept. */
export class KeptWords {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #table: Int32Array;
  readonly #thread: number;
  /** Where in the table the entries begin. */
  readonly #entries: number;
  /** Where the words of files begin, as far as the entries were looked at, and how many of them were. */
  readonly #places = new Map<number, number>();
  #seen = 0;
  #generation = 0;

  /** `thread`: which of them it is, from 0. */
  constructor({ words, table, threads }: SharedRoom, thread: number) {
    this.#bytes = new Uint8Array(words);
    this.#view = new DataView(words);
    this.#table = new Int32Array(table);
    this.#thread = thread;
    this.#entries = threadMarks + threads;
  }

  /** All that is looked up meanwhile stays what it is until the end. */
  during<Answer>(read: () => Answer): Answer {
    const mark = threadMarks + this.#thread;
    // First said, then asked: whoever clears does it the other way round, so that one of both sees the other.
    Atomics.store(this.#table, mark, 1);
    for (let by = this.#at(clearing); by !== 0; by = this.#at(clearing)) {
      Atomics.store(this.#table, mark, 0);
      Atomics.wait(this.#table, clearing, by);
      Atomics.store(this.#table, mark, 1);
    }
    try {
      return read();
    } finally {
      Atomics.store(this.#table, mark, 0);
    }
  }

  /** Null: they are not kept. */
  get(fileId: number): KeptPlace | null {
    const from = this.#placeOf(fileId);
    return from === undefined ? null : { bytes: this.#bytes, view: this.#view, from };
  }

  /**
   * Keeps a file's words, unless another thread is keeping some just now. Those that have room stay: questions go through the files in
   * one order, and to make room for the last ones would throw out those that come first next time.
   */
  keep(fileId: number, words: Uint8Array): void {
    if (Atomics.compareExchange(this.#table, keeping, 0, this.#thread + 1) !== 0) return;
    const [from, made] = [this.#at(used), this.#at(entries)];
    const at = this.#entries + made * perEntry;
    const hasRoom = from + words.length <= this.#bytes.length && at + perEntry <= this.#table.length;
    if (hasRoom && this.#placeOf(fileId) === undefined) {
      this.#bytes.set(words, from);
      this.#table.set([fileId, from, words.length], at);
      Atomics.store(this.#table, used, from + words.length);
      // Others look at an entry when it is counted, and then it is whole.
      Atomics.store(this.#table, entries, made + 1);
    }
    Atomics.store(this.#table, keeping, 0);
  }

  /**
   * Takes room back when half of all belongs to files that are none any more, and no other thread is at a question: all words are then
   * read again.
   */
  retain(isThere: (fileId: number) => boolean): void {
    let lost = 0;
    const end = this.#entries + this.#at(entries) * perEntry;
    for (let at = this.#entries; at < end; at += perEntry) {
      if (!isThere(this.#table[at] ?? 0)) lost += this.#table[at + 2] ?? 0;
    }
    if (lost * 2 <= this.#bytes.length) return;
    if (Atomics.compareExchange(this.#table, clearing, 0, this.#thread + 1) !== 0) return;
    let isAlone = true;
    for (let mark = threadMarks; mark < this.#entries; mark += 1) {
      isAlone &&= mark === threadMarks + this.#thread || this.#at(mark) === 0;
    }
    if (isAlone) {
      // In this order nobody is led astray, should the thread end in the middle.
      Atomics.add(this.#table, generation, 1);
      Atomics.store(this.#table, entries, 0);
      Atomics.store(this.#table, used, 0);
    }
    Atomics.store(this.#table, clearing, 0);
    Atomics.notify(this.#table, clearing);
  }

  #placeOf(fileId: number): number | undefined {
    const now = this.#at(generation);
    if (this.#generation !== now) {
      this.#places.clear();
      [this.#generation, this.#seen] = [now, 0];
    }
    const known = this.#places.get(fileId);
    if (known !== undefined) return known;
    // Among those that were kept since.
    for (const made = this.#at(entries); this.#seen < made; this.#seen += 1) {
      const at = this.#entries + this.#seen * perEntry;
      this.#places.set(this.#table[at] ?? 0, this.#table[at + 1] ?? 0);
    }
    return this.#places.get(fileId);
  }

  #at(mark: number): number {
    return Atomics.load(this.#table, mark);
  }
}
