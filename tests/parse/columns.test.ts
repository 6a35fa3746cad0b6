// Columns of running text told from tables: rows of fragments with one gap down the middle.
import { describe, expect, test } from '@jest/globals';
import { findGutters } from '../../server/parse/columns.ts';
import type { Fragment } from '../../server/parse/lines.ts';
import { fragment } from './glyph-rows.ts';

type Cell = readonly [text: string, left: number];

/** Rows of cells, 12 points apart. */
const rowsOf = (rows: readonly (readonly Cell[])[]): Fragment[][] =>
  rows.map((cells, row) => cells.map(([text, left]) => fragment(text, left, 700 - row * 12, { row })));

/** Lines of a column as a printer breaks them: most go on in the middle of a sentence. */
const prose = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `${i % 3 === 0 ? 'The' : 'and the'} words of a sentence run on here ${i % 10}`,
  );

const beside = (...columns: readonly (readonly [left: number, lines: readonly string[]])[]) =>
  rowsOf(
    Array.from({ length: Math.max(...columns.map(([, lines]) => lines.length)) }, (_, row) =>
      columns.flatMap(([left, lines]): Cell[] => (lines[row] === undefined ? [] : [[lines[row], left]])),
    ),
  );

const counsel = (name: string) => [
  `${name} (SBN 100100)`,
  `${name.toLowerCase()}@example.com`,
  'SPECIMEN LLP',
  '1 Specimen Plaza, Suite 900',
  'San Francisco, CA 94105',
  'Telephone: (415) 555-0100',
];

describe('findGutters', () => {
  test.each([
    ['two columns of prose', beside([72, prose(12)], [330, prose(12)]), 1],
    [
      'three columns: one gutter here, the other within the rest',
      beside([40, prose(12)], [260, prose(12)], [480, prose(12)]),
      1,
    ],
    ['a column that ends earlier than the other', beside([72, prose(14)], [330, prose(8)]), 1],
    [
      'prose beside the words of a figure',
      beside(
        [72, prose(12)],
        [330, Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? 'Record a loop edge' : 'Leave the trace'))],
      ),
      1,
    ],
    ['counsel side by side', beside([72, counsel('Roe')], [330, counsel('Doe')]), 1],
    ['five rows are too few', beside([72, prose(5)], [330, prose(5)]), 0],
    [
      'a table of amounts',
      rowsOf(
        Array.from({ length: 12 }, (_, i): Cell[] => [
          [`Feed, telephone, quarter ${i % 4}`, 72],
          ['21.4', 330],
          ['44.9', 400],
          ['88.1', 470],
        ]),
      ),
      0,
    ],
    [
      'a table whose cells wrap: lines begin at their own column’s edge',
      rowsOf(
        Array.from({ length: 12 }, (_, i): Cell[] =>
          i % 2 === 0
            ? [
                ['Mon 5/4', 72],
                ['Weekly partnerships and', 150],
                ['Employee 1; Employee 2; Witness', 330],
              ]
            : [
                ['migration stand-up', 150],
                ['and all other witnesses', 330],
              ],
        ),
      ),
      0,
    ],
    [
      'names against numbers of cases',
      beside(
        [72, Array.from({ length: 12 }, (_, i) => `Doe ${i} v. Specimen Corporation, Inc.`)],
        [330, Array.from({ length: 12 }, (_, i) => `2:15-cv-0000${i % 10}`)],
      ),
      0,
    ],
    ['amounts beside what they are for', beside([72, prose(12)], [400, prose(12).map(() => '$ 1,204.00')]), 0],
  ])('%s', (_, rows, expected) => {
    expect(findGutters(rows)).toHaveLength(expected);
  });

  test('the gutter runs from the first row of the columns to the last', () => {
    const heading = rowsOf([[['A heading that runs over the whole width of the page, both of its columns', 72]]]);
    const [gutter] = findGutters([...heading, ...beside([72, prose(10)], [330, prose(10)]), ...heading]);
    expect([gutter?.top, gutter?.bottom]).toEqual([1, 10]);
  });
});
