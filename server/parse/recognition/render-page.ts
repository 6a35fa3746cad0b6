// A page of a PDF → its picture in grey, as a person sees it, drawn by pdf.js on @napi-rs/canvas.
// Shape in: bytes, a page, boxes to paint over → shape out: pixels with the matrix to the page's user space. Runs in the confined child.
// A huge page is drawn with fewer pixels per inch, and the picture says with how many.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { AnnotationMode, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Quad } from '../../contract/geometry.ts';
import { apply, type Matrix } from '../matrix.ts';
import type { GrayPicture } from './straighten.ts';

/** A drawn page. */
export interface PagePicture extends GrayPicture {
  /** Pixels (y downwards) → the page's user space. */
  readonly toPage: Matrix;
  readonly dpi: number;
}

/** An open PDF whose pages can be drawn. `close` it in a finally. */
export interface RenderedPdf {
  readonly pageCount: number;
  /** Draws a page; what `covered` boxes (user space) hide is not in the picture. */
  draw(pageNumber: number, covered: readonly Quad[], dpi?: number): Promise<PagePicture>;
  close(): Promise<void>;
}

/** What Tesseract reads best. */
export const usualDpi = 300;
/** The most pixels a picture may have: a page of 17 × 22 inches at 300 dpi. */
const mostPixels = 34_000_000;
/** An image in the file with more pixels is left out, as it could fill the memory by itself. */
const mostImagePixels = 150_000_000;

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Opens a PDF for drawing. */
export async function openForDrawing(bytes: Uint8Array): Promise<RenderedPdf> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    maxImageSize: mostImagePixels,
    wasmUrl: join(folder, 'wasm/'),
    cMapUrl: join(folder, 'cmaps/'),
    iccUrl: join(folder, 'iccs/'),
    standardFontDataUrl: join(folder, 'standard_fonts/'),
  });
  const document = await task.promise;
  return {
    pageCount: document.numPages,
    close: () => task.destroy(),
    async draw(pageNumber, covered, dpi = usualDpi) {
      const page = await document.getPage(pageNumber);
      try {
        const plain = page.getViewport({ scale: 1 });
        const scale = scaleFor(plain.width, plain.height, dpi);
        const viewport = page.getViewport({ scale });
        const [width, height] = [wholePixels(viewport.width), wholePixels(viewport.height)];
        const { canvas, context } = createCanvas(document.canvasFactory, width, height);
        await page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE, background: '#ffffff' }).promise;
        const toPixels = matrixOf(viewport.transform);
        context.fillStyle = '#000000';
        for (const box of covered) fillQuad(context, toPixels, box);
        const pixels = grayOf(context.getImageData(0, 0, width, height).data);
        canvas.width = 1;
        return { width, height, pixels, toPage: inverse(toPixels), dpi: Math.round(scale * 72) };
      } finally {
        page.cleanup();
      }
    },
  };
}

/** A millionth of a pixel too many is none. */
function wholePixels(side: number): number {
  return Math.max(1, Math.ceil(side - 1e-6));
}

/** Pixels per point: 300 dpi unless asked otherwise, less where the page is huge. */
export function scaleFor(width: number, height: number, dpi = usualDpi): number {
  const usual = dpi / 72;
  const pixels = width * height * usual * usual;
  return pixels <= mostPixels ? usual : usual * Math.sqrt(mostPixels / pixels);
}

/** The way back. A page without extent has none: then nothing moves. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix {
  const determinant = a * d - b * c;
  if (determinant === 0) return [1, 0, 0, 1, 0, 0];
  return [
    d / determinant,
    -b / determinant,
    -c / determinant,
    a / determinant,
    (c * f - d * e) / determinant,
    (b * e - a * f) / determinant,
  ];
}

function matrixOf([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): Matrix {
  return [a, b, c, d, e, f];
}

/** pdf.js’ own factory for Node makes canvases of @napi-rs/canvas, which do what pdf.js asks of a browser’s; its types say only `object`. */
function createCanvas(
  factory: object,
  width: number,
  height: number,
): { readonly canvas: HTMLCanvasElement; readonly context: CanvasRenderingContext2D } {
  return (
    factory as {
      create(width: number, height: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D };
    }
  ).create(width, height);
}

function fillQuad(context: CanvasRenderingContext2D, toPixels: Matrix, [x1, y1, x2, y2, x3, y3, x4, y4]: Quad): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.beginPath();
  context.moveTo(...apply(toPixels, x1, y1));
  context.lineTo(...apply(toPixels, x2, y2));
  context.lineTo(...apply(toPixels, x3, y3));
  context.lineTo(...apply(toPixels, x4, y4));
  context.closePath();
  context.fill();
}

/** Luminance of RGBA pixels on white. */
function grayOf(data: Uint8ClampedArray): Uint8Array {
  const pixels = new Uint8Array(data.length / 4);
  for (let from = 0, to = 0; from < data.length; from += 4) {
    pixels[to++] = ((data[from] ?? 0) * 77 + (data[from + 1] ?? 0) * 150 + (data[from + 2] ?? 0) * 29) >> 8;
  }
  return pixels;
}
