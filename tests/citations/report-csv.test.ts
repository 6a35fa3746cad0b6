// The CSV of a report, read back as a spreadsheet would read it.
import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { reportCsv } from '../../server/citations/report-csv.ts';
import type { ReportRow } from '../../server/contract/report-api.ts';
import { reportedRow, reportSheetOf } from './report-sheets.ts';

function read(rows: readonly ReportRow[], name = 'Agreed terms'): string[][] {
  const sheet = reportSheetOf(rows);
  const { bytes } = reportCsv({ ...sheet, report: { ...sheet.report, name } });
  return parse(bytes, { bom: true, relax_column_count: true, record_delimiter: '\r\n' });
}

test('has heads, a row for each query, totals, and below an empty row what names the corpus', () => {
  const rows = read([reportedRow(), reportedRow({ line: 2, q: 'inbox' })]);
  expect(rows[0]?.slice(0, 4)).toEqual(['line', 'query', 'documents', 'hits']);
  expect(rows.slice(1, 4).map((row) => row.slice(0, 4))).toEqual([
    ['1', 'titan', '4', '12'],
    ['2', 'inbox', '4', '12'],
    ['', 'any query', '4', '12'],
  ]);
  expect(rows[4]).toEqual(['']);
  expect(rows.slice(5).map(([fact]) => fact)).toEqual([
    'Report',
    'Run',
    'Dialect',
    'Filters',
    'Corpus',
    'Made by',
    'Not searched',
    'Final',
  ]);
  expect(rows.find(([fact]) => fact === 'Corpus')?.[1]).toContain('ab_cd_ef');
});

test('is named after the report, and opens in Excel with its signs right', () => {
  const { filename, media, bytes } = reportCsv(reportSheetOf([reportedRow({ q: '“§ 2”' })]));
  expect([filename, media]).toEqual(['Agreed terms.csv', 'text/csv; charset=utf-8']);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.toString('utf8')).toContain('"“§ 2”"');
});

describe('a query', () => {
  test.each([
    ['=cmd|"/c calc"!A1', 'a formula'],
    ['-titan', 'a formula to a spreadsheet'],
    ['+5', 'another'],
    ['@SUM(A1)', 'another'],
    ['＝cmd', 'full-width signs are folded by some'],
  ])('%s is text (%s)', (q) => {
    expect(read([reportedRow({ q })])[1]?.[1]).toBe(`'${q}`);
  });

  test.each(['"inbox api" w/5 titan', 'ads, spend', 'one\ntwo', 'one;two'])('%j comes back as it was', (q) => {
    const rows = read([reportedRow({ q }), reportedRow({ line: 2 })]);
    expect(rows.slice(1, 3).map((row) => row[1])).toEqual([q, 'titan']);
  });
});

test('no cell is a formula, wherever its text came from', () => {
  const formula = '=1+1';
  const row = reportedRow({ q: formula, explained: formula, fault: { detail: formula, position: null } });
  const cells = read([row, { ...row, fault: null }], formula).flat();
  expect(cells.filter((cell) => cell === `'${formula}`).length).toBe(5);
  expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
});

test('what was not asked has empty cells', () => {
  const [, row] = read([reportedRow({ fault: { detail: 'No connector.', position: 3 } })]);
  expect(row).toEqual(['1', 'titan', '', '', '', '', '', '', 'No connector. (at character 4)']);
});
