// Passages follow the list of names in a real catalog, without a file being read.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startNameFollowing, type NameFollowing } from '../server/name-following.ts';
import { incoming, pageOf, store, temporaryCatalog } from './catalog/readings.ts';

let own: ReturnType<typeof temporaryCatalog>;
let following: NameFollowing | null = null;
beforeEach(() => {
  own = temporaryCatalog();
});
afterEach(async () => {
  await following?.stop();
  await own.close();
});

const peopleOf = async (documentId: string) =>
  (await own.catalog.documents.passages(documentId, null)).map(({ passage }) => passage.entities.people);

test('a changed name is found again in each file that has it, and the index is woken once a file', async () => {
  const [one = ''] = await store(own.catalog, incoming('a.pdf'), [
    pageOf(1, ['Jane Doe spoke.']),
    pageOf(2, ['Nobody.']),
  ]);
  const [other = ''] = await store(own.catalog, incoming('b.pdf'), [pageOf(1, ['Doe, again.'])]);
  let marked = 0;
  following = startNameFollowing({ catalog: own.catalog, onMarked: () => (marked += 1), onError: () => undefined });
  await following.idle();
  expect(marked).toBe(0);
  const undo = await own.catalog.names.edit([{ kind: 'person', name: 'Jane Doe', aliases: ['Doe'] }]);
  following.wake();
  following.wake();
  await following.idle();
  expect([await peopleOf(one), await peopleOf(other)]).toEqual([[['Jane Doe'], []], [['Jane Doe']]]);
  expect(marked).toBe(2);
  await own.catalog.names.edit(undo);
  following.wake();
  await following.idle();
  expect(await peopleOf(other)).toEqual([[]]);
});

test('what was stale when the program ended follows at the next start', async () => {
  const [one = ''] = await store(own.catalog, incoming('a.pdf'), [pageOf(1, ['Jane Doe spoke.'])]);
  await own.catalog.names.edit([{ kind: 'person', name: 'Jane Doe', aliases: [] }]);
  following = startNameFollowing({ catalog: own.catalog, onMarked: () => undefined, onError: () => undefined });
  await following.idle();
  expect(await peopleOf(one)).toEqual([['Jane Doe']]);
});

test('a fault is told; the next change tries again', async () => {
  const errors: unknown[] = [];
  await store(own.catalog, incoming('a.pdf'), [pageOf(1, ['Jane Doe spoke.'])]);
  await own.catalog.names.edit([{ kind: 'person', name: 'Jane Doe', aliases: [] }]);
  let isBroken = true;
  following = startNameFollowing({
    catalog: {
      names: own.catalog.names,
      gazetteer: () => (isBroken ? Promise.reject(new Error('the disk')) : own.catalog.gazetteer()),
    },
    onMarked: () => undefined,
    onError: (error) => errors.push(error),
  });
  await following.idle();
  expect(errors).toHaveLength(1);
  isBroken = false;
  following.wake();
  await following.idle();
  expect(await own.catalog.names.nextStale()).toBeNull();
});
