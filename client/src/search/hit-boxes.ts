// What to paint on the page of a hit: the matches of the question in its document, or its passage, in → boxes and the one to centre out.
import type { Quad } from '../../../server/contract/geometry.ts';
import type { PassageView } from '../../../server/contract/document-api.ts';
import type { DocumentHitsAnswer, Hit } from '../../../server/contract/search-api.ts';
import type { PaintedBox } from '../page-image/page-image-props.ts';
import { tellingSpanOf } from '../page-image/telling-span.ts';

export interface HitBoxes {
  /** The PDF page to show: that of the most telling match, since a passage may begin on the page before it. */
  readonly pageNumber: number;
  readonly boxes: readonly PaintedBox[];
  readonly centre: Quad | null;
}

/**
 * The passage lies beneath as a tint; matches over it, those of this hit as `current` (in exact search that is one). Without matches (no words asked)
 * the passage alone is painted. Only boxes of the shown page are given.
 */
export function hitBoxesOf(
  hit: Pick<Hit, 'passageId' | 'pageNumber' | 'matchIndex'>,
  matches: DocumentHitsAnswer['hits'],
  passages: readonly Pick<PassageView, 'id' | 'spans'>[],
): HitBoxes {
  const own = matches.filter(({ index, passageIds }) =>
    hit.matchIndex === undefined ? passageIds.includes(hit.passageId) : index === hit.matchIndex,
  );
  const telling = tellingSpanOf(own.flatMap(({ spans }) => spans));
  const shownPage = telling?.pageNumber ?? hit.pageNumber;
  const quadsOnPage = (spans: DocumentHitsAnswer['hits'][number]['spans']): Quad[] =>
    spans.flatMap(({ pageNumber, boxes }) => (pageNumber === shownPage ? boxes : []));
  const passage = quadsOnPage(passages.find(({ id }) => id === hit.passageId)?.spans ?? []);
  const others = matches.filter((match) => !own.includes(match));
  const current = own.flatMap(({ spans }) => quadsOnPage(spans));
  return {
    pageNumber: shownPage,
    boxes: [
      ...passage.map((quad): PaintedBox => ({ quad, look: 'passage' })),
      ...others.flatMap(({ spans }) => quadsOnPage(spans)).map((quad): PaintedBox => ({ quad, look: 'hit' })),
      ...current.map((quad): PaintedBox => ({ quad, look: 'current' })),
    ],
    centre: telling?.boxes[0] ?? passage[0] ?? null,
  };
}
