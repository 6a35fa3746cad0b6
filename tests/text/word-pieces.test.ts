// Pieces against the rule as one pattern, over texts of every kind of sign.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pieceFrom } from '../../server/text/word-pieces.ts';

/** The pieces of a text, one behind another. */
function piecesOf(text: string, wild: boolean): string[] {
  const pieces: string[] = [];
  for (let piece = pieceFrom(text, 0, wild); piece !== null; piece = pieceFrom(text, piece.to, wild)) {
    pieces.push(`${piece.from} ${text.slice(piece.from, piece.to)}`);
  }
  return pieces;
}

const rule = (more: string) =>
  new RegExp(String.raw`[$%§¶]|\p{No}+|(?:[\p{L}\p{Nl}\p{Nd}${more}](?:\p{M}|(?![\u200B\uFEFF])\p{Cf})*)+`, 'gu');
const byRule = (text: string, wild: boolean) =>
  [...text.matchAll(rule(wild ? '*?' : ''))].map((match) => `${match.index} ${match[0]}`);

test.each([
  ['The Titan API (2013) cost $40.', ['0 The', '4 Titan', '10 API', '15 2013', '21 cost', '26 $', '27 40']],
  ['naïve e\u0301t\u00ADat x²', ['0 naïve', '6 e\u0301t\u00ADat', '13 x', '14 ²']],
  ['a\u200Bb', ['0 a', '2 b']],
  ['“Meta’s”', ['1 Meta', '6 s']],
  ['— …', []],
  ['', []],
])('%j', (text, pieces) => expect(piecesOf(text, false)).toEqual(pieces));

test('any text, with and without wildcards', () => {
  const sign = fc.constantFrom(...Array.from('aZ09 *?$%§¶.,-’“—²½é\u0301\u00AD\u200B\u200D\uFEFF𝒳界Ⅷ\n'));
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: sign, maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 20 })),
      fc.boolean(),
      (text, wild) => expect(piecesOf(text, wild)).toEqual(byRule(text, wild)),
    ),
    { numRuns: 3000 },
  );
});
