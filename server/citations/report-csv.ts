// A run of a search-term report as CSV: the table, its totals, and below it what names the corpus.
import { stringify } from 'csv-stringify/sync';
import { escapeCell } from './escape.ts';
import { exportName, type ExportFile } from './export-rows.ts';
import { cellsOf, headsOf, reportTable, type Cell, type ReportSheet } from './report-table.ts';

/** Writes the CSV (RFC 4180, UTF-8 with byte-order mark, CRLF). */
export function reportCsv(sheet: ReportSheet): ExportFile {
  const table = reportTable(sheet);
  const { rows, totals, facts } = table;
  const lines = [headsOf(table), ...rows.map(cellsOf), cellsOf(totals), [], ...facts];
  const text = stringify(lines.map(texts), { bom: true, record_delimiter: 'windows', quoted: true });
  return { filename: exportName(sheet.report.name, 'csv'), media: 'text/csv; charset=utf-8', bytes: Buffer.from(text) };
}

function texts(row: readonly Cell[]): string[] {
  return row.map((cell) => (typeof cell === 'number' ? String(cell) : escapeCell(cell)));
}
