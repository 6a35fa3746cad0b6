// Lines packed and unpacked: nothing of a line is lost but what no eye sees.
import { describe, expect, test } from '@jest/globals';
import { packLines, unpackCitedLines, unpackLines } from '../../server/catalog/line-codec.ts';
import type { PageLine } from '../../server/contract/page.ts';
import { pageOf } from './readings.ts';

const [plain] = pageOf(1, ['The Titan API was private.']).lines;
if (plain === undefined) throw new Error('no line');

const rows: [string, Partial<PageLine>][] = [
  ['plain', {}],
  ['furniture', { furniture: 'line-number', number: null }],
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
