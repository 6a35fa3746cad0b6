import { describe, expect, test } from '@jest/globals';
import {
  bookmarksOf,
  currentEntryOf,
  headingsOf,
  mostEntries,
  type BookmarkNode,
} from '../../../client/src/reader/outline.ts';
import type { PassageView } from '../../../server/contract/document-api.ts';

const node = (title: string, items: readonly BookmarkNode[] = []): BookmarkNode => ({ title, dest: title, items });

describe('bookmarks', () => {
  test('parents stand before their children, each at its depth', () => {
    const tree = [node('Motion', [node('I.', [node('A.')]), node('II.')]), node('Exhibit A')];
    expect(bookmarksOf(tree).map(({ title, depth, dest }) => [depth, title, dest])).toEqual([
      [0, 'Motion', 'Motion'],
      [1, 'I.', 'I.'],
      [2, 'A.', 'A.'],
      [1, 'II.', 'II.'],
      [0, 'Exhibit A', 'Exhibit A'],
    ]);
  });

  test.each<[string, string, string]>([
    ['  Exhibit\n  B ', 'Exhibit B', 'broken over lines by the program that made it'],
    ['', 'Without a title', 'a button needs a name'],
    ['x'.repeat(400), `${'x'.repeat(300)}…`, 'a title as long as a page'],
  ])('%j is shown as %j (%s)', (title, shown) => {
    expect(bookmarksOf([node(title)])[0]?.title).toBe(shown);
  });

  test('a hostile tree is bounded in depth and number', () => {
    let deep = node('bottom');
    for (let level = 0; level < 5000; level += 1) deep = node(String(level), [deep]);
    const found = bookmarksOf([deep]);
    expect(found).toHaveLength(mostEntries);
    expect(Math.max(...found.map(({ depth }) => depth))).toBeLessThan(10);
  });
});

test('headings among passages, as deep as the headings over them', () => {
  const passage = (kind: PassageView['kind'], text: string, headings: string[]): PassageView => ({
    id: text,
    kind,
    text,
    pageNumber: 1,
    pageLabel: null,
    lines: null,
    paragraph: null,
    headings,
    spans: [],
    citation: { full: '', short: '' },
    tags: [],
  });
  const passages = [
    passage('heading', 'ARGUMENT', []),
    passage('paragraph', 'Words.', ['ARGUMENT']),
    passage('heading', 'A. The Reports', ['ARGUMENT']),
  ];
  expect(headingsOf(passages).map(({ title, depth, passage: { id } }) => [depth, title, id])).toEqual([
    [0, 'ARGUMENT', 'ARGUMENT'],
    [1, 'A. The Reports', 'A. The Reports'],
  ]);
});

test.each<[(number | null)[], number, number | null, string]>([
  [[2, 5, 9], 6, 1, 'the last one begun'],
  [[2, 5, 9], 1, null, 'before the first'],
  [[2, 5, 5, 9], 5, 1, 'of two on the page, the first'],
  [[2, 5, 5, 9], 7, 2, 'of two on an earlier page, the last'],
  [[1, 2, 1, 4, 1], 1, 0, 'bookmarks out of order'],
  [[9, 2, 5], 6, 2, 'the nearest page before, wherever it stands in the list'],
  [[null, 3], 4, 1, 'one that leads nowhere is never current'],
  [[], 4, null, 'no entries'],
])('entries on %j, page %d in view → %s (%s)', (pages, inView, current) => {
  expect(currentEntryOf(pages, inView)).toBe(current);
});
