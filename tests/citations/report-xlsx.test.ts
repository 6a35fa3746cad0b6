// The workbook of a report, read back by a reader of workbooks.
import { describe, expect, test } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import { reportXlsx } from '../../server/citations/report-xlsx.ts';
import type { ReportRow } from '../../server/contract/report-api.ts';
import { reportedRow, reportSheetOf, resultOf } from './report-sheets.ts';
import { zipParts } from './zip-parts.ts';

async function read(rows: readonly ReportRow[], sheet: Parameters<typeof reportSheetOf>[1] = {}, name = 'Queries') {
  return readSheet((await reportXlsx(reportSheetOf(rows, sheet))).bytes, name);
}

test('has the table on one sheet, with numbers as numbers', async () => {
  const [heads, row, totals] = await read([reportedRow()]);
  expect(heads).toEqual([
    'line',
    'query',
    'documents',
    'hits',
    'documents with families',
    'unique documents',
    'distinct files',
    'what was asked',
    'not asked because',
  ]);
  expect(row).toEqual([1, 'titan', 4, 12, 6, 1, 3, 'documents that hold “titan”', null]);
  expect(totals).toEqual([null, 'any query', 4, 12, 6, null, 3, null, null]);
});

test('has what names the corpus on the other', async () => {
  const facts = await read(
    [reportedRow()],
    { result: resultOf({ isFinal: false, notices: ['2 pages waited.'] }) },
    'Corpus',
  );
  expect(Object.fromEntries(facts)).toMatchObject({
    Report: 'Agreed terms',
    Corpus: expect.stringContaining('ab_cd_ef'),
    Final: 'no: 2 pages waited.',
  });
});

test('is named after the report', async () => {
  expect(await reportXlsx(reportSheetOf([]))).toMatchObject({
    filename: 'Agreed terms.xlsx',
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
});

describe('a query', () => {
  test.each([
    ['=cmd|"/c calc"!A1', 'a formula'],
    ['-titan', 'a minus'],
    ['+5', 'a number with a sign'],
    ['42', 'a number'],
    ['2024-03-23', 'a date'],
    ['TRUE', 'a truth value'],
    ['"inbox api" w/5 titan & <b>', 'signs of XML'],
    ['_x0041_ _x000D_', 'what a workbook takes for an escape'],
    ['one\ntwo', 'two lines'],
  ])('%j is that text (%s)', async (q) => {
    const { bytes } = await reportXlsx(reportSheetOf([reportedRow({ q })]));
    expect((await readSheet(bytes, 'Queries'))[1]?.[1]).toBe(q);
    for (const [name, xml] of zipParts(bytes)) if (name.startsWith('xl/worksheets/')) expect(xml).not.toMatch(/<f[ >]/);
  });

  test('with signs that XML lacks leaves a workbook that opens, in heads too', async () => {
    const bad = 'a\u0000\u0001\u000b\ufffe\ud800b';
    const values = [{ value: 'x', label: bad, documents: 1 }];
    const report = { ...reportSheetOf([]).report, name: bad, facet: 'person' as const };
    const { bytes } = await reportXlsx(reportSheetOf([reportedRow({ q: bad, explained: bad, values })], { report }));
    for (const xml of zipParts(bytes).values()) {
      // oxlint-disable-next-line no-control-regex -- these are what must not be there
      expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    }
    const [heads, row] = await readSheet(bytes, 'Queries');
    expect(row?.[1]).toBe('a□□□□□b');
    expect(heads).toContain('person: a□□□□□b');
  });

  test('longer than a cell is cut with a mark, not between the halves of a sign', async () => {
    const explained = '😀'.repeat(20_000);
    const [, row] = await read([reportedRow({ explained })]);
    const text = String(row?.[7]);
    expect(text.length).toBeLessThanOrEqual(32_767);
    expect(text).toMatch(/^(?:😀)+…$/u);
  });
});

test('more values than a sheet is read by are left out with a word', async () => {
  const values = Array.from({ length: 250 }, (_, at) => ({ value: `v${at}`, label: `v${at}`, documents: 250 - at }));
  const report = { ...reportSheetOf([]).report, facet: 'person' as const };
  const [heads] = await read([reportedRow({ values })], { report });
  expect(heads?.filter((head) => String(head).startsWith('person: '))).toHaveLength(200);
  expect(Object.fromEntries(await read([reportedRow({ values })], { report }, 'Corpus'))).toMatchObject({
    'Not shown': 'of 250 values of “person” the 50 least frequent; the CSV has them all',
  });
});

test('holds 1,000 queries', async () => {
  const rows = await read(
    Array.from({ length: 1000 }, (_, at) => reportedRow({ line: at + 1, q: `titan w/${at} inbox` })),
  );
  expect(rows).toHaveLength(1002);
  expect(rows[1000]?.slice(0, 2)).toEqual([1000, 'titan w/999 inbox']);
});
