// Jobs: leased, given back by the clock, parked after three attempts, never lost.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { maxAttempts } from '../../server/catalog/job-store.ts';
import { incoming, pageOf, readingOf, temporaryCatalog } from './readings.ts';

let own: ReturnType<typeof temporaryCatalog>;
beforeEach(() => {
  own = temporaryCatalog();
});
afterEach(() => own.close());

describe('leases', () => {
  test('a job is leased once, and again when its lease has ended', async () => {
    const { jobs } = own.catalog;
    const { jobId } = await jobs.enqueue(incoming('a.pdf'));
    expect((await jobs.lease('one', 1000))?.jobId).toBe(jobId);
    expect(await jobs.lease('two', 1000)).toBeNull();
    own.tick(1001);
    expect(await jobs.lease('two', 1000)).toMatchObject({ jobId, attempts: 2 });
  });

  test('progress keeps the lease', async () => {
    const { jobs } = own.catalog;
    const { jobId } = await jobs.enqueue(incoming('a.pdf'));
    await jobs.lease('one', 1000);
    own.tick(900);
    await jobs.progress(jobId, 3, 9, 1000);
    own.tick(900);
    expect(await jobs.lease('two', 1000)).toBeNull();
    expect(await jobs.get(jobId)).toMatchObject({ pagesDone: 3, pageCount: 9, state: 'running' });
  });

  test('after the start of a new process nobody waits for leases of the old one', async () => {
    const { jobs } = own.catalog;
    await jobs.enqueue(incoming('a.pdf'));
    await jobs.lease('dead', 60_000);
    await jobs.releaseAll();
    expect(await jobs.lease('new', 1000)).not.toBeNull();
  });

  test('a file that ended its worker three times is parked, the next one is read', async () => {
    const { jobs } = own.catalog;
    const { jobId } = await jobs.enqueue(incoming('bomb.pdf'));
    await jobs.enqueue(incoming('good.pdf'));
    for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
      expect((await jobs.lease('one', 10))?.jobId).toBe(jobId);
      own.tick(11);
    }
    expect((await jobs.lease('one', 10))?.filename).toBe('good.pdf');
    expect(await jobs.get(jobId)).toMatchObject({ state: 'failed', error: { code: 'unreadable-pdf' } });
  });
});

describe('failures', () => {
  test.each([
    [true, 'queued', 'worth another attempt'],
    [false, 'failed', 'the same bytes fail again'],
  ])('retry %s → %s (%s)', async (retry, state) => {
    const { jobs } = own.catalog;
    const { jobId } = await jobs.enqueue(incoming('a.pdf'));
    await jobs.lease('one', 1000);
    await jobs.fail(jobId, { code: 'time-limit', detail: 'took too long' }, retry);
    expect(await jobs.get(jobId)).toMatchObject({ state, error: { code: 'time-limit' } });
  });

  test('a failed job can be tried again by a person, a refused or finished one says why not', async () => {
    const { jobs } = own.catalog;
    const { jobId } = await jobs.enqueue(incoming('a.pdf'));
    await jobs.lease('one', 1000);
    await jobs.fail(jobId, { code: 'unreadable-pdf', detail: 'damaged' }, false);
    expect(await jobs.retry(jobId)).toMatchObject({ state: 'queued', error: null });
    await expect(jobs.retry(jobId)).rejects.toThrow(/only a failed job/);
    const refused = await jobs.refuse('empty.pdf', 'upload', { code: 'empty-file', detail: 'empty' });
    await expect(jobs.retry(refused.jobId)).rejects.toThrow(/add it again/);
    expect(await jobs.retry('nobody')).toBeNull();
  });

  test('the same refusal at every start is listed once', async () => {
    const { jobs } = own.catalog;
    for (let start = 0; start < 3; start += 1)
      await jobs.refuse('empty.pdf', '/c/empty.pdf', { code: 'empty-file', detail: 'x' });
    expect(await jobs.counts()).toEqual({ queued: 0, running: 0, done: 0, failed: 1 });
  });
});

describe('reading again', () => {
  test('files of another parser version are queued, those of this one are not', async () => {
    const { jobs } = own.catalog;
    const file = incoming('a.pdf');
    await jobs.enqueue(file);
    const job = await jobs.lease('one', 1000);
    await jobs.complete(job?.jobId ?? '', readingOf(file.sha256, [pageOf(1, ['Text.'])]));
    expect(await jobs.requeueAll('test-1')).toBe(0);
    expect(await jobs.requeueAll('test-2')).toBe(1);
    expect((await jobs.lease('one', 1000))?.sha256).toBe(file.sha256);
  });

  test('annotations find their quote in the new text, or are lost with it', async () => {
    const { jobs, annotations, documents } = own.catalog;
    const file = incoming('a.pdf');
    await jobs.enqueue(file);
    const job = await jobs.lease('one', 1000);
    const { documentIds } = await jobs.complete(
      job?.jobId ?? '',
      readingOf(file.sha256, [pageOf(1, ['The Titan', 'API was private.'])]),
    );
    const documentId = documentIds[0] ?? '';
    const base = { documentId, prefix: '', suffix: '', tagIds: [], note: 'keep', author: 'me', createdAt: '2026' };
    await annotations.create({ ...base, spans: [{ pageNumber: 1, from: 4, to: 13 }], quote: 'Titan API' });
    await annotations.create({ ...base, spans: [{ pageNumber: 1, from: 18, to: 26 }], quote: 'private.' });
    await jobs.requeueAll('test-2');
    const again = await jobs.lease('one', 1000);
    await jobs.complete(again?.jobId ?? '', readingOf(file.sha256, [pageOf(1, ['(1) The Titan API was open.'])]));
    const found = await annotations.list({ documentId, tagId: null });
    const page = await documents.page(documentId, 1);
    expect(
      found.map(({ state, quote, spans }) => [state, quote, page?.text.slice(spans[0]?.from, spans[0]?.to)]),
    ).toEqual(
      expect.arrayContaining([
        ['moved', 'Titan API', 'Titan API'],
        ['lost', 'private.', expect.anything()],
      ]),
    );
  });
});
