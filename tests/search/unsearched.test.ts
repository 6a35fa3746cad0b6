// Pages that were not searched, within the same filters as the hits.
import { describe, expect, test } from '@jest/globals';
import { emptySearch, type SearchRequest } from '../../server/contract/search-api.ts';
import type { UnreadPage } from '../../server/contract/record.ts';
import { unsearchedOf, type UnreadDocument } from '../../server/search/unsearched.ts';
import { documentOf } from '../indexing/stored-passages.ts';

const page = (documentId: string, pageNumber: number, reason: UnreadPage['reason'] = 'awaiting-ocr'): UnreadPage => ({
  documentId,
  pageNumber,
  reason,
});
const [scan, order, undated] = [
  documentOf('scan', { type: 'exhibit', filer: 'ACME Corp.', filedOn: '2024-03-23', entry: '735' }),
  documentOf('order', { type: 'order', filedOn: '2022-08-31', court: 'cand' }, { flags: ['unreadable-pages'] }),
  documentOf('undated', { type: 'exhibit' }),
];
const unread: readonly UnreadDocument[] = [
  { document: scan, pages: [page('scan', 1), page('scan', 2), page('scan', 3, 'unreadable')] },
  { document: order, pages: [page('order', 4)] },
  { document: undated, pages: [page('undated', 1)] },
];
const documents = (changes: Partial<SearchRequest>) => unsearchedOf({ ...emptySearch, ...changes }, unread);

describe('not searched', () => {
  test('are all unread pages when nothing is filtered, whatever was asked', () => {
    expect(documents({ q: 'titan' })).toEqual({
      pages: 5,
      documents: 3,
      byReason: { 'awaiting-ocr': 4, unreadable: 1 },
    });
  });

  const cases: readonly (readonly [why: string, changes: Partial<SearchRequest>, pages: number, documents: number])[] =
    [
      ['a type', { include: { type: ['exhibit'] } }, 4, 2],
      ['one of two types', { include: { type: ['exhibit', 'order'] } }, 5, 3],
      ['two facets', { include: { type: ['exhibit'], entry: ['735'] } }, 3, 1],
      ['a value the documents do not have', { include: { court: ['nysd'] } }, 0, 0],
      ['a document', { include: { document: ['order'] } }, 1, 1],
      ['a flag', { include: { flag: ['unreadable-pages'] } }, 1, 1],
      ['an exclusion', { exclude: { type: ['exhibit'] } }, 1, 1],
      ['an exclusion of what nothing has', { exclude: { judge: ['X'] } }, 5, 3],
      ['other capitals: to the engine they are the same', { include: { filer: ['acme corp.'] } }, 3, 1],
      ['from a day on: what has no date is left out, as among the hits', { filedFrom: '2024-01-01' }, 3, 1],
      ['until a day', { filedTo: '2022-08-31' }, 1, 1],
      ['both ends included', { filedFrom: '2022-08-31', filedTo: '2024-03-23' }, 4, 2],
      [
        'filters on passages cannot be tried on a page nobody has read',
        { include: { kind: ['quote'], tag: ['t1'] } },
        5,
        3,
      ],
    ];
  test.each(cases)('within %s', (_, changes, pages, count) => {
    expect(documents(changes)).toMatchObject({ pages, documents: count });
  });

  test('are none when all has been read', () => {
    expect(unsearchedOf(emptySearch, [])).toEqual({ pages: 0, documents: 0, byReason: {} });
  });
});
