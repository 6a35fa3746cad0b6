// The patch of pdf.js' worker still finds its place in the installed version; without it nothing breaks.
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { canSkipImages, withoutImageDecoding } from '../../server/parse/image-skipping.ts';

const worker = readFileSync(createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.worker.mjs'), 'utf8');

describe('image skipping', () => {
  test('both calls stand once in the installed worker', () => {
    expect(canSkipImages(worker)).toBe(true);
  });

  test('only those two calls are replaced', () => {
    const patched = withoutImageDecoding(worker);
    expect(patched).toContain('imageNotDecoded({');
    expect(canSkipImages(patched)).toBe(false);
    expect(Math.abs(patched.length - worker.length)).toBeLessThan(500);
  });

  test.each([
    ['another worker', 'export const x = 1;'],
    [
      'a worker with one of the calls twice',
      'PDFImage.buildImage({ PDFImage.buildImage({ imgData = await PDFImage.createMask({',
    ],
  ])('left as it is: %s', (_, source) => {
    expect(withoutImageDecoding(source)).toBe(source);
  });
});
