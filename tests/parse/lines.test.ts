// Rows → fragments with one advance for each UTF-16 unit.
import { describe, expect, test } from '@jest/globals';
import type { Glyph } from '../../server/parse/glyphs.ts';
import { fragmentsOf, hundredths } from '../../server/parse/lines.ts';
import { gatherRows } from '../../server/parse/rows.ts';
import { gatherRuns } from '../../server/parse/runs.ts';
import { glyphsOf } from './glyph-rows.ts';

const read = (...glyphs: Glyph[][]) => fragmentsOf(gatherRows(glyphs.flatMap((list) => gatherRuns(list))));

describe('fragmentsOf', () => {
  test.each([
    ['drawn spaces', [glyphsOf('two words', 100, 700)], ['two words']],
    ['a space that is only a gap', [glyphsOf('two', 100, 700), glyphsOf('words', 118, 700)], ['two words']],
    ['kerning is no space', [glyphsOf('A', 100, 700), glyphsOf('V', 105.5, 700)], ['AV']],
    ['a margin number is cut off', [glyphsOf('14', 50, 700), glyphsOf('the text', 64, 700)], ['14', 'the text']],
    ['also when drawn in one go', [glyphsOf('14  the text', 50, 700).filter((_, i) => i !== 3)], ['14', 'the text']],
    ['table cells', [glyphsOf('left', 100, 700), glyphsOf('right', 300, 700)], ['left', 'right']],
  ])('%s', (_, glyphs, expected) => {
    expect(read(...glyphs).map(({ text }) => text)).toEqual(expected);
  });

  test('advances add up to the places of the characters', () => {
    const [line] = read(glyphsOf('two', 100, 700), glyphsOf('words', 118, 700));
    expect(line?.advances).toHaveLength('two words'.length);
    expect(100 + (line?.advances.slice(0, 4).reduce((sum, advance) => sum + advance, 0) ?? 0)).toBe(118);
  });

  test('a ligature is divided evenly among its letters', () => {
    const [line] = read(glyphsOf('x', 100, 700).map((glyph) => ({ ...glyph, text: 'ffi', width: 9 })));
    expect([line?.text, line?.advances]).toEqual(['ffi', [3, 3, 3]]);
  });

  test('spaced-out lettering is one word', () => {
    const spaced = Array.from('COMPLAINT', (letter, i) => glyphsOf(letter, 100 + i * 8, 700)).flat();
    expect(read(spaced)[0]?.text).toBe('COMPLAINT');
  });

  test('a raised figure: its place in the text, and the baseline of the words', () => {
    const [line] = read(glyphsOf('word', 100, 700), glyphsOf('3', 121, 704, { size: 6 }));
    expect([line?.text, line?.superscripts, line?.y]).toEqual(['word3', [[4, 5]], 700]);
  });

  test('nearly all letters decide what is bold: a paragraph may begin with a bold name', () => {
    const bold = glyphsOf('Heading', 100, 700).map((glyph) => ({ ...glyph, font: { ...glyph.font, bold: true } }));
    expect(read(bold, glyphsOf('x', 137, 700))[0]?.bold).toBe(true);
    expect(read(bold, glyphsOf('says', 139, 700))[0]?.bold).toBe(false);
  });

  test('a note’s raised number is no margin number: line and baseline are those of its words', () => {
    const [line, ...others] = read(glyphsOf('13', 90, 705, { size: 7 }), glyphsOf('Defendants argue', 101, 700));
    expect(others).toEqual([]);
    expect([line?.text, line?.superscripts, line?.y]).toEqual(['13 Defendants argue', [[0, 2]], 700]);
  });

  test('text that runs upwards keeps its origin', () => {
    const upward = glyphsOf('up', 0, 0, { angle: 90 }).map((glyph, i) => ({
      ...glyph,
      x: 50,
      y: 100 + i * 5,
      u: 100 + i * 5,
      v: -50,
    }));
    expect(read(upward)[0]).toMatchObject({ text: 'up', x: 50, y: 100, angle: 90 });
  });

  test('a hundredth of a point', () => {
    expect(hundredths(1.23456)).toBe(1.23);
  });
});
