// The code book: names, digits and places that are unambiguous, and no coded passage lost when it is put in order.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TagChange } from '../../server/contract/work-api.ts';
import { incoming, pageOf, store, temporaryCatalog } from './readings.ts';

let own: ReturnType<typeof temporaryCatalog>;
beforeEach(() => {
  own = temporaryCatalog();
});
afterEach(() => own.close());

const create = (name: string, extra: { parentId?: string | null; shortcut?: string | null } = {}) =>
  own.catalog.tags.create({ name, color: '#aa0000', parentId: null, definition: '', shortcut: null, ...extra });
const tree = async () => {
  const tags = await own.catalog.tags.list();
  const nameOf = (id: string | null): string => tags.find((tag) => tag.id === id)?.name ?? '-';
  return tags.map(({ name, parentId }) => `${nameOf(parentId)}/${name}`);
};

/** A filing with words tagged as given, and nothing waiting for the index. */
async function tagWords(tagIds: string[], note = '') {
  const [documentId = ''] = await store(own.catalog, incoming('a.pdf'), [pageOf(1, ['The Titan API was private.'])]);
  const annotation = await own.catalog.annotations.create({
    documentId,
    spans: [{ pageNumber: 1, from: 4, to: 13 }],
    quote: 'Titan API',
    prefix: '',
    suffix: '',
    tagIds,
    note,
    author: 'me',
    createdAt: '2026',
  });
  await own.catalog.outbox.done(await own.catalog.outbox.pending(100));
  return { documentId, annotation };
}

describe('a new tag', () => {
  test('is listed in the order of making, with the passages that carry it counted', async () => {
    const one = await create('zebra', { shortcut: '1' });
    await create('api');
    await tagWords([one.id]);
    expect(await own.catalog.tags.list()).toMatchObject([
      { name: 'zebra', count: 1, shortcut: '1', color: '#aa0000' },
      { name: 'api', count: 0, shortcut: null },
    ]);
  });

  test.each<[string, string | null, string, RegExp, string]>([
    ['api', null, 'name', /“api” already/, 'the same name'],
    ['API', null, 'name', /“API” already/, 'in other letters'],
    ['other', '1', 'shortcut', /key 1 belongs to another tag/, 'the same digit'],
  ])('“%s” with digit %s is refused at %s (%s)', async (name, shortcut, field, message) => {
    await create('api', { shortcut: '1' });
    await expect(create(name, { shortcut })).rejects.toMatchObject({
      code: 'conflict',
      field,
      message: expect.stringMatching(message),
    });
    expect(await tree()).toEqual(['-/api']);
  });

  test('may have a name that is used elsewhere in the tree', async () => {
    const [netflix, spotify] = [await create('netflix'), await create('spotify')];
    await create('api', { parentId: netflix.id });
    await create('api', { parentId: spotify.id });
    expect(await tree()).toEqual(['-/netflix', '-/spotify', 'netflix/api', 'spotify/api']);
  });

  test('below a tag that is gone is refused', async () => {
    await expect(create('api', { parentId: 'gone' })).rejects.toMatchObject({ code: 'conflict', field: 'parentId' });
  });
});

