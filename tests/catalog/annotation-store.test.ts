// Annotations as people make them: the same place twice is one, nothing half done is kept, the index is told.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Annotation } from '../../server/contract/work-api.ts';
import { incoming, pageOf, store, temporaryCatalog } from './readings.ts';

let own: ReturnType<typeof temporaryCatalog>;
let documentId = '';
let tagIds: string[] = [];
beforeEach(async () => {
  own = temporaryCatalog();
  [documentId = ''] = await store(own.catalog, incoming('a.pdf'), [pageOf(1, ['The Titan API was private.'])]);
  tagIds = [];
  for (const name of ['zebra', 'api']) {
    const tag = await own.catalog.tags.create({
      name,
      color: '#aa0000',
      parentId: null,
      definition: '',
      shortcut: null,
    });
    tagIds.push(tag.id);
  }
  await own.catalog.outbox.done(await own.catalog.outbox.pending(100));
});
afterEach(() => own.close());

const given = (extra: Partial<Annotation> = {}) => ({
  documentId,
  spans: [{ pageNumber: 1, from: 4, to: 13 }],
  quote: 'Titan API',
  prefix: 'The ',
  suffix: ' was private.',
  tagIds: [tagIds[1] ?? ''],
  note: '',
  author: 'me',
  createdAt: '2026-01-01T00:00:00Z',
  ...extra,
});
const queued = async () => (await own.catalog.outbox.pending(100)).map((entry) => entry.documentId);

describe('a new annotation', () => {
  test('is kept as given, exact, and its document goes to the index', async () => {
    const made = await own.catalog.annotations.create(given({ note: 'see 2013' }));
    expect(made).toMatchObject({ ...given({ note: 'see 2013' }), state: 'exact' });
    expect(await own.catalog.annotations.get(made.id)).toEqual(made);
    expect(await queued()).toEqual([documentId]);
  });

  test('shows its tags in the order of the code book, whatever order they came in', async () => {
    const made = await own.catalog.annotations.create(given({ tagIds: tagIds.toReversed() }));
    expect(made.tagIds).toEqual(tagIds);
  });

  test('of the same person on the same words is the one that is there, with the tags of both', async () => {
    const first = await own.catalog.annotations.create(given());
    const second = await own.catalog.annotations.create(given({ tagIds: [tagIds[0] ?? ''] }));
    expect(second).toEqual({ ...first, tagIds });
    expect(await own.catalog.annotations.list({ documentId, tagId: null })).toHaveLength(1);
  });

  test.each([
    ['another person codes independently', () => given({ author: 'you' })],
    ['other words', () => given({ spans: [{ pageNumber: 1, from: 4, to: 9 }] })],
  ])('%s: two annotations', async (_, other) => {
    await own.catalog.annotations.create(given());
    await own.catalog.annotations.create(other());
    expect(await own.catalog.annotations.list({ documentId, tagId: null })).toHaveLength(2);
  });

  test.each([
    ['', 'one', 'one', 'the first note'],
    ['one', '', 'one', 'no second note'],
    ['one', 'two', 'one\ntwo', 'both are kept'],
    ['one', 'one', 'one', 'a request sent twice'],
    ['one\ntwo', 'two', 'one\ntwo', 'a line of it sent again'],
    ['twofold', 'two', 'twofold\ntwo', 'a word of it is not the note'],
  ])('notes %j and %j on the same words become %j (%s)', async (one, two, both) => {
    await own.catalog.annotations.create(given({ note: one }));
    expect((await own.catalog.annotations.create(given({ note: two }))).note).toBe(both);
  });

  test('on words whose annotation is lost is a new one: the lost one keeps its quote', async () => {
    const lost = await own.catalog.annotations.create(given());
    await own.catalog.documents.remove(documentId);
    const made = await own.catalog.annotations.create(given());
    expect(made.id).not.toBe(lost.id);
    expect(await own.catalog.annotations.get(lost.id)).toMatchObject({ state: 'lost', quote: 'Titan API' });
  });

  test('with a tag that was deleted meanwhile is refused whole', async () => {
    const made = own.catalog.annotations.create(given({ tagIds: [tagIds[0] ?? '', 'gone'] }));
    await expect(made).rejects.toMatchObject({ code: 'not-found', field: 'tagIds' });
    expect(await own.catalog.annotations.list({ documentId, tagId: null })).toEqual([]);
    expect(await queued()).toEqual([]);
  });
});

