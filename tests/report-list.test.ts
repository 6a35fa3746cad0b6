// Lists as they lie on disk: in whatever code they were saved, the queries are those that were written, or the file is refused.
import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import writeExcelFile from 'write-excel-file/node';
import { readReportList } from '../server/report-list.ts';

const folder = mkdtempSync(join(tmpdir(), 'pincite-lists-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const listed = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const written = '\ufefftitan\r\n“é” w/5 inbox';

describe('the same queries', () => {
  test.each<[string, string, string | Buffer]>([
    ['in UTF-8', 'a.txt', 'titan\n“é” w/5 inbox\n'],
    ['in UTF-8 with a mark', 'a.txt', written],
    ['in UTF-16, as Windows saves “Unicode”', 'a.txt', Buffer.from(written, 'utf16le')],
    ['in UTF-16, big end first', 'a.txt', bigEndian(written)],
    ['in a file without an ending', 'list', 'titan\n“é” w/5 inbox'],
    ['in a CSV', 'a.CSV', 'titan,x\n“é” w/5 inbox,y'],
  ])('%s', async (_, name, content) => {
    expect(await readReportList(listed(name, content))).toEqual([
      { line: 1, q: 'titan' },
      { line: 2, q: '“é” w/5 inbox' },
    ]);
  });

  test('in a workbook, by their rows, blank ones counted', async () => {
    const text = (value: string) => ({ value, type: String });
    const rows = [
      [text('no'), text('Search Terms')],
      [{ value: 1, type: Number }, text('=titan')],
      [null, null],
      [
        { value: 2, type: Number },
        { value: 2024, type: Number },
      ],
    ];
    expect(await readReportList(listed('a.xlsx', await writeExcelFile(rows).toBuffer()))).toEqual([
      { line: 2, q: '=titan' },
      { line: 4, q: '2024' },
    ]);
  });
});

describe('refused', () => {
  test.each<[string, () => string, string, RegExp]>([
    ['what is not there', () => join(folder, 'none.txt'), 'not-found', /There is no list .*none\.txt/],
    ['a folder', () => folder, 'bad-request', /is a folder/],
    [
      'another code',
      () => listed('b.txt', Buffer.from('Caf\xe9 w/5 titan', 'latin1')),
      'bad-request',
      /b\.txt is no text in UTF-8\. Save it/,
    ],
    ['a document', () => listed('b.doc', Buffer.from([0x50, 0x4b, 0, 0])), 'bad-request', /no text in UTF-8/],
    [
      'UTF-16 without a mark',
      () => listed('c.txt', Buffer.from('titan', 'utf16le')),
      'bad-request',
      /no text in UTF-8/,
    ],
    [
      'a workbook that is none',
      () => listed('b.xlsx', 'titan'),
      'bad-request',
      /b\.xlsx could not be read as an XLSX workbook/,
    ],
    ['a broken CSV', () => listed('b.csv', 'query\n"titan'), 'bad-request', /no CSV.*plain text/],
    ['a list of remarks', () => listed('d.txt', '# nothing\n'), 'bad-request', /holds no query/],
  ])('%s', async (_, path, code, message) => {
    await expect(readReportList(path())).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });
});
