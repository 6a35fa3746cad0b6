// Two readings of the same text laid side by side: which word of one is which word of the other, order kept.
// In: two lists of words. Out: for each word of the first its partner's index in the second, or -1. The difference is the smallest
// possible (E. W. Myers, An O(ND) Difference Algorithm, 1986), up to `mostDifferences`; beyond, nothing is paired.

/** Words left over on both sides together, at which the search ends: two texts so different are not the same text. */
const mostDifferences = 6000;

/** Pairs the words. */
export function alignWords(first: readonly string[], second: readonly string[]): Int32Array {
  const partners = new Int32Array(first.length).fill(-1);
  // The two are equal almost everywhere: what they begin and end with costs nothing.
  let start = 0;
  while (start < first.length && start < second.length && first[start] === second[start]) partners[start] = start++;
  let [firstEnd, secondEnd] = [first.length, second.length];
  while (firstEnd > start && secondEnd > start && first[firstEnd - 1] === second[secondEnd - 1])
    partners[--firstEnd] = --secondEnd;
  const path = shortestPath(first.slice(start, firstEnd), second.slice(start, secondEnd));
  for (const [at, other] of path) partners[start + at] = start + other;
  return partners;
}

/** Pairs of equal words on a shortest way from the beginning of both texts to their ends. */
function shortestPath(first: readonly string[], second: readonly string[]): [number, number][] {
  const [n, m] = [first.length, second.length];
  const most = Math.min(n + m, mostDifferences);
  const furthest = new Int32Array(2 * most + 3);
  const middle = most + 1;
  const steps: Int32Array[] = [];
  for (let differences = 0; differences <= most; differences++) {
    steps.push(furthest.slice(middle - differences - 1, middle + differences + 2));
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const down = isDown(diagonal, differences, (k) => furthest[middle + k] ?? 0);
      let x = down ? (furthest[middle + diagonal + 1] ?? 0) : (furthest[middle + diagonal - 1] ?? 0) + 1;
      while (x < n && x - diagonal < m && first[x] === second[x - diagonal]) x++;
      furthest[middle + diagonal] = x;
      if (x >= n && x - diagonal >= m) return walkBack(steps, n, m);
    }
  }
  return [];
}

/** Whether the way to a diagonal comes from above (a word of the second text alone) or from the left. */
function isDown(diagonal: number, differences: number, reached: (diagonal: number) => number): boolean {
  if (diagonal === -differences) return true;
  return diagonal !== differences && reached(diagonal - 1) < reached(diagonal + 1);
}

function walkBack(steps: readonly Int32Array[], n: number, m: number): [number, number][] {
  const pairs: [number, number][] = [];
  let [x, y] = [n, m];
  for (let differences = steps.length - 1; differences >= 0; differences--) {
    const step = steps[differences];
    const reached = (k: number): number => step?.[k + differences + 1] ?? 0;
    const diagonal = x - y;
    const down = isDown(diagonal, differences, reached);
    const [fromX, from] = down ? [reached(diagonal + 1), diagonal + 1] : [reached(diagonal - 1), diagonal - 1];
    const begin = differences === 0 ? 0 : down ? fromX : fromX + 1;
    while (x > begin && x > 0 && y > 0) pairs.push([--x, --y]);
    if (differences > 0) [x, y] = [fromX, fromX - from];
  }
  return pairs.toReversed();
}