describe('a change', () => {
  test.each<[string, () => { tagIds?: string[]; note?: string }, object]>([
    ['of the note keeps the tags', () => ({ note: 'new' }), { note: 'new', quote: 'Titan API' }],
    ['of the tags keeps the note', () => ({ tagIds: [tagIds[0] ?? ''] }), { note: 'old', quote: 'Titan API' }],
    ['to no tag keeps note and quote', () => ({ tagIds: [] }), { note: 'old', quote: 'Titan API', tagIds: [] }],
  ])('%s', async (_, change, expected) => {
    const { id } = await own.catalog.annotations.create(given({ note: 'old' }));
    const wanted = change();
    const changed = await own.catalog.annotations.change(id, wanted);
    expect(changed).toMatchObject({ tagIds: wanted.tagIds ?? [tagIds[1]], ...expected });
    expect(await own.catalog.annotations.get(id)).toEqual(changed);
  });

  test('to a tag that is gone changes nothing', async () => {
    const made = await own.catalog.annotations.create(given());
    await expect(own.catalog.annotations.change(made.id, { tagIds: ['gone'], note: 'x' })).rejects.toThrow(
      /does not exist/,
    );
    expect(await own.catalog.annotations.get(made.id)).toEqual(made);
  });

  test('and a removal tell the index', async () => {
    const { id } = await own.catalog.annotations.create(given());
    for (const act of [
      () => own.catalog.annotations.change(id, { note: 'x' }),
      async () => expect(await own.catalog.annotations.remove(id)).toBe(true),
    ]) {
      await own.catalog.outbox.done(await own.catalog.outbox.pending(100));
      await act();
      expect(await queued()).toEqual([documentId]);
    }
    expect(await own.catalog.annotations.get(id)).toBeNull();
  });

  test('of an annotation that is not there is none', async () => {
    expect(await own.catalog.annotations.change('nobody', { note: 'x' })).toBeNull();
    expect(await own.catalog.annotations.remove('nobody')).toBe(false);
    expect(await own.catalog.annotations.get('nobody')).toBeNull();
  });

  test('of what hangs on a removed document does not call it back into the index', async () => {
    const { id } = await own.catalog.annotations.create(given());
    await own.catalog.documents.remove(documentId);
    await own.catalog.outbox.done(await own.catalog.outbox.pending(100));
    expect(await own.catalog.annotations.change(id, { note: 'kept' })).toMatchObject({ note: 'kept', state: 'lost' });
    expect(await queued()).toEqual([]);
  });
});

test('lists go by document and by tag, oldest first', async () => {
  const { annotations } = own.catalog;
  const late = await annotations.create(given({ createdAt: '2026-02-01T00:00:00Z' }));
  const early = await annotations.create(
    given({ spans: [{ pageNumber: 1, from: 0, to: 3 }], tagIds: [tagIds[0] ?? ''], createdAt: '2026-01-01T00:00:00Z' }),
  );
  const elsewhere = await annotations.create(given({ documentId: 'removed', createdAt: '2026-03-01T00:00:00Z' }));
  const ids = async (filter: Parameters<typeof annotations.list>[0]) =>
    (await annotations.list(filter)).map(({ id }) => id);
  expect(await ids({ documentId: null, tagId: null })).toEqual([early.id, late.id, elsewhere.id]);
  expect(await ids({ documentId, tagId: null })).toEqual([early.id, late.id]);
  expect(await ids({ documentId, tagId: tagIds[0] ?? '' })).toEqual([early.id]);
  expect(await ids({ documentId: null, tagId: tagIds[1] ?? '' })).toEqual([late.id, elsewhere.id]);
  expect(await ids({ documentId: 'nobody', tagId: null })).toEqual([]);
});
