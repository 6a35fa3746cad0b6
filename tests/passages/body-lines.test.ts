import { expect, test } from '@jest/globals';
import { bodyLinesOf } from '../../server/passages/body-lines.ts';
import { full, setPage } from './page-maker.ts';

const page = setPage(1, [
  { text: 'Case 3:20-cv-1 Document 1', furniture: 'stamp' },
  full('The first full line of body text on this page of the filing here'),
  full('The second full line of body text on this page of the filing too'),
  full('The third full line of body text on this page of the filing also'),
]);

test('furniture is left out, the layout is measured from the body', () => {
  const lines = bodyLinesOf([page]);
  expect(lines.map(({ text }) => text.slice(0, 10))).toEqual(['The first ', 'The second', 'The third ']);
  expect(lines[0]?.layout).toEqual({ left: 108, right: 540, spacing: 24, fontSize: 12 });
  expect(lines.map(({ gap }) => gap)).toEqual([null, 24, 24]);
  expect(lines[0]?.end).toBeCloseTo(540);
});

test('a page that was not read has no lines: its few or garbled letters must not be found as if they were its text', () => {
  const unread = { ...page, pageNumber: 2, unread: { reason: 'awaiting-ocr', detail: '' } as const };
  expect(bodyLinesOf([page, unread]).map((line) => line.page.pageNumber)).toEqual([1, 1, 1]);
});
