// How much two texts share, as runs of five words.
import { describe, expect, test } from '@jest/globals';
import { likenessOf, runsOf } from '../../server/catalog/text-likeness.ts';

/** Different words, as many as wanted. */
const words = (from: number, count: number) => Array.from({ length: count }, (_, at) => `w${from + at}`);
const text = (...parts: readonly string[][]) => parts.flat().join(' ');

describe('runs', () => {
  test('do not mind case, signs and line breaks', () => {
    expect(runsOf('The Titan API,\nwas PRIVATE.')).toEqual(runsOf('the “titan” api was private'));
  });
  test('break where words are withheld: what was on both sides was not neighbours', () => {
    expect(runsOf('a b c [REDACTED] d e f').size).toBe(0);
    expect(runsOf('a b c d e [REDACTED] f').size).toBe(1);
  });
});

describe('likeness', () => {
  const whole = text(words(0, 200));
  const withheld = text(words(0, 80), ['[REDACTED]'], words(110, 90));
  const rows: [string, string, string, (shared: number) => boolean, number | null][] = [
    ['the same', whole, whole, (shared) => shared === 1, 1],
    ['with words withheld', withheld, whole, (shared) => shared === 1, null],
    [
      'of which half is other',
      text(words(0, 100), words(500, 100)),
      whole,
      (shared) => shared > 0.45 && shared < 0.55,
      1,
    ],
    ['another', text(words(500, 200)), whole, (shared) => shared === 0, 1],
    ['a few words of it', text(words(0, 30)), whole, (shared) => shared === 0, 0],
    ['nothing', '', whole, (shared) => shared === 0, 0],
  ];
  test.each(rows)('%s', (_what, one, other, isRight, ratio) => {
    const { shared, ratio: found } = likenessOf(runsOf(one), runsOf(other));
    expect(isRight(shared)).toBe(true);
    if (ratio !== null) expect(found).toBe(ratio);
    // Neither comes first.
    expect(likenessOf(runsOf(other), runsOf(one))).toEqual({ shared, ratio: found });
  });
});
