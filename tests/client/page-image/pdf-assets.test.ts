import { expect, test } from '@jest/globals';
import { pdfAssets } from '../../../client/src/page-image/pdf-assets.ts';

test('everything that pdf.js fetches lies on this origin, in a folder', () => {
  const { cMapUrl, standardFontDataUrl, wasmUrl, iccUrl } = pdfAssets;
  for (const url of [cMapUrl, standardFontDataUrl, wasmUrl, iccUrl]) expect(url).toMatch(/^\/pdfjs\/[a-z_]+\/$/);
});
