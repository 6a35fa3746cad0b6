// The command line of `npm run report`: what it takes, and what it refuses before anything is asked.
import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readReportOptions } from '../server/report-options.ts';

const folder = mkdtempSync(join(tmpdir(), 'pincite-options-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const list = join(folder, 'Agreed terms.txt');
const out = join(folder, 'report.csv');

test('a list and a file are enough; the report is named after the list, not after its place', () => {
  expect(readReportOptions([list, '--out', out])).toEqual({
    list,
    out,
    format: '.csv',
    data: undefined,
    dialect: 'pincite',
    filters: '',
    facet: null,
    name: 'Agreed terms',
  });
});

test('everything can be said', () => {
  const all = [
    '--dialect',
    'dtsearch',
    '--filters',
    'f.type=order',
    '--facet',
    'case',
    '--name',
    'Round 2',
    '--data',
    folder,
  ];
  expect(readReportOptions(['--out', join(folder, 'x.DOCX'), ...all, list])).toMatchObject({
    format: '.docx',
    data: folder,
    dialect: 'dtsearch',
    filters: 'f.type=order',
    facet: 'case',
    name: 'Round 2',
  });
});

describe('refused', () => {
  test.each<[string, string[], RegExp]>([
    ['no list', ['--out', out], /^Usage: npm run report -- <list.*--out/s],
    ['no file to write', [list], /^Usage/],
    ['two lists', [list, list, '--out', out], /^Usage/],
    ['an unknown flag', [list, '--out', out, '--colour', 'red'], /--colour.*Usage/s],
    ['a flag without its value', [list, '--out'], /--out.*Usage/s],
    ['another ending', [list, '--out', join(folder, 'x.pdf')], /--out .*x\.pdf.*\.csv, \.xlsx or \.docx/],
    ['no ending', [list, '--out', join(folder, 'x')], /must end in/],
    ['the list itself', [out, '--out', join(folder, '.', 'report.csv')], /is the list itself.*another name/],
    ['a folder that is not there', [list, '--out', join(folder, 'none', 'x.csv')], /no folder .*none\. Make it/],
    [
      'an unknown dialect',
      [list, '--out', out, '--dialect', 'lexis'],
      /--dialect is “lexis”.*pincite, westlaw, dtsearch/,
    ],
    ['an unknown facet', [list, '--out', out, '--facet', 'colour'], /--facet is “colour”.*type/],
    ['a facet of nothing', [list, '--out', out, '--facet', ''], /--facet is “”/],
  ])('%s', (_, argv, message) => {
    expect(() => readReportOptions(argv)).toThrow(
      expect.objectContaining({ code: 'bad-setting', message: expect.stringMatching(message) }),
    );
  });
});
