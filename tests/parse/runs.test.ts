// Characters → runs.
import { describe, expect, test } from '@jest/globals';
import { gatherRuns, partOfRun } from '../../server/parse/runs.ts';
import { glyphsOf } from './glyph-rows.ts';

const textOf = (run: ReturnType<typeof gatherRuns>[number]) =>
  run.glyphs.map(({ text }, i) => (run.spaced[i] === true ? ` ${text}` : text)).join('');

describe('gatherRuns', () => {
  test.each([
    ['one line', glyphsOf('two words', 100, 700), ['two words']],
    ['two baselines', [...glyphsOf('one', 100, 700), ...glyphsOf('two', 100, 680)], ['one', 'two']],
    ['a table cell further on', [...glyphsOf('left', 100, 700), ...glyphsOf('right', 200, 700)], ['left', 'right']],
    ['a wide word gap stays in the run', [...glyphsOf('one', 100, 700), ...glyphsOf('two', 122, 700)], ['onetwo']],
    ['two sizes', [...glyphsOf('Big', 100, 700), ...glyphsOf('small', 115, 700, { size: 6 })], ['Big', 'small']],
    ['two directions', [...glyphsOf('a', 100, 700), ...glyphsOf('b', 105, 700, { angle: 90 })], ['a', 'b']],
    [
      'each letter drawn twice (imitated bold)',
      glyphsOf('bold', 100, 700).flatMap((glyph) => [glyph, { ...glyph, u: glyph.u + 0.3 }]),
      ['bold'],
    ],
    ['the whole run drawn twice', [...glyphsOf('bold', 100, 700), ...glyphsOf('bold', 100.4, 700)], ['bold']],
    [
      'the same word further on is another one',
      [...glyphsOf('had', 100, 700), ...glyphsOf('had', 200, 700)],
      ['had', 'had'],
    ],
    ['a double letter is no repetition', glyphsOf('ll', 100, 700), ['ll']],
    ['spaces alone are no run', glyphsOf('   ', 100, 700), []],
  ])('%s', (_, glyphs, expected) => {
    expect(gatherRuns(glyphs).map(textOf)).toEqual(expected);
  });

  test('a space drawn at the end is kept as a sign for the next run', () => {
    expect(gatherRuns(glyphsOf('one ', 100, 700))[0]?.trailingSpace).toBe(true);
  });

  test('a part of a run knows its ends and the space behind it', () => {
    const [run] = gatherRuns(glyphsOf('two words', 100, 700));
    const parts = run ? [partOfRun(run, 0, 3), partOfRun(run, 3, 8)] : [];
    expect(parts.map((part) => [textOf(part), part.u0, part.u1, part.trailingSpace])).toEqual([
      ['two', 100, 115, true],
      ['words', 120, 145, false],
    ]);
  });
});
