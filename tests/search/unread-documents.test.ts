// Documents with unread pages are loaded once for a state of the corpus, and anew for the next.
import { describe, expect, test } from '@jest/globals';
import type { UnreadPage } from '../../server/contract/record.ts';
import { createUnreadDocuments } from '../../server/search/unread-documents.ts';
import { documentOf } from '../indexing/stored-passages.ts';

function catalogWith(pages: () => readonly UnreadPage[]) {
  const loads = { unread: 0, documents: [] as string[] };
  const load = createUnreadDocuments({
    unread: () => {
      loads.unread += 1;
      return Promise.resolve(pages());
    },
    document: (id) => {
      loads.documents.push(id);
      return Promise.resolve(id === 'gone' ? null : documentOf(id));
    },
  });
  return { load, loads };
}
const page = (documentId: string, pageNumber: number): UnreadPage => ({
  documentId,
  pageNumber,
  reason: 'awaiting-ocr',
});

describe('unread documents', () => {
  test('hold their pages, each document once', async () => {
    const { load, loads } = catalogWith(() => [page('a', 1), page('b', 7), page('a', 2)]);
    const documents = await load('f1');
    expect(documents.map(({ document, pages }) => [document.id, pages.map(({ pageNumber }) => pageNumber)])).toEqual([
      ['a', [1, 2]],
      ['b', [7]],
    ]);
    expect(loads.documents).toEqual(['a', 'b']);
  });

  test('are kept while the corpus is the same, and loaded anew when it has moved on', async () => {
    let pages = [page('a', 1)];
    const { load, loads } = catalogWith(() => pages);
    await load('f1');
    pages = [];
    expect(await load('f1')).toHaveLength(1);
    expect(loads.unread).toBe(1);
    expect(await load('f2')).toEqual([]);
    expect(loads.unread).toBe(2);
  });

  test('leave out a document that is gone by now', async () => {
    const { load } = catalogWith(() => [page('gone', 1), page('a', 1)]);
    expect((await load('f1')).map(({ document }) => document.id)).toEqual(['a']);
  });
});
