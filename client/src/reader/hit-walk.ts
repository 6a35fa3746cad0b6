// The walk through the hits of one document: hits and what the address says in → the current hit, the next one, the words out.
// Numbers of hits are 1-based, as people count them.
import type { DocumentHitsAnswer } from '../../../server/contract/search-api.ts';
import { tellingSpanOf } from '../page-image/telling-span.ts';
import type { ReaderState } from '../url/reader-state.ts';

export type PaintedHit = DocumentHitsAnswer['hits'][number];

/** The page a hit is shown on. */
export function pageOfHit(hit: PaintedHit): number | null {
  return tellingSpanOf(hit.spans)?.pageNumber ?? null;
}

/** Number of the current hit: the one asked for, else the passage's first, else the first from the page on; null without hits. */
export function currentHitOf(
  hits: readonly PaintedHit[],
  { hit, passageId, at }: Pick<ReaderState, 'hit' | 'passageId' | 'at'>,
): number | null {
  if (hit !== null && hit <= hits.length) return hit;
  if (passageId !== null) return numberOf(hits.findIndex(({ passageIds }) => passageIds.includes(passageId)));
  return numberOf(hits.findIndex((each) => (pageOfHit(each) ?? 0) >= at)) ?? (hits.length === 0 ? null : hits.length);
}

/** The hit `by` steps on, round the end to the beginning; from none, the nearest in that direction of the page in view. */
export function stepHit(
  hits: readonly PaintedHit[],
  current: number | null,
  by: 1 | -1,
  pageInView: number,
): number | null {
  if (hits.length === 0) return null;
  if (current !== null) return ((current - 1 + by + hits.length) % hits.length) + 1;
  const isAhead = (hit: PaintedHit) => (pageOfHit(hit) ?? 0) >= pageInView;
  const found = by === 1 ? hits.findIndex(isAhead) : hits.findLastIndex((hit) => !isAhead(hit));
  return numberOf(found) ?? (by === 1 ? 1 : hits.length);
}

/** How many hits each page shows, by PDF page. */
export function hitsByPage(hits: readonly PaintedHit[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const hit of hits) {
    const page = pageOfHit(hit);
    if (page !== null) counts.set(page, (counts.get(page) ?? 0) + 1);
  }
  return counts;
}

/** `3 of 17`; `17 hits` while none is current. */
export function walkText(current: number | null, total: number): string {
  const all = total.toLocaleString('en-US');
  if (current !== null) return `${current.toLocaleString('en-US')} of ${all}`;
  return `${all}\u00a0${total === 1 ? 'hit' : 'hits'}`;
}

function numberOf(index: number): number | null {
  return index === -1 ? null : index + 1;
}
