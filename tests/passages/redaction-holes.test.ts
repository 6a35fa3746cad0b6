// A box on the page is a mark in the passage: between words, at the ends of a line, for a whole line; not where words say so themselves.
import { expect, test } from '@jest/globals';
import type { Quad } from '../../server/contract/geometry.ts';
import { bodyLinesOf } from '../../server/passages/body-lines.ts';
import { deriveText, hyphenWordsOf } from '../../server/passages/derive-text.ts';
import { full, setPage, type SetLine } from './page-maker.ts';

/** A box in points around what stands at this height. */
const box = (left: number, y: number, right: number): Quad => [left, y - 3, right, y - 3, right, y + 11, left, y + 11];
const derive = (lines: readonly SetLine[], boxes: readonly Quad[]): string => {
  const redactions = boxes.map((each) => ({ pageNumber: 1, box: each, bad: false, characters: 0 }));
  const body = bodyLinesOf([setPage(1, lines, { redactions })]);
  return deriveText(body, hyphenWordsOf(body)).text;
};

// Lines stand at y 720, 696, 672 …; six points a letter from x 108.
const two: SetLine[] = [full('The witness lives in'), full('and was told of it.')];
const gap: SetLine[] = [
  { text: 'lives in and works', advances: Array.from('lives in and works', (_, at) => (at === 8 ? 90 : 6)) },
];

test.each<[string, readonly SetLine[], readonly Quad[], string]>([
  ['between words', gap, [box(160, 720, 240)], 'lives in █ and works'],
  [
    'at the end of a line',
    [{ text: 'He lives in' }, { text: 'and works' }],
    [box(180, 720, 300)],
    'He lives in █ and works',
  ],
  ['at the beginning', [{ text: 'lives here', x: 200 }], [box(110, 720, 190)], '█ lives here'],
  [
    'a whole line',
    [{ text: 'He lives in' }, { text: 'and works', gap: 48 }],
    [box(108, 696, 400)],
    'He lives in █ and works',
  ],
  ['boxes side by side are one hole', gap, [box(160, 720, 200), box(202, 720, 240)], 'lives in █ and works'],
  ['words that say so', [{ text: 'He lives in [REDACTED] now' }], [box(178, 720, 240)], 'He lives in [REDACTED] now'],
  ['a box elsewhere', two, [box(108, 500, 300)], 'The witness lives in and was told of it.'],
  ['none', two, [], 'The witness lives in and was told of it.'],
])('%s', (_, lines, boxes, text) => {
  expect(derive(lines, boxes)).toBe(text);
});
