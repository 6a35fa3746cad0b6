import { expect, test } from '@jest/globals';
import { rangesText, unreadByDocument, unreadOfCorpus, unreadText } from '../../../client/src/search/unread.ts';

test('one row per document, pages as ranges, each reason once', () => {
  const page = (pageNumber: number, reason = 'unreadable') => ({
    documentId: 'd',
    filename: 'a.pdf',
    pageNumber,
    reason,
  });
  expect(unreadByDocument([page(9), page(3), page(4, 'awaiting-ocr'), page(5)])).toEqual([
    {
      documentId: 'd',
      filename: 'a.pdf',
      pages: [3, 4, 5, 9],
      pagesText: 'pages 3–5, 9',
      reasons: ['unreadable', 'awaiting-ocr'],
    },
  ]);
  expect(unreadByDocument([page(1)])[0]?.pagesText).toBe('page 1');
});

test.each([
  [[], ''],
  [[1], '1'],
  [[1, 2, 3, 7, 9, 10], '1–3, 7, 9–10'],
])('%j → %s', (numbers, text) => {
  expect(rangesText(numbers)).toBe(text);
});

test.each([
  ['all of them only wait', { 'awaiting-ocr': 14 }, '14 pages wait for recognition'],
  ['one', { 'awaiting-ocr': 1 }, '1 page waits for recognition'],
  ['some never will be', { 'awaiting-ocr': 9, unreadable: 5 }, '14 pages could not be read'],
  ['poor ones were read, however badly', { 'poor-image': 2, unreadable: 1 }, '3 pages could not be read well'],
])('beside the count, when %s', (_, byReason, expected) => {
  const pages = Object.entries(byReason).flatMap(([reason, count]) =>
    Array.from({ length: count }, () => ({ documentId: 'd', filename: 'a.pdf', pageNumber: 1, reason })),
  );
  expect(unreadText(unreadOfCorpus(pages)).replaceAll('\u00a0', ' ')).toBe(expected);
});
