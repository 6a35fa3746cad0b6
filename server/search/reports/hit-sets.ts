// Which documents each query of a run hit, as few bytes: so that a later run can say which were gained and lost, not only how many.
// Shape: ids by line → bytes → ids by line; and the difference of two.
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Ids of documents by the line of their query. */
export type HitSets = ReadonlyMap<number, readonly string[]>;

/** Packs the sets: every id once, then for each line the steps from one id to the next. */
export function packHitSets(sets: HitSets): Uint8Array {
  const ids = [...new Set([...sets.values()].flat())].toSorted();
  const places = new Map(ids.map((id, place) => [id, place]));
  const lines = [...sets].map(([line, hits]) => {
    const rising = hits.map((id) => places.get(id) ?? 0).toSorted((a, b) => a - b);
    return [line, rising.map((place, at) => place - (rising[at - 1] ?? 0))] as const;
  });
  return deflateRawSync(JSON.stringify([ids, lines]));
}

/** Unpacks what `packHitSets` made. */
export function unpackHitSets(bytes: Uint8Array): HitSets {
  // Written by `packHitSets` only, so the shape is ours.
  const [ids, lines] = JSON.parse(inflateRawSync(bytes).toString('utf8')) as [string[], [number, number[]][]];
  return new Map(
    lines.map(([line, steps]) => {
      let place = 0;
      return [line, steps.map((step) => ids[(place += step)] ?? '')];
    }),
  );
}

/** Documents gained and lost by line, from one run to a later one. */
export function differenceOf(
  earlier: HitSets,
  later: HitSets,
): readonly { readonly line: number; readonly gained: number; readonly lost: number }[] {
  return [...later].map(([line, hits]) => {
    const before = new Set(earlier.get(line) ?? []);
    const kept = hits.filter((id) => before.has(id)).length;
    return { line, gained: hits.length - kept, lost: before.size - kept };
  });
}
