// The pages of a filing in pdf.js' own viewer (virtualised, with a text layer), with our boxes painted on each page as it is drawn.
// In: the document, what to paint, where to go. Out: the page in view, selections. Says why when the PDF cannot be opened.
import 'pdfjs-dist/web/pdf_viewer.css';
import * as pdfjs from 'pdfjs-dist';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import type { PageAnswer } from '../../../server/contract/document-api.ts';
import type { Quad } from '../../../server/contract/geometry.ts';
import { openPdf } from '../page-image/open-pdf.tsx';
import { placedOf } from '../page-image/place-boxes.ts';
import type { PaintByPage } from './page-paint.ts';
import { layRecognized } from './lay-recognized.tsx';
import { paintPage } from './paint-page.tsx';
import classes from './pdf-pages.module.css';
import { readSelection, type TextSelection } from './read-selection.tsx';

/** A place to bring into view; without a quad, the top of the page. */
export interface PagePlace {
  readonly pageNumber: number;
  readonly quad: Quad | null;
  /** Where in the view the quad comes to stand: at eye level unless told. */
  readonly align?: 'eye' | 'top';
}

export interface PdfPagesHandle {
  readonly goTo: (place: PagePlace) => void;
  readonly zoom: (change: 'in' | 'out' | 'page-width' | 'page-fit') => void;
  readonly focus: () => void;
}

export interface PdfPagesProps {
  readonly ref: Ref<PdfPagesHandle>;
  readonly documentId: string;
  readonly label: string;
  readonly first: PagePlace;
  readonly paint: PaintByPage;
  /** Pages whose text was recognised: it lies over their picture. */
  readonly recognized: ReadonlyMap<number, PageAnswer>;
  /** Degrees clockwise by which all pages are turned, for this reading only. */
  readonly turn: number;
  readonly onPage: (pageNumber: number) => void;
  /** The scale in per cent. */
  readonly onScale: (percent: number) => void;
  readonly onSelection: (selection: TextSelection | null) => void;
  readonly onOpen: (pdf: PDFDocumentProxy) => void;
  readonly onFail: (error: unknown) => void;
}

/** The share of the view above the middle of what is gone to: a little above the centre reads best. */
const eyeLevel = 0.42;

