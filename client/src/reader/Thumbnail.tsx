// One page as a small picture. Waits a moment before it draws, so that pages one scrolls past cost nothing.
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { drawPage } from '../page-image/draw-page.tsx';
import type { PageMap } from './page-numbers.ts';
import { pictureSizeOf } from './thumbnail-grid.ts';
import classes from './strip.module.css';

const restMs = 60;

export interface ThumbnailProps {
  readonly pdf: PDFDocumentProxy;
  readonly page: PageMap[number];
  readonly turn: number;
}

export function Thumbnail({ pdf, page, turn }: ThumbnailProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [state, setState] = useState<'empty' | 'drawn' | 'failed'>('empty');
  const { pageNumber } = page;
  const { width, height } = pictureSizeOf(page, turn);
  useEffect(() => {
    const gone = new AbortController();
    const draw = async () => {
      const drawn = await drawPage(pdf, pageNumber, { width, turn, signal: gone.signal });
      const target = canvas.current;
      if (target === null) return;
      target.width = drawn.canvas.width;
      target.height = drawn.canvas.height;
      target.getContext('2d')?.drawImage(drawn.canvas, 0, 0);
      setState('drawn');
    };
    const timer = setTimeout(() => {
      draw().catch(() => {
        if (!gone.signal.aborted) setState('failed');
      });
    }, restMs);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [pdf, pageNumber, width, turn]);
  return (
    <span className={classes.picture}>
      <canvas ref={canvas} style={{ width, height }} data-state={state} aria-hidden="true" />
    </span>
  );
}
