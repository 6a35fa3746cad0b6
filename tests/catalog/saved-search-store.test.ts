// Saved searches as they are kept: in the order they were saved, each with what was there when somebody last looked.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openCatalog } from '../../server/catalog/open-catalog.ts';
import { temporaryCatalog } from './readings.ts';

let own: ReturnType<typeof temporaryCatalog>;
beforeEach(() => {
  own = temporaryCatalog();
});
afterEach(() => own.close());

const titan = { name: 'Titan', parameters: 'q=titan&f.type=order', seen: ['a', 'b'] };
const began = '2026-01-01T00:00:00.000Z';

test('one comes back as it was saved, looked at when it was', async () => {
  const id = await own.catalog.savedSearches.create(titan);
  expect(await own.catalog.savedSearches.list()).toEqual([{ id, ...titan, createdAt: began, lookedAt: began }]);
});

test('they stand in the order they were saved, two of one name too', async () => {
  const { savedSearches } = own.catalog;
  for (const seen of [['z'], [], ['a']]) await savedSearches.create({ ...titan, seen });
  expect((await savedSearches.list()).map(({ seen }) => seen)).toEqual([['z'], [], ['a']]);
});

test('looking at one sets what was seen and when, of it alone', async () => {
  const { savedSearches } = own.catalog;
  const [one, other] = [await savedSearches.create(titan), await savedSearches.create(titan)];
  own.tick(60_000);
  expect(await savedSearches.look(one, ['b', 'c'])).toBe(true);
  expect(await savedSearches.list()).toEqual([
    { id: one, ...titan, seen: ['b', 'c'], createdAt: began, lookedAt: '2026-01-01T00:01:00.000Z' },
    { id: other, ...titan, createdAt: began, lookedAt: began },
  ]);
});

test('what is not there is neither looked at nor removed', async () => {
  const { savedSearches } = own.catalog;
  const id = await savedSearches.create(titan);
  expect(await savedSearches.look('none', [])).toBe(false);
  expect(await savedSearches.remove('none')).toBe(false);
  expect(await savedSearches.list()).toHaveLength(1);
  expect(await savedSearches.remove(id)).toBe(true);
  expect(await savedSearches.remove(id)).toBe(false);
  expect(await savedSearches.list()).toEqual([]);
});

test('they are there after closing and opening again', async () => {
  const id = await own.catalog.savedSearches.create(titan);
  const again = openCatalog({ path: own.path });
  expect(await again.savedSearches.list()).toMatchObject([{ id, ...titan }]);
  await again.close();
});
