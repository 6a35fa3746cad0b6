// A picture of a page, for eyes: drawn by pdf.js on @napi-rs/canvas when that is installed, else by pdftoppm, else none.
// In: a file's path, a page number, pixels for a point. Out: PNG and who drew it.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pictureByPoppler, popplerVersion } from './poppler.ts';

export interface PagePicture {
  /** Null where nothing here can draw. */
  readonly png: Uint8Array | null;
  /** Who drew it, or why nobody did. */
  readonly by: string;
}

/** Draws a page. */
export async function drawPage(path: string, pageNumber: number, scale: number): Promise<PagePicture> {
  let reason = '';
  try {
    return { png: await drawByPdfjs(path, pageNumber, scale), by: 'pdf.js' };
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error);
  }
  const poppler = popplerVersion('pdftoppm');
  const png = poppler === null ? null : pictureByPoppler(path, pageNumber, 72 * scale);
  if (png !== null) return { png, by: poppler ?? '' };
  return {
    png: null,
    by: `nobody: @napi-rs/canvas does not draw it (${reason}), and pdftoppm is not installed or cannot either`,
  };
}

async function drawByPdfjs(path: string, pageNumber: number, scale: number): Promise<Uint8Array> {
  const require = createRequire(import.meta.url);
  require.resolve('@napi-rs/canvas');
  const folder = dirname(require.resolve('pdfjs-dist/package.json'));
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: new Uint8Array(await readFile(path)),
    verbosity: 0,
    wasmUrl: join(folder, 'wasm/'),
    cMapUrl: join(folder, 'cmaps/'),
    iccUrl: join(folder, 'iccs/'),
    standardFontDataUrl: join(folder, 'standard_fonts/'),
  });
  try {
    const document = await task.promise;
    const page = await document.getPage(pageNumber);
    const viewport = page.getViewport({ scale });
    const made = createCanvas(document.canvasFactory, viewport.width, viewport.height);
    await page.render({ canvas: made.canvas, viewport }).promise;
    return made.png();
  } finally {
    await task.destroy();
  }
}

interface MadeCanvas {
  readonly canvas: HTMLCanvasElement;
  png(): Uint8Array;
}

/** pdf.js’ own factory for Node makes canvases of @napi-rs/canvas; its types say only `object`. */
function createCanvas(factory: object, width: number, height: number): MadeCanvas {
  const { canvas } = (factory as { create(width: number, height: number): { canvas: NodeCanvas } }).create(
    Math.ceil(width),
    Math.ceil(height),
  );
  // It does what pdf.js asks of a browser’s canvas, and nothing else is asked of it here.
  return { canvas: canvas as unknown as HTMLCanvasElement, png: () => canvas.toBuffer('image/png') };
}

interface NodeCanvas {
  toBuffer(type: 'image/png'): Uint8Array;
}
