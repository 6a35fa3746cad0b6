// A page made a scan: nothing of it is left as text, and its picture is what a scanner would give.
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { parsePdf } from '../../server/parse/parse-pdf.ts';
import { lieOf } from '../../server/parse/recognition/straighten.ts';
import { openForDrawing, type PagePicture } from '../../server/parse/recognition/render-page.ts';
import { makePdf, put } from '../parse/make-pdf.ts';
import { scanOf, type ScanKind } from './page-scan.ts';

// Pages are drawn at 300 dpi, beside other tests that draw.
jest.setTimeout(60_000);

let filing: Uint8Array;
beforeAll(async () => {
  filing = await makePdf((document) => {
    document.addPage();
    document.addPage({ size: [500, 700] });
    for (let line = 0; line < 12; line++)
      put(document, 'The court heard argument on the motion that day', 70, 90 + line * 24);
  });
});

async function pictureOf(scan: Uint8Array): Promise<PagePicture> {
  const document = await openForDrawing(scan);
  try {
    return await document.draw(1, [], 300);
  } finally {
    await document.close();
  }
}

describe('scanOf', () => {
  test.each<[ScanKind, number]>([
    ['clean', 0],
    ['worn', 1.3],
  ])('%s: one page of the same size, without text, that lies %d degrees askew', async (kind, askew) => {
    const scan = await scanOf(filing, 2, kind);
    const { pages } = await parsePdf(scan);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatchObject({ text: '', unread: { reason: 'awaiting-ocr' } });
    const [, , width = 0, height = 0] = pages[0]?.view ?? [];
    expect([Math.round(width), Math.round(height)]).toEqual([500, 700]);
    const { skew } = lieOf(await pictureOf(scan));
    expect(Math.abs(skew - askew)).toBeLessThan(0.2);
  });

  test('a worn one has specks that the page has not, and is the same each time', async () => {
    const blank = await scanOf(filing, 1, 'worn');
    const { pixels } = await pictureOf(blank);
    expect(pixels.filter((value) => value < 100).length).toBeGreaterThan(260);
    const again = await pictureOf(await scanOf(filing, 1, 'worn'));
    expect(Buffer.compare(pixels, again.pixels)).toBe(0);
  });
});
