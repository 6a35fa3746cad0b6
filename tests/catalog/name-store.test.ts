// The list of names in a real catalog: edits win, survive, are undone, and make the files follow that they concern.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { NameEdit, ReadName } from '../../server/contract/names.ts';
import { incoming, pageOf, readingOf, store, temporaryCatalog } from './readings.ts';

let own: ReturnType<typeof temporaryCatalog>;
beforeEach(() => {
  own = temporaryCatalog();
});
afterEach(() => own.close());

const names = () => own.catalog.names;
const nobody = { people: [], organizations: [], products: [] };
const gazetteer = { ...nobody, people: [{ name: 'Mark Zuckerberg', aliases: ['Zuckerberg'] }] };
const printed = (name: string, extra: Partial<ReadName> = {}): ReadName => ({
  kind: 'person',
  name,
  aliases: [],
  sources: ['signature'],
  times: 1,
  ...extra,
});

async function storeWith(
  filename: string,
  text: string,
  read: readonly ReadName[] = [],
  namesRevision?: number,
): Promise<string> {
  const file = incoming(filename);
  await own.catalog.jobs.enqueue(file);
  const job = await own.catalog.jobs.lease('tester', 1000);
  const reading = readingOf(file.sha256, [pageOf(1, [text])]);
  await own.catalog.jobs.complete(job?.jobId ?? '', {
    ...reading,
    names: read,
    ...(namesRevision === undefined ? {} : { namesRevision }),
  });
  return file.sha256;
}

/** Lets every stale file follow; which ones there were. */
async function followAll(): Promise<string[]> {
  const shas: string[] = [];
  for (;;) {
    const stale = await names().nextStale();
    if (stale === null) return shas.toSorted();
    shas.push(stale.sha256);
    await names().mark(stale.sha256, new Map(), (await own.catalog.gazetteer()).revision);
  }
}

describe('edits', () => {
  test('win over the gazetteer, also over one that comes later', async () => {
    await own.catalog.setGazetteer(gazetteer);
    await names().edit([{ kind: 'person', name: 'Mark Zuckerberg', aliases: ['MZ', 'mark zuckerberg', 'MZ'] }]);
    await own.catalog.setGazetteer({ ...gazetteer, people: [{ name: 'Mark Zuckerberg', aliases: ['Boss'] }] });
    expect((await own.catalog.gazetteer()).people).toEqual([{ name: 'Mark Zuckerberg', aliases: ['MZ'] }]);
  });

  test.each<[string, readonly NameEdit[]]>([
    ['an addition', [{ kind: 'product', name: 'Titan API', aliases: ['Titan'] }]],
    ['a change of aliases', [{ kind: 'person', name: 'Mark Zuckerberg', aliases: [] }]],
    ['a refusal', [{ kind: 'person', name: 'Mark Zuckerberg', aliases: null }]],
    [
      'a new name',
      [
        { kind: 'person', name: 'Mark Zuckerberg', aliases: null },
        { kind: 'person', name: 'Mark E. Zuckerberg', aliases: ['Mark Zuckerberg', 'Zuckerberg'] },
      ],
    ],
  ])('%s is undone by what it answers', async (_why, edits) => {
    await own.catalog.setGazetteer(gazetteer);
    const { revision: _, ...before } = await own.catalog.gazetteer();
    const undo = await names().edit(edits);
    expect(await own.catalog.gazetteer()).not.toMatchObject(before);
    await names().edit(undo);
    expect(await own.catalog.gazetteer()).toMatchObject(before);
  });

  test('a spelling of somebody else is refused, and nothing of the change stays', async () => {
    await own.catalog.setGazetteer(gazetteer);
    const edits: NameEdit[] = [
      { kind: 'person', name: 'Jane Doe', aliases: [] },
      { kind: 'person', name: 'Emily Stone', aliases: ['Zuckerberg'] },
    ];
    await expect(names().edit(edits)).rejects.toMatchObject({
      code: 'conflict',
      field: 'edits.1.aliases',
      message: expect.stringContaining('Mark Zuckerberg'),
    });
    expect((await own.catalog.gazetteer()).people).toHaveLength(1);
  });

  test('what nobody changed cannot be taken back', async () => {
    await expect(names().edit([{ kind: 'person', name: 'Nobody Here', takeBack: true }])).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('files that have to follow', () => {
  test('are those whose text, or whose own names, hold a spelling that changed', async () => {
    const inText = await storeWith('a.pdf', 'Then the Inbox\u00a0API was closed.');
    const byName = await storeWith('b.pdf', 'She left.', [printed('Inbox Doe', { aliases: ['She'] })]);
    await storeWith('c.pdf', 'Nothing of that.');
    await names().edit([{ kind: 'product', name: 'Inbox API', aliases: [] }]);
    expect((await names().list({ kind: null, q: '' })).pendingFiles).toBe(2);
    expect(await followAll()).toEqual([inText, byName].toSorted());
    expect((await names().list({ kind: null, q: '' })).pendingFiles).toBe(0);
  });

  test('a gazetteer that says the same makes none; letters that SQLite does not fold make all', async () => {
    const [one, other] = [await storeWith('a.pdf', 'Ä'), await storeWith('b.pdf', 'B')];
    await own.catalog.setGazetteer(gazetteer);
    await followAll();
    await own.catalog.setGazetteer(gazetteer);
    expect(await followAll()).toEqual([]);
    await names().edit([{ kind: 'person', name: 'Ñóñó Öä', aliases: [] }]);
    expect(await followAll()).toEqual([one, other].toSorted());
  });

  test('a reading that was made before the last change is stale at once', async () => {
    const { revision } = await own.catalog.gazetteer();
    await names().edit([{ kind: 'person', name: 'Jane Doe', aliases: [] }]);
    const old = await storeWith('a.pdf', 'Text.', [], revision);
    await storeWith('b.pdf', 'Text.', [], revision + 1);
    expect(await followAll()).toEqual([old]);
  });

  test('marking stores the names, queues the documents, and leaves the file stale when names changed meanwhile', async () => {
    await storeWith('a.pdf', 'Jane Doe spoke.', [printed('Jane Doe')]);
    await own.catalog.outbox.done(await own.catalog.outbox.pending(10));
    await names().edit([{ kind: 'person', name: 'Jane Doe', aliases: [] }]);
    const stale = await names().nextStale();
    expect(stale).toMatchObject({ names: [printed('Jane Doe')], passages: [{ text: 'Jane Doe spoke.' }] });
    const passage = stale?.passages[0];
    const entities = { ...nobody, people: ['Jane Doe'], amounts: [] };
    const { revision } = await own.catalog.gazetteer();
    await names().mark(stale?.sha256 ?? '', new Map([[passage?.id ?? '', entities]]), revision - 1);
    const [entry] = await own.catalog.outbox.pending(10);
    expect(entry).toMatchObject({ change: 'put' });
    expect((await own.catalog.documents.passages(entry?.documentId ?? '', null))[0]?.passage.entities).toEqual(
      entities,
    );
    expect(await names().nextStale()).not.toBeNull();
    await names().mark(stale?.sha256 ?? '', new Map(), revision);
    expect(await names().nextStale()).toBeNull();
  });
});

test('a changed list of names is another corpus to search', async () => {
  await store(own.catalog, incoming('a.pdf'), [pageOf(1, ['Text.'])]);
  const before = await own.catalog.fingerprint();
  const undo = await names().edit([{ kind: 'person', name: 'Jane Doe', aliases: [] }]);
  expect(await own.catalog.fingerprint()).not.toBe(before);
  await names().edit(undo);
  expect(await own.catalog.fingerprint()).toBe(before);
});
