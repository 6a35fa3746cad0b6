// Tables: what a row shows, and that nothing unmeasured looks good.
import { expect, test } from '@jest/globals';
import { documentTables, sumTable } from './figure-table.ts';
import { count, share } from './figures.ts';

const documents = [
  {
    key: '0123456789ab brief.pdf',
    refused: null,
    figures: {
      'pages read': share(3, 4),
      'word recall': share(999, 1000),
      'stamps found': share(4, 4),
      contradictions: count(0),
      passages: count(12),
    },
  },
  { key: '0123456789ab locked.pdf', refused: 'encrypted-pdf', figures: {} },
];

test('a row per document, in tables of their own', () => {
  const lines = documentTables(documents);
  expect(lines.filter((line) => /^[A-Z]/.test(line))).toEqual(['Reading', 'Structure']);
  expect(lines[2]?.trim().split(/ {2,}/)).toEqual(['pages', 'recall %', 'stamps', 'contrad.']);
  expect(lines[3]?.split(/ {2,}/)).toEqual(['brief.pdf', '3/4', '99.90', '4', '·']);
  expect(lines[4]).toMatch(/^locked\.pdf +refused: encrypted-pdf$/);
  expect(lines.filter((line) => line.startsWith('locked'))).toHaveLength(1);
});

test('long names keep their end', () => {
  const [, , , row] = documentTables([
    { key: `0123456789ab ${'x'.repeat(80)}.735.2.pdf`, refused: null, figures: { 'pages read': share(1, 1) } },
  ]);
  expect(row).toMatch(/^…x+\.735\.2\.pdf +1$/);
});

test('the sum says what is asked for, what is met, and what was not measured', () => {
  const lines = sumTable(
    { 'word recall': share(994, 1000), 'stamps found': share(4, 4), 'false stamps': count(2), 'Page IDs': count(3) },
    new Map([['lines by hand', 'there is no table']]),
  );
  const row = (name: string): string => lines.find((line) => line.startsWith(name)) ?? '';
  expect(row('word recall')).toMatch(/994\/1000 +99\.40 % +99\.5 % +MISSED/);
  expect(row('stamps found')).toMatch(/4\/4 +100 % +100 % +met/);
  expect(row('false stamps')).toMatch(/2 +0 +MISSED/);
  expect(row('Page IDs')).not.toMatch(/met|MISSED/);
  expect(row('lines by hand')).toMatch(/not measured +99\.5 % +there is no table/);
  expect(row('lines by hand')).not.toMatch(/ met /);
});
