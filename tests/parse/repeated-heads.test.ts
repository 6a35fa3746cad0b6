// Rows that each page repeats below its running head.
import { describe, expect, test } from '@jest/globals';
import { findRepeatedHeads, type PageHead } from '../../server/parse/repeated-heads.ts';

/** Pages with a head at 700 and rows below it, 16 points apart. */
const pages = (...rows: readonly (readonly string[])[]): PageHead<string>[] =>
  rows.map((texts, i) => ({
    head: 700,
    rows: texts.map((text, at) => ({ pageNumber: i + 1, text, v: 684 - at * 16, source: `${i + 1} ${text}` })),
  }));
const title = ['Case No. 2:16-cv-08962 Date January 15, 2019', 'Title ROE V. EXAMPLE, INC.'];

describe('findRepeatedHeads', () => {
  test.each([
    [
      'case and title on each page of a minute order, from the second on',
      pages([...title, 'One.'], [...title, 'Two.'], [...title, 'Three.']),
      4,
    ],
    ['text below a row that changes', pages(['One.', ...title], ['Two.', ...title], ['Three.', ...title]), 0],
    ['on two pages only', pages(title, title), 0],
    [
      'a caption that three of thirty pages have',
      pages(...Array.from({ length: 30 }, (_, i) => (i % 14 === 0 ? title : [`${i}`]))),
      0,
    ],
    ['figures that differ', pages(['2015 40.0'], ['2016 78.5'], ['2017 150.0']), 0],
    ['far below the head', pages(title, title, title).map((page) => ({ ...page, head: 780 })), 0],
    ['nothing', [], 0],
  ])('%s', (_, heads, expected) => {
    expect(findRepeatedHeads(heads).size).toBe(expected);
  });
});
