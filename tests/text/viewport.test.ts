// toPixels against pdf.js' own viewport: the reader paints our boxes on pages that pdf.js draws.
import { describe, expect, test } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import PdfKitDocument from 'pdfkit';
import type { Quad, Rect } from '../../server/contract/geometry.ts';
import { pixelSize, toPixels, viewportTransform } from '../../server/text/viewport.ts';

const letter: Rect = [0, 0, 612, 792];
const cropped: Rect = [36, 72, 576, 720];

const rows: readonly (readonly [why: string, view: Rect, rotate: number, userUnit: number, scale: number])[] = [
  ['upright', letter, 0, 1, 1],
  ['upright, twice as large', letter, 0, 1, 2],
  ['turned right', letter, 90, 1, 1.5],
  ['upside down', letter, 180, 1, 1],
  ['turned left', letter, 270, 1, 1],
  ['turned by minus 90 is turned left', letter, -90, 1, 1],
  ['cropped', cropped, 0, 1, 1],
  ['cropped and turned', cropped, 90, 1, 0.75],
  ['cropped and upside down', cropped, 180, 1, 1.25],
  ['cropped and turned left', cropped, 270, 1, 1.25],
  ['a user unit of two (large drawings)', letter, 0, 2, 1],
];

async function onePage(view: Rect, rotate: number, userUnit: number): Promise<Uint8Array> {
  const document = new PdfKitDocument({ size: 'LETTER' });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  Object.assign(document.page.dictionary.data, { CropBox: view, Rotate: rotate, UserUnit: userUnit });
  const ended = new Promise((resolve) => document.once('end', resolve));
  document.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

describe('viewport', () => {
  test.each(rows)('%s', async (_, view, rotate, userUnit, scale) => {
    const task = getDocument({ data: await onePage(view, rotate, userUnit), verbosity: 0 });
    const theirs = (await (await task.promise).getPage(1)).getViewport({ scale });
    await task.destroy();
    const page = { view, rotate, userUnit };
    const ours = viewportTransform(page, scale);
    ours.forEach((value, at) => expect(value).toBeCloseTo(theirs.transform[at] ?? Number.NaN, 6));
    expect(pixelSize(page, scale)).toEqual([theirs.width, theirs.height]);
  });

  test('a quad keeps the order of its corners; y grows downwards', () => {
    const quad: Quad = [72, 700, 172, 700, 172, 712, 72, 712];
    expect(toPixels({ view: letter, rotate: 0, userUnit: 1 }, quad, 2)).toEqual([
      144, 184, 344, 184, 344, 160, 144, 160,
    ]);
  });
});
