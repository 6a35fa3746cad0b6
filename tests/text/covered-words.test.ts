// Words under boxes, on pages that lie in every way.
import { describe, expect, test } from '@jest/globals';
import { quadOf } from '../../server/contract/geometry.ts';
import type { RecognizedPage, RecognizedWord } from '../../server/contract/recognition.ts';
import { middleOfWord, withoutCovered } from '../../server/text/covered-words.ts';

const word = (text: string, x: number, y: number, extra: Partial<RecognizedWord> = {}): RecognizedWord => ({
  text,
  confidence: 90,
  line: 0,
  x,
  y,
  advances: Array.from(text, () => 6),
  size: 12,
  ...extra,
});
const page = (words: readonly RecognizedWord[], angle = 0): RecognizedPage => ({
  pageNumber: 1,
  angle,
  confidence: 90,
  dpi: 300,
  ink: 0.05,
  words,
});
const texts = ({ words }: RecognizedPage): string[] => words.map(({ text }) => text);

describe('withoutCovered', () => {
  const name = page([word('Witness:', 72, 700), word('Penelope', 130, 700), word('agreed', 190, 700)]);

  test('what lies under a box goes, its neighbours stay', () => {
    expect(texts(withoutCovered(name, [quadOf([128, 695, 180, 712])]))).toEqual(['Witness:', 'agreed']);
  });

  test('a box that only touches the end of a word does not take it', () => {
    expect(texts(withoutCovered(name, [quadOf([168, 695, 188, 712])]))).toEqual(['Witness:', 'Penelope', 'agreed']);
  });

  test('nothing covered: the same page', () => {
    expect(withoutCovered(name, [])).toBe(name);
    expect(withoutCovered(name, [quadOf([0, 0, 10, 10])])).toBe(name);
  });

  test('on a page that lies on its side the word is where it runs', () => {
    const sideways = page([word('Penelope', 300, 400)], 90);
    expect(texts(withoutCovered(sideways, [quadOf([290, 395, 302, 450])]))).toEqual([]);
    expect(texts(withoutCovered(sideways, [quadOf([300, 395, 350, 412])]))).toEqual(['Penelope']);
  });
});

test('the middle of a word that runs up the margin', () => {
  const [x, y] = middleOfWord(word('LLP', 30, 100, { turn: 90 }), 0);
  expect([x, y]).toEqual([expect.closeTo(26), expect.closeTo(109)]);
});
