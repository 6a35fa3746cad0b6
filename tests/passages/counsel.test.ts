import { expect, test } from '@jest/globals';
import { counselAbove, counselBelow } from '../../server/passages/counsel.ts';
import { captionLines } from './caption-lines.ts';
import { setPage } from './page-maker.ts';

const rest = captionLines.slice(1);
const above = (...texts: readonly string[]) =>
  counselAbove([setPage(1, [...texts.map((text) => ({ text, end: 318 })), ...rest])]);
const below = (...texts: readonly string[]) =>
  counselBelow([
    setPage(1, []),
    setPage(
      2,
      texts.map((text) => ({ text })),
    ),
  ]);

test.each<[readonly string[], string | null, string]>([
  [['Jane Roe (SBN 1)', 'Attorneys for Plaintiffs'], 'Plaintiffs', 'the usual line'],
  [['Attorneys for Defendant', 'META PLATFORMS, INC.'], 'Defendant META PLATFORMS, INC.', 'the name on the next line'],
  [['Attorneys for Defendant', '1 Main Street'], 'Defendant', 'an address is no name'],
  [['Lead Counsel for All Plaintiffs', 'Local Counsel for Plaintiffs'], 'Plaintiffs', 'two firms of one side'],
  [['Attorneys for Plaintiff Doe', 'Attorneys for Plaintiff Roe'], 'Plaintiff', 'two of one side, no more is said'],
  [['Attorneys for Plaintiffs', 'Attorneys for Defendants'], null, 'both sides: a joint paper says so in its title'],
  [['Attorneys for Non-Party Spotify'], 'Non-Party Spotify', 'a third party'],
  [['Attorneys for the Class'], null, 'no side in words'],
  [['Jane Roe (SBN 1)'], null, 'nobody says it'],
])('%j above a caption: %s', (lines, expected) => {
  expect(above(...lines)).toBe(expected);
});

test('without a caption nothing stands above it; a signature at the end says it, too', () => {
  expect(counselAbove([setPage(1, [{ text: 'Attorneys for Plaintiffs' }])])).toBeNull();
  expect(below('/s/ Jane Roe', 'Counsel for all Plaintiffs')).toBe('Plaintiffs');
  expect(below('The attorneys for Plaintiffs asked, and counsel for Defendants answered that.')).toBeNull();
});
