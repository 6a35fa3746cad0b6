// pdf.js' font objects, as odd as real ones are, → plain facts.
import { describe, expect, test } from '@jest/globals';
import { fontFactsOf, unknownFont } from '../../server/parse/font-facts.ts';

describe('fontFactsOf', () => {
  test.each([
    ['nothing', null, unknownFont],
    ['no object', 'Times', unknownFont],
    [
      'bold by its flag',
      { name: 'F1', bold: true, ascent: 0.9, descent: -0.2 },
      { bold: true, ascent: 0.9, descent: 0.2 },
    ],
    ['bold and italic by its name', { name: 'TimesNewRomanPS-BoldItalicMT' }, { bold: true, italic: true }],
    ['oblique is italic', { name: 'Helvetica-Oblique' }, { bold: false, italic: true }],
    ['an ascent of zero is nonsense', { ascent: 0, descent: 0 }, { ascent: 0.8, descent: 0.2 }],
    ['an ascent of 2.5 is nonsense', { ascent: 2.5, descent: -3 }, { ascent: 0.8, descent: 0.2 }],
    ['a name that is none', { name: 7 }, { name: '' }],
    ['a vertical font', { vertical: true }, { vertical: true }],
    [
      'a Type3 font counts in units of its own',
      { isType3Font: true, fontMatrix: [0.01, 0, 0, 0.02, 0, 0], bbox: [0, -10, 50, 40] },
      { unit: 0.01, height: 1 },
    ],
    ['a Type3 font without a matrix', { isType3Font: true }, { unit: 0.001, height: 0 }],
  ])('%s', (_, font, expected) => {
    expect(fontFactsOf(font)).toMatchObject(expected);
  });
});
