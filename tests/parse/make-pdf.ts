// Makes small real PDFs for the parser's tests with pdfkit. Coordinates are pdfkit's: points from the top-left corner, y downwards.
import PdfKitDocument from 'pdfkit';

/** Draws a file; pages are added by the drawing itself (`document.addPage()`). */
export async function makePdf(
  draw: (document: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> {
  const document = new PdfKitDocument({ size: 'LETTER', margin: 0, autoFirstPage: false, compress: false, ...options });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.once('end', resolve));
  draw(document);
  document.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

/** Text whose baseline lies `y` points below the top edge, never wrapped. */
export function put(
  document: PDFKit.PDFDocument,
  text: string,
  x: number,
  y: number,
  size = 12,
  font = 'Times-Roman',
): void {
  document.font(font).fontSize(size).text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
}

/** What a page of pleading paper is made of. */
export interface PleadingPage {
  readonly stamp?: string;
  readonly lines: readonly string[];
  readonly printed?: string;
  readonly footer?: string;
}

/** Height of line `number` (1–28) on pleading paper, from the top edge. */
export const pleadingTop = (number: number): number => 90 + (number - 1) * 22.75;

/** Pleading paper: numbers 1–28 in the margin, text beside them, page number and footer below. */
export function pleadingPaper(document: PDFKit.PDFDocument, { stamp, lines, printed, footer }: PleadingPage): void {
  document.addPage();
  if (stamp !== undefined) put(document, stamp, 110, 24, 11, 'Helvetica');
  for (let number = 1; number <= 28; number++)
    put(document, String(number), number < 10 ? 53 : 47, pleadingTop(number));
  lines.forEach((line, index) => put(document, line, 80, pleadingTop(index + 1) - 0.4));
  if (printed !== undefined) put(document, printed, 303, 742);
  if (footer !== undefined) put(document, footer, 180, 758, 9);
}

/** The `[left, bottom, right, top]` of a box given from the top-left corner, on a letter page. */
export function fromTop(
  x: number,
  y: number,
  width: number,
  height: number,
): readonly [number, number, number, number] {
  return [x, 792 - y - height, x + width, 792 - y];
}
