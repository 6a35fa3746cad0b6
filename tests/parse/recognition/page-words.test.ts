// From what Tesseract sees to words: dirt goes, places and advances stay true, sizes that are one size are one.
import { describe, expect, test } from '@jest/globals';
import { confidenceOf, withLeaders, wordsOf } from '../../../server/parse/recognition/page-words.ts';
import type { SeenLine, SeenWord } from '../../../server/parse/recognition/tesseract.ts';

function word(text: string, x0: number, confidence = 95, extra: Partial<SeenWord> = {}): SeenWord {
  const symbols = Array.from(text, (letter, at) => ({
    text: letter,
    x0: x0 + at * 20 + 2,
    x1: x0 + at * 20 + 18,
    y0: 66,
    y1: 100,
  }));
  return { text, confidence, x0, x1: x0 + text.length * 20, y0: 66, y1: 100, symbols, ...extra };
}

function line(words: readonly SeenWord[], extra: Partial<SeenLine> = {}): SeenLine {
  return { words, baseline: { x0: 0, y0: 100, x1: 1000, y1: 100 }, height: 44, ...extra };
}

const texts = (lines: readonly SeenLine[]): string[] => wordsOf(lines).map(({ text }) => text);

describe('wordsOf', () => {
  test.each<[string, readonly SeenLine[], readonly string[]]>([
    [
      'words stay, also those nobody is sure of',
      [line([word('motion', 0), word('granled', 200, 31)])],
      ['motion', 'granled'],
    ],
    ['signs of a scanner’s shadow go', [line([word('motion', 0), word('£', 200, 9), word('|', 240, 40)])], ['motion']],
    ['a section sign stays when it is one', [line([word('§', 0, 92), word('1983', 40)])], ['§', '1983']],
    ['rules taken for dashes go however sure', [line([word('——', 0, 97), word('Name', 80)])], ['Name']],
    ['scraps of a letter or two go, short words stay', [line([word('E', 0, 5), word('of', 60, 90)])], ['of']],
    ['a line of nonsense goes whole', [line([word('CoVovener', 0, 3), word('hingineers', 300, 20)])], []],
    [
      'a page number alone at the foot, which Tesseract never believes',
      [line([word('-1-', 0, 0)], { place: 'foot' })],
      ['-1-'],
    ],
    ['at the foot nothing else without confidence', [line([word('~i;', 0, 0)], { place: 'foot' })], []],
    [
      'line numbers, and nothing but them, from the margin',
      [line([word('7', 0, 8), word('LLP', 60)], { place: 'margin' })],
      ['7'],
    ],
    ['page numbers of a table of contents', [line([word('12', 0, 20)], { place: 'contents' })], ['12']],
    [
      'a firm’s name up the margin stays',
      [line([word('SIDLEY', 0), word('AUSTIN', 0)], { baseline: { x0: 9, y0: 900, x1: 9, y1: 300 } })],
      ['SIDLEY', 'AUSTIN'],
    ],
    [
      'a column of numbers taken for words that run down goes',
      [line([word('OO', 0), word('NN', 0)], { baseline: { x0: 9, y0: 300, x1: 9, y1: 900 } })],
      [],
    ],
    ['a box without extent is no ink', [line([word('motion', 0, 95, { x1: 0 })])], []],
  ])('%s', (_, lines, expected) => {
    expect(texts(lines)).toEqual(expected);
  });

  test('advances end half way between letters and add up to the word', () => {
    const [first] = wordsOf([line([word('abc', 100)])]);
    expect(first).toMatchObject({ x: 100, y: 100, turn: 0, advances: [20, 20, 20] });
  });

  test('letters that are not the word’s own: all as wide', () => {
    const [first] = wordsOf([line([word('abcd', 0, 95, { symbols: [] })])]);
    expect(first?.advances).toEqual([20, 20, 20, 20]);
  });

  test('a pair of units shares the width of its letter', () => {
    const [first] = wordsOf([line([word('\u{1d4b6}b', 0, 95, { x1: 40 })])]);
    expect(first?.advances).toHaveLength(3);
    expect(first?.advances.reduce((sum, each) => sum + each, 0)).toBeCloseTo(40);
  });

  test('words of a line stand on one height, in the middle of its slope', () => {
    const sloped = line([word('left', 0), word('right', 900)], { baseline: { x0: 0, y0: 100, x1: 1000, y1: 104 } });
    expect(wordsOf([sloped]).map(({ y }) => y)).toEqual([102, 102]);
  });

  test.each([
    ['upwards', { x0: 500, y0: 900, x1: 500, y1: 300 }, 90, [500, 880]],
    ['downwards', { x0: 500, y0: 300, x1: 500, y1: 900 }, 270, [500, 840]],
  ] as const)('a margin read %s keeps its direction', (_, baseline, turn, [x, y]) => {
    const upright = word('LLP', 0, 90, { x0: 480, x1: 500, y0: 840, y1: 880, symbols: [] });
    const [found] = wordsOf([line([upright], { baseline })]);
    expect(found).toMatchObject({ turn, x, y });
    expect(found?.advances.reduce((sum, each) => sum + each, 0)).toBeCloseTo(40);
  });

  test('sizes that are nearly one are one, a note’s smaller size stays', () => {
    const tall = (height: number): SeenWord => {
      const { symbols, ...rest } = word('HHHH', 0);
      return { ...rest, symbols: symbols.map((symbol) => ({ ...symbol, y0: 100 - height })) };
    };
    const sizes = wordsOf([line([tall(34)]), line([tall(35)]), line([tall(36)]), line([tall(24)])]).map(
      ({ size }) => size,
    );
    expect(new Set(sizes.slice(0, 3)).size).toBe(1);
    expect((sizes[3] ?? 0) / (sizes[0] ?? 1)).toBeLessThan(0.75);
  });
});

test('confidence counts letters, not words', () => {
  expect(
    confidenceOf([
      { text: 'a', confidence: 0 },
      { text: 'nineteen', confidence: 90 },
    ]),
  ).toBe(80);
  expect(confidenceOf([])).toBe(0);
});

test('leader dots are words of the line they stand on; dots beside nothing are not believed', () => {
  const words = wordsOf([line([word('ARGUMENT', 0)])]);
  const leader = { x0: 200, x1: 500, y: 101, dots: 30 };
  const [, dots] = withLeaders(words, [leader, { ...leader, y: 700 }]);
  expect(dots).toMatchObject({ text: '.'.repeat(30), x: 200, y: 100, turn: 0 });
  expect(dots?.advances.reduce((sum, each) => sum + each, 0)).toBeCloseTo(300);
  expect(withLeaders(words, [{ ...leader, y: 700 }])).toHaveLength(1);
});
