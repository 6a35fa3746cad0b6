// Recognised words among what the file itself says: laid out like drawn text, nothing said twice, nothing unreadable kept.
import { describe, expect, test } from '@jest/globals';
import type { RecognizedPage, RecognizedWord } from '../../../server/contract/recognition.ts';
import type { Quad } from '../../../server/contract/geometry.ts';
import { layOutPage, type PageDraft } from '../../../server/parse/page-draft.ts';
import { parsePdf } from '../../../server/parse/parse-pdf.ts';
import { openPdf } from '../../../server/parse/pdf-document.ts';
import { glyphsOf, withRecognized } from '../../../server/parse/recognition/recognized-draft.ts';
import { makePdf, put } from '../make-pdf.ts';

const stamp = 'Case 3:20-cv-00000-SPC Document 12-3 Filed 07/14/23 Page 1 of 2';

/** Words side by side on a baseline, 6 points a letter. */
function words(text: string, x: number, y: number, line = 0, extra: Partial<RecognizedWord> = {}): RecognizedWord[] {
  let at = x;
  return text.split(' ').map((each) => {
    const word = {
      text: each,
      confidence: 90,
      line,
      x: at,
      y,
      advances: Array.from(each, () => 6),
      size: 12,
      ...extra,
    };
    at += each.length * 6 + 4;
    return word;
  });
}

function recognized(list: readonly RecognizedWord[], angle = 0): RecognizedPage {
  return { pageNumber: 1, angle, confidence: 90, dpi: 300, ink: 0.05, words: list };
}

async function draftOf(draw: (document: PDFKit.PDFDocument) => void): Promise<PageDraft> {
  const pdf = await openPdf(
    await makePdf((document) => {
      document.addPage();
      draw(document);
    }),
  );
  try {
    return layOutPage(await pdf.page(1));
  } finally {
    await pdf.close();
  }
}

const texts = ({ fragments }: PageDraft): string[] => fragments.map(({ text }) => text);

describe('withRecognized', () => {
  test('bars in the picture are redactions with nothing beneath, but for those that the file’s own findings have', async () => {
    const quad = (left: number, bottom: number): Quad => [
      left,
      bottom,
      left + 90,
      bottom,
      left + 90,
      bottom + 14,
      left,
      bottom + 14,
    ];
    const draft = await draftOf((document) => document.rect(100, 92 - 14, 90, 14).fill('black'));
    const known = draft.redactions;
    expect(known).toMatchObject([{ bad: false }]);
    const page = { ...recognized(words('The court heard', 72, 600)), bars: [quad(100, 700), quad(200, 500)] };
    expect(withRecognized(draft, page).redactions).toEqual([
      ...known,
      { pageNumber: 1, box: quad(200, 500), bad: false, characters: 0 },
    ]);
    expect(withRecognized(draft, recognized([])).redactions).toEqual(known);
  });

  test('words of a line are one fragment with a space between; a column stands apart', async () => {
    const draft = await draftOf(() => undefined);
    const page = recognized([
      ...words('The court heard', 72, 700),
      ...words('Page 4', 300, 700),
      ...words('argument', 72, 680, 1),
    ]);
    expect(texts(withRecognized(draft, page))).toEqual(['The court heard', 'Page 4', 'argument']);
  });

  test('a stamp that the file gives is not said again by the picture', async () => {
    const draft = await draftOf((document) => put(document, stamp, 130, 20, 11, 'Helvetica'));
    const page = recognized([
      ...words('Case 3:20-cv-O0000-SPC Document', 132, 772),
      ...words('EXHIBIT F', 270, 700, 1),
    ]);
    expect(texts(withRecognized(draft, page))).toEqual([stamp, 'EXHIBIT F']);
  });

  test('a Bates number of the file stays; a text layer that was judged unreadable goes, its stamp stays', async () => {
    const bates = await draftOf((document) => put(document, 'META-000123', 480, 770));
    expect(texts(withRecognized(bates, recognized(words('An e-mail', 72, 700))))).toEqual(['META-000123', 'An e-mail']);
    const garbage = await draftOf((document) => {
      put(document, stamp, 130, 20, 11, 'Helvetica');
      for (let line = 0; line < 9; line++) put(document, '7KH FRXUW KHDUG DUJXPHQW RQ WKH PRWLRQ', 72, 100 + line * 20);
    });
    expect(texts(withRecognized(garbage, recognized(words('The court heard', 72, 692))))).toEqual([
      stamp,
      'The court heard',
    ]);
  });

  test('a page askew: rows are rows, in coordinates that lie level, and lines fall as they do on the paper', async () => {
    const draft = await draftOf(() => undefined);
    const fall = Math.tan((1.5 * Math.PI) / 180);
    const row = (x: number, y: number, line: number) => words('word', x, y - fall * (x - 72), line);
    const page = recognized([...row(72, 700, 0), ...row(500, 700, 0), ...row(72, 688, 1), ...row(500, 688, 1)], 358.5);
    const { fragments, box, angle } = withRecognized(draft, page);
    expect(angle).toBe(358.5);
    expect(fragments.map(({ row: each }) => each)).toEqual([
      fragments[0]?.row,
      fragments[0]?.row,
      fragments[2]?.row,
      fragments[2]?.row,
    ]);
    expect(fragments[0]?.row).not.toBe(fragments[2]?.row);
    // As high as the page: what stands near an edge is told from how near.
    expect(box[3] - box[1]).toBeCloseTo(792);
  });

  test('a page of which nearly all runs down lies on its side: that is its text', async () => {
    const draft = await draftOf(() => undefined);
    const page = recognized([
      ...words('Page 4', 72, 700),
      ...words('The court heard argument', 300, 600, 1, { turn: 270 }),
    ]);
    const { fragments, angle } = withRecognized(draft, page);
    expect(angle).toBe(270);
    expect(fragments.map(({ angle: own }) => own)).toEqual(fragments.map(() => 270));
    expect(fragments.map(({ text }) => text).join(' ')).toContain('argument');
  });

  test('a firm’s name up the margin is an aside', async () => {
    const draft = await draftOf(() => undefined);
    const page = recognized([
      ...words('The court heard it', 72, 700),
      ...words('LAW OFFICES', 30, 300, 1, { turn: 90 }),
    ]);
    const { fragments, asides } = withRecognized(draft, page);
    expect([fragments.map(({ text }) => text), asides.map(({ angle }) => angle)]).toEqual([
      ['The court heard it'],
      [90, 90],
    ]);
  });
});

