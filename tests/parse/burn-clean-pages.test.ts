// Pages that are copied as they are, and what of the file must not come with them.
import { describe, expect, jest, test } from '@jest/globals';
import { PDFDocument } from '@cantoo/pdf-lib';
import { cleanPagesOf } from '../../server/parse/burn-clean-pages.ts';
import { burnPdf } from '../../server/parse/burn-pdf.ts';
import { parsePdf } from '../../server/parse/parse-pdf.ts';
import { inflated } from './inflated.ts';
import { rawPdf, streamOf, words, type RawPdfExtras, type RawPdfPage } from './raw-pdf.ts';
import { secret, techniques } from './redaction-techniques.ts';

jest.setTimeout(30_000);

const [covered] = techniques;
const badPage: RawPdfPage = covered?.bad ?? { content: '' };

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

describe('clean pages', () => {
  test('clean pages stay text, in their order, and their links lead to the burnt page without its words', async () => {
    const link = {
      entries: '/Subtype /Link /Rect [72 600 200 620] /Dest [207 0 R /Fit] /Border [0 0 0]',
    };
    const { said, pages } = await burn([
      {
        content: words('Before it.', 72, 700),
        annotations: [link, { ...link, entries: link.entries.replace('/Rect [72', '/Rect [73') }],
      },
      badPage,
      { content: words('After it.', 72, 700) },
    ]);
    expect(pages.map(({ text }) => text)).toEqual(['Before it.', '', 'After it.']);
    expect(inWords(said)).toEqual([]);
  });

  test('metadata, bookmarks, attachments, notes and form values are left behind', async () => {
    const { original, said } = await burn(
      [
        {
          content: words('Clean.', 72, 700),
          annotations: [
            { entries: `/Subtype /Widget /FT /Tx /T (n) /Rect [0 0 1 1] /F 2 /Parent 101 0 R` },
            { entries: `/Subtype /Popup /Rect [0 0 1 1] /Contents (${secret})` },
          ],
        },
        badPage,
      ],
      {
        info: `/Title (${secret}) /Keywords (${secret})`,
        catalog:
          '/Outlines 102 0 R /AcroForm << /Fields [101 0 R] >> /Names << /EmbeddedFiles << /Names [(x) 104 0 R] >> >>',
        objects: {
          101: `<< /T (whole) /V (${secret}) /Kids [] >>`,
          102: '<< /Type /Outlines /First 103 0 R /Last 103 0 R /Count 1 >>',
          103: `<< /Title (${secret}) /Parent 102 0 R >>`,
          104: '<< /Type /Filespec /F (x) /EF << /F 105 0 R >> >>',
          105: streamOf(secret, '/Type /EmbeddedFile'),
        },
      },
    );
    expect(inflated(original).split(secret).length).toBeGreaterThan(6);
    expect(inWords(said)).toEqual([]);
  });

  test('a page that shares its drawing with a burnt one is drawn too', async () => {
    const shared = {
      content: `${words('Shared.', 72, 700)}/Fm0 Do`,
      resources: '/XObject << /Fm0 100 0 R >>',
    };
    const { said } = await burn(
      [
        { ...shared, content: `q 0 0 10 10 re W n /Fm0 Do Q ${words('Other.', 300, 300)}` },
        { ...shared, content: `${shared.content} 0 g 158 696 106 13 re f` },
      ],
      {
        objects: {
          100: streamOf(
            words(secret, 160, 700),
            '/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F1 201 0 R >> >>',
          ),
        },
      },
    );
    expect(inWords(said)).toEqual([]);
  });

  const plain = { content: words('Clean.', 72, 700) };
  const inLayer = {
    content: `/OC /L1 BDC ${words('Draft.', 72, 700)} EMC`,
    resources: '/Properties << /L1 100 0 R >>',
  };
  const layer = { objects: { 100: '<< /Type /OCG /Name (Drafts) >>' } };
  const asked: readonly (readonly [string, Uint8Array, number, readonly number[]])[] = [
    ['all but the burnt one', rawPdf([plain, badPage, plain]), 3, [1, 3]],
    [
      'a page on a layer is drawn: the copy knows no layers, and would show it',
      rawPdf([inLayer, badPage, plain], layer),
      3,
      [3],
    ],
    ['a file that pdf.js counts otherwise', rawPdf([plain, badPage]), 5, []],
    ['no PDF', new TextEncoder().encode('%PDF-1.7 torn'), 3, []],
  ];
  test.each(asked)('which are copied: %s', async (_, bytes, pageCount, expected) => {
    const copy = await PDFDocument.create();
    const pages = await cleanPagesOf(bytes, copy, { pageCount, burnt: new Set([2]) });
    expect([...pages.keys()]).toEqual(expected);
  });
});
