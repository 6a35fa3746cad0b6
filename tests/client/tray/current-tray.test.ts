import { expect, test } from '@jest/globals';
import { currentTrayOf, itemOf } from '../../../client/src/tray/current-tray.ts';
import type { Tray, TrayItem } from '../../../server/contract/work-api.ts';

const item = (more: Partial<TrayItem>): TrayItem => ({
  id: 'i',
  documentId: 'd',
  passageId: null,
  spans: [{ pageNumber: 1, from: 2, to: 3 }],
  quote: '',
  note: '',
  pageNumber: 1,
  documentTitle: '',
  specimen: false,
  citation: { full: '', short: '' },
  tags: [],
  ...more,
});
const tray = (id: string, items: TrayItem[] = []): Tray => ({ id, name: id, items });

test.each<[Tray[], string, string | undefined, string]>([
  [[tray('a'), tray('b')], 'b', 'b', 'the kept one'],
  [[tray('a'), tray('b')], 'gone', 'a', 'the first, when that is gone'],
  [[], 'b', undefined, 'none'],
])('%# kept %s → %s (%s)', (trays, kept, id) => {
  expect(currentTrayOf(trays, kept)?.id).toBe(id);
});

test('an item is known by its passage or by exactly its spans', () => {
  const full = tray('a', [item({ id: 'p', passageId: 'x' }), item({ id: 's' })]);
  expect(itemOf(full, { passageId: 'x' })?.id).toBe('p');
  expect(itemOf(full, { passageId: 'y' })).toBeNull();
  expect(
    itemOf(tray('a', [item({ id: 's' })]), { documentId: 'd', spans: [{ pageNumber: 1, from: 2, to: 3 }] })?.id,
  ).toBe('s');
  expect(itemOf(full, { documentId: 'd', spans: [{ pageNumber: 1, from: 2, to: 4 }] })).toBeNull();
  expect(itemOf(null, { passageId: 'x' })).toBeNull();
});
