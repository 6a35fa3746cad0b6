// Draws one page of an opened PDF on a canvas of its own: page, width in CSS pixels, turn in → the canvas and the page's geometry out.
// Rejects when the drawing is called off; what is on screen stays until the caller puts the new canvas there.
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Transform } from './place-boxes.ts';

export interface DrawOptions {
  /** CSS pixels. */
  readonly width: number;
  /** Degrees clockwise beyond the page's own rotation. */
  readonly turn?: number;
  readonly signal: AbortSignal;
}

/** A drawn page; size and transform in points at scale 1, as turned. */
export interface DrawnPage {
  readonly canvas: HTMLCanvasElement;
  readonly width: number;
  readonly height: number;
  readonly transform: Transform;
}

export async function drawPage(
  pdf: PDFDocumentProxy,
  pageNumber: number,
  { width, turn = 0, signal }: DrawOptions,
): Promise<DrawnPage> {
  const page = await pdf.getPage(pageNumber);
  signal.throwIfAborted();
  const rotation = (page.rotate + turn) % 360;
  const plain = page.getViewport({ scale: 1, rotation });
  // More than two device pixels for one of CSS costs memory and shows nothing.
  const ratio = Math.min(window.devicePixelRatio, 2);
  const viewport = page.getViewport({ scale: (width / plain.width) * ratio, rotation });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(viewport.width));
  canvas.height = Math.max(1, Math.round(viewport.height));
  const task = page.render({ canvas, viewport });
  const stop = () => task.cancel();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await task.promise;
  } finally {
    signal.removeEventListener('abort', stop);
  }
  signal.throwIfAborted();
  return { canvas, width: plain.width, height: plain.height, transform: plain.transform };
}
