// Documents with all that belongs to them: files, sources, and how far they are.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { storedPassage } from '../../server/catalog/document-loader.ts';
import type { StoredDocument } from '../../server/contract/record.ts';
import { incoming, pageOf, passagesOf, store, temporaryCatalog } from './readings.ts';

describe('the state of a document', () => {
  let own: ReturnType<typeof temporaryCatalog>;
  beforeEach(() => {
    own = temporaryCatalog();
  });
  afterEach(() => own.close());
  const pages = [pageOf(1, ['The Titan API was private.'])];

  test('goes from indexing to ready, and back while its file is read anew', async () => {
    const [id = ''] = await store(own.catalog, incoming('a.pdf'), pages);
    const [other = ''] = await store(own.catalog, incoming('b.pdf'), pages);
    const state = async () => (await own.catalog.documents.get(id))?.state;
    expect(await state()).toBe('indexing');
    await own.catalog.outbox.done((await own.catalog.outbox.pending(10)).filter(({ documentId }) => documentId === id));
    expect(await state()).toBe('ready');
    expect((await own.catalog.documents.get(other))?.state).toBe('indexing');
    await own.catalog.jobs.requeueAll('another version');
    expect(await state()).toBe('parsing');
    await own.catalog.jobs.lease('tester', 1000);
    expect(await state()).toBe('parsing');
  });

  test('is not that of a failed job: what was read before is still there', async () => {
    const [id = ''] = await store(own.catalog, incoming('a.pdf'), pages);
    await own.catalog.outbox.done(await own.catalog.outbox.pending(10));
    await own.catalog.jobs.requeueAll('another version');
    const job = await own.catalog.jobs.lease('tester', 1000);
    await own.catalog.jobs.fail(job?.jobId ?? '', { code: 'time-limit', detail: 'too long' }, false);
    expect(await own.catalog.documents.get(id)).toMatchObject({ state: 'ready', pageCount: 1 });
  });

  test('sources are where its files came from, each once', async () => {
    const filing = { court: 'cand', pacerCaseId: '1', entry: '1', attachment: 0 };
    const [id = ''] = await store(own.catalog, incoming('a.pdf'), pages, filing);
    await store(own.catalog, incoming('b.pdf', { source: 'upload' }), pages, filing);
    await own.catalog.jobs.enqueue(incoming('a.pdf', { source: 'upload' }));
    expect(await own.catalog.documents.get(id)).toMatchObject({
      files: [incoming('a.pdf').sha256, incoming('b.pdf').sha256],
      sources: ['/corpus/a.pdf', 'upload'],
    });
  });
});

describe('tags of a passage', () => {
  const [passage] = passagesOf('sha', [pageOf(1, ['The Titan API was private.'])]);
  // Only the id is looked at.
  const document = { id: 'doc' } as StoredDocument;
  const tag = { id: 't', name: 'api', color: '#aa0000' };
  const on = (from: number, to: number, pageNumber = 1) => ({ tag, spans: [{ pageNumber, from, to }] });

  test.each([
    [[on(4, 13)], [tag], 'within it'],
    [[on(0, 500)], [tag], 'around it'],
    [[on(25, 30)], [tag], 'its last letter'],
    [[on(26, 30)], [], 'right behind it'],
    [[on(4, 13, 2)], [], 'the same place on another page'],
    [[on(0, 3), on(4, 13)], [tag], 'twice the same tag'],
    [[], [], 'none'],
  ])('%j → %j (%s)', (tagged, expected) => {
    if (passage === undefined) throw new Error('no passage');
    const stored = storedPassage(document, passage, tagged);
    expect(stored.tags).toEqual(expected);
    expect(stored.key).toBe(`doc-${passage.id}`);
  });
});
