// Where the hits of a document stand along its scrollbar: hits and the page map in → one tick each, 0 (top) to 1 (bottom), out.
import { tellingSpanOf } from '../page-image/telling-span.ts';
import type { PaintedHit } from './hit-walk.ts';
import type { PageMap } from './page-numbers.ts';

export interface Tick {
  /** 1-based number of the hit. */
  readonly hit: number;
  readonly at: number;
}

/** Ticks in the order of the hits; heights of the pages count, rotation does not (a tick is some pixels high). */
export function ticksOf(hits: readonly PaintedHit[], pages: PageMap): Tick[] {
  const tops = new Map<number, { readonly top: number; readonly height: number }>();
  let total = 0;
  for (const { pageNumber, height } of pages) {
    tops.set(pageNumber, { top: total, height });
    total += height;
  }
  return hits.flatMap(({ spans }, index) => {
    const span = tellingSpanOf(spans);
    const page = span === null ? undefined : tops.get(span.pageNumber);
    if (span === null || page === undefined || total === 0) return [];
    const y = span.boxes[0]?.[7] ?? page.height;
    const fromTop = Math.min(page.height, Math.max(0, page.height - y));
    return [{ hit: index + 1, at: (page.top + fromTop) / total }];
  });
}
