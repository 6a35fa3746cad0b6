import { describe, expect, test } from '@jest/globals';
import { bodyLinesOf } from '../../server/passages/body-lines.ts';
import { partFootnotes } from '../../server/passages/footnotes.ts';
import { full, setPage, type SetLine } from './page-maker.ts';

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
    ['small print without a figure is none', [{ text: 'Confidential', size: 9 }], { body: 3, notes: [] }],
    ['body size is none', [{ text: '3 See above.' }], { body: 3, notes: [] }],
  ];
  test.each(rows)('%s', (_, lines, expected) => {
    expect(part(lines)).toEqual(expected);
  });
});
