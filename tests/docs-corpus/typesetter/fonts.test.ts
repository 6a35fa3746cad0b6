// The faces have the metrics of Times, Arial and Courier New, whose advances are published.
import { describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { fontFileOf, glyphsOf, widthOf } from '../../../docs-corpus/typesetter/fonts.ts';
import type { Face } from '../../../docs-corpus/typesetter/fonts.ts';

const face = (family: Face['family'], bold = false, italic = false): Face => ({ family, bold, italic });

describe('widthOf', () => {
  test.each([
    ['A in Times: 722 of 1000', 'A', face('serif'), 1000, 722],
    ['A in Times bold is as wide', 'A', face('serif', true), 1000, 722],
    ['a in Times bold: 500', 'a', face('serif', true), 1000, 500],
    ['A in Arial: 667', 'A', face('sans'), 1000, 667],
    ['every letter in Courier: 600', 'i', face('mono'), 1000, 600],
    ['and so ten letters at 12 points', 'mmmmmiiiii', face('mono'), 12, 72],
    ['nothing', '', face('serif'), 12, 0],
  ])('%s', (_, text, which, size, expected) => {
    expect(widthOf(text, which, size)).toBeCloseTo(expected, 0);
  });

  test('bold and italic are measured in their own face, not in the one measured before', () => {
    const widths = [face('sans'), face('sans', true), face('sans', true, true)].map((which) =>
      widthOf('Whitelisted applications', which, 100),
    );
    expect(widths[1]).toBeGreaterThan(widths[0] ?? Infinity);
    expect(widths[2]).toBeCloseTo(widths[1] ?? 0, 0);
  });
});

test.each(
  (['serif', 'sans', 'mono'] as const).flatMap((family) =>
    [false, true].flatMap((bold) => [false, true].map((italic) => face(family, bold, italic))),
  ),
)('there is a file for $family bold $bold italic $italic', (which) => {
  expect(existsSync(fontFileOf(which))).toBe(true);
});

test('each sign of a filing has a glyph with an outline', () => {
  const signs = '§¶—–“”‘’•éä$%()[]';
  const { run } = glyphsOf(signs, face('serif'));
  expect(run.glyphs.filter(({ path }) => path.commands.length === 0)).toEqual([]);
});
