// A tray as CSV: one row a passage, a byte-order mark for spreadsheets, formulas disarmed, every cell in quotation marks (a lone
// line feed in a note ends the row in some programs, a semicolon the cell in others).
import { stringify } from 'csv-stringify/sync';
import { escapeCell } from './escape.ts';
import { exportName, unsearchedLine, type ExportFile, type ExportRow, type ExportSheet } from './export-rows.ts';

const columns: readonly (readonly [string, (row: ExportRow) => string])[] = [
  ['number', ({ number }) => String(number)],
  ['quote', ({ quote }) => quote],
  ['citation', ({ citation }) => citation],
  ['document', ({ documentTitle }) => documentTitle],
  ['ecf', ({ ecf }) => ecf ?? ''],
  ['filed', ({ filedOn }) => filedOn ?? ''],
  ['docket number', ({ docketNumber }) => docketNumber ?? ''],
  ['pdf page', ({ pageNumber }) => String(pageNumber)],
  ['printed page', ({ pageLabel }) => pageLabel ?? ''],
  ['bates', ({ bates }) => bates ?? ''],
  ['lines', ({ lines }) => lines ?? ''],
  ['paragraph', ({ paragraph }) => paragraph ?? ''],
  ['tags', ({ tags }) => tags.join('; ')],
  ['note', ({ note }) => note],
  [
    'status',
    ({ found, specimen }) =>
      [found ? '' : 'quote not found any more', specimen ? 'specimen, not a court record' : '']
        .filter(Boolean)
        .join('; '),
  ],
];

/** Writes the CSV (RFC 4180, UTF-8 with byte-order mark, CRLF). */
export function exportCsv(sheet: ExportSheet): ExportFile {
  const unsearched = unsearchedLine(sheet);
  // A last row without a number: a sheet that says nothing of what was not searched would be taken for the whole.
  const note = unsearched === '' ? [] : [columns.map(([name]) => (name === 'status' ? unsearched : ''))];
  const text = stringify(
    [
      columns.map(([name]) => name),
      ...sheet.rows.map((row) => columns.map(([, valueOf]) => escapeCell(valueOf(row)))),
      ...note,
    ],
    { bom: true, record_delimiter: 'windows', quoted: true },
  );
  return { filename: exportName(sheet.name, 'csv'), media: 'text/csv; charset=utf-8', bytes: Buffer.from(text) };
}
