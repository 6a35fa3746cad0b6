// The list for a person who goes and looks: the worst first, no longer than asked for.
import { expect, test } from '@jest/globals';
import type { MeasuredFiling } from './measure-filing.ts';
import { worstOf } from './worst-pages.ts';

function filing(name: string, extra: Partial<MeasuredFiling>): MeasuredFiling {
  return { key: `0123456789ab ${name}`, name, figures: {}, refused: null, faults: [], wordFaults: [], ...extra };
}

const many = Array.from({ length: 12 }, (_, at) => `w${at}`);
const filings = [
  filing('a.pdf', {
    wordFaults: [{ pageNumber: 1, missed: ['one'], extra: [], unread: false }],
    faults: [
      { measure: 'structure', pageNumber: 4, fault: 'first' },
      { measure: 'structure', pageNumber: 5, fault: 'second' },
    ],
  }),
  filing('b.pdf', {
    wordFaults: [
      { pageNumber: 2, missed: many, extra: ['x'], unread: false },
      { pageNumber: 3, missed: ['p', 'q'], extra: [], unread: true },
    ],
  }),
];

test('worst pages first, words cut short, faults by measure', () => {
  expect(worstOf(filings, 2)).toEqual([
    '',
    'Pages whose words differ (3)',
    `  b.pdf p. 2: missed 12 (${many.slice(0, 10).join(' ')} …); read instead 1 (x)`,
    '  b.pdf p. 3: unread; missed 2 (p q)',
    '',
    'Faults by structure (2)',
    '  a.pdf p. 4: first',
    '  a.pdf p. 5: second',
  ]);
  expect(worstOf(filings, 1).filter((line) => line.includes('p. 5'))).toEqual([]);
});

test('nothing when nothing was asked for, or nothing is wrong', () => {
  expect(worstOf(filings, 0)).toEqual([]);
  expect(worstOf([filing('a.pdf', {})], 9)).toEqual([]);
});
