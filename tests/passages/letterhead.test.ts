// The head of a letter: paper, date, address, salutation, in this order; anything else is no letter.
import { expect, test } from '@jest/globals';
import { bodyLinesOf } from '../../server/passages/body-lines.ts';
import { letterheadOf } from '../../server/passages/letterhead.ts';
import { full, setPage, type SetLine } from './page-maker.ts';

const firm: SetLine = { text: 'Specimen Law Offices', x: 264, end: 384 };
const date: SetLine = { text: 'May 11, 2023' };
const address: SetLine[] = [{ text: 'VIA CM/ECF', bold: true }, { text: 'Re: In re Specimen' }];
const text = [
  full('Plaintiffs write about a dispute that fills this line'),
  full('and another one, to the right margin of it.'),
];

test.each([
  ['a letter', [firm, date, ...address, { text: 'To the Court:' }, ...text], { date: 1, text: 4 }],
  ['Dear Judge', [firm, date, { text: 'Dear Judge Doe:' }, ...text], { date: 1, text: 2 }],
  ['no salutation', [firm, date, ...address, ...text], null],
  ['no date', [firm, ...address, { text: 'To the Court:' }, ...text], null],
  ['no paper of a firm’s', [date, ...address, { text: 'To the Court:' }, ...text], null],
  ['text above a date', [...text, date, { text: 'Dear Judge Doe:' }], null],
  ['nothing', [], null],
] as [string, SetLine[], unknown][])('%s', (_, lines, expected) => {
  expect(letterheadOf(bodyLinesOf([setPage(1, lines)]))).toEqual(expected);
});
