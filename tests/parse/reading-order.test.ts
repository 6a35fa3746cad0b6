// Fragments → lines in reading order.
import { describe, expect, test } from '@jest/globals';
import type { Fragment } from '../../server/parse/lines.ts';
import { orderLines } from '../../server/parse/reading-order.ts';
import { fragment } from './glyph-rows.ts';

const read = (fragments: readonly Fragment[], alone: readonly Fragment[] = []) =>
  orderLines(fragments, (one) => alone.includes(one)).map((group) => group.map(({ text }) => text).join(' | '));

/** Rows of two cells each. */
const table = (rows: readonly (readonly [string, string])[], right: number) =>
  rows.flatMap(([a, b], row) => [
    fragment(a, 72, 700 - row * 14, { row }),
    fragment(b, right, 700 - row * 14, { row }),
  ]);

describe('orderLines', () => {
  test('a row of a table is one line', () => {
    const rows = table(
      [
        ['Amount', '$ 40'],
        ['Year', '2015'],
        ['Term', 'two weeks'],
      ],
      300,
    );
    expect(read(rows)).toEqual(['Amount | $ 40', 'Year | 2015', 'Term | two weeks']);
  });

  test('two columns of prose are read one after the other', () => {
    const rows = Array.from({ length: 8 }, (_, i): [string, string] => [
      `left column line ${i} with enough words`,
      `right column line ${i} with many words`,
    ]);
    const lines = read(table(rows, 320));
    expect(lines.slice(0, 8).every((line) => line.startsWith('left'))).toBe(true);
    expect(lines.slice(8).every((line) => line.startsWith('right'))).toBe(true);
  });

  test('a heading across both columns stands before them', () => {
    const rows = Array.from({ length: 8 }, (_, i): [string, string] => [
      `left column line ${i} with enough words`,
      `right column line ${i} with many words`,
    ]);
    const heading = fragment(
      'A heading that runs over the whole width of the page, over both of its columns',
      72,
      730,
      { row: -1 },
    );
    expect(read([heading, ...table(rows, 320)])[0]).toMatch(/^A heading/);
  });

  test('furniture stays alone', () => {
    const [number, text] = [fragment('14', 50, 700, { row: 1 }), fragment('the text', 80, 700, { row: 1 })];
    expect(read([number, text], [number])).toEqual(['14', 'the text']);
  });
});
