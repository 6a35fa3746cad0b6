import { describe, expect, test } from '@jest/globals';
import { bodyLinesOf } from '../../server/passages/body-lines.ts';
import { partFootnotes } from '../../server/passages/footnotes.ts';
import { cells, full, setPage, type SetLine } from './page-maker.ts';

const text = [
  full('Body text that is set in the size of most letters of the page here'),
  full('and a second line of it, so that the size is known to everybody.'),
];
const part = (lines: readonly SetLine[]) => {
  const { body, notes } = partFootnotes(bodyLinesOf([setPage(1, [...text, ...lines])]));
  return { body: body.length, notes: notes.map(({ note, lines: own }) => [note, own.length]) };
};

describe('footnotes', () => {
  const rows: [string, SetLine[], ReturnType<typeof part>][] = [
    [
      'a raised figure opens one',
      [
        { text: '3 See above.', size: 9, raised: 1 },
        { text: 'More of it.', size: 9 },
      ],
      { body: 2, notes: [['3', 2]] },
    ],
    ['a plain figure too', [{ text: '3 See above.', size: 9 }], { body: 2, notes: [['3', 1]] }],
    [
      'two notes',
      [
        { text: '3 One.', size: 9, raised: 1 },
        { text: '4 Two.', size: 9, raised: 1 },
      ],
      {
        body: 2,
        notes: [
          ['3', 1],
          ['4', 1],
        ],
      },
    ],
    [
      'a volume’s number at the beginning of a line is no note',
      [
        { text: '12 See the cases that follow this line', size: 9 },
        { text: '515 F.2d 1121 (2d Cir. 1975), and', size: 9 },
        { text: '40 Wall Street, which is not the next', size: 9 },
        { text: '13 Another note.', size: 9 },
      ],
      {
        body: 2,
        notes: [
          ['12', 3],
          ['13', 1],
        ],
      },
    ],
    [
      'a mark that is raised to a line of its own',
      [
        { text: '6', size: 6.5 },
        { text: 'When the Court asked, counsel answered.', size: 10, gap: 4 },
      ],
      { body: 2, notes: [['6', 2]] },
    ],
    [
      'one that goes on from the page before',
      [
        { text: 'of the same note.', size: 9 },
        { text: '4 Two.', size: 9, raised: 1 },
      ],
      {
        body: 2,
        notes: [
          [null, 1],
          ['4', 1],
        ],
      },
    ],
    [
      'letters of the body’s size that stand closer, opened by raised figures (HunterOpposition p. 22)',
      [
        full('More text in the spacing of the paper, down to where the note stands'),
        full('and a last line of it, which bears the figure of the note at its end'),
        { text: '13 Defendants argue that the By-Laws', raised: 2 },
        { text: 'were ambiguous.', gap: 13 },
        { text: '14 The provision reads otherwise.', raised: 2, gap: 14 },
        { text: 'See Exhibit 7.', gap: 13 },
      ],
      {
        body: 4,
        notes: [
          ['13', 2],
          ['14', 2],
        ],
      },
    ],
    [
      'a small table above the first note',
      [
        cells(
          [
            [108, 'Category'],
            [300, 'Documents'],
          ],
          { size: 9, gap: 30 },
        ),
        cells(
          [
            [108, 'Agreements'],
            [300, '11'],
          ],
          { size: 9, gap: 13 },
        ),
        { text: '1 A note.', size: 9, raised: 1 },
      ],
      { body: 4, notes: [['1', 1]] },
    ],
    ['small print without a figure is none', [{ text: 'Confidential', size: 9 }], { body: 3, notes: [] }],
    ['body size is none', [{ text: '3 See above.' }], { body: 3, notes: [] }],
  ];
  test.each(rows)('%s', (_, lines, expected) => {
    expect(part(lines)).toEqual(expected);
  });

  test('a note that goes on at the foot of the next page, without a mark there', () => {
    const lines = bodyLinesOf([
      setPage(2, [
        ...text,
        { text: 'available. See Doe.', size: 9, gap: 40 },
        { text: 'But see Roe.', size: 9, gap: 11 },
      ]),
    ]);
    expect(partFootnotes(lines, true).notes.map(({ note, lines: own }) => [note, own.length])).toEqual([[null, 2]]);
    expect(partFootnotes(lines).notes).toEqual([]);
  });
});
