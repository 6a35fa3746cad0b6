// `npm run report` as it is run: the real script over a real data folder, its files read back, its endings and what it says.
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readSheet } from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { openCatalog } from '../server/catalog/open-catalog.ts';
import { pageOf } from './catalog/readings.ts';
import { partOf } from './citations/zip-parts.ts';
import { storeWithWords } from './reporting-room.ts';

const folder = mkdtempSync(join(tmpdir(), 'pincite-report-'));
const data = join(folder, 'data');
const at = (name: string): string => join(folder, name);
/** A start takes a second, on a busy machine several. */
jest.setTimeout(30_000);
const script = join(import.meta.dirname, '..', 'server', 'report.ts');

beforeAll(async () => {
  mkdirSync(data);
  const catalog = openCatalog({ path: join(data, 'catalog.sqlite') });
  await storeWithWords(catalog, 'letter.pdf', ['Titan was private.', 'The inbox of Titan.'], {
    type: 'letter brief',
    filedOn: '2024-01-05',
  });
  const scan = pageOf(2, [''], { unread: { reason: 'unreadable', detail: 'no text' } });
  await storeWithWords(catalog, 'order.pdf', ['It is ordered: titan.'], { type: 'order', filedOn: '2024-02-01' }, [
    scan,
  ]);
  await catalog.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ending {
  readonly code: number | null;
  readonly said: string;
}

async function run(...arguments_: string[]): Promise<Ending> {
  const child = spawn(process.execPath, ['--no-warnings=ExperimentalWarning', script, ...arguments_], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(child, 'close');
  return { code: child.exitCode, said };
}

/** Rows of a CSV by their first cells. */
const rowsOf = (name: string): string[][] => parse(readFileSync(at(name)), { bom: true, relax_column_count: true });
const listed = (name: string, content: string | Buffer): string => {
  writeFileSync(at(name), content);
  return at(name);
};

describe('a report', () => {
  test('of a text to CSV: counts, what names the corpus, and a word on the terminal', async () => {
    const list = listed('terms.txt', '# agreed\ntitan\ninbox w/5 titan\r\nzebra\n');
    const { code, said } = await run(list, '--out', at('report.csv'), '--data', data);
    expect([code, said]).toEqual([
      0,
      `Not searched: 1 page of 1 filing (unreadable, or waiting for recognition).\n3 of 3 queries asked: 4 hits in 2 documents. Written to ${at('report.csv')}.\n`,
    ]);
    const rows = rowsOf('report.csv');
    expect(rows.slice(1, 5).map((row) => row.slice(0, 4))).toEqual([
      ['2', 'titan', '2', '3'],
      ['3', 'inbox w/5 titan', '1', '1'],
      ['4', 'zebra', '0', '0'],
      ['', 'any query', '2', '4'],
    ]);
    expect(Object.fromEntries(rows.slice(6))).toMatchObject({ Report: 'terms', Dialect: 'pincite', Final: 'yes' });
  });

  test('with queries that are repeated says so, and counts them once', async () => {
    const list = listed('twice.txt', 'titan\nzebra\nTITAN\n"titan"\n');
    const { code, said } = await run(list, '--out', at('twice.csv'), '--data', data);
    expect(code).toBe(0);
    expect(said).toMatch(/^2 queries repeat an earlier line; the totals count each question once$/m);
    expect(said).toContain('4 of 4 queries asked: 3 hits in 2 documents.');
    const rows = rowsOf('twice.csv').slice(1, 6);
    expect(rows.map((row) => [row[3], row[5], row[7]?.endsWith('line 1')])).toEqual([
      ['3', '2', false],
      ['0', '0', false],
      ['3', '2', true],
      ['3', '2', true],
      ['3', '', false],
    ]);
  });

  test('of a CSV to XLSX, in a dialect, by facet, under a name', async () => {
    const list = listed('list.csv', 'no,search term\n1,"titan & ""inbox"""\n2,"=titan"\n');
    const more = [
      '--dialect',
      'westlaw',
      '--facet',
      'type',
      '--name',
      'Round 2',
      '--filters',
      'f.type=letter+brief&f.type=order',
    ];
    expect(await run(list, '--out', at('report.XLSX'), '--data', data, ...more)).toMatchObject({ code: 0 });
    const bytes = readFileSync(at('report.XLSX'));
    const [heads, first, second] = await readSheet(bytes, 'Queries');
    expect(heads?.slice(7, 9)).toEqual(['type: letter brief', 'type: order']);
    expect(first?.slice(0, 4)).toEqual([2, 'titan & "inbox"', 1, 3]);
    expect(second?.[1]).toBe('=titan');
    expect(Object.fromEntries(await readSheet(bytes, 'Corpus'))).toMatchObject({
      Report: 'Round 2',
      Dialect: 'westlaw',
      Filters: 'type: letter brief or order',
    });
  });

  test('of a workbook to DOCX', async () => {
    const workbook = await writeExcelFile([
      [{ value: 'Query', type: String }],
      [null],
      [{ value: 'titan', type: String }],
      [{ value: 2024, type: Number }],
    ]).toBuffer();
    const list = listed('list.xlsx', workbook);
    expect(await run(list, '--out', at('report.docx'), '--data', data)).toMatchObject({ code: 0 });
    const xml = partOf(readFileSync(at('report.docx')), 'word/document.xml');
    // The row of the sheet, blank ones counted.
    expect(xml).toMatch(/>3<.*>titan</s);
    expect(xml).toContain('>2024<');
  });

  test('with queries that cannot be read ends with 2 and names them; the rest is there', async () => {
    const list = listed('faulty.txt', 'titan\ninbox api\n(titan\n');
    const { code, said } = await run(list, '--out', at('faulty.csv'), '--data', data);
    expect(code).toBe(2);
    expect(said).toMatch(/line 2: inbox api\n {2}not asked: No connector.*\(at character 7\)/);
    expect(said).toMatch(/line 3: \(titan\n {2}not asked: .*not closed.*\(at character 1\)/);
    expect(said).toContain('1 of 3 queries asked: 3 hits in 2 documents.');
    expect(
      rowsOf('faulty.csv')
        .slice(1, 4)
        .map((row) => row[2]),
    ).toEqual(['2', '', '']);
  });

  test('changes nothing in the catalog', async () => {
    const before = readFileSync(join(data, 'catalog.sqlite'));
    await run(listed('terms.txt', 'titan'), '--out', at('report.csv'), '--data', data);
    expect(readFileSync(join(data, 'catalog.sqlite')).equals(before)).toBe(true);
  });
});

describe('there is no report', () => {
  const good = () => listed('terms.txt', 'titan');
  const there = ['--data', data];
  test.each<[string, () => string[], RegExp]>([
    ['without a list', () => ['--out', at('x.csv')], /Usage: npm run report -- .*--out/s],
    [
      'with filters that are none',
      () => [good(), '--out', at('x.csv'), '--filters', 'q=titan', ...there],
      /“q” is no filter.*f\.<facet>/,
    ],
    [
      'without a catalog',
      () => [good(), '--out', at('x.csv'), '--data', at('empty')],
      /no catalog in .*empty.*Start Pincite once/,
    ],
    [
      'of an older catalog',
      () => [good(), '--out', at('x.csv'), '--data', older()],
      /older Pincite\. Start Pincite once/,
    ],
    ['of an empty list', () => [listed('empty.txt', '# nothing\n'), '--out', at('x.csv'), ...there], /holds no query/],
  ])('%s: it says why, ends with 1 and leaves no file', async (_, arguments_, message) => {
    const { code, said } = await run(...arguments_());
    expect(code).toBe(1);
    expect(said).toMatch(message);
    expect(said).toMatch(/^pincite: /);
    expect(said).not.toMatch(/\n {4}at /);
    expect(existsSync(at('x.csv'))).toBe(false);
  });

  test('where the file cannot be written', async () => {
    mkdirSync(at('taken.csv'));
    const { code, said } = await run(good(), '--out', at('taken.csv'), ...there);
    expect([code, said]).toEqual([1, expect.stringMatching(/^pincite: --out .*taken\.csv cannot be written/)]);
  });
});

/** A data folder that an older Pincite has left. */
function older(): string {
  const path = at('older');
  mkdirSync(path, { recursive: true });
  const raw = new DatabaseSync(join(path, 'catalog.sqlite'));
  raw.exec('pragma user_version = 2');
  raw.close();
  return path;
}
