// Running heads and feet.
import { describe, expect, test } from '@jest/globals';
import { findRunning } from '../../server/parse/running-text.ts';

const line = (pageNumber: number, text: string, v: number) => ({
  pageNumber,
  text,
  v,
  source: `${pageNumber} ${text}`,
});

describe('findRunning', () => {
  test.each([
    [
      'a mark on the cover of each minute order, two letters or not',
      [line(1, '‘O’', 750), line(2, '‘O’', 750), line(3, '‘O’', 750)],
      9,
      3,
    ],
    ['speakers', [line(1, 'A.', 90), line(2, 'A.', 90), line(3, 'A.', 90)], 9, 0],
    ['numbers of paragraphs', [line(1, '7.', 90), line(2, '12.', 90), line(3, '19.', 90)], 9, 0],
    ['numbers alone', [line(1, '15', 90), line(2, '21', 90), line(3, '28', 90)], 9, 0],
    ['currency signs of a table', [line(1, '$', 90), line(2, '$', 90), line(3, '$', 90)], 9, 0],
    [
      'the number of a document, equal to the digit',
      [line(1, '4841-5813', 20), line(2, '4841-5813', 20), line(3, '4841-5813', 20)],
      9,
      3,
    ],
    ['figures that differ', [line(1, '1,204,388', 90), line(2, '1,655,241', 90), line(3, '2,310,902', 90)], 9, 0],
    [
      'on three pages at one height',
      [line(1, 'REPLY BRIEF', 40), line(2, 'REPLY BRIEF', 41), line(3, 'REPLY BRIEF', 40)],
      9,
      3,
    ],
    [
      'the number in it may count',
      [line(1, 'Reply – 1', 40), line(2, 'Reply – 2', 40), line(3, 'Reply – 3', 40)],
      9,
      3,
    ],
    ['on two of nine pages', [line(1, 'REPLY BRIEF', 40), line(2, 'REPLY BRIEF', 40)], 9, 0],
    ['two are enough in a file of two', [line(1, 'REPLY BRIEF', 40), line(2, 'REPLY BRIEF', 40)], 2, 2],
    ['at different heights', [line(1, 'ARGUMENT', 700), line(2, 'ARGUMENT', 730), line(3, 'ARGUMENT', 760)], 9, 0],
    ['three times on one page', [line(1, 'x', 40), line(1, 'x', 41), line(1, 'x', 42)], 9, 0],
    ['different words', [line(1, 'a', 40), line(2, 'b', 40), line(3, 'c', 40)], 9, 0],
  ])('%s', (_, lines, pageCount, expected) => {
    expect(findRunning(lines, pageCount).size).toBe(expected);
  });

  test.each([
    ['a long footer on three pages in a row', 'REPLY IN SUPPORT OF MOTION', [2, 3, 4], 40, 3],
    ['a short one on three pages could be testimony', 'THE COURT: Okay.', [2, 3, 4], 40, 0],
    ['a short one on most pages', 'REPLY ISO MOTION', [2, 3, 4, 5, 6, 8], 9, 6],
    ['testimony that repeats itself here and there', 'THE COURT: All right. Thank you.', [3, 9, 30], 40, 0],
  ])('beside line numbers: %s', (_, text, pages, pageCount, expected) => {
    const lines = pages.map((page) => ({ ...line(page, text, 60), beside: true }));
    expect(findRunning(lines, pageCount).size).toBe(expected);
  });
});
