import { describe, expect, test } from '@jest/globals';
import {
  allNumbersOf,
  otherNumbersOf,
  pageBasisOf,
  pageOfTyped,
  canTryAgain,
  recognitionNote,
  recognitionText,
} from '../../../client/src/reader/page-numbers.ts';

const page = (pageNumber: number, pageLabel: string | null, stampPage: number | null = null) => ({
  pageNumber,
  pageLabel,
  stampPage,
  bates: null,
  pageId: null,
  width: 612,
  height: 792,
  unread: null,
});
const pages = [
  page(1, null, 1),
  page(2, 'ii', 2),
  page(3, '1', 3),
  { ...page(4, null), bates: 'META-000123', pageId: '32475' },
];

describe('typed pages', () => {
  test.each<[string, number | null, string]>([
    ['3', 3, 'a PDF page'],
    ['ii', 2, 'a printed label'],
    ['p. II', 2, 'as cited, in any case'],
    ['1', 1, 'a number is a PDF page before it is a label'],
    ['meta-000123', 4, 'a Bates number, in any case'],
    ['32475', 4, 'a Page ID, which no PDF page can be meant by'],
    ['9', null, 'no such page'],
    ['', null, 'nothing'],
  ])('%s → %s (%s)', (typed, expected) => {
    expect(pageOfTyped(pages, typed)).toBe(expected);
  });
});

test('all numbers of a page in words: PDF page, printed page, stamp page, Bates number, Page ID', () => {
  const all = { ...page(1, 'ii', 3), bates: 'META-000001', pageId: '43' };
  expect(allNumbersOf([all], 1)).toBe(
    'PDF page\u00a01, printed p.\u00a0ii, ECF p.\u00a03, META-000001, PageID\u00a043',
  );
  expect(allNumbersOf(pages, 99)).toBe('PDF page\u00a099');
});

test('the other numbers of a page, where known', () => {
  expect(otherNumbersOf(pages, 2)).toEqual(['printed p.\u00a0ii', 'ECF p.\u00a02']);
  expect(otherNumbersOf(pages, 1)).toEqual(['ECF p.\u00a01']);
  expect(otherNumbersOf(pages, 99)).toEqual([]);
});

test('what the pages are cited by', () => {
  expect(pageBasisOf(pages)).toBe(
    'printed page numbers on 2 of 4 pages, ECF page numbers on 3 of 4 pages, Bates numbers on 1 of 4 pages',
  );
  expect(pageBasisOf([page(1, null)])).toBe('PDF pages only');
});

describe('recognition', () => {
  const read = page(1, '1');
  const good = { ...page(2, '2'), ocrConfidence: 93.4 };
  const poor = { ...page(3, '3'), ocrConfidence: 43 };
  const waiting = { ...page(4, null), unread: 'awaiting-ocr' };
  const failed = { ...page(5, null), unread: 'memory-limit' };
  const all = [read, good, poor, waiting, failed];

  test('a page says how surely it was recognised; text of the file itself says nothing', () => {
    expect([1, 2, 3, 4, 9].map((number) => recognitionText(all, number))).toEqual([
      null,
      'recognised (93\u00a0%)',
      'recognised (43\u00a0%)',
      null,
      null,
    ]);
  });

  test.each([
    ['a page that was read', 1, 'on', null],
    ['one that was recognised well', 2, 'on', null],
    ['a poor one', 3, 'on', /poor picture.*searched.*may be wrong/],
    ['one that waits', 4, 'on', /^Page 4 waits for recognition.*not searched/],
    ['one that waits in vain', 4, 'off', /switched off.*not searched/],
    ['one that could not be recognised', 5, 'on', /was not read: needed too much memory/],
    ['no page at all', 9, 'on', null],
  ] as const)('%s', (_, number, recognition, expected) => {
    const note = recognitionNote(all, number, recognition);
    if (expected === null) expect(note).toBeNull();
    else expect(note).toMatch(expected);
  });

  test('only a page that was given up can be tried again', () => {
    expect([1, 2, 3, 4, 5, 9].filter((number) => canTryAgain(all, number))).toEqual([5]);
  });
});
