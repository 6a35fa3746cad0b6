// The table of a report: which number stands under which head, what has none, and what must be said of the whole.
import { describe, expect, test } from '@jest/globals';
import {
  cellsOf,
  headsOf,
  reportTable,
  type ReportSheet,
  type ValueLimit,
} from '../../server/citations/report-table.ts';
import type { ReportResult, ReportRow } from '../../server/contract/report-api.ts';
import { reportedRow, reportSheetOf, resultOf } from './report-sheets.ts';

/** The lines by head: what a reader of the table sees. */
function linesOf(sheet: ReportSheet, limit: ValueLimit | null = null): Record<string, unknown>[] {
  const table = reportTable(sheet, limit);
  const heads = headsOf(table);
  return [...table.rows, table.totals].map((line) => {
    const cells = cellsOf(line);
    expect(cells).toHaveLength(heads.length);
    return Object.fromEntries(heads.map((head, at) => [head, cells[at]]));
  });
}
const factsOf = (result: Partial<ReportResult>, sheet: Partial<ReportSheet> = {}) =>
  Object.fromEntries(reportTable(reportSheetOf([reportedRow()], { result: resultOf(result), ...sheet })).facts);
const valuesOf = (...values: [string, number][]): ReportRow['values'] =>
  values.map(([value, documents]) => ({ value, label: value.toUpperCase(), documents }));
const byType = { report: { ...reportSheetOf([]).report, facet: 'type' as const } };
const compared = { runId: 'r1', at: '2026-01-01T10:00:00.000Z', rows: [{ line: 1, gained: 3, lost: 1, hits: 7 }] };

describe('lines', () => {
  test('each number stands under its head, and the totals below', () => {
    expect(linesOf(reportSheetOf([reportedRow({ line: 5 })]))).toEqual([
      {
        line: 5,
        query: 'titan',
        documents: 4,
        hits: 12,
        'documents with families': 6,
        'unique documents': 1,
        'distinct files': 3,
        'what was asked': 'documents that hold “titan”',
        'not asked because': '',
      },
      {
        line: '',
        query: 'any query',
        documents: 4,
        hits: 12,
        'documents with families': 6,
        // Summing what only one query hits says nothing.
        'unique documents': '',
        'distinct files': 3,
        'what was asked': '',
        'not asked because': '',
      },
    ]);
  });

  test('what was not asked has no counts, and says why and where', () => {
    const fault = { detail: 'This bracket is not closed.', position: 0 };
    const rows = [
      reportedRow({ q: '(titan', explained: null, fault, hits: 0, documents: 0, withFamilies: 0, unique: 0, files: 0 }),
      reportedRow({ line: 2, fault: { ...fault, position: null } }),
      reportedRow({ line: 3, documents: 0, hits: 0 }),
    ];
    const totals = { ...resultOf().totals, queries: 3, faults: 2 };
    const sheet = reportSheetOf(rows, { result: resultOf({ totals }), ...byType, compared });
    const [first, second, third, all] = linesOf(sheet);
    expect(Object.values(first ?? {})).toEqual([
      1,
      '(titan',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      'This bracket is not closed. (at character 1)',
    ]);
    expect(second?.['not asked because']).toBe('This bracket is not closed.');
    // Nothing found is a number.
    expect(third).toMatchObject({ documents: 0, hits: 0, 'not asked because': '' });
    expect(all?.['not asked because']).toBe('2 not asked');
  });

  test.each<[sameAs: (number | null)[], asked: string[]]>([
    [
      [null, null],
      ['documents that hold “titan”', 'documents that hold “titan”', ''],
    ],
    [
      [null, 1],
      [
        'documents that hold “titan”',
        'documents that hold “titan”; the same question as line 1',
        '1 query repeats an earlier line; the totals count each question once',
      ],
    ],
    [
      [1, 1],
      [
        'documents that hold “titan”; the same question as line 1',
        'documents that hold “titan”; the same question as line 1',
        '2 queries repeat an earlier line; the totals count each question once',
      ],
    ],
  ])('what was asked before says on which line: %j', (sameAs, asked) => {
    const rows = sameAs.map((line, at) => reportedRow({ line: at + 2, sameAs: line }));
    expect(linesOf(reportSheetOf(rows)).map((line) => line['what was asked'])).toEqual(asked);
  });

  test('a query that is a book shows its beginning', () => {
    const [line] = linesOf(reportSheetOf([reportedRow({ q: 'x'.repeat(50_000) })]));
    expect(line?.['query']).toBe(`${'x'.repeat(300)}… (50,000 characters)`);
    const [whole] = linesOf(reportSheetOf([reportedRow({ q: 'x'.repeat(2000) })]));
    expect(whole?.['query']).toBe('x'.repeat(2000));
  });
});

