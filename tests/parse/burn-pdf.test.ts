// A page that hides words badly becomes a picture: the words are nowhere in the copy, and every place stays where it was.
import { describe, expect, jest, test } from '@jest/globals';
import { burnPdf } from '../../server/parse/burn-pdf.ts';
import { openForDrawing } from '../../server/parse/recognition/render-page.ts';
import { parsePdf } from '../../server/parse/parse-pdf.ts';
import { inflated } from './inflated.ts';
import { rawPdf, type RawPdfExtras, type RawPdfPage, words } from './raw-pdf.ts';
import { secret, techniques } from './redaction-techniques.ts';

jest.setTimeout(30_000);

/** Burns what the parser finds in a file, and reads the copy. */
async function burn(pages: readonly RawPdfPage[], extras: RawPdfExtras = {}) {
  const original = rawPdf(pages, extras);
  const bad = (await parsePdf(original)).pages.flatMap((page) => page.redactions);
  const bytes = await burnPdf(
    original,
    bad.map(({ pageNumber, box }) => ({ pageNumber, boxes: [box] })),
  );
  return { original, bytes, said: inflated(bytes), ...(await parsePdf(bytes)) };
}

const inWords = (text: string) => secret.split(' ').filter((word) => text.includes(word));

describe('a burnt copy', () => {
  test.each(techniques)('holds no word of: $name', async ({ bad, extras }) => {
    const { original, said, pages } = await burn([bad], extras);
    // Else the search below would prove nothing.
    expect(inWords(inflated(original))).toEqual(secret.split(' '));
    expect(inWords(said)).toEqual([]);
    expect(pages.map(({ text }) => text)).toEqual(['']);
  });

  test('places stay: crop, rotation and unit are those of the original', async () => {
    const { pages } = await burn([
      { content: `1 g ${words(secret, 160, 400)}`, page: '/CropBox [50 100 562 750] /Rotate 90 /UserUnit 2' },
    ]);
    expect(pages.map(({ view, rotate, userUnit }) => [view, rotate, userUnit])).toEqual([[[50, 100, 562, 750], 90, 2]]);
  });

  test('the box is painted, and what stands around it is still seen', async () => {
    const { bytes } = await burn([{ content: `${words('The witness', 72, 700)}1 g ${words(secret, 160, 700)}` }]);
    const open = await openForDrawing(bytes);
    const { pixels, width, dpi } = await open.draw(1, []);
    await open.close();
    const shade = (x: number, y: number) =>
      pixels[Math.round(((792 - y) / 72) * dpi) * width + Math.round((x / 72) * dpi)] ?? -1;
    expect(shade(200, 703)).toBeLessThan(40);
    expect(shade(400, 703)).toBeGreaterThan(215);
    // A stroke of the first word's ink is somewhere on its line.
    const line = Array.from({ length: 120 }, (_, i) => shade(72 + i / 2, 702));
    expect(Math.min(...line)).toBeLessThan(128);
  });
});
