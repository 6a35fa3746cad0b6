// Runs → rows, with raised figures.
import { describe, expect, test } from '@jest/globals';
import type { Glyph } from '../../server/parse/glyphs.ts';
import { fragmentsOf } from '../../server/parse/lines.ts';
import { gatherRows } from '../../server/parse/rows.ts';
import { gatherRuns } from '../../server/parse/runs.ts';
import { glyphsOf } from './glyph-rows.ts';

const rowsOf = (...glyphs: Glyph[][]) =>
  gatherRows(glyphs.flatMap((list) => gatherRuns(list))).map((row) =>
    row.runs.map(({ run, raised }) => `${raised ? '^' : ''}${run.glyphs.map(({ text }) => text).join('')}`),
  );

describe('gatherRows', () => {
  test('side by side is one row, left to right, whatever was drawn first', () => {
    expect(rowsOf(glyphsOf('right', 300, 700), glyphsOf('left', 100, 700))).toEqual([['left', 'right']]);
  });

  test('rows come from top to bottom', () => {
    expect(rowsOf(glyphsOf('low', 100, 600), glyphsOf('high', 100, 700))).toEqual([['high'], ['low']]);
  });

  test('a skewed scan: the baseline may drift', () => {
    expect(rowsOf(glyphsOf('one', 100, 700), glyphsOf('two', 150, 702), glyphsOf('three', 200, 704))).toEqual([
      ['one', 'two', 'three'],
    ]);
  });

  test('a footnote figure belongs to the row below it', () => {
    expect(rowsOf(glyphsOf('word', 100, 700), glyphsOf('3', 121, 704, { size: 6 }))).toEqual([['word', '^3']]);
  });

  test('also when a margin number stands at its height', () => {
    const rows = rowsOf(
      glyphsOf('27', 50, 706, { size: 14 }),
      glyphsOf('4', 90, 704.5, { size: 8 }),
      glyphsOf('Available', 96, 700, { size: 14 }),
    );
    expect(rows).toEqual([['27'], ['^4', 'Available']]);
  });

  test('a smaller margin number slightly above its line is no raised figure', () => {
    expect(rowsOf(glyphsOf('3', 60, 702, { size: 8 }), glyphsOf('Plaintiffs', 96, 700, { size: 11 }))).toEqual([
      ['3', 'Plaintiffs'],
    ]);
  });

  test('a figure in the gap of a line that was drawn in one go stands where it is seen (11thCircuit-200814991)', () => {
    const line = [...glyphsOf('end.', 100, 700), ...glyphsOf(' ', 120, 700), ...glyphsOf('Next', 128, 700)];
    const figure = glyphsOf('2', 121, 705, { size: 6, order: 9 });
    expect(rowsOf(line, figure)).toEqual([['end.', '^2', 'Next']]);
    const [text] = fragmentsOf(gatherRows(gatherRuns([...line, ...figure]))).map((one) => one.text);
    expect(text).toBe('end.2 Next');
  });

  test('small print far from any line is a row of its own', () => {
    expect(rowsOf(glyphsOf('word', 100, 700), glyphsOf('3', 300, 704, { size: 6 }))).toHaveLength(2);
  });

  test('two stamps printed over each other stay two rows', () => {
    const rows = rowsOf(glyphsOf('Case one printed', 100, 770), glyphsOf('Case two printed', 102, 770.5, { order: 9 }));
    expect(rows).toHaveLength(2);
  });
});