describe('compared with an earlier run', () => {
  test('what came and went stands beside the counts, and the facts name the run', () => {
    const [line, totals] = linesOf(reportSheetOf([reportedRow()], { compared }));
    expect(line).toMatchObject({ 'documents gained since 2026-01-01': 3, 'documents lost since 2026-01-01': 1 });
    expect(totals).toMatchObject({ 'documents gained since 2026-01-01': '', 'documents lost since 2026-01-01': '' });
    expect(factsOf({}, { compared })['Compared with']).toBe('the run of 2026-01-01T10:00:00.000Z');
    expect(factsOf({})).not.toHaveProperty('Compared with');
  });

  test('a query without a comparison has none: nothing gained is another thing', () => {
    const rows = [reportedRow({ line: 2 }), reportedRow({ line: 3 })];
    const sheet = reportSheetOf(rows, { compared: { ...compared, rows: [{ line: 2, gained: 0, lost: 0, hits: 0 }] } });
    expect(linesOf(sheet).map((line) => line['documents gained since 2026-01-01'])).toEqual([0, '', '']);
  });
});

describe('by facet', () => {
  const rows = [
    reportedRow({ values: valuesOf(['order', 1], ['exhibit', 3]) }),
    reportedRow({ line: 2, values: valuesOf(['brief', 1], ['exhibit', 1]) }),
    reportedRow({ line: 3, values: [] }),
  ];

  test('a column for each value that any query has, the most frequent first, those of one number by name', () => {
    const sheet = reportSheetOf(rows, byType);
    expect(reportTable(sheet).countHeads.slice(5)).toEqual(['type: EXHIBIT', 'type: BRIEF', 'type: ORDER']);
    expect(linesOf(sheet).map((line) => [line['type: EXHIBIT'], line['type: BRIEF'], line['type: ORDER']])).toEqual([
      [3, 0, 1],
      [1, 1, 0],
      [0, 0, 0],
      ['', '', ''],
    ]);
  });

  test.each([
    [3, 3, undefined],
    [2, 2, 'of 3 values of “type” the 1 least frequent; see the CSV'],
  ])('with room for %i there are %i, and what is left out is said', (most, columns, said) => {
    const { countHeads, facts } = reportTable(reportSheetOf(rows, byType), { most, fuller: 'see the CSV' });
    expect(countHeads).toHaveLength(5 + columns);
    expect(Object.fromEntries(facts)['Not shown']).toBe(said);
  });

  test('two values of one label are two columns', () => {
    const same = [
      { value: 'a', label: 'Letter', documents: 2 },
      { value: 'b', label: 'Letter', documents: 1 },
    ];
    const table = reportTable(reportSheetOf([reportedRow({ values: same })], byType));
    expect(table.rows[0]?.counts.slice(5)).toEqual([2, 1]);
  });
});

describe('facts', () => {
  test('name report, time, dialect, filters, corpus, program, what was not searched, and that it is final', () => {
    expect(reportTable(reportSheetOf([])).facts).toEqual([
      ['Report', 'Agreed terms'],
      ['Run', '2026-01-02T03:04:05.000Z'],
      ['Dialect', 'pincite'],
      ['Filters', 'none'],
      ['Corpus', '1,234 documents, 1,200 files, 56,789 pages (fingerprint ab_cd_ef)'],
      ['Made by', 'Pincite 0.1.0 (parser 9.8.7, grammar 3, tokenizer 2)'],
      ['Not searched', 'nothing: every page was searched'],
      ['Final', 'yes'],
    ]);
  });

  test.each<[string, Partial<ReportResult>, Record<string, string | undefined>]>([
    [
      'pages that were not searched',
      { unsearched: { pages: 14, documents: 1, byReason: { 'awaiting-ocr': 9, unreadable: 5 } } },
      { 'Not searched': '14 pages of 1 filing (unreadable, or waiting for recognition).' },
    ],
    ['why it is not final', { isFinal: false, notices: ['One.', 'Two.'] }, { Final: 'no: One. Two.', Note: undefined }],
    [
      'what must be known though it is',
      { notices: ['1 file could not be read.'] },
      { Final: 'yes', Note: '1 file could not be read.' },
    ],
  ])('%s', (_, result, expected) => {
    const facts = factsOf(result);
    for (const [name, value] of Object.entries(expected)) expect(facts[name]).toBe(value);
  });

  test('filters stand in words', () => {
    const report = {
      ...reportSheetOf([]).report,
      filters: 'f.filer=Meta+Platforms%2C+Inc.',
      dialect: 'westlaw' as const,
    };
    expect(factsOf({}, { report })).toMatchObject({ Filters: 'filer: Meta Platforms, Inc.', Dialect: 'westlaw' });
  });
});
