// The table of stamps: each form of DOMAIN §2 read field by field, and the parser's stamps measured against it.
import { describe, expect, test } from '@jest/globals';
import type { Stamp } from '../../server/contract/page.ts';
import { setPage } from '../passages/page-maker.ts';
import { readStamps, readStampTruth, readTrueStamp, type TrueStamp } from './stamp-truth.ts';

describe('readTrueStamp', () => {
  const rows: [string, (string | number | null)[]][] = [
    [
      'Case 8:16-cv-01261-DOC-KES Document 40 Filed 08/05/16 Page 1 of 4 Page ID #:365',
      ['8:16-cv-01261-DOC-KES', '40', '2016-08-05', 1, 4, '365'],
    ],
    [
      'Case 5:16-cv-00263-DMG-E Document 53 Filed 09/10/18 Page 2 of 17 Page ID',
      ['5:16-cv-00263-DMG-E', '53', '2018-09-10', 2, 17, null],
    ],
    [
      'Case: 19-2005 Document: 00117556587 Page: 44 Date Filed: 02/25/2020 Entry ID: 6319902',
      ['19-2005', '00117556587', '2020-02-25', 44, null, null],
    ],
    ['Case 17-3510, Document 1-1, 10/31/2017, 2161300, Page1 of 2', ['17-3510', '1-1', '2017-10-31', 1, 2, null]],
    [
      '2:17-cv-10310-VAR-SDD Doc # 5 Filed 02/02/17 Pg 18 of 19 Pg ID 60',
      ['2:17-cv-10310-VAR-SDD', '5', '2017-02-02', 18, 19, '60'],
    ],
    ['Case: 20-03050 Doc# 277 Filed: 04/14/21 Page 2 of 2', ['20-03050', '277', '2021-04-14', 2, 2, null]],
    [
      'Case: 1:18-cv-05587 Document #: 1000 Filed: 06/01/21 Page 8 of 18 PageID #:32475',
      ['1:18-cv-05587', '1000', '2021-06-01', 8, 18, '32475'],
    ],
    [
      'Appellate Case: 22-1801 Page: 1 Date Filed: 08/17/2022 Entry ID: 5',
      ['22-1801', null, '2022-08-17', 1, null, null],
    ],
    ['CDaoscuem 8ent:16-cv', [null, null, null, null, null, null]],
  ];
  test.each(rows)('%s', (line, expected) => {
    const { docketNumber, document, filedOn, page, pageCount, pageId } = readTrueStamp(line);
    expect([docketNumber, document, filedOn, page, pageCount, pageId]).toEqual(expected);
  });
});

const stamp: Stamp = {
  docketNumber: '3:20-cv-08570-JD',
  document: '735',
  filedOn: '2024-03-01',
  page: 2,
  pageCount: 12,
  pageId: null,
  text: 'Case 3:20-cv-08570-JD Document 735 Filed 03/01/24 Page 2 of 12',
};
const truth: TrueStamp = readTrueStamp(stamp.text);
const inner = { ...stamp, document: '12', page: 9 };

describe('readStamps', () => {
  test.each<[string, Stamp[], Map<number, TrueStamp> | undefined, (string | undefined)[], string[]]>([
    ['a stamp with all its fields', [stamp], new Map([[1, truth]]), ['1/1', '5/5', '0'], []],
    ['a wrong field', [{ ...stamp, page: 3 }], new Map([[1, truth]]), ['1/1', '4/5', '0'], ['page is 2, read 3']],
    ['the table shows the inner one of two', [inner, stamp], new Map([[1, truth]]), ['1/1', '5/5', '0'], []],
    ['none where one is', [], new Map([[1, truth]]), ['0/1', '0/0', '0'], ['no stamp was found']],
    ['a page beyond the table', [stamp], new Map(), ['0/0', '0/0', '1'], [`not in the table: ${stamp.text}`]],
    ['a file without stamps', [], undefined, [undefined, undefined, '0'], []],
    [
      'letters of a judge in small type',
      [{ ...stamp, docketNumber: '3:20-CV-08570-jd' }],
      new Map([[1, truth]]),
      ['1/1', '5/5', '0'],
      [],
    ],
  ])('%s', (_, stamps, expected, figures, faults) => {
    const found = readStamps([setPage(1, [], { stamps })], expected);
    const written = (['stamps found', 'stamp fields', 'false stamps'] as const).map((name) => {
      const value = found.figures[name];
      if (value === undefined) return undefined;
      return 'count' in value ? String(value.count) : `${value.good}/${value.of}`;
    });
    expect(written).toEqual(figures);
    expect(found.faults.map(({ fault }) => fault)).toEqual(faults);
  });
});

test('readStampTruth takes a table by file and page', () => {
  const table = `file\tpage\tstamp\nx/a.pdf\t2\t${stamp.text}\nx/a.pdf\t3\t${stamp.text}\nb.pdf\t1\t${stamp.text}\n`;
  const read = readStampTruth(table);
  expect([...read].map(([file, pages]) => [file, [...pages.keys()]])).toEqual([
    ['x/a.pdf', [2, 3]],
    ['b.pdf', [1]],
  ]);
  expect(read.get('b.pdf')?.get(1)).toEqual(truth);
});

test('a second table fills the gaps of the first', () => {
  const other = stamp.text.replace('Page 2', 'Page 9');
  const read = readStampTruth(`h\na.pdf\t2\t${stamp.text}`, `h\na.pdf\t2\t${other}\na.pdf\t9\t${other}`);
  expect([...(read.get('a.pdf') ?? [])].map(([page, { page: printed }]) => [page, printed])).toEqual([
    [2, 2],
    [9, 9],
  ]);
});
