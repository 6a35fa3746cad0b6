// Lists as people have them, pasted, exported and uploaded: each query with its place, nothing cut, nothing left out that was not meant so.
import { describe, expect, test } from '@jest/globals';
import { maxReportQueries } from '../../../server/contract/report-api.ts';
import { queriesOfArray, queriesOfList, queriesOfSheet } from '../../../server/search/reports/query-list.ts';

/** Line and query, as a pair. */
type Listed = readonly [line: number, q: string];
const pairs = (queries: ReturnType<typeof queriesOfArray>): Listed[] => queries.map(({ line, q }) => [line, q]);
const bom = '\uFEFF';

describe('a text', () => {
  test.each<[string, Listed[], string]>([
    [
      'titan\ninbox',
      [
        [1, 'titan'],
        [2, 'inbox'],
      ],
      'one a line',
    ],
    [
      'titan\r\ninbox\r\n',
      [
        [1, 'titan'],
        [2, 'inbox'],
      ],
      'lines of Windows, the last one ended',
    ],
    [
      'titan\rinbox',
      [
        [1, 'titan'],
        [2, 'inbox'],
      ],
      'lines of old Excel for Mac',
    ],
    [`${bom}titan`, [[1, 'titan']], 'the mark that Notepad puts first is no part of a query'],
    [`${bom}# remark\ntitan`, [[2, 'titan']], 'nor does it make a remark a query'],
    [
      '\n\ntitan\n \n\tinbox \n',
      [
        [3, 'titan'],
        [5, 'inbox'],
      ],
      'blank lines count as lines, and white space is none of a query',
    ],
    ['# agreed on May 3\ntitan\n#\n##\n#\tx', [[2, 'titan']], 'remarks'],
    [
      '#metoo\n#1 AND titan',
      [
        [1, '#metoo'],
        [2, '#1 AND titan'],
      ],
      'a word with a number sign is no remark',
    ],
    ['titan # not a remark', [[1, 'titan # not a remark']], 'nor is what follows a query'],
    ['"inbox api" w/5 titan, "x"', [[1, '"inbox api" w/5 titan, "x"']], 'quotation marks and commas are the query’s'],
    [
      'titan\ntitan',
      [
        [1, 'titan'],
        [2, 'titan'],
      ],
      'twice is twice: both sides see both',
    ],
    [
      'query\ntitan',
      [
        [1, 'query'],
        [2, 'titan'],
      ],
      'a text has no head',
    ],
  ])('%j (%#)', (list, expected) => {
    expect(pairs(queriesOfList(list, 'lines'))).toEqual(expected);
  });
});

describe('a CSV', () => {
  test.each<[string, string, Listed[]]>([
    [
      'without a head: the first column',
      'titan,one\ninbox,two',
      [
        [1, 'titan'],
        [2, 'inbox'],
      ],
    ],
    ['one column, one head', 'query\ntitan', [[2, 'titan']]],
    [
      'the column by its name, wherever it stands',
      'no,Query,note\n1,titan,x\n2,inbox,y',
      [
        [2, 'titan'],
        [3, 'inbox'],
      ],
    ],
    ['other names of it', 'No., Search Terms \n1,titan', [[2, 'titan']]],
    ['more names of it', 'id,Keywords\n1,titan', [[2, 'titan']]],
    ['the mark that Excel puts first', `${bom}query,note\r\ntitan,x\r\n`, [[2, 'titan']]],
    ['a comma inside a quoted cell', 'query,note\n"titan, inbox",x', [[2, 'titan, inbox']]],
    ['a phrase as Excel writes it', 'query\n"""inbox api"" w/5 titan"', [[2, '"inbox api" w/5 titan']]],
    ['a phrase alone as Excel writes it', 'query\n"""inbox api"""', [[2, '"inbox api"']]],
    [
      'a phrase as people write it',
      'query\n"inbox api" w/5 titan\n"a" OR "b"',
      [
        [2, '"inbox api" w/5 titan'],
        [3, '"a" OR "b"'],
      ],
    ],
    ['a phrase in the middle', 'query,note\ntitan w/5 "inbox api",x', [[2, 'titan w/5 "inbox api"']]],
    ['a comma in a phrase at the start', 'query\n"ads, spend" w/5 titan', [[2, '"ads, spend" w/5 titan']]],
    ['blank rows and rows without a query keep the count', 'query,note\n\n,x\ntitan,y', [[4, 'titan']]],
    ['rows shorter than the head', 'note,query\nx\ny,titan', [[3, 'titan']]],
    [
      'rows with empty cells past the head',
      'query\ntitan,,\ninbox',
      [
        [2, 'titan'],
        [3, 'inbox'],
      ],
    ],
    ['semicolons, where the comma is for decimals', 'no;query\n1;titan, inbox', [[2, 'titan, inbox']]],
    ['tabs', 'query\tnote\ntitan, inbox\tx', [[2, 'titan, inbox']]],
    ['a semicolon is the query’s where commas part', 'query\ntitan; inbox', [[2, 'titan; inbox']]],
  ])('%s', (_, list, expected) => {
    expect(pairs(queriesOfList(list, 'csv'))).toEqual(expected);
  });

  test.each([
    ['query\n"titan\ninbox', /no CSV.*quot.*quotation marks.*plain text/i, 'a quotation mark that is not closed'],
    [
      'query\ntitan\nFacebook, Inc.',
      /Row 3 .*2 cells, the first 1 cell.*quotation marks/,
      'the query would be cut at its comma',
    ],
    ['no,query\n1,titan\n2,Facebook, Inc.', /Row 3 .*3 cells, the first 2 cells/, 'so would this'],
    ['Facebook, Inc.\ntitan', /Row 2 .*1 cell, the first 2 cells.*“query”/, 'and this, in a list without a head'],
  ])('%j is refused (%#)', (list, message) => {
    expect(() => queriesOfList(list, 'csv')).toThrow(
      expect.objectContaining({ code: 'bad-request', field: 'list', message: expect.stringMatching(message) }),
    );
  });
});

