// Trays: what was collected, in the order a person gave it, until that person takes it out.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { StoredTrayItem } from '../../server/catalog/catalog.ts';
import { temporaryCatalog } from './readings.ts';

let own: ReturnType<typeof temporaryCatalog>;
beforeEach(() => {
  own = temporaryCatalog();
});
afterEach(() => own.close());

const item = (from: number, extra: Partial<StoredTrayItem> = {}): Omit<StoredTrayItem, 'id'> => ({
  documentId: 'doc',
  passageId: null,
  spans: [{ pageNumber: 1, from, to: from + 5 }],
  quote: `quote ${from}`,
  prefix: 'before',
  suffix: 'after',
  note: '',
  ...extra,
});

/** A tray with items at 0, 10, 20. */
async function filled() {
  const { trays } = own.catalog;
  const { id } = await trays.create('brief');
  for (const from of [0, 10, 20]) await trays.addItem(id, item(from));
  const ids = (await trays.get(id))?.items.map((each) => each.id) ?? [];
  return { trays, id, ids };
}
const quotesOf = async (id: string) => (await own.catalog.trays.get(id))?.items.map(({ quote }) => quote);

describe('items', () => {
  test('come back as collected, in the order of collecting', async () => {
    const { trays, id } = await filled();
    const tray = await trays.get(id);
    expect(tray).toMatchObject({ name: 'brief', items: [item(0), item(10), item(20)] });
    expect(await trays.list()).toEqual([tray]);
  });

  test('of the same words are one, and no note is lost', async () => {
    const { trays, id } = await filled();
    await trays.addItem(id, item(10, { note: 'use this' }));
    await trays.addItem(id, item(10, { note: 'and this' }));
    await trays.addItem(id, item(10, { note: 'use this' }));
    const { items } = (await trays.get(id)) ?? { items: [] };
    expect(items.map(({ quote, note }) => [quote, note])).toEqual([
      ['quote 0', ''],
      ['quote 10', 'use this\nand this'],
      ['quote 20', ''],
    ]);
  });

  test.each([
    [
      'the same place in another document',
      (id: string) => own.catalog.trays.addItem(id, item(10, { documentId: 'other' })),
    ],
    ['other words of the document', (id: string) => own.catalog.trays.addItem(id, item(11))],
  ])('%s: another item, at the end', async (_, add) => {
    const { id } = await filled();
    const tray = await add(id);
    expect(tray?.items).toHaveLength(4);
    expect(tray?.items.slice(0, 3)).toMatchObject([item(0), item(10), item(20)]);
  });

  test('one that is taken out leaves the others in order, and the next goes to the end', async () => {
    const { trays, id, ids } = await filled();
    await trays.removeItem(id, ids[2] ?? '');
    await trays.removeItem(id, ids[0] ?? '');
    await trays.removeItem(id, 'nobody');
    await trays.addItem(id, item(5));
    expect(await quotesOf(id)).toEqual(['quote 10', 'quote 5']);
  });

  test('in two trays are two: each tray has its own', async () => {
    const { trays, id } = await filled();
    const other = await trays.create('other');
    await trays.addItem(other.id, item(10, { note: 'for the reply' }));
    expect((await trays.get(other.id))?.items).toMatchObject([item(10, { note: 'for the reply' })]);
    expect((await trays.get(id))?.items).toMatchObject([item(0), item(10), item(20)]);
  });

  test('of another tray are not taken out by mistake', async () => {
    const { trays, id, ids } = await filled();
    const other = await trays.create('other');
    await trays.removeItem(other.id, ids[0] ?? '');
    expect(await quotesOf(id)).toHaveLength(3);
  });
});

describe('order', () => {
  test('is as given, and stays', async () => {
    const { trays, id, ids } = await filled();
    await trays.order(id, ids.toReversed());
    expect(await quotesOf(id)).toEqual(['quote 20', 'quote 10', 'quote 0']);
  });

  test.each<[string, (ids: readonly string[]) => string[]]>([
    ['one missing', (ids) => ids.slice(1)],
    ['one twice', (ids) => [...ids.slice(1), ids[1] ?? '']],
    ['one of another tray', (ids) => [...ids.slice(1), 'foreign']],
    ['one too many', (ids) => [...ids, 'foreign']],
    ['none', () => []],
  ])('with %s is refused, nothing moves', async (_, change) => {
    const { trays, id, ids } = await filled();
    await expect(trays.order(id, change(ids))).rejects.toMatchObject({ code: 'conflict', field: 'itemIds' });
    expect(await quotesOf(id)).toEqual(['quote 0', 'quote 10', 'quote 20']);
  });
});

describe('trays', () => {
  test('are listed in the order of making; one that is deleted takes its items with it', async () => {
    const { trays, id } = await filled();
    const other = await trays.create('other');
    expect((await trays.list()).map(({ name }) => name)).toEqual(['brief', 'other']);
    expect(await trays.remove(id)).toBe(true);
    expect(await trays.remove(id)).toBe(false);
    expect(await trays.list()).toEqual([{ id: other.id, name: 'other', items: [] }]);
  });

  test('that are not there say so', async () => {
    const { trays } = own.catalog;
    expect(await trays.get('nobody')).toBeNull();
    expect(await trays.addItem('nobody', item(0))).toBeNull();
    expect(await trays.removeItem('nobody', 'x')).toBeNull();
    expect(await trays.order('nobody', [])).toBeNull();
  });
});
