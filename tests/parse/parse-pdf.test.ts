// The whole of parsing on real PDFs: made here, so that what stands on each page is known.
import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePdf } from '../../server/parse/parse-pdf.ts';
import { boxesOf } from '../../server/text/boxes.ts';
import { makePdf, pleadingPaper, put } from './make-pdf.ts';

const filings = join(import.meta.dirname, '..', '..', '..', 'shared', 'filings');
const has = existsSync(filings);
if (!has) process.stdout.write(`skipped: no real filings at ${filings}\n`);

const sentences = (page: number) =>
  Array.from({ length: 24 }, (_, i) => `This is line ${i + 1} of page ${page}, and it says that much.`);
const { pages, info } = await parsePdf(
  await makePdf((document) => {
    for (const page of [1, 2, 3]) {
      pleadingPaper(document, {
        stamp: `Case 3:20-cv-00000-SPC   Document 9001   Filed 04/03/24   Page ${page} of 3`,
        lines: sentences(page),
        printed: String(page + 4),
        footer: 'COMPLAINT OF SPECIMEN PLAINTIFFS',
      });
    }
  }),
);

describe('pleading paper', () => {
  test('each body line has its number', () => {
    expect(info.pageCount).toBe(3);
    for (const page of pages) {
      const body = page.lines.filter(({ furniture }) => furniture === null);
      expect(body.map(({ from, to }) => page.text.slice(from, to))).toEqual(sentences(page.pageNumber));
      expect(body.map(({ number }) => number)).toEqual(Array.from({ length: 24 }, (_, i) => i + 1));
    }
  });

  test('four page numbers', () => {
    expect(pages.map(({ pageNumber, stampPage, pageLabel }) => [pageNumber, stampPage, pageLabel])).toEqual([
      [1, 1, '5'],
      [2, 2, '6'],
      [3, 3, '7'],
    ]);
  });

  test('furniture is marked by kind', () => {
    const kinds = new Set(pages[1]?.lines.map(({ furniture }) => furniture));
    expect(kinds).toEqual(new Set(['footer', 'line-number', 'page-number', 'stamp', null]));
  });

  test('boxes stand where the words were put', () => {
    const [page] = pages;
    if (!page) throw new Error('no page');
    const at = page.text.indexOf('line 3');
    const [box] = boxesOf(page, at, at + 4);
    expect(box?.[0]).toBeGreaterThan(80);
    expect(box?.[1]).toBeLessThan(792 - 135);
    expect(box?.[5]).toBeGreaterThan(792 - 135);
  });
});

describe('hidden text', () => {
  const secret = 'Hunter2Passphrase';
  test.each([
    [
      'under a black box',
      (document: PDFKit.PDFDocument) =>
        put(document, secret, 100, 300) ?? document.rect(98, 286, 140, 20).fill('black'),
    ],
    ['white on white', (document: PDFKit.PDFDocument) => put(document.fillColor('white'), secret, 100, 300)],
    [
      'under a white box',
      (document: PDFKit.PDFDocument) =>
        put(document, secret, 100, 300) ?? document.rect(98, 286, 140, 20).fill('white'),
    ],
    [
      'black on black',
      (document: PDFKit.PDFDocument) => put(document.rect(98, 286, 140, 20).fill('black'), secret, 100, 300),
    ],
    ['outside of the page', (document: PDFKit.PDFDocument) => put(document, secret, 700, 300)],
  ])('%s: nowhere in the page', async (_, hide) => {
    const file = await parsePdf(
      await makePdf((document) => {
        document.addPage();
        put(document, 'The witness is named in this line:', 72, 200);
        hide(document);
      }),
    );
    expect(JSON.stringify(file)).not.toContain(secret);
    expect(JSON.stringify(file)).not.toContain('Passphrase');
    expect(file.pages[0]?.text).toBe('The witness is named in this line:');
  });
});

describe('pages', () => {
  test('a page without text awaits recognition, and its neighbour is read', async () => {
    const file = await parsePdf(
      await makePdf((document) => {
        document.addPage();
        put(document, 'A page with words that one can search for.', 72, 100);
        document.addPage();
      }),
    );
    expect(file.pages.map(({ unread }) => unread?.reason ?? null)).toEqual([null, 'awaiting-ocr']);
  });

  test('text is never markup', async () => {
    const file = await parsePdf(
      await makePdf((document) => {
        document.addPage();
        put(document, '<script>alert(1)</script> & more', 72, 100);
      }),
    );
    expect(file.pages[0]?.text).toBe('<script>alert(1)</script> & more');
  });

  test('the same bytes give the same pages', async () => {
    const bytes = await makePdf((document) => pleadingPaper(document, { lines: ['one', 'two'] }));
    expect(await parsePdf(bytes)).toEqual(await parsePdf(bytes));
  });

  test('progress is told for each page', async () => {
    const told: string[] = [];
    const bytes = await makePdf((document) => document.addPage().addPage());
    await parsePdf(bytes, { onProgress: (done, count) => told.push(`${done}/${count}`) });
    expect(told).toEqual(['1/2', '2/2']);
  });
});

describe('real filings', () => {
  const rows: readonly (readonly [
    file: string,
    page: number,
    label: string | null,
    stampPage: number | null,
    numbers: number,
    why: string,
  ])[] = [
    [
      'court/cacd.645219/gov.uscourts.cacd.645219.282.1.pdf',
      12,
      '5',
      12,
      28,
      'numbers and text nearly on one baseline, wrapped stamp',
    ],
    ['court/cand.330639/gov.uscourts.cand.330639.212.0.pdf', 9, '3', 9, 28, 'text a quarter line above its number'],
    ['court/sffa-v-harvard/20181015-Day-1.pdf', 45, '45', null, 25, 'a transcript'],
  ];
  (has ? test : test.skip).each(rows)(
    '%s page %i',
    async (file, pageNumber, label, stampPage, numbers) => {
      const filing = await parsePdf(readFileSync(join(filings, file)));
      const page = filing.pages[pageNumber - 1];
      expect([page?.pageLabel, page?.stampPage]).toEqual([label, stampPage]);
      expect(page?.lines.filter(({ furniture }) => furniture === 'line-number')).toHaveLength(numbers);
      const body = page?.lines.filter(({ furniture }) => furniture === null) ?? [];
      expect(body.filter(({ number }) => number === null)).toEqual([]);
      const given = body.map(({ number }) => number ?? 0);
      expect(given).toEqual(given.toSorted((a, b) => a - b));
    },
    60_000,
  );
});
