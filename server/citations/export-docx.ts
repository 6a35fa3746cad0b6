// A tray as a Word document: block quotes with their citations, tags and notes, numbered, ready to be worked on.
import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { exportName, type ExportFile, type ExportRow, type ExportSheet } from './export-rows.ts';
import { madeLine } from './export-markdown.ts';

export const docxFont = 'Times New Roman';
/** Inches in the twentieths of a point that Word counts in. */
export const inch = 1440;
/** US Letter, the paper of the federal courts. */
const paper = { width: 8.5 * inch, height: 11 * inch };

/** Writes the DOCX. */
export async function exportDocx(sheet: ExportSheet): Promise<ExportFile> {
  const document = new Document({
    creator: `Pincite ${sheet.version}`,
    title: writable(sheet.name),
    styles: { default: { document: { run: { font: docxFont, size: 24 } } } },
    sections: [
      {
        properties: { page: { size: paper, margin: { top: inch, bottom: inch, left: inch, right: inch } } },
        footers: { default: pageNumberFooter() },
        children: [
          new Paragraph({
            children: [new TextRun({ text: writable(sheet.name), bold: true, size: 32 })],
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

/** The number of the page, in the middle below it. */
export function pageNumberFooter(): Footer {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: 18 });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}

function rowParagraphs(row: ExportRow): Paragraph[] {
  const inset = { left: inch / 2, right: inch / 2 };
  const lines = [
    new Paragraph({
      indent: inset,
      keepNext: true,
      spacing: { before: 240, after: 80 },
      children: runsOf(row.quote, {}),
    }),
    new Paragraph({
      indent: inset,
      children: runsOf(row.citation, { bold: true }),
      spacing: { after: 80 },
    }),
  ];
  const below = [
    ...(row.found ? [] : ['This quote is not found any more where it was collected: check it before use.']),
    ...(row.tags.length === 0 ? [] : [`Tags: ${row.tags.join(', ')}`]),
    ...(row.note === '' ? [] : [row.note]),
  ];
  return [...lines, ...below.map((text) => new Paragraph({ indent: inset, children: runsOf(text, { size: 20 }) }))];
}

/** A run for each line: Word shows a line feed inside a run as a space. */
function runsOf(text: string, style: { readonly bold?: boolean; readonly size?: number }): TextRun[] {
  return writable(text)
    .split(/\r\n|\r|\n/)
    .map((line, at) => new TextRun({ text: line, ...style, ...(at === 0 ? {} : { break: 1 }) }));
}

/** XML 1.0 cannot carry control characters or half surrogates; a file with one of them does not open. */
export function writable(text: string): string {
  return text.toWellFormed().replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '\uFFFD');
}
