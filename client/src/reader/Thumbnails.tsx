// Small pictures of all pages, drawn as they come into view: page by page with its numbers and the hits on it. One stop of the
// Tab key; arrows, Home and End walk from page to page.
import { useElementSize } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useMemo, useRef } from 'react';
import type { DocumentAnswer } from '../../../server/contract/document-api.ts';
import { countOf } from '../search/format.ts';
import { hitsByPage } from './hit-walk.ts';
import { allNumbersOf } from './page-numbers.ts';
import { columnsOf, pageAfterKey } from './thumbnail-grid.ts';
import classes from './strip.module.css';
import { Thumbnail } from './Thumbnail.tsx';
import type { Reader } from './use-reader.tsx';

export interface ThumbnailsProps {
  readonly pdf: PDFDocumentProxy;
  readonly filing: DocumentAnswer;
  readonly reader: Reader;
  readonly turn: number;
}

/** Height of a cell in CSS pixels: the picture's box, its caption, the gap. */
const cellHeight = 196;

export function Thumbnails({ pdf, filing, reader, turn }: ThumbnailsProps) {
  const { pages } = filing;
  const { pageInView, hits, goToPage } = reader;
  const { ref: sizer, width } = useElementSize();
  const scroller = useRef<HTMLDivElement>(null);
  const columns = columnsOf(width);
  const counts = useMemo(() => hitsByPage(hits), [hits]);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized on it
  const cells = useVirtualizer({
    count: pages.length,
    lanes: columns,
    getScrollElement: () => scroller.current,
    estimateSize: () => cellHeight,
    overscan: 2 * columns,
  });

  useEffect(() => cells.measure(), [cells, columns]);
  // The picture of the page in view stays in view while one reads on.
  useEffect(() => cells.scrollToIndex(pageInView - 1, { align: 'auto' }), [cells, columns, pageInView]);

  // After a key the focus follows to the next picture as soon as that is there.
  const follows = useRef(false);
  useEffect(() => {
    if (!follows.current) return;
    const button = scroller.current?.querySelector<HTMLElement>(`[data-page="${pageInView}"]`);
    if (button === null || button === undefined) return;
    follows.current = false;
    button.focus({ preventScroll: true });
  });

  return (
    <div ref={scroller} className={classes.scroll}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys belong to the buttons in it */}
      <ol
        ref={sizer}
        className={classes.cells}
        style={{ height: cells.getTotalSize() }}
        onKeyDown={(event) => {
          const to = pageAfterKey(event.key, pageInView, pages.length, columns);
          if (to === null) return;
          event.preventDefault();
          follows.current = to !== pageInView;
          goToPage(to);
        }}
      >
        {cells.getVirtualItems().map(({ index, start, lane }) => {
          const page = pages[index];
          if (page === undefined) return null;
          const { pageNumber } = page;
          const count = counts.get(pageNumber) ?? 0;
          return (
            <li
              key={pageNumber}
              aria-setsize={pages.length}
              aria-posinset={pageNumber}
              style={{
                width: `${100 / columns}%`,
                height: cellHeight,
                transform: `translate(${lane * 100}%, ${start}px)`,
              }}
            >
              <button
                type="button"
                data-page={pageNumber}
                tabIndex={pageNumber === pageInView ? 0 : -1}
                aria-current={pageNumber === pageInView ? 'page' : undefined}
                title={allNumbersOf(pages, pageNumber)}
                onClick={() => goToPage(pageNumber)}
              >
                <Thumbnail pdf={pdf} page={page} turn={turn} />
                <span className="pc-visually-hidden">
                  {[allNumbersOf(pages, pageNumber), ...(count === 0 ? [] : [countOf(count, 'hit')])].join(', ')}
                </span>
                <span className={classes.caption} aria-hidden="true">
                  <span>{pageNumber}</span>
                  {page.pageLabel === null || page.pageLabel === String(pageNumber) ? null : (
                    <span className={classes.label}>p.&nbsp;{page.pageLabel}</span>
                  )}
                  {count === 0 ? null : <mark>{count}</mark>}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
