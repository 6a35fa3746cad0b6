// Rows of tables among lines of text.
import { describe, expect, test } from '@jest/globals';
import { bodyLinesOf } from '../../server/passages/body-lines.ts';
import { tableRunsOf } from '../../server/passages/table-lines.ts';
import { cells, full, setPage, type SetLine } from './page-maker.ts';

const prose = [
  full('A line of the body that fills the page from its left edge to its right one,'),
  full('another one that does the same, so that there is something to measure by,'),
  full('and a third one, after which stands what the test is about, or is not.'),
];
const runs = (...lines: readonly SetLine[]) => tableRunsOf(bodyLinesOf([setPage(1, [...prose, ...lines])]));
const amounts = (year: string, amount: string) =>
  cells(
    [
      [108, year],
      [300, amount],
    ],
    { gap: 16 },
  );

describe('tableRunsOf', () => {
  test.each([
    ['rows of two cells', [amounts('2015', '$ 40'), amounts('2016', '$ 78'), amounts('2017', '$ 150')], [[3, 6]]],
    ['one row alone is none', [amounts('2015', '$ 40')], []],
    ['prose is none', [full('and nothing but more of it, which goes on to the end of the line')], []],
    [
      'figures that end at one place',
      [
        cells([
          [108, '2015'],
          [318, '40'],
        ]),
        cells([
          [108, '2016'],
          [312, '150'],
        ]),
        cells([
          [108, '2017'],
          [306, '1,200'],
        ]),
      ].map((row) => ({ ...row, gap: 16 })),
      [[3, 6]],
    ],
    [
      'a cell that goes on below, and the head above',
      [
        cells(
          [
            [108, 'Date'],
            [200, 'Subject'],
            [380, 'Place'],
          ],
          { gap: 40 },
        ),
        cells(
          [
            [108, '5/4'],
            [200, 'Weekly stand-up of'],
            [380, 'Room 12'],
          ],
          { gap: 16 },
        ),
        { text: 'partnerships', x: 200, gap: 13 },
        cells(
          [
            [108, '5/7'],
            [200, 'Migration'],
            [380, 'Room 4'],
          ],
          { gap: 16 },
        ),
      ],
      [[3, 7]],
    ],
    [
      'what is left of the last row',
      [amounts('2015', 'as reported'), amounts('2016', 'about, as'), { text: 'later found', x: 300, gap: 13 }],
      [[3, 6]],
    ],
    [
      'numbered paragraphs are no table: a label is no cell',
      [
        cells([
          [144, '1.'],
          [180, 'Plaintiffs bring this action here'],
        ]),
        cells([
          [144, '2.'],
          [180, 'Defendant is a corporation'],
        ]),
      ],
      [],
    ],
    [
      'text below a table',
      [
        amounts('2015', '$ 40'),
        amounts('2016', '$ 78'),
        full('The totals agree with what was reported in public.', { gap: 30 }),
      ],
      [[3, 5]],
    ],
  ] as [string, SetLine[], number[][]][])('%s', (_, lines, expected) => {
    expect(runs(...lines)).toEqual(expected);
  });
});
