// Holes of a page, and quotes that show them: between words, at a line's end, a whole line; not where words say so themselves.
import { describe, expect, test } from '@jest/globals';
import type { Quad } from '../../server/contract/geometry.ts';
import type { Page } from '../../server/contract/page.ts';
import { holesOfPage, oneHole, textWithHoles } from '../../server/text/redaction-holes.ts';
import { setPage, type SetLine } from '../passages/page-maker.ts';

/** A box in points around what stands at this height. */
const box = (left: number, y: number, right: number): Quad => [left, y - 3, right, y - 3, right, y + 11, left, y + 11];
const pageWith = (lines: readonly SetLine[], boxes: readonly Quad[]): Page =>
  setPage(1, lines, {
    redactions: boxes.map((each) => ({ pageNumber: 1, box: each, bad: false, characters: 0 })),
  });

// Lines stand at y 720, 696, 672 …; six points a letter from x 108.
const gap: SetLine = {
  text: 'lives in and works',
  advances: Array.from('lives in and works', (_, at) => (at === 8 ? 90 : 6)),
};
const short: SetLine[] = [{ text: 'He lives in' }, { text: 'and works.' }];

describe('holesOfPage', () => {
  test.each<[string, readonly SetLine[], readonly Quad[], { at: number; isLine: boolean }[]]>([
    ['between words', [gap], [box(160, 720, 240)], [{ at: 8, isLine: false }]],
    ['at the end of a line', short, [box(180, 720, 300)], [{ at: 11, isLine: false }]],
    [
      'a whole line',
      [{ text: 'He lives in' }, { text: 'and works.', gap: 48 }],
      [box(108, 696, 170)],
      [{ at: 11, isLine: true }],
    ],
    ['words that say so', [{ text: 'in [REDACTED] now' }], [box(126, 720, 186)], []],
    ['beside furniture only', [{ text: '7', furniture: 'line-number' }], [box(200, 720, 300)], []],
    ['no box', short, [], []],
  ])('%s', (_, lines, boxes, expected) => {
    expect(holesOfPage(pageWith(lines, boxes))).toEqual(expected);
  });
});

describe('textWithHoles', () => {
  const page = pageWith([gap, ...short], [box(160, 720, 240), box(180, 696, 300)]);
  const holes = holesOfPage(page);
  const quote = (words: string): string => {
    const from = page.text.indexOf(words);
    return textWithHoles(page.text, holes, from, from + words.length)
      .replaceAll(/\s+/g, ' ')
      .trim();
  };
  test.each([
    ['over the hole', 'in and', 'in █ and'],
    ['up to it: a quote that ends earlier needs no mark', 'lives in', 'lives in'],
    ['from behind it', 'and works\nHe', 'and works He'],
    ['a line whose words end in one', 'He lives in', 'He lives in █'],
    ['over the line’s end', 'lives in\nand works.', 'lives in █ and works.'],
    ['all of it', page.text, 'lives in █ and works He lives in █ and works.'],
  ])('%s', (_, words, expected) => {
    expect(quote(words)).toBe(expected);
  });

  test('a line that is gone is missed between its neighbours, not after the one above', () => {
    const gone = pageWith([{ text: 'He lives in' }, { text: 'and works.', gap: 48 }], [box(108, 696, 170)]);
    const marked = (to: number): string => textWithHoles(gone.text, holesOfPage(gone), 0, to).replaceAll(/\s+/g, ' ');
    expect([marked(11), marked(gone.text.length)]).toEqual(['He lives in', 'He lives in █ and works.']);
  });
});

test.each([
  ['a █ █ b', 'a █ b'],
  ['a ██ b █', 'a █ b █'],
  ['none', 'none'],
])('%s → %s', (text, expected) => {
  expect(oneHole(text)).toBe(expected);
});
