// Which colours the eye takes for one.
import { describe, expect, test } from '@jest/globals';
import { closeColours, luminance } from '../../server/parse/redaction-colors.ts';

describe('luminance', () => {
  test.each<[string | null, number, string]>([
    ['#000000', 0, 'black'],
    ['#ffffff', 1, 'white'],
    ['#00ff00', 0.587, 'green is the brightest of the three'],
    [null, 1, 'a pattern is nobody’s black box'],
  ])('%s → %d (%s)', (color, expected) => {
    expect(luminance(color)).toBeCloseTo(expected, 3);
  });
});

describe('closeColours', () => {
  test.each<[string, string | null, boolean, string]>([
    ['#000000', '#000000', true, 'the same'],
    ['#ffffff', '#fafafa', true, 'a shade that no printer prints'],
    ['#ffffff', '#e0e0e0', false, 'light grey is seen on white'],
    ['#101010', '#100010', false, 'one channel is enough'],
    ['#000000', null, false, 'an unknown ground is no reason to drop a word'],
  ])('%s on %s: %s (%s)', (color, other, expected) => {
    expect(closeColours(color, other)).toBe(expected);
  });
});
