// The README of the corpus holds what there is: every filing with its pages, the columns and types of a docket, the syntax of a source.
import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fenceNames, paperNames } from '../../docs-corpus/typesetter/source.ts';
import { documentTypes } from '../../server/contract/filing.ts';
import { docketColumns, readDocketCsv } from '../../server/intake/docket-csv.ts';
import { readDocketJson } from '../../server/intake/docket-json.ts';
import { readGazetteer } from '../../server/intake/gazetteer-file.ts';

const home = join(import.meta.dirname, '..', '..', 'docs-corpus');
const readme = readFileSync(join(home, 'README.md'), 'utf8');
const rows = readme
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
/** An indented example that begins and ends with such a line. */
const example = (first: RegExp, last: RegExp) => {
  const lines = readme.split('\n');
  const from = lines.findIndex((line) => first.test(line));
  const to = lines.findIndex((line, at) => at >= from && last.test(line));
  return lines
    .slice(from, to + 1)
    .map((line) => line.trim())
    .join('\n');
};

interface Docket {
  readonly entries: readonly {
    readonly entry: string;
    readonly filedOn: string;
    readonly documents: readonly { readonly file: string; readonly attachment: number; readonly type: string }[];
  }[];
}

describe('its filings', () => {
  // Written by the typesetter of this repository.
  const docket = JSON.parse(readFileSync(join(home, 'filings', 'docket.json'), 'utf8')) as Docket;
  const filings = docket.entries.flatMap(({ entry, filedOn, documents }) =>
    documents.map(({ file, attachment, type }) => {
      const truth = JSON.parse(readFileSync(join(home, 'truth', file.replace(/pdf$/, 'json')), 'utf8')) as {
        pages: unknown[];
      };
      return [attachment === 0 ? entry : `${entry}-${attachment}`, filedOn, type, truth.pages.length] as const;
    }),
  );
  test('each has its row, with its day, its type and its pages', () => {
    const told = rows
      .filter((cells) => /^9\d{3}/.test(cells[0] ?? ''))
      .map(([entry, filed, type, , pages]) => [entry, filed, type, Number(pages)]);
    expect(told).toEqual(filings);
  });
  test('how many there are', () => {
    const pages = filings.reduce((sum, [, , , count]) => sum + count, 0);
    expect(readme).toContain(`${filings.length} PDFs (${pages} pages, ${docket.entries.length} docket entries)`);
  });
});

describe('a docket', () => {
  test('has the columns that are read, in their order', () => {
    const names = rows.map(([name = '']) => name.replaceAll('`', ''));
    expect(names.filter((name) => docketColumns.some((column) => column === name))).toEqual([...docketColumns]);
  });
  test('has the types that are known', () => {
    const cell = rows.find(([name]) => name === '`type`')?.at(-1) ?? '';
    expect([...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1])).toEqual([...documentTypes]);
  });
  test('the example of a docket.csv is read', () => {
    const { details, problems } = readDocketCsv(example(/^ +file,entry/, /exhibit-b\.pdf,/), 'docket.csv');
    expect(problems).toEqual([]);
    expect(details.get('exhibit-b.pdf')).toMatchObject({ entry: '41', attachment: 2, type: 'exhibit' });
  });
  test('the example of a docket.json is read', () => {
    const { details, problems } = readDocketJson(example(/^ {4}\{$/, /^ {4}\}$/), 'docket.json');
    expect(problems).toEqual([]);
    expect(details.get('letter-brief.pdf')).toMatchObject({ entry: '41', attachment: 0, filer: 'Plaintiffs' });
  });
  test('the example of a gazetteer is read', () => {
    const { people } = readGazetteer(example(/^ {4}\{ "people"/, /^ {4}\{ "people"/), 'gazetteer.json');
    expect(people).toEqual([{ name: 'Jane Roe', aliases: ['Roe', 'Ms. Roe'] }]);
  });
});

describe('a source', () => {
  test.each([...fenceNames, ...paperNames])('%s is explained', (name) => {
    expect(readme).toContain(`\`${name}\``);
  });
  test('every key that a source uses is explained', () => {
    const used = readdirSync(join(home, 'sources')).flatMap((name) => {
      const [, front = ''] = readFileSync(join(home, 'sources', name), 'utf8').split('---\n');
      return [...front.matchAll(/^(\w+):/gm)].map((match) => match[1] ?? '');
    });
    const told = rows.flatMap(([keys = '']) => [...keys.matchAll(/`(\w+)`/g)].map((match) => match[1] ?? ''));
    expect(new Set(used).size).toBeGreaterThan(12);
    expect([...new Set(used)].filter((key) => !told.includes(key))).toEqual([]);
  });
});
