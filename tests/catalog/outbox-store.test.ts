// The outbox: what the index has still to follow, in order, until it has confirmed it.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createOutboxStore } from '../../server/catalog/outbox-store.ts';
import type { OutboxStore } from '../../server/catalog/catalog.ts';
import { incoming, pageOf, store, temporaryCatalog, temporaryDatabase } from './readings.ts';

describe('changes', () => {
  let own: ReturnType<typeof temporaryDatabase>;
  let outbox: OutboxStore;
  beforeEach(() => {
    own = temporaryDatabase();
    outbox = createOutboxStore(own.database);
  });
  afterEach(() => own.close());

  const put = (documentId: string, change: 'put' | 'delete' = 'put') =>
    own.database.write((writer) => writer.insertInto('outbox').values({ documentId, change }).execute());
  const pending = async (limit = 100) =>
    (await outbox.pending(limit)).map(({ documentId, change }) => `${change} ${documentId}`);

  test('come oldest first, at most as many as asked for', async () => {
    for (const id of ['a', 'b', 'c']) await put(id);
    expect(await pending()).toEqual(['put a', 'put b', 'put c']);
    expect(await pending(2)).toEqual(['put a', 'put b']);
    expect(await outbox.count()).toBe(3);
  });

  test.each<[string, ['put' | 'delete', string][], string[]]>([
    [
      'several of one document are one',
      [
        ['put', 'a'],
        ['put', 'a'],
      ],
      ['put a'],
    ],
    [
      'the newest wins and stands where it came',
      [
        ['put', 'a'],
        ['put', 'b'],
        ['put', 'a'],
      ],
      ['put b', 'put a'],
    ],
    [
      'put and then removed',
      [
        ['put', 'a'],
        ['delete', 'a'],
      ],
      ['delete a'],
    ],
    [
      'removed and back again',
      [
        ['delete', 'a'],
        ['put', 'a'],
      ],
      ['put a'],
    ],
  ])('%s', async (_, changes, expected) => {
    for (const [change, id] of changes) await put(id, change);
    expect(await pending()).toEqual(expected);
    expect(await outbox.count()).toBe(expected.length);
  });

  test('stay until they are confirmed: a batch that failed comes again', async () => {
    for (const id of ['a', 'b']) await put(id);
    const batch = await outbox.pending(1);
    expect(await outbox.pending(1)).toEqual(batch);
    await outbox.done(batch);
    expect(await pending()).toEqual(['put b']);
  });

  test('that come while a batch is under way are not confirmed with it', async () => {
    await put('a');
    const batch = await outbox.pending(10);
    await put('a', 'delete');
    await put('b');
    await outbox.done(batch);
    expect(await pending()).toEqual(['delete a', 'put b']);
  });

  test('confirmed take the older ones of the same document with them', async () => {
    for (const id of ['a', 'a', 'a']) await put(id);
    await outbox.done(await outbox.pending(10));
    expect(await pending()).toEqual([]);
    expect(await outbox.count()).toBe(0);
  });

  test('confirmed twice, or none, do no harm', async () => {
    await put('a');
    const batch = await outbox.pending(10);
    await outbox.done(batch);
    await put('a');
    await outbox.done(batch);
    await outbox.done([]);
    expect(await pending()).toEqual(['put a']);
  });
});

describe('filled anew', () => {
  test('it holds every document, in the order of the dockets', async () => {
    const own = temporaryCatalog();
    const { outbox } = own.catalog;
    const details = (entry: string) => ({ court: 'cand', pacerCaseId: '1', entry, attachment: 0 });
    const ids: string[] = [];
    for (const entry of ['10', '9', '735']) {
      ids.push(...(await store(own.catalog, incoming(`${entry}.pdf`), [pageOf(1, [entry])], details(entry))));
    }
    await outbox.done(await outbox.pending(100));
    expect(await outbox.refill()).toBe(3);
    expect((await outbox.pending(100)).map(({ documentId }) => documentId)).toEqual([ids[1], ids[0], ids[2]]);
    await own.close();
  });

  test('from no documents it is empty', async () => {
    const own = temporaryCatalog();
    expect(await own.catalog.outbox.refill()).toBe(0);
    expect(await own.catalog.outbox.pending(10)).toEqual([]);
    await own.close();
  });
});
