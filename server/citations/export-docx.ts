// A tray as a Word document: block quotes with their citations, tags and notes, numbered, ready to be worked on.
import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { exportName, type ExportFile, type ExportRow, type ExportSheet } from './export-rows.ts';
import { madeLine } from './export-markdown.ts';

const font = 'Times New Roman';
/** Inches in the twentieths of a point that Word counts in. */
const inch = 1440;

/** Writes the DOCX. */
export async function exportDocx(sheet: ExportSheet): Promise<ExportFile> {
  const document = new Document({
    creator: `Pincite ${sheet.version}`,
    title: sheet.name,
    styles: { default: { document: { run: { font, size: 24 } } } },
    sections: [
      {
        properties: { page: { margin: { top: inch, bottom: inch, left: inch, right: inch } } },
        footers: { default: new Footer({ children: [pageNumberLine()] }) },
        children: [
          new Paragraph({
            children: [new TextRun({ text: sheet.name, bold: true, size: 32 })],
            spacing: { after: 80 },
          }),
          new Paragraph({ children: [new TextRun({ text: madeLine(sheet), size: 18 })], spacing: { after: 360 } }),
          ...sheet.rows.flatMap(rowParagraphs),
        ],
      },
    ],
  });
  return {
    filename: exportName(sheet.name, 'docx'),
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: await Packer.toBuffer(document),
  };
}

function pageNumberLine(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: 18 })],
  });
}

function rowParagraphs(row: ExportRow): Paragraph[] {
  const inset = { left: inch / 2, right: inch / 2 };
  const lines = [
    new Paragraph({
      indent: inset,
      keepNext: true,
      spacing: { before: 240, after: 80 },
      children: [new TextRun({ text: writable(row.quote) })],
    }),
    new Paragraph({
      indent: inset,
      children: [new TextRun({ text: writable(row.citation), bold: true })],
      spacing: { after: 80 },
    }),
  ];
  const below = [
    ...(row.found ? [] : ['This quote is not found any more where it was collected: check it before use.']),
    ...(row.tags.length === 0 ? [] : [`Tags: ${row.tags.join(', ')}`]),
    ...(row.note === '' ? [] : [row.note]),
  ];
  return [
    ...lines,
    ...below.map(
      (text) => new Paragraph({ indent: inset, children: [new TextRun({ text: writable(text), size: 20 })] }),
    ),
  ];
}

/** XML 1.0 cannot carry control characters or half surrogates; a file with one of them does not open. */
function writable(text: string): string {
  return text.toWellFormed().replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '\uFFFD');
}