describe('a change', () => {
  test('of the name keeps the passages and tells the index about them', async () => {
    const tag = await create('api');
    const { documentId } = await tagWords([tag.id]);
    expect(await own.catalog.tags.change(tag.id, { name: 'apis', definition: 'interfaces' })).toMatchObject({
      id: tag.id,
      name: 'apis',
      definition: 'interfaces',
      count: 1,
    });
    expect(await own.catalog.outbox.pending(10)).toMatchObject([{ change: 'put', documentId }]);
  });

  test.each<[string, (ids: { parent: string; child: string }) => [string, TagChange], string]>([
    ['below itself', ({ parent }) => [parent, { parentId: parent }], 'parentId'],
    ['below its child', ({ parent, child }) => [parent, { parentId: child }], 'parentId'],
    ['below nothing that is there', ({ child }) => [child, { parentId: 'gone' }], 'parentId'],
    ['to a place where its name is taken', ({ child }) => [child, { parentId: null }], 'name'],
    ['to a digit that is taken', ({ child }) => [child, { shortcut: '1' }], 'shortcut'],
  ])('%s is refused and changes nothing', async (_, change, field) => {
    const parent = await create('parent', { shortcut: '1' });
    const child = await create('api', { parentId: parent.id });
    await create('api');
    const before = await own.catalog.tags.list();
    const [id, wanted] = change({ parent: parent.id, child: child.id });
    await expect(own.catalog.tags.change(id, wanted)).rejects.toMatchObject({ code: 'conflict', field });
    expect(await own.catalog.tags.list()).toEqual(before);
  });

  test('that says nothing changes nothing, and a tag that is not there has none', async () => {
    const tag = await create('api', { shortcut: '1' });
    expect(await own.catalog.tags.change(tag.id, {})).toEqual(tag);
    expect(await own.catalog.tags.change(tag.id, { shortcut: null })).toMatchObject({ shortcut: null });
    expect(await own.catalog.tags.change('nobody', { name: 'x' })).toBeNull();
  });
});

describe('a tag that is deleted', () => {
  test.each([
    ['', ['other'], 1, 'another tag holds the passage'],
    ['see 2013', [], 1, 'a note holds it'],
    ['', [], 0, 'nothing holds it: the annotation said nothing else'],
  ])('leaves with note %j and tags %j %i annotation (%s)', async (note, others, left) => {
    const tag = await create('api');
    const kept = await Promise.all(others.map((name) => create(name)));
    const { documentId, annotation } = await tagWords([tag.id, ...kept.map(({ id }) => id)], note);
    expect(await own.catalog.tags.remove(tag.id)).toBe(true);
    const list = await own.catalog.annotations.list({ documentId, tagId: null });
    expect(list).toEqual(left === 0 ? [] : [{ ...annotation, tagIds: kept.map(({ id }) => id) }]);
    expect(await own.catalog.outbox.pending(10)).toMatchObject([{ change: 'put', documentId }]);
    expect(await own.catalog.tags.remove(tag.id)).toBe(false);
  });

  test('leaves alone an annotation that never had it, even one without a tag', async () => {
    const [tag, other] = [await create('api'), await create('other')];
    const { annotation } = await tagWords([other.id]);
    await own.catalog.annotations.change(annotation.id, { tagIds: [] });
    await own.catalog.tags.remove(tag.id);
    expect(await own.catalog.annotations.get(annotation.id)).toMatchObject({ quote: 'Titan API', tagIds: [] });
  });

  test('gives its children its own place', async () => {
    const top = await create('evidence');
    const middle = await create('api', { parentId: top.id });
    const child = await create('titan', { parentId: middle.id });
    await create('inbox', { parentId: child.id });
    await own.catalog.tags.remove(middle.id);
    expect(await tree()).toEqual(['-/evidence', 'evidence/titan', 'titan/inbox']);
  });

  test('may have a child of its own name', async () => {
    const tag = await create('api');
    await create('api', { parentId: tag.id });
    await own.catalog.tags.remove(tag.id);
    expect(await tree()).toEqual(['-/api']);
  });

  test('is kept when a child would meet its own name, and says which', async () => {
    const tag = await create('netflix');
    await create('API', { parentId: tag.id });
    await create('api');
    const { documentId } = await tagWords([tag.id]);
    await expect(own.catalog.tags.remove(tag.id)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/“API” below “netflix”.*Rename or move it first/),
    });
    expect(await tree()).toEqual(['-/netflix', 'netflix/API', '-/api']);
    expect(await own.catalog.annotations.list({ documentId, tagId: tag.id })).toHaveLength(1);
  });
});
