// A tray for the exports' tests, with everything a hostile filing and a careless note can hold.
import type { ExportRow, ExportSheet } from '../../server/citations/export-rows.ts';

/** A row with what differs. */
export function rowOf(row: Partial<ExportRow> = {}): ExportRow {
  return {
    number: 1,
    quote: 'The Titan API was private.',
    citation: 'Pls.’ Letter Br. 3:14–22, ECF No. 735.',
    documentTitle: 'Joint Letter Brief',
    ecf: '735',
    filedOn: '2024-03-23',
    docketNumber: '3:20-cv-08570-JD',
    pageNumber: 5,
    pageLabel: '3',
    bates: null,
    lines: '14–22',
    paragraph: null,
    tags: [],
    note: '',
    specimen: false,
    found: true,
    ...row,
  };
}

/** A tray of rows. */
export function sheetOf(
  rows: readonly ExportRow[],
  name = 'Ad spend',
  unsearched: ExportSheet['unsearched'] = { pages: 0, documents: 0 },
): ExportSheet {
  return { name, rows, madeAt: '2026-01-02T03:04:05.000Z', fingerprint: 'ab_cd_ef', version: '0.1.0', unsearched };
}
