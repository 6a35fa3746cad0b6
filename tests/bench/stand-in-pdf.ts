// A PDF of many pages of text on pleading paper, which stands in for the files of the synthetic filings when a page is shown.
// In: number of pages, words. Out: the bytes of the PDF.
import PDFDocument from 'pdfkit';
import type { SeededRandom } from './seeded-random.ts';

/** Makes the PDF. */
export async function standInPdf(pages: number, words: readonly string[], random: SeededRandom): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'LETTER',
    margin: 0,
    autoFirstPage: false,
    info: { CreationDate: new Date(0) },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const end = new Promise<void>((resolve) => {
    document.on('end', resolve);
  });
  for (let page = 1; page <= pages; page += 1) {
    document.addPage().font('Times-Roman').fontSize(12);
    for (let line = 1; line <= 28; line += 1) {
      const text = Array.from({ length: 11 }, () => random.pick(words)).join(' ');
      document.text(String(line), 54, 48 + line * 24, { lineBreak: false });
      document.text(text.slice(0, 76), 90, 48 + line * 24, { lineBreak: false });
    }
  }
  document.end();
  await end;
  return Buffer.concat(chunks);
}
