// Whole numbers in as few bytes as they need: seven bits a byte, the lowest first; a byte's top bit says that more follow.
// In: numbers from 0 to 2^32 − 1, one after another. Out: bytes, and the numbers again.

/** Bytes that grow. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;
  /** Used again for each sized part. */
  #inner: ByteWriter | null = null;

  get length(): number {
    return this.#length;
  }

  number(value: number): void {
    this.#reserve(5);
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.#length] = (rest & 0x7f) | 0x80;
      this.#length += 1;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length] = rest;
    this.#length += 1;
  }

  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Writes something behind its own size, so that it can be passed over. */
  sized(write: (inner: ByteWriter) => void): void {
    const inner = (this.#inner ??= new ByteWriter());
    inner.#length = 0;
    write(inner);
    this.number(inner.length);
    this.raw(inner.#bytes.subarray(0, inner.#length));
  }

  /** What was written, as a copy of its own length. */
  done(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

/** The bytes as whole numbers of four are read from them. */
export function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** A whole number of four bytes, the lowest first. */
export function wholeAt(view: DataView, at: number): number {
  return view.getUint32(at, true);
}

/** Reads on from a place in bytes. Past their end it reads zeros. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  number(): number {
    const first = this.#bytes[this.at] ?? 0;
    this.at += 1;
    // Most numbers are small.
    return first < 0x80 ? first : this.#longer(first & 0x7f);
  }

  /** `count` numbers, each as a step from the one before it. */
  rising(count: number): Uint32Array {
    const [bytes, numbers] = [this.#bytes, new Uint32Array(count)];
    let [at, before] = [this.at, 0];
    for (let index = 0; index < count; index += 1) {
      const step = bytes[at] ?? 0;
      if (step < 0x80) {
        at += 1;
        before += step;
      } else {
        this.at = at;
        before += this.number();
        at = this.at;
      }
      numbers[index] = before;
    }
    this.at = at;
    return numbers;
  }

  #longer(begun: number): number {
    let value = begun;
    let factor = 128;
    for (;;) {
      const byte = this.#bytes[this.at] ?? 0;
      this.at += 1;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 128;
    }
  }
}
