// Fragments → lines in reading order.
import { describe, expect, test } from '@jest/globals';
import type { Fragment } from '../../server/parse/lines.ts';
import { findNumberGrids } from '../../server/parse/pleading-numbers.ts';
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

  test('a condensed transcript: the left page with its numbers, then the right one', () => {
    const page = (left: number, first: string) =>
      Array.from({ length: 10 }, (_, i) => [
        fragment(String(i + 1), left, 600 - i * 12, { row: i }),
        fragment(i % 2 === 0 ? 'Q. And?' : `A. ${first}.`, left + 20, 600 - i * 12, { row: i }),
      ]).flat();
    const sheet = [...page(60, 'Yes'), ...page(330, 'No')];
    const numbers = sheet.filter(({ text }) => /^\d+$/.test(text));
    const lines = orderLines(sheet, (one) => numbers.includes(one), findNumberGrids(numbers)).map((group) =>
      group.map(({ text }) => text).join(' '),
    );
    expect(lines.slice(0, 4)).toEqual(['1', 'Q. And?', '2', 'A. Yes.']);
    expect(lines.slice(20, 24)).toEqual(['1', 'Q. And?', '2', 'A. No.']);
  });

  test('three columns are read one after the other', () => {
    const rows = Array.from({ length: 9 }, (_, row) =>
      ['one', 'two', 'three'].map((name, column) =>
        fragment(`${name} goes on with more words here`, 40 + column * 190, 700 - row * 12, { row }),
      ),
    ).flat();
    const firsts = read(rows).map((line) => line.split(' ')[0]);
    expect([...new Set(firsts)]).toEqual(['one', 'two', 'three']);
    expect(firsts.slice(0, 9).every((first) => first === 'one')).toBe(true);
  });
});
