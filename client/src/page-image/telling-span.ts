// Where the eye should land in a hit: its spans in → the most telling one out, null for none.
import type { DocumentHitsAnswer } from '../../../server/contract/search-api.ts';

export type PaintedSpan = DocumentHitsAnswer['hits'][number]['spans'][number];

/** The longest span, the first of equals: `motion to compel` says more than the lone `to` that a passage may begin with, perhaps a page earlier. */
export function tellingSpanOf(spans: readonly PaintedSpan[]): PaintedSpan | null {
  return spans.reduce<PaintedSpan | null>(
    (best, span) => (best === null || span.to - span.from > best.to - best.from ? span : best),
    null,
  );
}
