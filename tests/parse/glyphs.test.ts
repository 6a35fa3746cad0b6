// What a font's map says → page text; and where the ink of a character is.
import { describe, expect, test } from '@jest/globals';
import { centreOf, centreX, centreY, cleanText, cosineAndSine } from '../../server/parse/glyphs.ts';

describe('cleanText', () => {
  test.each([
    ['a letter', 'a', 'a'],
    ['a ligature becomes letters, so that a word is found', '\ufb01', 'fi'],
    ['three letters in one', '\ufb04', 'ffl'],
    ['a no-break space is a space', '\u00a0', ' '],
    ['an em space is a space', '\u2003', ' '],
    ['a tab is a space', '\t', ' '],
    ['a zero-width space is nothing', '\u200b', ''],
    ['a direction mark is nothing: it would turn the text around', '\u202e', ''],
    ['a control character is nothing', '\u0001', ''],
    ['half of a pair is nothing', '\ud83d', ''],
    ['a whole pair stays', '\u{1f4c4}', '\u{1f4c4}'],
    ['a soft hyphen stands on paper and stays', '\u00ad', '\u00ad'],
    ['curly quotes stay', '“', '“'],
    ['the section sign stays', '§', '§'],
    ['markup is only text', '<b>', '<b>'],
  ])('%s', (_, given, expected) => {
    expect(cleanText(given)).toBe(expected);
  });
});

describe('place', () => {
  test.each([
    [0, [105, 203]],
    [90, [97, 205]],
    [180, [95, 197]],
    [270, [103, 195]],
  ])('centre of a character at %i degrees', (angle, expected) => {
    const glyph = { x: 100, y: 200, width: 10, size: 10, angle };
    expect(centreOf(glyph)).toEqual(expected);
    // The two ways to ask must agree to the last bit: covers and clips are decided by them.
    expect([centreX(glyph), centreY(glyph)]).toEqual(centreOf(glyph));
  });

  test('upright directions are exact', () => {
    expect([0, 90, 180, 270].map(cosineAndSine)).toEqual([
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ]);
    expect(cosineAndSine(45)[0]).toBeCloseTo(Math.SQRT1_2, 9);
  });
});
