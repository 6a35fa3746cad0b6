// What is painted on each page: redactions, the chosen passage, tagged text, hits and the current hit in → boxes by page out, lowest
// layer first.
import type { DocumentDetails, PageAnswer, PassageView } from '../../../server/contract/document-api.ts';
import type { Quad } from '../../../server/contract/geometry.ts';
import type { Annotation, Tag } from '../../../server/contract/work-api.ts';
import type { PaintedHit } from './hit-walk.ts';
import { spanQuads } from './span-quads.ts';

/** One box on a page; `color` only for tagged text. */
export interface Paint {
  readonly quad: Quad;
  readonly look: 'passage' | 'tagged' | 'hit' | 'current' | 'redacted' | 'badly-redacted';
  readonly color?: string;
}

export type PaintByPage = ReadonlyMap<number, readonly Paint[]>;

export interface Painted {
  readonly redactions: DocumentDetails['redactions'];
  readonly hits: readonly PaintedHit[];
  /** 1-based number of the current hit. */
  readonly current: number | null;
  readonly passage: Pick<PassageView, 'spans'> | null;
  readonly annotations: readonly Annotation[];
  readonly tags: readonly Pick<Tag, 'id' | 'color'>[];
  /** Pages whose lines are here, for the boxes of annotations. */
  readonly pages: readonly Pick<PageAnswer, 'pageNumber' | 'lines'>[];
}

/** A note without a tag, in the ink of a margin pencil. */
const noteColor = '#6b7280';

export function paintByPage({ redactions, hits, current, passage, annotations, tags, pages }: Painted): PaintByPage {
  const byPage = new Map<number, Paint[]>();
  const put = (pageNumber: number, paint: Paint) => {
    const known = byPage.get(pageNumber);
    if (known === undefined) byPage.set(pageNumber, [paint]);
    else known.push(paint);
  };
  for (const { pageNumber, box, bad } of redactions) {
    put(pageNumber, { quad: box, look: bad ? 'badly-redacted' : 'redacted' });
  }
  for (const { pageNumber, boxes } of passage?.spans ?? []) {
    for (const quad of boxes) put(pageNumber, { quad, look: 'passage' });
  }
  for (const { spans, tagIds, state } of annotations) {
    if (state === 'lost') continue;
    const color = tags.find(({ id }) => tagIds.includes(id))?.color ?? noteColor;
    for (const { pageNumber, from, to } of spans) {
      const page = pages.find((each) => each.pageNumber === pageNumber);
      for (const quad of page === undefined ? [] : spanQuads(page, from, to)) {
        put(pageNumber, { quad, look: 'tagged', color });
      }
    }
  }
  const ordered = hits.map((hit, index) => ({
    hit,
    look: index + 1 === current ? ('current' as const) : ('hit' as const),
  }));
  for (const { hit, look } of ordered) {
    for (const { pageNumber, boxes } of hit.spans) for (const quad of boxes) put(pageNumber, { quad, look });
  }
  return byPage;
}

/** Pages around the one in view whose text was recognised: their lines lie over the picture. */
export function recognizedPagesNear(
  pages: readonly { readonly pageNumber: number; readonly ocrConfidence?: number | undefined }[],
  pageInView: number,
  reach = 2,
): number[] {
  return pages.flatMap(({ pageNumber, ocrConfidence }) =>
    ocrConfidence !== undefined && Math.abs(pageNumber - pageInView) <= reach ? [pageNumber] : [],
  );
}

/** Pages around the one in view that carry tagged text: their lines are needed. */
export function annotatedPagesNear(annotations: readonly Annotation[], pageInView: number, reach = 2): number[] {
  const pages = annotations.flatMap(({ spans }) => spans.map(({ pageNumber }) => pageNumber));
  return [...new Set(pages)].filter((page) => Math.abs(page - pageInView) <= reach).toSorted((a, b) => a - b);
}
