// Placed pages -> the bytes of a PDF. Deterministic: dates come from the filing, pdfkit derives the file's ID from them, its deflate is plain JavaScript.
// A scanned filing is drawn as one image a page, with nothing but the court's stamp as text. Refuses nothing.
import PdfKitDocument from 'pdfkit';
import { fontFileOf } from './fonts.ts';
import { rasterPage } from './raster.ts';
import { encodeBitmap } from './bitmap-png.ts';
import type { PlacedLine, PlacedPage } from './set-line.ts';
import type { FilingFacts } from './source.ts';

type Pdf = InstanceType<typeof PdfKitDocument>;

/** Draws one line where it was placed. */
function drawLine(pdf: Pdf, page: PlacedPage, line: PlacedLine): void {
  const left = line.x - (line.segments[0]?.dx ?? 0);
  const base = page.height - line.y;
  if (line.upright) pdf.save().rotate(-90, { origin: [line.x, base] });
  for (const bar of line.bars) pdf.rect(left + bar.dx, base - bar.dy - bar.height, bar.width, bar.height).fill('black');
  for (const segment of line.segments) {
    const text = segment.text.trimEnd();
    if (text === '') continue;
    pdf
      .font(fontFileOf(segment.face))
      .fontSize(segment.size)
      .fillColor(line.furniture === 'margin' ? '#444444' : line.furniture === 'stamp' ? '#0000a0' : 'black');
    pdf.text(text, left + segment.dx, base - segment.rise, { lineBreak: false, baseline: 'alphabetic' });
  }
  if (line.upright) pdf.restore();
}

/** Draws a filing; resolves with the bytes. */
export async function drawFiling(pages: readonly PlacedPage[], facts: FilingFacts): Promise<Buffer> {
  const filed = new Date(`${facts.filedOn}T12:00:00Z`);
  const pdf = new PdfKitDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    info: {
      Title: `SPECIMEN - ${facts.title}`,
      Subject: `Specimen filing ECF ${facts.entry}-${facts.attachment}, not a court record`,
      Creator: 'docs-corpus typesetter',
      Producer: 'pdfkit',
      CreationDate: filed,
      ModDate: filed,
    },
  });
  const parts: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
  });
  for (const page of pages) {
    pdf.addPage({ size: [page.width, page.height], margin: 0 });
    if (facts.scanned) {
      pdf.image(encodeBitmap(rasterPage(page)), 0, 0, { width: page.width, height: page.height });
      for (const line of page.lines) if (line.furniture === 'stamp') drawLine(pdf, page, line);
      continue;
    }
    for (const [x1, y1, x2, y2] of page.rules)
      pdf
        .lineWidth(0.6)
        .moveTo(x1, page.height - y1)
        .lineTo(x2, page.height - y2)
        .stroke('black');
    for (const line of page.lines) drawLine(pdf, page, line);
  }
  pdf.end();
  return done;
}
