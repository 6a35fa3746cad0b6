// Names for the hits of a list: hits in → one key each, steps among them out. The passage's id, with `~2` for its second match
// (exact search has a row for each), so that a key in the address finds the same hit again.
import type { Hit } from '../../../server/contract/search-api.ts';

/** Keys of hits, in their order. */
export function hitKeysOf(hits: readonly Pick<Hit, 'passageId'>[]): string[] {
  const seen = new Map<string, number>();
  return hits.map(({ passageId }) => {
    const times = (seen.get(passageId) ?? 0) + 1;
    seen.set(passageId, times);
    return times === 1 ? passageId : `${passageId}~${times}`;
  });
}

/** The key `by` steps away; from none, the first or the last. Stops at the ends; null in an empty list. */
export function stepFrom(keys: readonly string[], key: string | null, by: 1 | -1): string | null {
  const at = key === null ? -1 : keys.indexOf(key);
  if (at === -1) return (by === 1 ? keys[0] : keys.at(-1)) ?? null;
  return keys[Math.max(0, Math.min(at + by, keys.length - 1))] ?? null;
}
