// The Word document of a report, unzipped and read as Word would read it.
import { describe, expect, test } from '@jest/globals';
import { reportDocx } from '../../server/citations/report-docx.ts';
import type { ReportRow } from '../../server/contract/report-api.ts';
import { reportedRow, reportSheetOf, resultOf } from './report-sheets.ts';
import { partOf } from './zip-parts.ts';

const xmlOf = async (...args: Parameters<typeof reportSheetOf>): Promise<string> =>
  partOf((await reportDocx(reportSheetOf(...args))).bytes, 'word/document.xml');

const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, words = '']) =>
      words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    )
    .join('');
/** Paragraphs before the table. */
const introOf = (xml: string): string[] =>
  [...xml.slice(0, xml.indexOf('<w:tbl>')).matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = '']) => textOf(inner));
/** Cells of each row; the paragraphs of a cell are parted by `|`. */
const cellsOf = (xml: string): string[][] =>
  [...xml.matchAll(/<w:tr>(.*?)<\/w:tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell = '']) =>
      [...cell.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = '']) => textOf(inner)).join('|'),
    ),
  );

const values = (count: number): ReportRow['values'] =>
  Array.from({ length: count }, (_, at) => ({ value: `v${at}`, label: `v${at}`, documents: 100 - at }));
const byPerson = { report: { ...reportSheetOf([]).report, facet: 'person' as const } };

test('names the report and its corpus, then has the table, a query with how it was read', async () => {
  const file = await reportDocx(reportSheetOf([reportedRow({ hits: 12_345 })]));
  expect([file.filename, file.media]).toEqual([
    'Agreed terms.docx',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ]);
  const xml = partOf(file.bytes, 'word/document.xml');
  expect(introOf(xml)).toEqual([
    'Agreed terms',
    'Run: 2026-01-02T03:04:05.000Z',
    'Dialect: pincite',
    'Filters: none',
    'Corpus: 1,234 documents, 1,200 files, 56,789 pages (fingerprint ab_cd_ef)',
    'Made by: Pincite 0.1.0 (parser 9.8.7, grammar 3, tokenizer 2)',
    'Not searched: nothing: every page was searched',
    'Final: yes',
  ]);
  expect(cellsOf(xml)).toEqual([
    ['line', 'query', 'documents', 'hits', 'documents with families', 'unique documents', 'distinct files'],
    ['1', 'titan|documents that hold “titan”', '4', '12,345', '6', '1', '3'],
    ['', 'any query', '4', '12', '6', '', '3'],
  ]);
  expect(partOf(file.bytes, 'word/footer1.xml')).toContain('PAGE');
});

test('what was not asked says so under the query', async () => {
  const fault = { detail: 'No connector.', position: 3 };
  const totals = { ...resultOf().totals, faults: 1 };
  const [, row, all] = cellsOf(await xmlOf([reportedRow({ q: 'a b', fault })], { result: resultOf({ totals }) }));
  expect(row).toEqual(['1', 'a b|Not asked: No connector. (at character 4)', '', '', '', '', '']);
  expect(all?.[1]).toBe('any query|1 not asked');
});

describe('on paper', () => {
  const comparedRows = [{ line: 1, gained: 1, lost: 0, hits: 0 }];
  const compared = { runId: 'r', at: '2026-01-01T00:00:00.000Z', rows: comparedRows };

  test('it lies, Letter, and its heads are repeated on each page', async () => {
    const xml = await xmlOf([reportedRow()]);
    expect(xml).toMatch(/<w:pgSz w:w="15840" w:h="12240" w:orient="landscape"/);
    expect(xml).toMatch(/<w:tr>(?:(?!<\/w:tr>).)*<w:tblHeader\/>(?:(?!<\/w:tr>).)*documents with families/s);
  });

  test.each<[string, Parameters<typeof reportSheetOf>[1], number, number]>([
    ['five counts', {}, 0, 7],
    ['a comparison', { compared }, 0, 9],
    ['three values', byPerson, 3, 10],
    ['more values than there is room for, and a comparison', { ...byPerson, compared }, 30, 17],
  ])('%s: the columns fill the breadth, and queries have the most of it', async (_, sheet, count, columns) => {
    const xml = await xmlOf([reportedRow({ values: values(count) })], sheet);
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width));
    expect(widths).toHaveLength(columns);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(15_840 - 2 * 1008);
    expect(xml).toContain('<w:tblLayout w:type="fixed"/>');
    const [, query = 0, ...counts] = widths;
    expect(query).toBeGreaterThanOrEqual(2.2 * 1440);
    for (const width of counts) expect(width).toBeGreaterThanOrEqual(0.4 * 1440);
    // Each cell says the same as the grid, or programs disagree on the breadth.
    const cells = [...xml.matchAll(/<w:tcW w:type="dxa" w:w="(\d+)"\/>/g)].map(([, width]) => Number(width));
    expect(cells).toEqual([...widths, ...widths, ...widths]);
  });

  test.each([
    [2, false],
    [3, true],
  ])('with %i values: heads upright is %s', async (count, expected) => {
    const xml = await xmlOf([reportedRow({ values: values(count) })], byPerson);
    const [head = ''] = /<w:tr>.*?<\/w:tr>/s.exec(xml) ?? [];
    expect(head.includes('btLr')).toBe(expected);
    // Without a height of its own an upright head would be as low as one line.
    expect(head.includes('<w:trHeight')).toBe(expected);
  });

  test('at most eight values have a column, and the rest is named', async () => {
    const xml = await xmlOf([reportedRow({ values: values(12) })], byPerson);
    expect(cellsOf(xml)[0]?.slice(7)).toEqual(Array.from({ length: 8 }, (_, at) => `person: v${at}`));
    expect(introOf(xml)).toContain(
      'Not shown: of 12 values of “person” the 4 least frequent; the XLSX and the CSV have more',
    );
  });
});

test.each(['q', 'explained'] as const)('%s is text, whatever is in it', async (field) => {
  const hostile = '</w:t><w:instrText>HYPERLINK "http://e"</w:instrText> & <x>\u0000\u000b\ud800';
  const xml = await xmlOf([reportedRow({ [field]: hostile })]);
  expect(xml).not.toContain('<w:instrText');
  // oxlint-disable-next-line no-control-regex -- these are what must not be there
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  expect(cellsOf(xml)[1]?.[1]).toContain(
    '</w:t><w:instrText>HYPERLINK "http://e"</w:instrText> & <x>\ufffd\ufffd\ufffd',
  );
});

test('heads and name are text too', async () => {
  const label = 'A & B <c>\u0001';
  const sheet = { report: { ...byPerson.report, name: label } };
  const { bytes } = await reportDocx(
    reportSheetOf([reportedRow({ values: [{ value: 'x', label, documents: 1 }] })], sheet),
  );
  const xml = partOf(bytes, 'word/document.xml');
  expect(cellsOf(xml)[0]?.at(-1)).toBe('person: A & B <c>\ufffd');
  expect(introOf(xml)[0]).toBe('A & B <c>\ufffd');
  expect(partOf(bytes, 'docProps/core.xml')).toContain('A &amp; B &lt;c&gt;\ufffd');
});

test('holds 1,000 queries', async () => {
  const rows = Array.from({ length: 1000 }, (_, at) => reportedRow({ line: at + 1, q: `titan w/${at} inbox` }));
  const cells = cellsOf(await xmlOf(rows));
  expect(cells).toHaveLength(1002);
  expect(cells[1000]?.[1]).toContain('titan w/999 inbox');
});