describe('a sheet', () => {
  test.each<[string, unknown[][], Listed[]]>([
    [
      'numbers',
      [['query'], [150], [0.5]],
      [
        [2, '150'],
        [3, '0.5'],
      ],
    ],
    ['a date, as it is written in filters', [['query'], [new Date('2024-03-23T00:00:00Z')]], [[2, '2024-03-23']]],
    ['a truth value', [[true]], [[1, 'true']]],
    ['empty cells and rows', [['no', 'query'], [1, null], [], [2, 'titan'], [3, '  ']], [[4, 'titan']]],
    ['a query over several lines', [['titan OR\ninbox']], [[1, 'titan OR\ninbox']]],
    ['what no cell of text is', [['query'], [{ formula: 'A1' }], ['titan']], [[3, 'titan']]],
    [
      'without a head',
      [['titan', 'x'], ['inbox']],
      [
        [1, 'titan'],
        [2, 'inbox'],
      ],
    ],
  ])('%s', (_, rows, expected) => {
    expect(pairs(queriesOfSheet(rows))).toEqual(expected);
  });
});

describe('queries one by one', () => {
  test('keep their places, also of those that are empty: the caller counts them', () => {
    expect(pairs(queriesOfArray([' titan ', '', 'inbox']))).toEqual([
      [1, 'titan'],
      [2, ''],
      [3, 'inbox'],
    ]);
  });
});

describe('limits', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => `titan${at}`);
  test.each<[string, () => unknown, RegExp]>([
    ['an empty text', () => queriesOfList('', 'lines'), /holds no query/],
    ['a text of remarks', () => queriesOfList('# a\n\n# b', 'lines'), /holds no query/],
    ['an empty CSV', () => queriesOfList('', 'csv'), /holds no query/],
    ['a CSV of a head', () => queriesOfList('query,note\n,x', 'csv'), /holds no query/],
    ['an empty sheet', () => queriesOfSheet([]), /holds no query/],
    ['empty queries', () => queriesOfArray(['', ' ']), /holds no query/],
    ['no queries', () => queriesOfArray([]), /holds no query/],
    ['too many', () => queriesOfArray(many(maxReportQueries + 1)), /5,001 queries; 5,000 are the most.*two reports/],
    ['too many lines', () => queriesOfList(many(maxReportQueries + 1).join('\n'), 'lines'), /5,001/],
  ])('%s is refused', (_, run, message) => {
    expect(run).toThrow(expect.objectContaining({ code: 'bad-request', message: expect.stringMatching(message) }));
  });

  test('as many as may be are taken', () => {
    expect(queriesOfList(many(maxReportQueries).join('\n'), 'lines')).toHaveLength(maxReportQueries);
  });
});
