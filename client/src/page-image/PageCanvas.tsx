// One PDF page drawn by pdf.js with boxes painted over it; loaded apart, since pdf.js is larger than all the rest.
import { useEffect, useRef, useState } from 'react';
import { drawPage } from './draw-page.tsx';
import { openPdf } from './open-pdf.tsx';
import type { PageImageProps } from './page-image-props.ts';
import classes from './page-image.module.css';
import { placedOf, pointsOf, scrollTopFor, type Transform } from './place-boxes.ts';

/** A page as it stands on the canvas: size and transform in points at scale 1. */
interface Drawn {
  readonly documentId: string;
  readonly pageNumber: number;
  readonly width: number;
  readonly height: number;
  readonly transform: Transform;
}

export function PageCanvas({ documentId, pageNumber, boxes, scrollToBox, label, onFail }: PageImageProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const width = useWidthOf(frame);

  useEffect(() => {
    const target = canvas.current;
    if (target === null || width === 0) return;
    const gone = new AbortController();
    const draw = async () => {
      const pdf = await openPdf(documentId);
      // Drawn aside and copied at once: the page that is seen stays until the next one is whole.
      const page = await drawPage(pdf, pageNumber, { width, signal: gone.signal });
      target.width = page.canvas.width;
      target.height = page.canvas.height;
      target.getContext('2d')?.drawImage(page.canvas, 0, 0);
      setDrawn({ documentId, pageNumber, width: page.width, height: page.height, transform: page.transform });
    };
    draw().catch((error: unknown) => {
      if (!gone.signal.aborted) onFail?.(error);
    });
    return () => gone.abort();
  }, [documentId, pageNumber, width, onFail]);

  const isShown = drawn !== null && drawn.documentId === documentId && drawn.pageNumber === pageNumber;

  useEffect(() => {
    const view = frame.current?.parentElement;
    if (!isShown || drawn === null || width === 0 || view === null || view === undefined) return;
    const scale = width / drawn.width;
    if (scrollToBox === null || scrollToBox === undefined) {
      view.scrollTo({ top: 0 });
      return;
    }
    const box = placedOf(scrollToBox, drawn.transform);
    const top = scrollTopFor(box, view.clientHeight / scale, drawn.height) * scale;
    view.scrollTo({ top });
  }, [isShown, drawn, scrollToBox, width]);

  return (
    <div ref={frame} className={classes.page} data-drawn={isShown || undefined}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn, not loaded: there is no file for an img */}
      <canvas ref={canvas} className={classes.canvas} role="img" aria-label={label} data-empty={drawn === null} />
      {isShown ? null : <p className={classes.drawing}>Drawing page {pageNumber}…</p>}
      {isShown && drawn !== null ? (
        <svg className={classes.boxes} viewBox={`0 0 ${drawn.width} ${drawn.height}`} aria-hidden="true">
          {boxes.map(({ quad, look }, index) => (
            <polygon key={index} data-look={look} points={pointsOf(quad, drawn.transform)} />
          ))}
        </svg>
      ) : null}
    </div>
  );
}

/** The width of an element in CSS pixels, whole; 0 before it is laid out. */
function useWidthOf(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (element.current === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new ResizeObserver(([entry]) => {
      clearTimeout(timer);
      const next = Math.round(entry?.contentRect.width ?? 0);
      // The first size at once; a window that is being dragged, when it rests.
      setWidth((known) => {
        if (known === 0) return next;
        timer = setTimeout(() => setWidth(next), 120);
        return known;
      });
    });
    observer.observe(element.current);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [element]);
  return width;
}
