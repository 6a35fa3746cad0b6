// The door to pdf.js: what it opens, what it says of files it does not.
import { describe, expect, test } from '@jest/globals';
import { openPdf, OPS } from '../../server/parse/pdf-document.ts';
import { makePdf, put } from './make-pdf.ts';

const good = await makePdf(
  (document) => {
    for (const word of ['one', 'two']) {
      document.addPage();
      put(document, `Page ${word} of the filing`, 72, 100);
    }
    document.outline.addItem('Argument').addItem('Standing');
  },
  { info: { Title: ' A title ', Author: '' } },
);
const noPages = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Size 3/Root 1 0 R>>\n%%EOF\n',
);
const locked = await makePdf((document) => document.addPage(), { userPassword: 'secret', ownerPassword: 'owner' });
const ownerLocked = await makePdf((document) => document.addPage(), { ownerPassword: 'owner' });

describe('openPdf', () => {
  test.each([
    ['no bytes', new Uint8Array(), 'empty-file', /brief\.pdf is empty/],
    ['a web page', new TextEncoder().encode('<html>Please log in</html>'), 'not-a-pdf', /brief\.pdf is not a PDF/],
    ['a header and nothing else', good.slice(0, 300), 'unreadable-pdf', /brief\.pdf.*damaged/],
    ['a password', locked, 'encrypted-pdf', /brief\.pdf.*password/],
    ['no pages', noPages, 'unreadable-pdf', /brief\.pdf/],
  ])('refused: %s', async (_, bytes, code, message) => {
    await expect(openPdf(bytes, 'brief.pdf')).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test.each([
    ['a good file', good, 2],
    ['an empty user password', ownerLocked, 1],
    ['bytes before the header', new Uint8Array([...new TextEncoder().encode('\n\nreceived by clerk\n'), ...good]), 2],
    ['the end cut off: pdf.js finds the pages again', good.slice(0, good.length - 20), 2],
  ])('opened: %s', async (_, bytes, pageCount) => {
    const pdf = await openPdf(bytes);
    expect(pdf.pageCount).toBe(pageCount);
    await pdf.close();
  });

  test('title, author and outline', async () => {
    const pdf = await openPdf(good);
    const info = await pdf.info();
    await pdf.close();
    expect([info.title, info.author, info.pageCount]).toEqual(['A title', null, 2]);
    expect(info.outline.map(({ title, depth }) => [title, depth])).toEqual([
      ['Argument', 0],
      ['Standing', 1],
    ]);
  });

  test('the bytes given are left as they were', async () => {
    const bytes = new Uint8Array(good);
    const pdf = await openPdf(bytes);
    await pdf.page(2);
    await pdf.close();
    expect(Buffer.from(bytes).equals(good)).toBe(true);
  });

  test('a page tells its boxes and its fonts', async () => {
    const pdf = await openPdf(good);
    const page = await pdf.page(1);
    await pdf.close();
    expect([page.view, page.rotate, page.userUnit]).toEqual([[0, 0, 612, 792], 0, 1]);
    expect(page.operators.length).toBeGreaterThan(3);
    expect(page.fontOf('no such font').ascent).toBeGreaterThan(0);
  });

  test('a font tells its name, which says that it is bold', async () => {
    const bytes = await makePdf((document) => {
      document.addPage();
      document.font('Times-BoldItalic').text('A heading', 72, 100);
    });
    const pdf = await openPdf(bytes);
    const page = await pdf.page(1);
    const [font] = page.operators.flatMap((operator, i) => {
      const args: unknown = page.args[i];
      return operator === OPS.setFont && Array.isArray(args) ? [page.fontOf(String(args[0]))] : [];
    });
    await pdf.close();
    expect(font).toMatchObject({ name: 'Times-BoldItalic', bold: true, italic: true });
  });
});
