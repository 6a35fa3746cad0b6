// boxesOf: page text → quads, checked by hand-made lines whose advances are known.
import { describe, expect, test } from '@jest/globals';
import type { PageLine } from '../../server/contract/page.ts';
import { boxesOf, lineBox } from '../../server/text/boxes.ts';

/** A line of `text` at `from`, 10 points for each unit, baseline at (100, y). */
function line(text: string, from: number, y: number, direction: readonly [number, number] = [1, 0]): PageLine {
  return {
    from,
    to: from + text.length,
    number: null,
    furniture: null,
    x: 100,
    y,
    direction,
    ascent: 8,
    descent: 2,
    advances: Array.from(text, () => 10),
    fontSize: 12,
    bold: false,
    italic: false,
    superscripts: [],
  };
}

const text = 'one two\nthree';
const lines = [line('one two', 0, 700), line('three', 8, 680)];
const page = { text, lines };

describe('boxesOf', () => {
  test.each([
    ['a word', 4, 7, [[140, 698, 170, 698, 170, 708, 140, 708]]],
    ['the space before a word is left out', 3, 7, [[140, 698, 170, 698, 170, 708, 140, 708]]],
    ['the space after a word is left out', 0, 4, [[100, 698, 130, 698, 130, 708, 100, 708]]],
    ['a space alone has no box', 3, 4, []],
    ['the line break has no box', 7, 8, []],
    [
      'over a line break: one box a line',
      4,
      10,
      [
        [140, 698, 170, 698, 170, 708, 140, 708],
        [100, 678, 120, 678, 120, 688, 100, 688],
      ],
    ],
    ['nothing', 5, 5, []],
    ['beyond the text', 40, 50, []],
  ])('%s', (_, from, to, expected) => {
    expect(boxesOf(page, from, to)).toEqual(expected);
  });

  test('rotated text: corners keep the reading direction', () => {
    const upwards = { text: 'ab', lines: [line('ab', 0, 700, [0, 1])] };
    expect(boxesOf(upwards, 1, 2)).toEqual([[102, 710, 102, 720, 92, 720, 92, 710]]);
  });

  test('a whole line', () => {
    expect(lineBox(line('three', 8, 680))).toEqual([100, 678, 150, 678, 150, 688, 100, 688]);
  });
});