export function PdfPages(props: PdfPagesProps) {
  const { ref, documentId, label } = props;
  const container = useRef<HTMLDivElement>(null);
  const viewer = useRef<PDFViewer | null>(null);
  const wanted = useRef<PagePlace | null>(props.first);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    const gone = new AbortController();
    const open = async () => {
      const [pdf, viewers] = await Promise.all([openPdf(documentId), loadViewers()]);
      if (gone.signal.aborted) return;
      const eventBus = new viewers.EventBus();
      const linkService = new viewers.PDFLinkService({
        eventBus,
        externalLinkTarget: viewers.LinkTarget.BLANK,
        externalLinkRel: 'noopener noreferrer nofollow',
      });
      const made = new viewers.PDFViewer({
        container: element,
        eventBus,
        linkService,
        // Links work; forms, scripts and editing have no place in a record.
        annotationMode: pdfjs.AnnotationMode.ENABLE,
        annotationEditorMode: pdfjs.AnnotationEditorType.DISABLE,
        enableSelectionRendering: false,
        removePageBorders: true,
        abortSignal: gone.signal,
      } as ConstructorParameters<typeof PDFViewer>[0]);
      viewer.current = made;
      linkService.setViewer(made);
      eventBus.on('pagesinit', () => {
        // The viewer names its pages a moment after making them: until then all would be regions of no name.
        for (let index = 0; index < made.pagesCount; index += 1)
          made.getPageView(index)?.div.setAttribute('aria-label', `Page ${index + 1}`);
        made.currentScaleValue = 'page-width';
        // Letters larger than life help nobody on a wide screen.
        if (made.currentScale > 1.6) made.currentScale = 1.6;
        if (latest.current.turn !== 0) made.pagesRotation = latest.current.turn;
        latest.current.onOpen(pdf);
        goTo(made, wanted.current);
      });
      const repaint = ({ pageNumber }: { pageNumber: number }) => {
        paintPage(made, pageNumber, latest.current.paint);
        layRecognized(made, pageNumber, latest.current.recognized);
        // Pages before this one may have had another height than was assumed until they were drawn.
        if (wanted.current?.pageNumber === pageNumber) goTo(made, wanted.current);
      };
      eventBus.on('pagerender', repaint);
      eventBus.on('pagerendered', repaint);
      eventBus.on('pagechanging', ({ pageNumber }: { pageNumber: number }) => latest.current.onPage(pageNumber));
      eventBus.on('scalechanging', ({ scale }: { scale: number }) => latest.current.onScale(Math.round(scale * 100)));
      made.setDocument(pdf);
      linkService.setDocument(pdf, null);
    };
    open().catch((error: unknown) => {
      if (!gone.signal.aborted) latest.current.onFail(error);
    });

    // Once a person scrolls, the view is theirs: nothing is centred again.
    const release = () => {
      wanted.current = null;
    };
    const options = { signal: gone.signal, passive: true };
    for (const name of ['wheel', 'touchstart', 'pointerdown', 'keydown'])
      element.addEventListener(name, release, options);
    // A panel that opens, or a turned telephone: the width is fitted anew, and what was gone to stays in view.
    const resized = new ResizeObserver(() => {
      const made = viewer.current;
      if (made === null || made.pagesCount === 0) return;
      const { currentScaleValue } = made;
      if (isFitted(currentScaleValue)) made.currentScaleValue = currentScaleValue;
      goTo(made, wanted.current);
    });
    // The frame around it: the container's own inside changes with its scrollbars.
    resized.observe(element.parentElement ?? element);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const select = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (viewer.current !== null) latest.current.onSelection(readSelection(viewer.current, element));
      }, 180);
    };
    document.addEventListener('selectionchange', select, options);
    return () => {
      // The PDF stays open for those who come back; only what is being drawn is called off.
      viewer.current?.setDocument(null);
      gone.abort();
      resized.disconnect();
      clearTimeout(timer);
      viewer.current = null;
    };
  }, [documentId]);

  const { paint, recognized, turn } = props;
  useEffect(() => {
    const made = viewer.current;
    if (made === null || made.pagesCount === 0 || made.pagesRotation === turn) return;
    const { currentPageNumber } = made;
    made.pagesRotation = turn;
    goTo(made, wanted.current ?? { pageNumber: currentPageNumber, quad: null });
  }, [turn]);

  useEffect(() => {
    const made = viewer.current;
    if (made === null) return;
    for (const page of made.getCachedPageViews()) paintPage(made, page.id, paint);
  }, [paint]);

  useEffect(() => {
    const made = viewer.current;
    if (made === null) return;
    for (const page of made.getCachedPageViews()) layRecognized(made, page.id, recognized);
  }, [recognized]);

  useImperativeHandle(ref, () => ({
    goTo: (place) => {
      wanted.current = place;
      if (viewer.current !== null) goTo(viewer.current, place);
    },
    zoom: (change) => {
      const made = viewer.current;
      if (made === null) return;
      if (change === 'in') made.increaseScale({ steps: 1 });
      else if (change === 'out') made.decreaseScale({ steps: 1 });
      else made.currentScaleValue = change;
    },
    focus: () => container.current?.focus(),
  }));

  return (
    <>
      <div
        ref={container}
        className={classes.container}
        role="document"
        aria-label={label}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the pages scroll by the keyboard (WCAG 2.1.1)
        tabIndex={0}
      >
        <div className={`pdfViewer ${classes.viewer ?? ''}`} />
      </div>
      <div className={classes.ring} />
    </>
  );
}

/** Whether a scale follows the size of the window. */
function isFitted(scale: string): boolean {
  return scale === 'page-width' || scale === 'page-fit';
}

/** pdf.js' viewer takes pdf.js from the global name. */
async function loadViewers() {
  Object.assign(globalThis, { pdfjsLib: pdfjs });
  return import('pdfjs-dist/web/pdf_viewer.mjs');
}

function goTo(viewer: PDFViewer, place: PagePlace | null): void {
  if (place === null || viewer.pagesCount === 0) return;
  const pageNumber = Math.min(Math.max(1, place.pageNumber), viewer.pagesCount);
  const page = viewer.getPageView(pageNumber - 1);
  if (page === undefined) return;
  const { container } = viewer;
  if (place.quad === null) {
    container.scrollTop = page.div.offsetTop - 8;
    return;
  }
  const box = placedOf(place.quad, page.viewport.transform);
  container.scrollTop =
    place.align === 'top'
      ? page.div.offsetTop + box.top - 8
      : page.div.offsetTop + (box.top + box.bottom) / 2 - container.clientHeight * eyeLevel;
  const { clientWidth } = container;
  if (page.div.offsetWidth > clientWidth) container.scrollLeft = page.div.offsetLeft + box.left - clientWidth * 0.15;
}
