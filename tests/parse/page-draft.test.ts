// One page laid out: direction, asides, hidden text gone, share of images.
import { describe, expect, test } from '@jest/globals';
import { failedPage, layOutPage } from '../../server/parse/page-draft.ts';
import { openPdf } from '../../server/parse/pdf-document.ts';
import { makePdf, put } from './make-pdf.ts';

async function layOut(draw: (document: PDFKit.PDFDocument) => void) {
  const pdf = await openPdf(await makePdf(draw));
  try {
    return layOutPage(await pdf.page(1));
  } finally {
    await pdf.close();
  }
}

describe('layOutPage', () => {
  test('upright text, and text up the margin as an aside', async () => {
    const page = await layOut((document) => {
      document.addPage();
      put(document, 'Upright words of the page', 72, 100);
      document.save().rotate(-90, { origin: [30, 400] });
      put(document, 'Margin', 30, 400, 8);
      document.restore();
    });
    expect([
      page.angle,
      page.fragments.map(({ text }) => text),
      page.asides.map(({ text, angle }) => [text, angle]),
    ]).toEqual([0, ['Upright words of the page'], [['Margin', 90]]]);
  });

  test('a page typed sideways: its own direction is the main one', async () => {
    const page = await layOut((document) => {
      document.addPage();
      document.rotate(90, { origin: [300, 300] });
      put(document, 'Sideways words', 200, 300);
      Object.assign(document.page.dictionary.data, { Rotate: 270 });
    });
    expect([page.angle, page.rotate, page.fragments.map(({ text }) => text)]).toEqual([270, 270, ['Sideways words']]);
  });

  test('what lies under a box is in neither', async () => {
    const page = await layOut((document) => {
      document.addPage();
      put(document, 'Name: Jane Secret', 72, 100);
      document.rect(104, 88, 80, 18).fill('black');
    });
    expect(page.fragments.map(({ text }) => text)).toEqual(['Name:']);
    expect(page.redactions).toMatchObject([{ bad: true, characters: 10, pageNumber: 1 }]);
  });

  test('nothing painted', async () => {
    const page = await layOut((document) => document.addPage());
    expect([page.fragments, page.imageShare, page.failure]).toEqual([[], 0, null]);
  });
});

test('a page that failed keeps its place', () => {
  expect(failedPage(7, 'damaged')).toMatchObject({ pageNumber: 7, failure: 'damaged', fragments: [] });
});
