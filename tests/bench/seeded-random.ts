// Chance that repeats itself: the same seed gives the same numbers on every machine, so that two runs measure the same thing.
// In: a seed. Out: numbers (mulberry32, public domain), whole numbers, choices, words by Zipf's law.

/** A stream of pseudo-random numbers. */
export interface SeededRandom {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number, at least 0, below `below`. */
  whole(below: number): number;
  /** One of `items`; throws when there is none. */
  pick<Item>(items: readonly Item[]): Item;
  /** One of `items`, as often as its weight says. */
  weighted<Item>(items: readonly (readonly [item: Item, weight: number])[]): Item;
}

/** Starts a stream. */
export function createRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number): number => Math.floor(next() * below);
  return {
    next,
    whole,
    pick: (items) => at(items, whole(items.length)),
    weighted: (items) => {
      let rest = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      return (items.find(([, weight]) => (rest -= weight) < 0) ?? at(items, 0))[0];
    },
  };
}

/**
 * Ranks (0-based) below `size` as often as words of that rank are used: Zipf's law as Mandelbrot amended it, with the
 * figures that fit English.
 */
export function createZipf(size: number, random: SeededRandom): () => number {
  const [shift, exponent] = [2.7, 1.05];
  const sums = new Float64Array(size);
  let sum = 0;
  for (let rank = 0; rank < size; rank += 1) {
    sum += 1 / (rank + 1 + shift) ** exponent;
    sums[rank] = sum;
  }
  return () => {
    const wanted = random.next() * sum;
    let [low, high] = [0, size - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? sum) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

function at<Item>(items: readonly Item[], index: number): Item {
  if (index >= items.length) throw new RangeError('there is nothing to choose from');
  // Within bounds; what is there may itself be undefined, so it cannot be asked.
  return items[index] as Item;
}
