import { expect, test } from '@jest/globals';
import { bodyLinesOf } from '../../server/passages/body-lines.ts';
import { captionEndOf } from '../../server/passages/caption-place.ts';
import { captionLines } from './caption-lines.ts';
import { full, setPage } from './page-maker.ts';

test('ends with the last line between the dividers', () => {
  const lines = bodyLinesOf([
    setPage(1, [...captionLines, full('The parties submit this letter about the discovery of the partner.')]),
  ]);
  expect(captionEndOf(lines)).toBe(captionLines.length - 1);
});

test('a letter has none', () => {
  const lines = bodyLinesOf([setPage(1, [{ text: 'Re: In re Specimen Filings' }, full('Dear Magistrate Judge,')])]);
  expect(captionEndOf(lines)).toBeNull();
});
