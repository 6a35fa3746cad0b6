// Sets of positions of a document, as bits: joining two that lie near one another takes a step for 32 positions.

/** A set of positions. */
export class PositionSet {
  static readonly none = new PositionSet(0, new Uint32Array(0));
  /** The first of them is the bit 0 of `bits[0]`. */
  readonly base: number;
  readonly bits: Uint32Array;

  /** `base`: a multiple of 32. */
  constructor(base: number, bits: Uint32Array) {
    this.base = base;
    this.bits = bits;
  }

  /** The first behind a position; -1: none. */
  next(position: number): number {
    const at = Math.max(0, position + 1 - this.base);
    let index = at >>> 5;
    let bits = (this.bits[index] ?? 0) & (0xff_ff_ff_ff << (at & 31));
    while (bits === 0) {
      index += 1;
      if (index >= this.bits.length) return -1;
      bits = this.bits[index] ?? 0;
    }
    return this.base + index * 32 + 31 - Math.clz32(bits & -bits);
  }

  /** The last before a position; -1: none. */
  before(position: number): number {
    const at = Math.min(position - this.base, this.bits.length * 32) - 1;
    if (at < 0) return -1;
    let index = at >>> 5;
    let bits = (this.bits[index] ?? 0) & (0xff_ff_ff_ff >>> (31 - (at & 31)));
    while (bits === 0) {
      index -= 1;
      if (index < 0) return -1;
      bits = this.bits[index] ?? 0;
    }
    return this.base + index * 32 + 31 - Math.clz32(bits);
  }
}

/** Makes one set after another. */
export class PositionSetBuilder {
  #base = 0;
  #bits = new Uint32Array(4);
  /** How many of `#bits` are used. */
  #used = 0;

  /** Begins a set of positions from this one on. */
  begin(first: number): void {
    this.#base = first & ~31;
  }

  add(position: number): void {
    const at = position - this.#base;
    this.#use((at >>> 5) + 1);
    const index = at >>> 5;
    this.#bits[index] = (this.#bits[index] ?? 0) | (1 << (at & 31));
  }

  /** Adds all of a set, which begins no sooner. */
  addAll({ base, bits }: PositionSet): void {
    const shift = (base - this.#base) >> 5;
    this.#use(shift + bits.length);
    const own = this.#bits;
    for (let index = 0; index < bits.length; index += 1) {
      own[shift + index] = (own[shift + index] ?? 0) | (bits[index] ?? 0);
    }
  }

  /** Adds all of a set, which begins no sooner, and tells those that were not there, ascending. */
  addNew({ base, bits }: PositionSet): number[] {
    const shift = (base - this.#base) >> 5;
    this.#use(shift + bits.length);
    const added: number[] = [];
    for (const [index, more] of bits.entries()) {
      const before = this.#bits[shift + index] ?? 0;
      this.#bits[shift + index] = before | more;
      for (let left = more & ~before; left !== 0; left &= left - 1) {
        added.push(base + index * 32 + 31 - Math.clz32(left & -left));
      }
    }
    return added;
  }

  /** Takes away what comes behind a position. */
  dropBehind(position: number): void {
    const at = position + 1 - this.#base;
    if (at >= this.#used * 32) return;
    const index = at >>> 5;
    this.#bits[index] = (this.#bits[index] ?? 0) & ~(0xff_ff_ff_ff << (at & 31));
    this.#bits.fill(0, index + 1, this.#used);
  }

  isEmpty(): boolean {
    for (let index = 0; index < this.#used; index += 1) if (this.#bits[index] !== 0) return false;
    return true;
  }

  /** Those of the set from a position on, none of which comes before it; the set can go on growing. */
  copyFrom(position: number): PositionSet {
    const index = (position - this.#base) >>> 5;
    return new PositionSet(this.#base + index * 32, this.#bits.slice(index, this.#used));
  }

  /** The set that was begun last; the next is to be begun. */
  take(): PositionSet {
    // Most have few bits, for which `slice` takes several times as long.
    const bits = new Uint32Array(this.#used);
    for (let index = 0; index < bits.length; index += 1) {
      bits[index] = this.#bits[index] ?? 0;
      this.#bits[index] = 0;
    }
    this.#used = 0;
    return new PositionSet(this.#base, bits);
  }

  #use(length: number): void {
    if (length <= this.#used) return;
    this.#used = length;
    if (length <= this.#bits.length) return;
    const grown = new Uint32Array(length * 2);
    grown.set(this.#bits);
    this.#bits = grown;
  }
}
