// A page drawn to pixels: what a person sees, in the right place, and nothing of what must not be seen.
import { describe, expect, jest, test } from '@jest/globals';
import { deflateSync } from 'node:zlib';
import { quadOf } from '../../../server/contract/geometry.ts';
import { apply } from '../../../server/parse/matrix.ts';
import { inverse, openForDrawing, scaleFor, type PagePicture } from '../../../server/parse/recognition/render-page.ts';
import { fromTop, makePdf, put } from '../make-pdf.ts';
import { rawPdf, streamOf } from '../raw-pdf.ts';

// Processes start slowly on a busy machine.
jest.setTimeout(60_000);

async function drawn(
  draw: (document: PDFKit.PDFDocument) => void,
  covered: readonly (readonly [number, number, number, number])[] = [],
): Promise<PagePicture> {
  const pdf = await openForDrawing(await makePdf(draw));
  try {
    return await pdf.draw(1, covered.map(quadOf));
  } finally {
    await pdf.close();
  }
}

/** The grey at a place of the page. */
function grayAt({ width, pixels, toPage }: PagePicture, x: number, y: number): number {
  const [px, py] = apply(inverse(toPage), x, y);
  return pixels[Math.floor(py) * width + Math.floor(px)] ?? -1;
}

describe('openForDrawing', () => {
  test('300 pixels an inch, black on white, and the matrix leads to the page’s own points', async () => {
    const page = await drawn((document) => {
      document.addPage();
      document.rect(100, 200, 50, 20).fill('black');
    });
    expect([page.width, page.height, page.dpi]).toEqual([2550, 3300, 300]);
    expect([grayAt(page, 125, 792 - 210), grayAt(page, 95, 792 - 210), grayAt(page, 125, 792 - 225)]).toEqual([
      0, 255, 255,
    ]);
  });

  test('a page with Rotate is drawn as it is shown; places stay those of the page', async () => {
    const page = await drawn((document) => {
      document.addPage();
      Object.assign(document.page.dictionary.data, { Rotate: 90 });
      document.rect(100, 200, 50, 20).fill('black');
    });
    expect([page.width, page.height]).toEqual([3300, 2550]);
    expect([grayAt(page, 125, 792 - 210), grayAt(page, 125, 792 - 225)]).toEqual([0, 255]);
  });

  test('what lies under a bad redaction is painted over, whatever the page shows there', async () => {
    const words = (document: PDFKit.PDFDocument): void => {
      document.addPage();
      put(document, 'SECRET', 100, 100, 40);
    };
    const box = fromTop(95, 60, 200, 50);
    const dark = ({ width, pixels }: PagePicture): number =>
      pixels.filter((value, at) => value < 128 && Math.floor(at / width) > 255 && Math.floor(at / width) < 450).length;
    expect(dark(await drawn(words))).toBeGreaterThan(1000);
    const covered = await drawn(words, [box]);
    expect(grayAt(covered, 96, 792 - 62)).toBe(0);
    const inside = [110, 150, 200, 280].map((x) => grayAt(covered, x, 792 - 85));
    expect(inside).toEqual([0, 0, 0, 0]);
  });

  test('a sheet as large as a wall is drawn with fewer pixels, and says so', async () => {
    const page = await drawn((document) => {
      document.addPage({ size: [7200, 7200] });
      document.rect(0, 0, 7200, 3600).fill('black');
    });
    expect(page.width * page.height).toBeLessThan(34_200_000);
    expect(page.dpi).toBeLessThan(100);
    expect([grayAt(page, 3600, 7000), grayAt(page, 3600, 200)]).toEqual([0, 255]);
  });

  test.each([
    ['is drawn', 1000, 0],
    ['with more pixels than memory should hold is left out, and the page is drawn without it', 13_000, 255],
  ])('an image %s', async (_, side, gray) => {
    // A few kilobytes in the file: black dots pack well.
    const dots = deflateSync(Buffer.alloc(Math.ceil(side / 8) * side)).toString('latin1');
    const entries = `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /FlateDecode`;
    const bytes = rawPdf(
      [{ content: 'q 400 0 0 400 100 200 cm /Im1 Do Q', resources: '/XObject << /Im1 100 0 R >>' }],
      { objects: { 100: streamOf(dots, entries) } },
    );
    const document = await openForDrawing(bytes);
    try {
      const page = await document.draw(1, [], 50);
      expect([grayAt(page, 300, 400), grayAt(page, 50, 400)]).toEqual([gray, 255]);
    } finally {
      await document.close();
    }
  });
});

test.each([
  ['a letter page', 612, 792, 300 / 72],
  ['a poster', 6120, 7920, Math.sqrt(34_000_000 / (6120 * 7920))],
])('scale of %s', (_, width, height, scale) => {
  expect(scaleFor(width, height)).toBeCloseTo(scale, 6);
});

test('there and back again; a matrix without extent moves nothing', () => {
  const matrix = [0, 2, -3, 0, 10, 20] as const;
  expect(apply(inverse(matrix), ...apply(matrix, 5, 7))).toEqual([5, 7]);
  expect(inverse([0, 0, 0, 0, 5, 5])).toEqual([1, 0, 0, 1, 0, 0]);
});
