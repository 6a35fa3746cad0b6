// Tables: columns beside one another, figures to the right, rules above, under the head and below.
import { describe, expect, test } from '@jest/globals';
import { besideEachOther, setTable } from '../../../docs-corpus/typesetter/tables.ts';
import { composerFor, linesOf, printed, sampleSource } from './sample-source.ts';

const at = composerFor(sampleSource('Text.', { paper: 'letter' }));
const rows = [
  ['Year', 'Spend ($ million)', 'Status'],
  ['2015', '40.0', 'reported'],
  ['2017', '150.0', 'agreed'],
];
const width = at.paper.right - at.paper.left;

describe('setTable', () => {
  const flow = setTable(rows, at);
  const lines = linesOf(flow);

  test('one line a row, cells in order', () => {
    expect(printed(flow)).toEqual(['Year Spend ($ million) Status', '2015 40.0 reported', '2017 150.0 agreed']);
  });
  test('all of it is one passage, in reading order', () => {
    expect(new Set(lines.map(({ passage }) => passage)).size).toBe(1);
    expect(lines[0]?.passage).toMatchObject({
      kind: 'table',
      text: 'Year Spend ($ million) Status 2015 40.0 reported 2017 150.0 agreed',
    });
  });
  test('figures end at the same place, words begin at the same place', () => {
    const cell = (row: number, column: number) => lines[row]?.segments[column];
    const end = (row: number, column: number) => (cell(row, column)?.dx ?? 0) + (cell(row, column)?.width ?? 0);
    expect(end(1, 1)).toBeCloseTo(end(2, 1), 5);
    expect(cell(1, 1)?.dx).not.toBeCloseTo(cell(2, 1)?.dx ?? 0, 0);
    expect(cell(1, 2)?.dx).toBeCloseTo(cell(2, 2)?.dx ?? 0, 5);
  });
  test('the head is bold and does not stand alone at the foot of a page', () => {
    expect(lines.map(({ keep }) => keep)).toEqual([true, false, false]);
    expect(lines.map(({ segments }) => segments.every(({ face }) => face.bold))).toEqual([true, false, false]);
  });
  test('rules over the whole width: two at the head, one under each row', () => {
    expect(lines.map(({ bars }) => bars.length)).toEqual([2, 1, 1]);
    expect(lines.flatMap(({ bars }) => bars).every((bar) => bar.width === width && !bar.redaction)).toBe(true);
  });
});

test.each([
  [
    'a cell that is too long goes on below in its own column',
    [
      ['Portion', 'Ruling'],
      ['9004', 'word '.repeat(60)],
    ],
  ],
  [
    'two long cells',
    [
      ['A', 'B'],
      ['word '.repeat(40), 'other '.repeat(40)],
    ],
  ],
])('%s', (_, long) => {
  const lines = linesOf(setTable(long, at));
  expect(lines.length).toBeGreaterThan(2);
  for (const { segments } of lines)
    for (const { dx, width: wide } of segments) expect(dx + wide).toBeLessThanOrEqual(width + 6);
});

test('besideEachOther keeps a shorter column’s empty lines empty', () => {
  const line = (text: string, dx: number) => ({
    segments: [
      { dx, text, face: { family: 'serif', bold: false, italic: false } as const, size: 12, rise: 0, width: 10 },
    ],
    bars: [],
    calls: [text],
  });
  const joined = besideEachOther([[line('a', 0), line('b', 0)], [line('c', 50)]]);
  expect(joined.map(({ segments }) => segments.map(({ text }) => text))).toEqual([['a', 'c'], ['b']]);
  expect(joined.map(({ calls }) => calls)).toEqual([['a', 'c'], ['b']]);
  expect(besideEachOther([])).toEqual([]);
});
