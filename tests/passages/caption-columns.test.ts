// The two sides of a caption's rows.
import { describe, expect, test } from '@jest/globals';
import { bodyLinesOf } from '../../server/passages/body-lines.ts';
import { captionColumns, captionRowOf } from '../../server/passages/caption-columns.ts';
import { cells, full, setPage, type SetLine } from './page-maker.ts';

const linesOf = (...lines: readonly SetLine[]) => bodyLinesOf([setPage(1, lines)]);
const sides = (line: SetLine) => {
  const [row] = linesOf(line).map(captionRowOf);
  return [row?.left?.text ?? null, row?.right?.text ?? null];
};

describe('captionRowOf', () => {
  test.each([
    [
      'a bracket divides',
      cells([
        [108, 'Plaintiffs,'],
        [300, ')'],
        [330, 'Case No. 3:20-cv-00000'],
      ]),
      ['Plaintiffs,', 'Case No. 3:20-cv-00000'],
    ],
    [
      'so does white space',
      cells([
        [108, 'Plaintiffs,'],
        [330, 'REPLY IN SUPPORT'],
      ]),
      ['Plaintiffs,', 'REPLY IN SUPPORT'],
    ],
    [
      'a bracket at the end of the left column',
      { text: 'all others similarly )', end: 318 },
      ['all others similarly', null],
    ],
    ['the right column alone', { text: 'MOTION TO SEAL', x: 322 }, [null, 'MOTION TO SEAL']],
    ['the left column alone', { text: 'EXAMPLE, INC.,' }, ['EXAMPLE, INC.,', null]],
    [
      'a section sign within prose divides nothing',
      full('under Section 2 of the Sherman Act, 15 U.S.C. § 2. Plaintiffs allege'),
      ['under Section 2 of the Sherman Act, 15 U.S.C. § 2. Plaintiffs allege', null],
    ],
  ] as [string, SetLine, (string | null)[]][])('%s', (_, line, expected) => {
    expect(sides(line)).toEqual(expected);
  });
});

test('columns are read one after the other, and each part keeps its place on the page', () => {
  const lines = linesOf(
    cells([
      [108, 'MAXINE ROE,'],
      [330, 'Case No. 1'],
    ]),
    cells([
      [108, 'Plaintiff,'],
      [330, 'MOTION TO'],
    ]),
    { text: 'SEAL', x: 330, gap: 12 },
  );
  const read = captionColumns(lines);
  expect(read.map(({ text }) => text)).toEqual(['MAXINE ROE,', 'Plaintiff,', 'Case No. 1', 'MOTION TO', 'SEAL']);
  expect(read.map(({ line, page }) => page.text.slice(line.from, line.to))).toEqual(read.map(({ text }) => text));
  expect(read[2]?.line.x).toBe(330);
});
