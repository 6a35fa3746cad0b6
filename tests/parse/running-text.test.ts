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
});
