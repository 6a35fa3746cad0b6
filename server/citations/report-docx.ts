// A run of a search-term report as a Word document on landscape paper, ready to be sent to the other side.
// In: a report, its run, rows and comparison. Out: the file. Column widths are fixed: the numbers stay narrow, the queries get the rest.
import {
  Document,
  HeightRule,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { exportName, type ExportFile } from './export-rows.ts';
import { docxFont, inch, pageNumberFooter, writable } from './export-docx.ts';
import { reportTable, type Cell, type ReportSheet, type TableLine } from './report-table.ts';

/** Columns by value that paper has room for. */
const mostValues = 8;
const margin = Math.round(0.7 * inch);
/** Between the margins. */
const breadth = 11 * inch - 2 * margin;
const lineWidth = Math.round(0.45 * inch);
const leastQueryWidth = Math.round(2.2 * inch);
const countWidth = Math.round(0.8 * inch);
/** More columns of numbers than this are narrow, and their heads stand upright. */
const mostLevel = 7;

/** Writes the DOCX. */
export async function reportDocx(sheet: ReportSheet): Promise<ExportFile> {
  const { countHeads, rows, totals, facts } = reportTable(sheet, {
    most: mostValues,
    fuller: 'the XLSX and the CSV have more',
  });
  const widths = widthsOf(countHeads.length);
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
            margin: { top: margin, bottom: margin, left: margin, right: margin },
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
            layout: TableLayoutType.FIXED,
            width: { size: breadth, type: WidthType.DXA },
            columnWidths: widths,
            rows: [
              headRow(countHeads, widths),
              ...rows.map((row) => lineRow(row, widths, false)),
              lineRow(totals, widths, true),
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

/** Widths of line, query and counts; together the breadth of the page. */
function widthsOf(counts: number): number[] {
  const room = Math.floor((breadth - lineWidth - leastQueryWidth) / counts);
  const width = Math.min(countWidth, room);
  return [lineWidth, breadth - lineWidth - counts * width, ...Array.from({ length: counts }, () => width)];
}

function factLine([name, value]: readonly [string, string]): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text: `${name}: `, bold: true }), new TextRun({ text: writable(value) })],
    spacing: { after: 40 },
  });
}

function headRow(countHeads: readonly string[], widths: readonly number[]): TableRow {
  const isUpright = countHeads.length > mostLevel;
  const upright = isUpright ? { textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT } : {};
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    // Word does not make room for upright text by itself.
    ...(isUpright ? { height: { value: Math.round(1.3 * inch), rule: HeightRule.ATLEAST } } : {}),
    children: ['line', 'query', ...countHeads].map((head, at) =>
      cellOf([paragraphOf(head, { bold: true })], widths[at] ?? 0, at < 2 ? {} : upright),
    ),
  });
}

function lineRow(
  { line, query, counts, asked, notAsked }: TableLine,
  widths: readonly number[],
  bold: boolean,
): TableRow {
  const below = [
    ...(asked === '' ? [] : [paragraphOf(asked, { italics: true, size: 14 })]),
    ...(notAsked === '' ? [] : [paragraphOf(bold ? notAsked : `Not asked: ${notAsked}`, { bold: true, size: 14 })]),
  ];
  return new TableRow({
    cantSplit: true,
    children: [
      cellOf([paragraphOf(line, { bold })], widths[0] ?? 0),
      cellOf([paragraphOf(query, { bold }), ...below], widths[1] ?? 0),
      ...counts.map((cell, at) => cellOf([paragraphOf(cell, { bold })], widths[at + 2] ?? 0)),
    ],
  });
}

function cellOf(
  children: Paragraph[],
  width: number,
  extra: { readonly textDirection?: (typeof TextDirection)[keyof typeof TextDirection] } = {},
): TableCell {
  return new TableCell({
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.TOP,
    children,
    ...extra,
  });
}

function paragraphOf(
  cell: Cell,
  style: { readonly bold?: boolean; readonly italics?: boolean; readonly size?: number },
): Paragraph {
  const text = writable(typeof cell === 'number' ? cell.toLocaleString('en-US') : cell);
  return new Paragraph({
    alignment: typeof cell === 'number' ? 'right' : 'left',
    children: [new TextRun({ text, size: 16, ...style })],
  });
}
