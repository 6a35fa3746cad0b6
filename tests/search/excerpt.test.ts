// The stretch of a passage that a hit shows.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { excerptOf } from '../../server/search/excerpt.ts';

/** Words `w0 w1 …`; hits are named by their words. */
const text = Array.from({ length: 30 }, (_, at) => `w${at}`).join(' ');
function placesOf(...names: string[]) {
  return names.map((name) => {
    const from = ` ${text} `.indexOf(` ${name} `);
    return { from, to: from + name.length };
  });
}
const shown = (hits: readonly { from: number; to: number }[], words: number) =>
  excerptOf(text, hits, words)
    .map((segment) => (segment.hit ? `[${segment.text}]` : segment.text))
    .join('');

describe('an excerpt', () => {
  const cases: readonly (readonly [why: string, hits: readonly string[], words: number, shown: string])[] = [
    ['begins at the beginning when nothing is marked', [], 4, 'w0 w1 w2 w3…'],
    ['has the hit in the middle', ['w15'], 5, '…w13 w14 [w15] w16 w17…'],
    ['does not begin before the beginning', ['w1'], 5, 'w0 [w1] w2 w3 w4…'],
    ['does not end after the end', ['w29'], 5, '…w25 w26 w27 w28 [w29]'],
    ['holds hits that stand near one another', ['w3', 'w6'], 6, '…w2 [w3] w4 w5 [w6] w7…'],
    ['goes where most is found', ['w2', 'w20', 'w22'], 5, '…w19 [w20] w21 [w22] w23…'],
    ['a hit just outside does not count', ['w10', 'w15'], 5, '…w8 w9 [w10] w11 w12…'],
    ['a hit at the edge is whole', ['w10', 'w14'], 5, '…[w10] w11 w12 w13 [w14]…'],
    ['a phrase longer than what is shown: its beginning', ['w10 w11 w12 w13 w14 w15'], 4, '…[w10 w11 w12 w13]…'],
    ['all of it when it is short', ['w1'], 30, text.replace('w1 ', '[w1] ')],
  ];
  test.each(cases)('%s', (_, hits, words, expected) => {
    expect(shown(placesOf(...hits), words)).toBe(expected);
  });

  test('prefers different words to the same one again', () => {
    const repeated = 'api api api x x x x x x titan api';
    const hits = [...repeated.matchAll(/api|titan/g)].map(({ index, 0: word }) => ({
      from: index,
      to: index + word.length,
    }));
    const words = excerptOf(repeated, hits, 3).filter(({ hit }) => hit);
    expect(words.map((segment) => segment.text)).toEqual(['titan', 'api']);
  });

  test('keeps wide spaces of the text', () => {
    expect(excerptOf('a\n b  c d', [{ from: 3, to: 4 }], 2)).toEqual([
      { text: '…', hit: false },
      { text: 'b', hit: true },
      { text: '  c…', hit: false },
    ]);
  });

  test('is always a stretch of the text, with every mark of that stretch', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 29 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 30 }),
        (at, words) => {
          const places = placesOf(...[...new Set(at)].toSorted((a, b) => a - b).map((each) => `w${each}`));
          const segments = excerptOf(text, places, words);
          const whole = segments.map((segment) => segment.text).join('');
          const inside = whole.replaceAll('…', '');
          expect(text).toContain(inside);
          expect(inside.split(' ')).toHaveLength(Math.min(words, 30));
          const wanted = inside.split(' ').filter((word) => at.includes(Number(word.slice(1))));
          expect(segments.filter(({ hit }) => hit).map((segment) => segment.text)).toEqual(wanted);
          if (at.length > 0) expect(wanted.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  test('of an empty text is empty', () => {
    expect(excerptOf('', [], 5)).toEqual([]);
  });
});
