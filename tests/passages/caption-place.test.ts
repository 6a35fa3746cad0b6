import { expect, test } from '@jest/globals';
import { bodyLinesOf } from '../../server/passages/body-lines.ts';
import { captionPlaceOf } from '../../server/passages/caption-place.ts';
import { captionLines } from './caption-lines.ts';
import { cells, full, setPage } from './page-maker.ts';

test('ends with the last line between the dividers', () => {
  const lines = bodyLinesOf([
    setPage(1, [...captionLines, full('The parties submit this letter about the discovery of the partner.')]),
  ]);
  expect(captionPlaceOf(lines)).toEqual({ court: 1, table: 4, end: captionLines.length - 1 });
});

test('a letter has none', () => {
  const lines = bodyLinesOf([setPage(1, [{ text: 'Re: In re Specimen Filings' }, full('Dear Magistrate Judge,')])]);
  expect(captionPlaceOf(lines)).toBeNull();
});

test('roles on the left, the title on the right of the same rows (cacd.657892.198.1)', () => {
  const lines = bodyLinesOf([
    setPage(1, [
      { text: 'Attorneys for Defendants' },
      { text: 'UNITED STATES DISTRICT COURT', x: 222, bold: true },
      cells([
        [108, 'CLIFTON ROE, et al.,'],
        [330, 'Case No. 16-CV-00000 AB'],
      ]),
      cells([
        [200, 'Plaintiffs,'],
        [330, 'REPLY IN SUPPORT OF'],
      ]),
      cells([
        [150, 'v.'],
        [330, 'DEFENDANTS’ MOTION'],
      ]),
      cells([
        [108, 'EXAMPLE CORPORATION,'],
        [330, 'Date: June 7, 2019'],
      ]),
      { text: 'Defendants.', x: 200 },
      full('The motion should be granted, for the reasons that this brief states at length.', { x: 144 }),
    ]),
  ]);
  expect(captionPlaceOf(lines)).toEqual({ court: 1, table: 2, end: 6 });
});

test('In re, with a number only', () => {
  const lines = bodyLinesOf([
    setPage(1, [
      { text: 'IN THE UNITED STATES DISTRICT COURT', x: 210 },
      cells([
        [108, 'IN RE: Example Products'],
        [330, 'No. MDL 15-00000-PHX'],
      ]),
      full('This multidistrict litigation proceeding involves cases brought against Defendants', { x: 144 }),
    ]),
  ]);
  expect(captionPlaceOf(lines)?.end).toBe(1);
});

test('a court named in the address of a letter begins no caption', () => {
  const lines = bodyLinesOf([
    setPage(1, [
      { text: 'United States District Court, Northern District of California' },
      { text: 'Re: In re Specimen Filings, No. 3:20-cv-00000' },
      full('Pursuant to the Standing Order the parties submit this letter about what divides them.'),
    ]),
  ]);
  expect(captionPlaceOf(lines)).toBeNull();
});

test('prose that ends a line with a role ends the caption', () => {
  const lines = bodyLinesOf([
    setPage(1, [
      ...captionLines,
      full('1. This is an action under Section 2 of the Sherman Act, 15 U.S.C. § 2. Plaintiffs', { x: 144 }),
      full('allege that Defendant acquired its power and kept it by what is told here below.'),
    ]),
  ]);
  expect(captionPlaceOf(lines)?.end).toBe(captionLines.length - 1);
});
