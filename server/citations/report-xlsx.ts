// A run of a search-term report as a workbook: one sheet with the table, one with what names the corpus.
import writeExcelFile from 'write-excel-file/node';
import { exportName, type ExportFile } from './export-rows.ts';
import { writable } from './export-docx.ts';
import { cellsOf, headsOf, reportTable, type Cell, type ReportSheet } from './report-table.ts';

/** Characters of a cell that Excel opens. */
const longestCell = 32_767;
/** Columns by value: beyond some hundreds nobody reads them, and memory runs short (Excel itself stops at 16,384). */
const mostValues = 200;
const bold = { fontWeight: 'bold' } as const;

/** Writes the XLSX. Cells are text or numbers, never formulas. */
export async function reportXlsx(sheet: ReportSheet): Promise<ExportFile> {
  const table = reportTable(sheet, { most: mostValues, fuller: 'the CSV has them all' });
  const { rows, totals, facts } = table;
  const heads = headsOf(table);
  const bytes = await writeExcelFile([
    {
      data: [
        heads.map((head) => ({ ...cellOf(head), ...bold })),
        ...rows.map((row) => cellsOf(row).map(cellOf)),
        cellsOf(totals).map((cell) => ({ ...cellOf(cell), ...bold })),
      ],
      sheet: 'Queries',
      columns: heads.map((_, at) => ({
        width: at === 0 ? 6 : [1, heads.length - 2, heads.length - 1].includes(at) ? 50 : 14,
      })),
      stickyRowsCount: 1,
    },
    {
      data: facts.map(([name, value]) => [{ ...cellOf(name), ...bold }, cellOf(value)]),
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
    ? { value: cell, type: Number, alignVertical: 'top' as const }
    : { value: textOf(cell), type: String, wrap: true, alignVertical: 'top' as const };
}

/** `_x0041_` is an escape in a workbook (ECMA-376, ST_Xstring): its own first sign is escaped, so that it stays what was written. */
function textOf(text: string): string {
  // The library would drop the sign for what cannot be written, and nobody would see that something stood there.
  const visible = writable(text).replaceAll('\uFFFD', '□');
  const whole = visible.replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
  return whole.length <= longestCell ? whole : `${whole.slice(0, longestCell - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
