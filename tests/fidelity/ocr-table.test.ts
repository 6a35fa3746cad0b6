// The table of recognition: sums are those of their pages, and a clean page below what is asked is named, a worn one is not.
import { describe, expect, test } from '@jest/globals';
import type { MeasuredScan } from './ocr-measure.ts';
import { ocrTable, tooWrong } from './ocr-table.ts';
import { compareWords } from './words.ts';

/** A page of 100 words, of which some are read wrongly and some are read that are not there. */
function scan(file: string, isClean: boolean, wrong: number, more = 0): MeasuredScan {
  const expected = Array.from({ length: 100 }, (_, at) => `word${at}`);
  const read = [...expected.map((word, at) => (at < wrong ? `vvord${at}` : word)), ...Array<string>(more).fill('dirt')];
  return {
    page: { from: 'filings', file, pageNumber: 3, scan: isClean ? 'clean' : 'worn', truth: 'own', isClean },
    words: compareWords(expected, read),
    confidence: 90,
    isPoor: !isClean,
    seconds: 2,
  };
}

describe('tooWrong', () => {
  test.each([
    ['95 of 100 are enough', scan('a.pdf', true, 5), []],
    ['94 are not', scan('b/a.pdf', true, 6), ['a.pdf, p. 3, clean: 94.0 % of the words are right']],
    [
      'words that are not there count too',
      scan('a.pdf', true, 0, 6),
      ['a.pdf, p. 3, clean: 94.3 % of what was read is there'],
    ],
    ['a worn page is shown, not judged', scan('a.pdf', false, 50), []],
  ])('%s', (_, measured, expected) => {
    const found = tooWrong([measured]).filter((line) => expected.length === 0 || line.includes(expected[0] ?? ''));
    expect(found).toEqual(expected);
  });
});

describe('ocrTable', () => {
  const lines = ocrTable([scan('one.pdf', true, 0), scan('two.pdf', true, 10), scan('old.pdf', false, 50)], 2);
  const row = (name: string) => lines.find((line) => line.startsWith(name))?.split(/\s{2,}/);

  test('a row for each page, with what is wrong about it', () => {
    expect(row('one.pdf')).toEqual(['one.pdf, p. 3, clean', '100', '100', '100.0', '100.0', '90', '2.0']);
    expect(row('two.pdf')?.at(-1)).toBe('BELOW');
    expect(row('old.pdf')?.at(-1)).toBe('poor');
  });

  test('sums over clean pages and over the others', () => {
    expect(row('clean pages: 2')).toEqual(['clean pages: 2', '200', '190', '95.0', '95.0', '90', '2.0']);
    expect(row('worn and crooked pages: 1')?.slice(1, 4)).toEqual(['100', '50', '50.0']);
  });

  test('the words that are wrong, as many as are asked for', () => {
    expect(lines.join('\n')).toContain('not read: word0 word1 … (10)');
    expect(ocrTable([scan('two.pdf', true, 10)]).join('\n')).not.toContain('word0');
  });
});