test('characters outside the basic plane keep both units and one width', () => {
  const [glyph] = glyphsOf([{ text: '\u{1d4b6}', confidence: 9, line: 0, x: 0, y: 0, advances: [3, 3], size: 12 }], 0);
  expect(glyph).toMatchObject({ text: '\u{1d4b6}', width: 6 });
});

describe('a file with recognised pages', () => {
  const file = makePdf((document) => {
    document.addPage();
    put(document, 'This page says in words of its own what it has to say to the court.', 72, 100);
    document.addPage();
    put(document, stamp, 130, 20, 11, 'Helvetica');
  });

  test('words become lines with furniture and numbers like any others; a page that can be read stays as it is', async () => {
    const lines = Array.from({ length: 28 }, (_, at) => [
      ...words(String(at + 1), 40, 700 - at * 22, at * 2),
      ...words('The witness said that', 90, 700 - at * 22, at * 2 + 1),
    ]).flat();
    const outcomes = [1, 2].map((pageNumber) => ({
      kind: 'recognized' as const,
      page: { ...recognized(lines), pageNumber },
    }));
    const { pages } = await parsePdf(await file, { outcomes });
    expect(pages[0]).toMatchObject({ unread: null, text: expect.stringMatching(/^This page says/) });
    expect(pages[0]?.recognized).toBeUndefined();
    const scan = pages[1];
    expect(scan).toMatchObject({ unread: null, recognized: { confidence: 90, dpi: 300 }, stampPage: 1 });
    const body = scan?.lines.filter(({ furniture }) => furniture === null) ?? [];
    expect(body.map(({ number }) => number)).toEqual(Array.from({ length: 28 }, (_, at) => at + 1));
    expect(scan?.text.match(/Case 3:20/g)).toHaveLength(1);
  });

  test('a page that could not be recognised says why, and the others are as they were', async () => {
    const failure = { kind: 'failed' as const, pageNumber: 2, reason: 'time-limit' as const, detail: 'Too slow.' };
    const { pages } = await parsePdf(await file, { outcomes: [failure] });
    expect(pages.map(({ unread }) => unread)).toEqual([null, { reason: 'time-limit', detail: 'Too slow.' }]);
  });
});
