// Lines packed and unpacked: nothing of a line is lost but what no eye sees.
import { describe, expect, test } from '@jest/globals';
import { deflateRawSync } from 'node:zlib';
import { packLines, unpackCitedLines, unpackLines } from '../../server/catalog/line-codec.ts';
import type { PageLine } from '../../server/contract/page.ts';
import { pageOf } from './readings.ts';

const [plain] = pageOf(1, ['The Titan API was private.']).lines;
if (plain === undefined) throw new Error('no line');

const rows: [string, Partial<PageLine>][] = [
  ['plain', {}],
  ['without a number', { number: null }],
  ['at a number', { number: 28 }],
  ['a stamp', { furniture: 'stamp', number: null }],
  ['a line number', { furniture: 'line-number', number: null }],
  ['a page number', { furniture: 'page-number', number: null }],
  ['a Bates number', { furniture: 'bates', number: null }],
  ['a header', { furniture: 'header', number: null }],
  ['a footer', { furniture: 'footer', number: null }],
  ['a note in the margin', { furniture: 'margin', number: null }],
  ['bold', { bold: true }],
  ['italic', { italic: true }],
  ['bold and italic', { bold: true, italic: true }],
  ['turned', { direction: [0, 1] }],
  ['aslant', { direction: [Math.SQRT1_2, -Math.SQRT1_2] }],
  ['left of the origin', { x: -12.34, y: -0.01 }],
  [
    'footnote marks',
    {
      superscripts: [
        [4, 5],
        [20, 22],
      ],
    },
  ],
  ['empty', { from: 7, to: 7, advances: [] }],
];

describe('a line', () => {
  test.each(rows)('%s comes back', (_, extra) => {
    const line = { ...plain, ...extra };
    const bytes = packLines([line, line, { ...plain, number: 9 }]);
    const [back] = unpackLines(bytes);
    const { advances, ...rest } = line;
    expect(back).toMatchObject(rest);
    expect(back?.advances).toHaveLength(advances.length);
    // What a citation asks is the same, line by line.
    expect(unpackCitedLines(bytes)).toEqual(
      unpackLines(bytes).map(({ from, to, number, furniture }) => ({ from, to, number, furniture })),
    );
  });

  test('of 2,000 letters ends where it ended, to a hundredth of a point', () => {
    const advances = Array.from({ length: 2000 }, (_, at) => 5.004 + (at % 7) * 0.0013);
    const [back] = unpackLines(packLines([{ ...plain, advances }]));
    for (const end of [1, 500, 2000]) {
      const sum = (list: readonly number[]) => list.slice(0, end).reduce((total, each) => total + each, 0);
      expect(Math.abs(sum(back?.advances ?? []) - sum(advances))).toBeLessThanOrEqual(0.0051);
    }
  });

  test('keeps coordinates to a hundredth of a point', () => {
    const [back] = unpackLines(
      packLines([{ ...plain, x: 72.1249, y: 719.995, ascent: 8.333, descent: 2.667, fontSize: 11.955 }]),
    );
    expect(back).toMatchObject({ x: 72.12, y: 720, ascent: 8.33, descent: 2.67, fontSize: 11.96 });
  });
});

test('lines of an older catalog are read as they were written', () => {
  const written = [
    [0, 5, 1, null, 7200, 72_000, 1, 0, 900, 300, [612, 613, 612, 612, 613], 1200, 3, [[3, 5]]],
    [6, 8, null, 'line-number', 3600, 72_000, 0, 1, 900, 300, [600, 600], 1000, 0, []],
  ];
  const bytes = deflateRawSync(JSON.stringify(written));
  const first: PageLine = {
    from: 0,
    to: 5,
    number: 1,
    furniture: null,
    x: 72,
    y: 720,
    direction: [1, 0],
    ascent: 9,
    descent: 3,
    advances: [6.12, 6.13, 6.12, 6.12, 6.13],
    fontSize: 12,
    bold: true,
    italic: true,
    superscripts: [[3, 5]],
  };
  const second: PageLine = {
    from: 6,
    to: 8,
    number: null,
    furniture: 'line-number',
    x: 36,
    y: 720,
    direction: [0, 1],
    ascent: 9,
    descent: 3,
    advances: [6, 6],
    fontSize: 10,
    bold: false,
    italic: false,
    superscripts: [],
  };
  expect(unpackLines(bytes)).toEqual([first, second]);
  expect(unpackCitedLines(bytes)).toEqual([
    { from: 0, to: 5, number: 1, furniture: null },
    { from: 6, to: 8, number: null, furniture: 'line-number' },
  ]);
  // Packed again they are the same.
  expect(unpackLines(packLines([first, second]))).toEqual([first, second]);
});

test('a page of lines comes back in order, in a few bytes', () => {
  const { lines, text } = pageOf(
    1,
    Array.from({ length: 28 }, (_, at) => `Line ${at} of a page with some words on it, as a brief has.`),
  );
  const bytes = packLines(lines);
  expect(unpackLines(bytes).map(({ from, to, number }) => [from, to, number])).toEqual(
    lines.map(({ from, to, number }) => [from, to, number]),
  );
  expect(bytes.length).toBeLessThan(text.length * 2);
  expect([unpackLines(packLines([])), unpackCitedLines(packLines([]))]).toEqual([[], []]);
});
