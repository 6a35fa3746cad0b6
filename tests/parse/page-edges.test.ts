// Where heads and feet may stand.
import { describe, expect, test } from '@jest/globals';
import type { Fragment } from '../../server/parse/lines.ts';
import { edgesOf, halfMarkedRows } from '../../server/parse/page-edges.ts';
import { findNumberGrids } from '../../server/parse/pleading-numbers.ts';
import { fragment } from './glyph-rows.ts';

const box = [0, 0, 612, 792] as const;
/** A column of numbers from `top` on, 24 points apart. */
const column = (last: number, top: number, left = 50, step = 24) =>
  Array.from({ length: last }, (_, i) => fragment(String(i + 1), left, top - i * step));

const zones = (fragments: readonly Fragment[], numbers: readonly Fragment[] = []) =>
  edgesOf(fragments, new Set(numbers), findNumberGrids(numbers), box).map(
    ({ fragment: { text }, zone, beside }) => `${text}: ${zone}${beside ? ' beside numbers' : ''}`,
  );

describe('edgesOf', () => {
  const heights = [760, 700, 400, 110, 95, 30].map((v) => fragment(`at ${v}`, 90, v));

  test('plain paper: the outer parts of the sheet', () => {
    expect(zones(heights)).toEqual(['at 760: head', 'at 700: head', 'at 95: foot', 'at 30: foot']);
  });

  test('pleading paper: text beside the first number is no head, beside the last ones a foot with doubt', () => {
    expect(zones(heights, column(28, 704))).toEqual(['at 760: head', 'at 95: foot beside numbers', 'at 30: foot']);
  });

  test('a transcript that ends early: all below the last number is foot', () => {
    expect(zones([fragment('26', 300, 130)], column(25, 720, 50, 23))).toEqual(['26: foot']);
  });

  test('the head of a table that goes on is none of the page', () => {
    const cells = (row: number, v: number, texts: readonly string[]) =>
      texts.map((text, i) => fragment(text, 72 + i * 120, v, { row }));
    const head = cells(1, 720, ['Date', 'Time', 'Place']);
    expect(zones([...head, ...cells(2, 680, ['5/4', '10:00', 'Room 12'])])).toEqual([]);
    expect(zones([...head, fragment('A line of prose that stands below', 72, 670)])).toEqual([
      'Date: head',
      'Time: head',
      'Place: head',
    ]);
  });

  test('a booklet’s page in the middle of a sheet: its first two rows and its last one', () => {
    const page = Array.from({ length: 20 }, (_, i) => fragment(`line ${i} of a slip opinion`, 156, 640 - i * 22));
    expect(zones(page)).toEqual([
      'line 0 of a slip opinion: head',
      'line 1 of a slip opinion: head',
      'line 19 of a slip opinion: foot',
    ]);
    expect(zones(page.slice(0, 9))).toEqual([]);
  });

  test('a condensed transcript: each column by its own numbers', () => {
    const numbers = [...column(25, 740, 50, 27), ...column(25, 740, 320, 27)];
    const texts = [fragment('A. Yes.', 340, 92), fragment('Page 7', 340, 40)];
    expect(zones(texts, numbers)).toEqual(['A. Yes.: foot beside numbers', 'Page 7: foot']);
  });
});

describe('halfMarkedRows', () => {
  const [label, text, foot] = [
    fragment('A.', 90, 80, { row: 1 }),
    fragment('That is right.', 120, 80, { row: 1 }),
    fragment('REPLY', 90, 60, { row: 2 }),
  ];
  const edges = [label, text, foot].map((one) => ({ fragment: one, zone: 'foot' as const, beside: true }));

  test('what is marked in a row that holds text as well', () => {
    expect(halfMarkedRows(edges, new Set([label, foot]))).toEqual([label]);
  });

  test('away from line numbers each fragment stands for itself', () => {
    const plain = edges.map((edge) => ({ ...edge, beside: false }));
    expect(halfMarkedRows(plain, new Set([label]))).toEqual([]);
  });
});
