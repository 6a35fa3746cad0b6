// A run of a search-term report as a Word document on landscape paper, ready to be sent to the other side.
import { Document, Packer, PageOrientation, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { exportName, type ExportFile } from './export-rows.ts';
import { docxFont, inch, pageNumberFooter, writable } from './export-docx.ts';
import { reportTable, type Cell, type ReportSheet } from './report-table.ts';

/** Writes the DOCX. */
export async function reportDocx(sheet: ReportSheet): Promise<ExportFile> {
  const { heads, rows, totals, facts } = reportTable(sheet);
  const document = new Document({
    creator: `Pincite ${sheet.result.software.version}`,
    title: writable(sheet.report.name),
    styles: { default: { document: { run: { font: docxFont, size: 18 } } } },
    sections: [
      {
        properties: {
          page: {
            // The library turns width and height of a landscape page itself.
            size: { width: 8.5 * inch, height: 11 * inch, orientation: PageOrientation.LANDSCAPE },
            margin: { top: inch * 0.7, bottom: inch * 0.7, left: inch * 0.7, right: inch * 0.7 },
          },
        },
        footers: { default: pageNumberFooter() },
        children: [
          new Paragraph({
            children: [new TextRun({ text: writable(sheet.report.name), bold: true, size: 32 })],
            spacing: { after: 160 },
          }),
          ...facts.slice(1).map(factLine),
          new Paragraph({ children: [] }),
          new Table({
            width: { size: 100, type: WidthType.PERCENTAGE },
            rows: [
              rowOf(heads, { bold: true, isHead: true }),
              ...rows.map((row) => rowOf(row, {})),
              rowOf(totals, { bold: true }),
            ],
          }),
        ],
      },
    ],
  });
  return {
    filename: exportName(sheet.report.name, 'docx'),
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: await Packer.toBuffer(document),
  };
}

function factLine([name, value]: readonly [string, string]): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text: `${name}: `, bold: true }), new TextRun({ text: writable(value) })],
    spacing: { after: 40 },
  });
}

function rowOf(
  cells: readonly Cell[],
  { bold = false, isHead = false }: { bold?: boolean; isHead?: boolean },
): TableRow {
  return new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    children: cells.map(
      (cell) =>
        new TableCell({
          margins: { top: 40, bottom: 40, left: 80, right: 80 },
          children: [
            new Paragraph({
              alignment: typeof cell === 'number' ? 'right' : 'left',
              children: [
                new TextRun({
                  text: writable(typeof cell === 'number' ? cell.toLocaleString('en-US') : cell),
                  bold,
                  size: 16,
                }),
              ],
            }),
          ],
        }),
    ),
  });
}
