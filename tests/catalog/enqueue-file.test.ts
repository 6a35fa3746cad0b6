// Files on their way into the queue: read once, and once more when there is a reason.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { incoming, pageOf, readingOf, store, temporaryCatalog } from './readings.ts';

let own: ReturnType<typeof temporaryCatalog>;
beforeEach(() => {
  own = temporaryCatalog();
});
afterEach(() => own.close());

const pages = [pageOf(1, ['The Titan API was private.'])];
const file = incoming('a.pdf', { sidecar: { title: 'Order' } });
const waiting = async () => (await own.catalog.jobs.counts()).queued;

describe('the same bytes', () => {
  test.each([
    ['from the same place', file],
    ['from another place', { ...file, source: 'upload' }],
    ['under another name', { ...file, filename: 'b.pdf', source: '/corpus/b.pdf' }],
  ])('%s are one job while they wait', async (_, again) => {
    const { jobId } = await own.catalog.jobs.enqueue(file);
    expect(await own.catalog.jobs.enqueue(again)).toEqual({ jobId, documentId: null, known: true });
    expect(await waiting()).toBe(1);
  });

  test('are new when they come first, and other bytes are another job', async () => {
    expect(await own.catalog.jobs.enqueue(file)).toMatchObject({ known: false, documentId: null });
    expect(await own.catalog.jobs.enqueue(incoming('b.pdf'))).toMatchObject({ known: false });
    expect(await waiting()).toBe(2);
  });

  test('lead to the document of the name they came under', async () => {
    const name = (entry: string) => ({ fromName: { court: 'cand', pacerCaseId: '1', entry, attachment: 0 } });
    const ten = { ...file, ...name('10'), sidecar: {} };
    const twenty = { ...ten, filename: '20.pdf', source: '/corpus/20.pdf', ...name('20') };
    const [first] = await store(own.catalog, ten, pages, ten.fromName, 'file name');
    await store(own.catalog, incoming('other.pdf'), pages);
    const second = (await own.catalog.jobs.enqueue(twenty)).documentId;
    expect(second).not.toBe(first);
    expect((await own.catalog.jobs.enqueue(ten)).documentId).toBe(first);
    expect((await own.catalog.jobs.enqueue(twenty)).documentId).toBe(second);
  });

  test('with nothing new said of them are not read again', async () => {
    await store(own.catalog, file, pages);
    await own.catalog.jobs.enqueue(file);
    expect(await waiting()).toBe(0);
  });

  test('are not read again when they are known, and lead to their document', async () => {
    const [documentId] = await store(own.catalog, file, pages);
    expect(await own.catalog.jobs.enqueue({ ...file, source: 'upload' })).toMatchObject({ documentId, known: true });
    expect(await waiting()).toBe(0);
  });

  test('seen elsewhere while they are read are one document with both sources', async () => {
    await own.catalog.jobs.enqueue(file);
    const job = await own.catalog.jobs.lease('tester', 1000);
    await own.catalog.jobs.enqueue({ ...file, source: 'upload' });
    expect(await own.catalog.jobs.lease('other', 1000)).toBeNull();
    const [id = ''] = (await own.catalog.jobs.complete(job?.jobId ?? '', readingOf(file.sha256, pages))).documentIds;
    expect(await own.catalog.documents.get(id)).toMatchObject({ sources: ['/corpus/a.pdf', 'upload'] });
    expect(await own.catalog.corpus()).toMatchObject({ documents: 1, files: 1 });
  });
});

describe('read again', () => {
  test('is a file that failed: a person adds it once more', async () => {
    const [other] = await store(own.catalog, incoming('done.pdf'), pages);
    const { jobId } = await own.catalog.jobs.enqueue(file);
    await own.catalog.jobs.lease('tester', 1000);
    await own.catalog.jobs.fail(jobId, { code: 'unreadable-pdf', detail: 'damaged' }, false);
    expect(await own.catalog.jobs.enqueue(file)).toMatchObject({ jobId });
    // The error of the attempt before is not that of this one.
    expect(await own.catalog.jobs.get(jobId)).toMatchObject({ state: 'queued', attempts: 0, error: null });
    expect(await own.catalog.jobs.list({ state: 'done', limit: 10 })).toMatchObject([{ documentId: other }]);
  });

  test('is a file whose own sidecar has changed: its type decides how it is cut', async () => {
    const [documentId] = await store(own.catalog, file, pages);
    const changed = { ...file, sidecar: { title: 'Complaint' } };
    expect(await own.catalog.jobs.enqueue(changed)).toMatchObject({ documentId, known: true });
    expect(await own.catalog.jobs.lease('tester', 1000)).toMatchObject({ sidecar: { title: 'Complaint' } });
  });

  test('is not a file of whose other name something new is said; that filing has it at once', async () => {
    const name = (entry: string) => ({ fromName: { court: 'cand', pacerCaseId: '1', entry, attachment: 0 } });
    await store(own.catalog, { ...file, ...name('10') }, pages, name('10').fromName, 'file name');
    const other = { ...file, filename: '20.pdf', ...name('20'), sidecar: {} };
    const { documentId } = await own.catalog.jobs.enqueue(other);
    await own.catalog.jobs.enqueue({ ...other, sidecar: { title: 'Exhibit 4' } });
    expect(await waiting()).toBe(0);
    expect(await own.catalog.documents.get(documentId ?? '')).toMatchObject({
      details: { title: 'Exhibit 4', entry: '20' },
      readFrom: { title: 'sidecar' },
    });
  });
});

describe('a file that was refused', () => {
  const refusal = { code: 'empty-file', detail: 'a.pdf is empty.' };
  test('is refused no more when it was mended and added again', async () => {
    await own.catalog.jobs.refuse('a.pdf', file.source, refusal);
    await own.catalog.jobs.enqueue(file);
    expect(await own.catalog.jobs.counts()).toEqual({ queued: 1, running: 0, done: 0, failed: 0 });
  });

  test('stays refused when another one is added', async () => {
    await own.catalog.jobs.refuse('b.pdf', '/corpus/b.pdf', refusal);
    await own.catalog.jobs.refuse('a.pdf', '/elsewhere/a.pdf', refusal);
    await own.catalog.jobs.refuse('another.pdf', file.source, refusal);
    await own.catalog.jobs.enqueue(file);
    expect((await own.catalog.jobs.counts()).failed).toBe(3);
  });
});
