// Reasons of lines: what a person reads who asks why.
import { expect, test } from '@jest/globals';
import type { Page } from '../../server/contract/page.ts';
import { full, setPage, type SetLine } from '../passages/page-maker.ts';
import { reasonsOf } from './line-reasons.ts';

const numbers: SetLine[] = Array.from({ length: 10 }, (_, at) => ({
  text: String(at + 1),
  x: 60,
  furniture: 'line-number' as const,
}));

function reasonOf(
  lines: readonly SetLine[],
  at: number,
  extra: Partial<Page> = {},
  others: readonly Page[] = [],
): string {
  const page = setPage(1, lines, extra);
  return reasonsOf([page, ...others], page)[at] ?? '';
}

const body: SetLine = { text: 'The Titan API was private.', gap: -216, number: 1 };
const stampText = 'Case 3:20-cv-08570-JD Document 735 Filed 03/01/24 Page 2 of 12';
const stamp = {
  docketNumber: '3:20-cv-08570-JD',
  document: '735',
  filedOn: null,
  page: 2,
  pageCount: 12,
  pageId: null,
};
const second = setPage(
  2,
  [full('REPLY BRIEF OF META', { furniture: 'footer' }), { text: '5', furniture: 'page-number' }],
  {
    pageLabel: '5',
  },
);

test.each<[string, string, RegExp]>([
  ['a number of the paper', reasonOf(numbers, 2), /^one of 10 numbers 1–10, 24\.0 pt apart; 0\.0 pt off its place$/],
  ['on a number', reasonOf([...numbers, body], 10), /^beside number 1, 0\.00 of the spacing off/],
  ['half-way', reasonOf([...numbers, { ...body, gap: -204 }], 10), /beside number 1, 0\.50 of the spacing off, a tie/],
  [
    'where the two looks disagree',
    reasonOf([...numbers, { ...body, number: 2 }], 10),
    /beside number 1.*but it was given 2/,
  ],
  ['beyond the numbers', reasonOf([...numbers, { ...body, gap: 40, number: null }], 10), /^beyond the numbers/],
  [
    'no paper',
    reasonOf(
      [
        full('The first line of a paragraph that goes on and on and on'),
        full('in a second line of the same paragraph which is as long'),
      ],
      1,
    ),
    /^no numbers in the margin; gap 1\.00$/,
  ],
  [
    'signs on the face of a line',
    reasonOf([full('Text of a page'), full('I. ARGUMENT', { x: 250, end: 400, bold: true, gap: 48 })], 1),
    /indent 142.*bold; capitals; centred; mark I\. of level 1/,
  ],
  ['a numbered paragraph', reasonOf([full('34. Facebook knew.', { x: 144 })], 0), /indent .*¶ 34|¶ 34/],
  ['a raised figure', reasonOf([full('1 See id.', { raised: 1, size: 10 }), full('x'), full('y')], 0), /1 raised/],
  [
    'a stamp',
    reasonOf([full(stampText, { furniture: 'stamp' })], 0, { stamps: [{ ...stamp, text: stampText }] }),
    /^a stamp: 3:20-cv-08570-JD, document 735, page 2$/,
  ],
  ['a torn stamp', reasonOf([full('ID #:3', { furniture: 'stamp' })], 0), /part of a stamp/],
  [
    'a running foot',
    reasonOf([full('Reply Brief of Meta', { furniture: 'footer' })], 0, {}, [second]),
    /^repeats on 2 of 2 pages at this height/,
  ],
  ['a foot of one page', reasonOf([full('Other', { furniture: 'footer' })], 0, {}, [second]), /^on this page alone/],
  [
    'a page number',
    reasonOf([{ text: '4', furniture: 'page-number' }], 0, { pageLabel: '4' }, [second]),
    /^2 of 2 pages count along/,
  ],
  [
    'a Bates number',
    reasonOf([{ text: 'META-01', furniture: 'bates' }], 0, { pageLabel: null, bates: 'META-01' }),
    /^1 of 1 pages/,
  ],
  ['a firm’s name', reasonOf([...numbers, { text: 'Firm', x: 20, furniture: 'margin' }], 10), /left of the numbers/],
])('%s', (_, reason, expected) => {
  expect(reason).toMatch(expected);
});

test('margin text that runs along the edge', () => {
  const page = setPage(1, [{ text: 'Filed', furniture: 'margin' }]);
  const turned = { ...page, lines: page.lines.map((line) => ({ ...line, direction: [0, 1] as const })) };
  expect(reasonsOf([turned], turned)).toEqual(['runs along an edge of the sheet']);
});
