// Lists of queries out of files: texts in every usual code, workbooks row for row, and what is no list.
import { describe, expect, test } from '@jest/globals';
import writeExcelFile from 'write-excel-file/node';
import { countLines, csvOfSheet, listOfFile, textOf } from '../../../client/src/reports/list-file.ts';

const bytesOf = (...parts: (string | number[])[]): ArrayBuffer =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part))).buffer;

describe('text in the code it was saved in', () => {
  const rows: [bytes: ArrayBuffer, text: string, why: string][] = [
    [bytesOf('“titan”'), '“titan”', 'UTF-8'],
    [bytesOf([0xff, 0xfe, 0x74, 0, 0x69, 0]), 'ti', 'UTF-16, the low byte first'],
    [bytesOf([0xfe, 0xff, 0, 0x74, 0, 0x69]), 'ti', 'UTF-16, the high byte first'],
    [bytesOf([0x93, 0x74, 0x94]), '“t”', 'Windows'],
    [bytesOf(), '', 'nothing'],
  ];
  test.each(rows)('%#', (bytes, text) => expect(textOf(bytes)).toBe(text));
});

describe('a file', () => {
  test.each<[name: string, content: string, kind: string]>([
    ['terms.txt', 'titan\ninbox', 'lines'],
    ['terms', 'titan', 'lines'],
    ['TERMS.CSV', 'query\ntitan', 'csv'],
  ])('%s', async (name, content, kind) => {
    expect(await listOfFile(new File([content], name))).toEqual({ list: content, kind });
  });

  test('a workbook keeps the numbers of its rows', async () => {
    const rows = [
      ['query', 'who'],
      ['"inbox api"', 'Meta'],
      [null, null],
      ['titan', 7],
    ];
    const bytes = await writeExcelFile(
      rows.map((cells) => cells.map((value) => (value === null ? null : { value }))),
      {
        sheet: 'Terms',
      },
    ).toBuffer();
    const { list, kind } = await listOfFile(new File([new Uint8Array(bytes)], 'terms.xlsx'));
    expect(kind).toBe('csv');
    expect(list.split('\n')).toEqual(['"query","who"', '"""inbox api""","Meta"', '"",""', '"titan","7"']);
  });

  test.each<[name: string, content: string, says: RegExp]>([
    ['brief.pdf', '%PDF', /“brief\.pdf” is none/],
    ['terms.txt', 'a\0b', /no text/],
    ['terms.xlsx', 'no zip', /cannot be read as a workbook.*Save its sheet as CSV/s],
    ['terms.txt', 'x'.repeat(2_000_001), /2,000,000 characters are the most/],
  ])('%s is refused with what to do (%#)', async (name, content, says) => {
    await expect(listOfFile(new File([content], name))).rejects.toThrow(says);
  });
});

test('cells of every kind', () => {
  const day = new Date('2024-03-23T00:00:00Z');
  expect(csvOfSheet([['a', true, 1.5, day, null], ['b']])).toBe('"a","true","1.5","2024-03-23",""\n"b","","","",""');
});

test('lines that hold a query', () => {
  expect(countLines('titan\r\n\n  \n# remark\n#metoo\n #\ninbox')).toBe(3);
});
