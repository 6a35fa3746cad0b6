// A copy of a PDF without the text of badly redacted pages: each of them becomes a picture of itself with the boxes painted.
// Shape in: bytes, boxes by page → shape out: bytes of a new file. The other pages are copied, and nothing else is, so that no
// bookmark, attachment, form or forgotten object keeps the words. Runs in the confined child; throws on what cannot be drawn.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { degrees, PDFDocument, PDFName, PDFNumber, type PDFPage } from '@cantoo/pdf-lib';
import { AnnotationMode, getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Quad } from '../contract/geometry.ts';
import { cleanPagesOf } from './burn-clean-pages.ts';
import { apply, type Matrix } from './matrix.ts';

/** A page to be burnt, and the boxes to paint on it, in its user space; none where what is seen there hides nothing. */
export interface BurntPage {
  readonly pageNumber: number;
  readonly boxes: readonly Quad[];
}

/** Sharp enough to read and to print. */
const dpi = 200;
/** A huge page is drawn with fewer pixels. */
const mostPixels = 20_000_000;
/** An image in the file with more pixels is left out, as it could fill the memory by itself. */
const mostImagePixels = 150_000_000;

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Makes the copy. */
export async function burnPdf(bytes: Uint8Array, burnt: readonly BurntPage[]): Promise<Uint8Array> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    maxImageSize: mostImagePixels,
    wasmUrl: join(folder, 'wasm/'),
    cMapUrl: join(folder, 'cmaps/'),
    iccUrl: join(folder, 'iccs/'),
    standardFontDataUrl: join(folder, 'standard_fonts/'),
  });
  try {
    const document = await task.promise;
    const boxes = new Map(burnt.map((page) => [page.pageNumber, page.boxes]));
    const copy = await PDFDocument.create({ updateMetadata: false });
    const clean = await cleanPagesOf(bytes, copy, { pageCount: document.numPages, burnt: new Set(boxes.keys()) });
    for (let pageNumber = 1; pageNumber <= document.numPages; pageNumber++) {
      const page = clean.get(pageNumber);
      if (page) copy.addPage(page);
      else
        await addPicture(copy, await document.getPage(pageNumber), boxes.get(pageNumber) ?? [], document.canvasFactory);
    }
    return await copy.save({ addDefaultPage: false });
  } finally {
    await task.destroy();
  }
}

/** The page as it is seen, on a page of the same place and size: what points at places on the one points at them on the other. */
async function addPicture(
  copy: PDFDocument,
  page: PDFPageProxy,
  boxes: readonly Quad[],
  canvases: object,
): Promise<void> {
  const [left = 0, bottom = 0, right = 612, top = 792] = page.view;
  const plain = page.getViewport({ scale: 1, rotation: 0 });
  const usual = dpi / 72;
  const pixels = plain.width * plain.height * usual * usual;
  const viewport = page.getViewport({ scale: usual * Math.min(1, Math.sqrt(mostPixels / pixels)), rotation: 0 });
  const { canvas, context } = createCanvas(canvases, Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE, background: '#ffffff' }).promise;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[] = viewport.transform;
  context.fillStyle = '#000000';
  for (const box of boxes) fillQuad(context, [a, b, c, d, e, f], box);
  const image = await copy.embedJpg(canvas.toBuffer('image/jpeg', 88));
  canvas.width = 1;
  page.cleanup();
  const made: PDFPage = copy.addPage([right - left, top - bottom]);
  made.setMediaBox(left, bottom, right - left, top - bottom);
  made.setRotation(degrees(page.rotate));
  if (page.userUnit !== 1) made.node.set(PDFName.of('UserUnit'), PDFNumber.of(page.userUnit));
  made.drawImage(image, { x: left, y: bottom, width: right - left, height: top - bottom });
}

/** What of @napi-rs/canvas is used: it does what pdf.js asks of a browser’s canvas, and writes JPEG. */
type NodeCanvas = HTMLCanvasElement & { toBuffer(type: 'image/jpeg', quality: number): Uint8Array };

/** pdf.js’ own factory for Node; its types say only `object`. */
function createCanvas(
  factory: object,
  width: number,
  height: number,
): { readonly canvas: NodeCanvas; readonly context: CanvasRenderingContext2D } {
  return (
    factory as { create(width: number, height: number): { canvas: NodeCanvas; context: CanvasRenderingContext2D } }
  ).create(Math.max(1, width), Math.max(1, height));
}

/** A pixel more on each side: no edge of a letter looks out. */
function fillQuad(context: CanvasRenderingContext2D, toPixels: Matrix, [x1, y1, x2, y2, x3, y3, x4, y4]: Quad): void {
  const corners = [apply(toPixels, x1, y1), apply(toPixels, x2, y2), apply(toPixels, x3, y3), apply(toPixels, x4, y4)];
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, top] = [Math.floor(Math.min(...xs)) - 1, Math.floor(Math.min(...ys)) - 1];
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillRect(left, top, Math.ceil(Math.max(...xs)) + 1 - left, Math.ceil(Math.max(...ys)) + 1 - top);
}
