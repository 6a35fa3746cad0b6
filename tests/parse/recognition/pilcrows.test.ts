// The paragraph sign in real pictures, seen by the real Tesseract: found where it stands, and nothing else is taken for it.
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { withPilcrows } from '../../../server/parse/recognition/pilcrows.ts';
import { startTesseract, type Tesseract } from '../../../server/parse/recognition/tesseract.ts';
import { scanned } from './scans.ts';

jest.setTimeout(60_000);

describe('withPilcrows', () => {
  let tesseract: Tesseract;
  beforeAll(async () => {
    tesseract = await startTesseract({ languages: ['eng'], dataFolder: null });
  });
  afterAll(() => tesseract.end());

  test.each([
    ['one sign', 'The witness said so. Evans Decl. ¶ 7. He left.', ['¶']],
    ['a range', 'The witness said so. Evans Decl. ¶¶ 27-28. He left.', ['¶¶']],
    ['signs that touch their number', 'The same was said in the letter, Ex. B ¶¶41-47, and later.', ['¶¶41-47,']],
    ['sections stay sections', 'The claim rests on 18 U.S.C. § 1343 and §§ 12-14 of the act.', []],
    ['digits stay digits', 'It took 9 days and 4 hours, or 94 miles at 99 cents.', []],
    ['letters below the line stay letters', 'The query of Qing Jung, if q is given, is a [9] list.', []],
  ])('%s', async (_, text, expected) => {
    for (const size of [50, 42]) {
      const picture = scanned({ width: 1500, height: 300, lines: [{ text, x: 60, y: 150, size }] });
      const seen = await tesseract.see(picture, 300);
      const words = withPilcrows(picture, seen).flatMap((line) => line.words);
      const found = words.filter((word) => word.text.includes('¶'));
      expect(found.map((word) => word.text)).toEqual(expected);
      // Words without the sign are left as they are.
      const others = words.filter((word) => !word.text.includes('¶'));
      expect(seen.flatMap((line) => line.words)).toEqual(expect.arrayContaining(others));
      // A sign that is sure is not thrown away as dirt, and its letters still fill its box.
      for (const word of found) {
        expect(word.confidence).toBeGreaterThanOrEqual(90);
        expect(word.symbols.map((symbol) => symbol.text).join('')).toBe(word.text);
      }
    }
  });

  test('what stands on the line is none, whatever it was taken for', async () => {
    const bars = scanned({
      width: 400,
      height: 300,
      lines: [],
      also: (context) => [100, 110].forEach((x) => context.fillRect(x, 100, 4, 50)),
    });
    const box = { x0: 98, y0: 100, x1: 116, y1: 150 };
    const word = { ...box, text: '9', confidence: 50, symbols: [{ ...box, text: '9' }] };
    const lineAt = (y: number) => ({ words: [word], baseline: { x0: 0, x1: 400, y0: y, y1: y }, height: 50 });
    expect(withPilcrows(bars, [lineAt(150)])[0]?.words).toEqual([word]);
    expect(withPilcrows(bars, [lineAt(138)])[0]?.words[0]?.text).toBe('¶');
  });
});
