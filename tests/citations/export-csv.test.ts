// The CSV of a tray, read back as a spreadsheet would read it.
import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { exportCsv } from '../../server/citations/export-csv.ts';
import { rowOf, sheetOf } from './sheets.ts';

function read(bytes: Buffer): Record<string, string>[] {
  return parse(bytes, { bom: true, columns: true, record_delimiter: '\r\n' });
}

describe('CSV', () => {
  test('has a header, one row a passage, in the tray’s order', () => {
    const file = exportCsv(
      sheetOf([
        rowOf({ bates: 'META-1', tags: ['ad spend', 'titan'], note: 'compare', paragraph: '34' }),
        rowOf({ number: 2, ecf: null, filedOn: null, docketNumber: null, pageLabel: null, lines: null }),
      ]),
    );
    expect(file).toMatchObject({ filename: 'Ad spend.csv', media: 'text/csv; charset=utf-8' });
    const [first, second] = read(file.bytes);
    expect(first).toEqual({
      number: '1',
      quote: 'The Titan API was private.',
      citation: 'Pls.’ Letter Br. 3:14–22, ECF No. 735.',
      document: 'Joint Letter Brief',
      ecf: '735',
      filed: '2024-03-23',
      'docket number': '3:20-cv-08570-JD',
      'pdf page': '5',
      'printed page': '3',
      bates: 'META-1',
      lines: '14–22',
      paragraph: '34',
      tags: 'ad spend; titan',
      note: 'compare',
      status: '',
    });
    expect(second).toMatchObject({
      number: '2',
      ecf: '',
      filed: '',
      'docket number': '',
      'printed page': '',
      lines: '',
    });
  });

  test('begins with a byte-order mark and ends its lines with CR LF: Excel reads “§” and “’” right', () => {
    const { bytes } = exportCsv(sheetOf([rowOf({ quote: '§ 2 of the “Act”' })]));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8').split('\r\n')).toHaveLength(3);
    expect(bytes.toString('utf8')).toContain('"§ 2 of the “Act”"');
  });

  test.each([
    ['one, two', 'a comma'],
    ['say “x” and "y"', 'quotation marks'],
    ['one\ntwo', 'a lone line feed: part of the cell, not a new row'],
    ['one\rtwo', 'a lone return'],
    ['one\r\ntwo', 'both'],
    ['one;two', 'a semicolon, which parts cells where the comma is for decimals'],
    [' one ', 'white space'],
  ])('%j comes back as it was (%s)', (note) => {
    const { bytes } = exportCsv(sheetOf([rowOf({ note }), rowOf({ number: 2 })]));
    expect(read(bytes).map((row) => row['note'])).toEqual([note, '']);
    // Every cell stands in quotation marks, whatever a program takes for the end of a row or cell.
    expect(bytes.toString('utf8')).toContain(`"${note.replaceAll('"', '""')}"`);
  });

  test('no cell is a formula, wherever the text came from', () => {
    const formula = '=cmd|"/c calc"!A1';
    const row = rowOf({
      quote: formula,
      citation: formula,
      documentTitle: formula,
      ecf: formula,
      filedOn: formula,
      docketNumber: formula,
      pageLabel: formula,
      bates: formula,
      lines: formula,
      paragraph: formula,
      tags: [formula],
      note: formula,
    });
    const [read0] = read(exportCsv(sheetOf([row])).bytes);
    const cells = Object.values(read0 ?? {});
    expect(cells.filter((cell) => cell === `'${formula}`)).toHaveLength(12);
    expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  });

  test.each([
    [{ found: true, specimen: false }, ''],
    [{ found: false, specimen: false }, 'quote not found any more'],
    [{ found: true, specimen: true }, 'specimen, not a court record'],
    [{ found: false, specimen: true }, 'quote not found any more; specimen, not a court record'],
  ])('status of %j is “%s”', (row, status) => {
    expect(read(exportCsv(sheetOf([rowOf(row)])).bytes)[0]?.['status']).toBe(status);
  });

  test('what was not searched stands in a last row, and nowhere when everything was', () => {
    const rows = read(exportCsv(sheetOf([rowOf()], 'Ad spend', { pages: 14, documents: 1 })).bytes);
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatchObject({
      number: '',
      status: 'Not searched: 14 pages of 1 filing (unreadable, or waiting for recognition).',
    });
    expect(read(exportCsv(sheetOf([rowOf()])).bytes)).toHaveLength(1);
  });

  test('an empty tray is a header', () => {
    expect(exportCsv(sheetOf([])).bytes.toString('utf8').split('\r\n')).toHaveLength(2);
  });
});
