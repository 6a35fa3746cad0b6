// The table that a person made of margin numbers: read, and compared with what the parser gave each line.
import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '../../server/contract/page.ts';
import { setPage } from '../passages/page-maker.ts';
import { readHandTable, readLinesByHand, type HandTable } from './lines-by-hand.ts';

describe('readHandTable', () => {
  test('rows by file and page', () => {
    const table = readHandTable('# what it is\na.pdf\t3\t72,700=1 72,676=-\na.pdf\t4\t-2,700=12\n\n');
    expect(table.get('a.pdf')?.get(3)).toEqual([
      { x: 72, y: 700, number: 1 },
      { x: 72, y: 676, number: null },
    ]);
    expect(table.get('a.pdf')?.get(4)).toEqual([{ x: -2, y: 700, number: 12 }]);
  });

  test.each(['a.pdf 3 72,700=1', 'a.pdf\tiii\t72,700=1', 'a.pdf\t3\t72,700', 'a.pdf\t3\t72,700=x'])(
    '%j is refused',
    (row) => {
      expect(() => readHandTable(row)).toThrow(/lines-by-hand\.tsv/);
    },
  );
});

// Baselines at 720, 696, 672.
const page = setPage(1, [
  { text: '1', x: 60, furniture: 'line-number' },
  { text: 'The Titan API was private.', gap: 0, number: 1 },
  { text: 'It was shown to a few.', number: 2 },
  { text: 'Footer', furniture: 'footer' },
]);

describe('readLinesByHand', () => {
  test.each<[string, string, string, RegExp | null]>([
    ['right', '108,720=1 108,696=2', '2/2', null],
    ['a little off', '110,718=1', '1/1', null],
    ['the nearer of two', '108,702=2', '1/1', null],
    ['inside of a line that goes over a gap', '200,720=1', '1/1', null],
    ['another number', '108,720=2', '0/1', /line at 108,720 stands at 2, read 1/],
    ['none, but it was given one', '108,696=-', '0/1', /stands at none, read 2/],
    ['furniture is no body line', '108,672=3', '0/1', /line at 108,672 is no body line/],
    ['nothing there', '108,600=5', '0/1', /is no body line/],
  ])('%s', (_, lines, figure, fault) => {
    const rows = readHandTable(`a.pdf\t1\t${lines}`).get('a.pdf');
    const found = readLinesByHand([page], rows);
    const value = found?.figures['lines by hand'];
    expect(value !== undefined && 'good' in value ? `${value.good}/${value.of}` : '').toBe(figure);
    const faults = found?.faults.map((each) => each.fault).join('\n') ?? '';
    if (fault === null) expect(faults).toBe('');
    else expect(faults).toMatch(fault);
  });

  test('a file that is not in the table is not measured; a page that was not read is wrong', () => {
    const table: HandTable = readHandTable('a.pdf\t2\t108,720=1');
    expect(readLinesByHand([page], table.get('b.pdf'))).toBeNull();
    const none: Page[] = [page];
    expect(readLinesByHand(none, table.get('a.pdf'))?.figures['lines by hand']).toEqual({ good: 0, of: 1 });
  });
});

const path = join(import.meta.dirname, 'lines-by-hand.tsv');

test('the table holds forty pages of fifteen files, and no text', () => {
  expect(existsSync(path)).toBe(true);
  const table = readHandTable(readFileSync(path, 'utf8'));
  const pages = [...table.values()].reduce((sum, rows) => sum + rows.size, 0);
  expect(pages).toBeGreaterThanOrEqual(40);
  expect(table.size).toBeGreaterThanOrEqual(15);
});
