// File names made of trays' names.
import { describe, expect, test } from '@jest/globals';
import { exportName, unsearchedLine } from '../../server/citations/export-rows.ts';

describe('the name of an export', () => {
  test.each([
    ['Ad spend', 'Ad spend.csv', 'as it is'],
    [
      'Größe § 2 – “Titan”',
      'Größe § 2 – “Titan”.csv'.replaceAll(/[“”]/g, (mark) => mark),
      'letters and marks of any script',
    ],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j.csv', 'what file systems refuse'],
    ['../../etc/passwd', 'etc passwd.csv', 'no way out of the folder'],
    ['.hidden', 'hidden.csv', 'no hidden file'],
    ['a\u0000b\nc\td', 'a b c d.csv', 'control characters'],
    ['  spaced   out  ', 'spaced out.csv', 'white space'],
    ['', 'tray.csv', 'nothing left'],
    ['///', 'tray.csv', 'nothing left of it'],
    ['CON', 'CON tray.csv', 'a device on Windows'],
    ['lpt1', 'lpt1 tray.csv', 'another'],
    ['invoice\u202evsc.exe', 'invoicevsc.exe.csv', 'a mark that would show it backwards'],
    ['x'.repeat(120), `${'x'.repeat(80)}.csv`, 'length'],
  ])('%j → %j (%s)', (name, expected) => {
    expect(exportName(name, 'csv')).toBe(expected);
  });

  test.each([78, 79, 80])('an emoji at place %i can be put into a header', (at) => {
    const name = exportName(`${'x'.repeat(at)}😀${'y'.repeat(20)}`, 'csv');
    expect(() => encodeURIComponent(name)).not.toThrow();
    expect(name.isWellFormed()).toBe(true);
  });
});

test.each([
  [0, 0, ''],
  [1, 1, 'Not searched: 1 page of 1 filing (unreadable, or waiting for recognition).'],
  [1400, 3, 'Not searched: 1,400 pages of 3 filings (unreadable, or waiting for recognition).'],
])('%d pages of %d filings: “%s”', (pages, documents, line) => {
  expect(unsearchedLine({ unsearched: { pages, documents } })).toBe(line);
});
