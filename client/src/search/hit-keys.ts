// Names for the hits of a list: hits in → one key each, steps among them out. The passage's id, in exact search with the number of
// the match in its document, and `~2` where both are the same (one file may stand in two documents): a key finds the same hit again.
import type { Hit } from '../../../server/contract/search-api.ts';

type Named = Pick<Hit, 'passageId' | 'matchIndex'>;

/** Keys of hits, in their order. */
export function hitKeysOf(hits: readonly Named[]): string[] {
  const seen = new Map<string, number>();
  return hits.map(({ passageId, matchIndex }) => {
    const name = matchIndex === undefined ? passageId : `${passageId}.${matchIndex}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}~${times}`;
  });
}

/** Whether two hits of one document are the same. */
export function isSameHit(one: Named, other: Named): boolean {
  return one.passageId === other.passageId && one.matchIndex === other.matchIndex;
}

/** The key `by` steps away; from none, the first or the last. Stops at the ends; null in an empty list. */
export function stepFrom(keys: readonly string[], key: string | null, by: 1 | -1): string | null {
  const at = key === null ? -1 : keys.indexOf(key);
  if (at === -1) return (by === 1 ? keys[0] : keys.at(-1)) ?? null;
  return keys[Math.max(0, Math.min(at + by, keys.length - 1))] ?? null;
}
