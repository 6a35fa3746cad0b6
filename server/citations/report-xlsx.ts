// A run of a search-term report as a workbook: one sheet with the table, one with what names the corpus.
import writeExcelFile from 'write-excel-file/node';
import { exportName, type ExportFile } from './export-rows.ts';
import { writable } from './export-docx.ts';
import { reportTable, type Cell, type ReportSheet } from './report-table.ts';

/** Characters of a cell that Excel opens. */
const longestCell = 32_767;

/** Writes the XLSX. Cells are text or numbers, never formulas. */
export async function reportXlsx(sheet: ReportSheet): Promise<ExportFile> {
  const { heads, rows, totals, facts } = reportTable(sheet);
  const head = heads.map((text) => ({ value: text, type: String, fontWeight: 'bold' as const, wrap: true }));
  const widths = heads.map((name) => ({ width: name === 'query' || name === 'what was asked' ? 50 : 14 }));
  const bytes = await writeExcelFile([
    {
      data: [
        head,
        ...rows.map((row) => row.map(cellOf)),
        totals.map((cell) => ({ ...cellOf(cell), fontWeight: 'bold' as const })),
      ],
      sheet: 'Queries',
      columns: widths,
      stickyRowsCount: 1,
    },
    {
      data: facts.map(([name, value]) => [{ ...cellOf(name), fontWeight: 'bold' as const }, cellOf(value)]),
      sheet: 'Corpus',
      columns: [{ width: 16 }, { width: 90 }],
    },
  ]).toBuffer();
  return {
    filename: exportName(sheet.report.name, 'xlsx'),
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes,
  };
}

function cellOf(cell: Cell) {
  return typeof cell === 'number'
    ? { value: cell, type: Number }
    : { value: writable(cell).slice(0, longestCell), type: String, wrap: true };
}
