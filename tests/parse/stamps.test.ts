// Every form of stamp that DOMAIN §2 lists, and texts that only look like one.
import { describe, expect, test } from '@jest/globals';
import { findStamps, isStampRest, readStamp } from '../../server/parse/stamps.ts';

const rows: readonly (readonly [
  text: string,
  docketNumber: string,
  document: string | null,
  filedOn: string | null,
  page: number | null,
  pageCount: number | null,
  pageId: string | null,
])[] = [
  [
    'Case 3:20-cv-08570-JD Document 741 Filed 04/03/24 Page 3 of 12',
    '3:20-cv-08570-JD',
    '741',
    '2024-04-03',
    3,
    12,
    null,
  ],
  [
    'Case 8:16-cv-01261-DOC-KES Document 40 Filed 08/05/16 Page 1 of 4 Page ID #:365',
    '8:16-cv-01261-DOC-KES',
    '40',
    '2016-08-05',
    1,
    4,
    '365',
  ],
  [
    'Case 1:21-cv-01061-KLM Document 1 Filed 04/16/21 USDC Colorado Page 7 of 16',
    '1:21-cv-01061-KLM',
    '1',
    '2021-04-16',
    7,
    16,
    null,
  ],
  [
    'Case: 1:18-cv-05587 Document #: 1000 Filed: 06/01/21 Page 8 of 18 PageID #:32475',
    '1:18-cv-05587',
    '1000',
    '2021-06-01',
    8,
    18,
    '32475',
  ],
  [
    'Case 09-00429 Doc 83 Filed 03/09/10 Entered 03/09/10 09:03:58 Desc Main Document Page 1 of 4',
    '09-00429',
    '83',
    '2010-03-09',
    1,
    4,
    null,
  ],
  ['Case: 21-2728 Document: 138-2 Page: 1 Date Filed: 08/17/2022', '21-2728', '138-2', '2022-08-17', 1, null, null],
  [
    'Case: 20-1507 Document: 00117684624 Page: 1 Date Filed: 12/22/2020 Entry ID: 6390389',
    '20-1507',
    '00117684624',
    '2020-12-22',
    1,
    null,
    null,
  ],
  ['Case 17-3510, Document 1-1, 10/31/2017, 2161300, Page1 of 2', '17-3510', '1-1', '2017-10-31', 1, 2, null],
  ['Appeal: 17-2218 Doc: 17 Filed: 10/31/2017 Pg: 1 of 1', '17-2218', '17', '2017-10-31', 1, 1, null],
  ['USCA4 Appeal: 17-2218 Doc: 17 Filed: 10/31/2017 Pg: 1 of 1', '17-2218', '17', '2017-10-31', 1, 1, null],
  [
    'Appellate Case: 21-800 Document: 010110462922 Date Filed: 01/11/2021 Page: 1',
    '21-800',
    '010110462922',
    '2021-01-11',
    1,
    null,
    null,
  ],
  ['Case: 20-16276, 08/05/2020, ID: 11778722, DktEntry: 19, Page 1 of 15', '20-16276', '19', '2020-08-05', 1, 15, null],
  ['Case: 25-1689, 07/15/2025, DktEntry: 28.1, Page 1 of 2', '25-1689', '28.1', '2025-07-15', 1, 2, null],
  [
    '2:17-cv-10310-VAR-SDD Doc # 5 Filed 02/02/17 Pg 1 of 19 Pg ID 43',
    '2:17-cv-10310-VAR-SDD',
    '5',
    '2017-02-02',
    1,
    19,
    '43',
  ],
  [
    'Case 8:15-cv-01228-DOC-MRW Document 132 (Ex Parte) Filed 05/02/16 Page 1 of 8',
    '8:15-cv-01228-DOC-MRW',
    '132',
    '2016-05-02',
    1,
    8,
    null,
  ],
  [
    'Appellate Case: 22-1801 Page: 1 Date Filed: 10/04/2022 Entry ID: 5203923',
    '22-1801',
    null,
    '2022-10-04',
    1,
    null,
    null,
  ],
  ['Case: 17-2400 Document: 3 Filed: 07/13/2017 Pages: 1', '17-2400', '3', '2017-07-13', null, 1, null],
];

describe('readStamp', () => {
  test.each(rows)('%s', (text, docketNumber, document, filedOn, page, pageCount, pageId) => {
    expect(readStamp(text)).toEqual({ docketNumber, document, filedOn, page, pageCount, pageId, text });
  });

  test.each([
    ['prose that names a case', 'In Case 3:20-cv-08570-JD the Court granted the motion.'],
    ['a record citation', 'See Dkt. No. 645 at 3; Case No. 3:20-cv-08570-JD.'],
    ['a caption', 'Case No. 3:20-cv-08570-JD'],
    ['a page number', 'Page 3 of 12'],
    ['nothing', ''],
  ])('no stamp: %s', (_, text) => {
    expect(readStamp(text)).toBeNull();
  });

  test('an impossible date is null, not a guess', () => {
    expect(readStamp('Case 3:20-cv-08570-JD Document 741 Filed 14/33/24 Page 3 of 12')?.filedOn ?? null).toBeNull();
  });
});

describe('findStamps', () => {
  test('a stamp ends at its last field: what follows on the line is not part of it', () => {
    const [found] = findStamps('Case 5:19-cv-06879-BLF Document 98 Filed 03/24/20 Page 2 of 20   2');
    expect(found?.stamp.text).toBe('Case 5:19-cv-06879-BLF Document 98 Filed 03/24/20 Page 2 of 20');
  });

  test('two stamps on one line', () => {
    const text =
      'Case 5:17-cv-04467-BLF Document 259-7 Filed 05/04/20 Page 19 of 20 Case 5:17-cv-00072-BLF Document 547-5 Filed 04/16/20 Page 25 of 37';
    expect(findStamps(text).map(({ stamp }) => stamp.document)).toEqual(['259-7', '547-5']);
  });
});

describe('isStampRest', () => {
  test.each([
    ['#:8540', true],
    ['Page 3 of 12', true],
    ['Document Page 1 of 4', true],
    ['Page ID #:365', true],
    ['Desc Exhibit C Page 1 of 3', true],
    ['Main Document Page 1 of 4', true],
    ['INTRODUCTION', false],
    ['Page 1', false],
    ['On page 3 of 12 the letter says', false],
  ])('%s', (text, expected) => {
    expect(isStampRest(text)).toBe(expected);
  });
});
