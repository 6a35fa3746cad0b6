// Jobs: leased, given back by the clock, parked after three attempts, never lost.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { maxAttempts } from '../../server/catalog/job-store.ts';
import { incoming, pageOf, readingOf, store, temporaryCatalog } from './readings.ts';

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
    expect(await jobs.get(jobId)).toMatchObject({
      state: 'failed',
      error: { code: 'unreadable-pdf' },
      updatedAt: '2026-01-01T00:00:00.033Z',
    });
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

  test('of a worker that comes late do not undo what the next one has done', async () => {
    const { jobs } = own.catalog;
    const file = incoming('a.pdf');
    const { jobId } = await jobs.enqueue(file);
    await jobs.lease('slow', 1000);
    own.tick(1001);
    await jobs.lease('next', 1000);
    await jobs.complete(jobId, readingOf(file.sha256, [pageOf(1, ['Text.'])]));
    await jobs.fail(jobId, { code: 'time-limit', detail: 'took too long' }, true);
    await jobs.handBack(jobId);
    await jobs.progress(jobId, 1, 9, 1000);
    expect(await jobs.get(jobId)).toMatchObject({
      state: 'done',
      error: null,
      pagesDone: 1,
      pageCount: 1,
      attempts: 2,
    });
  });

  test('that go on after three attempts end it, with the last reason', async () => {
    const { jobs } = own.catalog;
    const { jobId } = await jobs.enqueue(incoming('a.pdf'));
    const states: (string | undefined)[] = [];
    for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
      await jobs.lease('one', 1000);
      await jobs.fail(jobId, { code: 'memory-limit', detail: `attempt ${attempt}` }, true);
      states.push((await jobs.get(jobId))?.state);
    }
    expect(states).toEqual(['queued', 'queued', 'failed']);
    expect(await jobs.get(jobId)).toMatchObject({ error: { detail: 'attempt 3' } });
    expect(await jobs.lease('one', 1000)).toBeNull();
  });

  test('an attempt that the end of the program cut short does not count', async () => {
    const { jobs } = own.catalog;
    const { jobId } = await jobs.enqueue(incoming('a.pdf'));
    for (let start = 0; start < maxAttempts + 1; start += 1) {
      expect((await jobs.lease('one', 1000))?.attempts).toBe(1);
      await jobs.handBack(jobId);
    }
    expect(await jobs.get(jobId)).toMatchObject({ state: 'queued', attempts: 0 });
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

  test('of a file whose last reading failed is not promised at every start', async () => {
    const { jobs } = own.catalog;
    await store(own.catalog, incoming('a.pdf'), [pageOf(1, ['Text.'])]);
    await jobs.requeueAll('test-2');
    const again = await jobs.lease('one', 1000);
    await jobs.fail(again?.jobId ?? '', { code: 'unreadable-pdf', detail: 'damaged' }, false);
    expect(await jobs.requeueAll('test-2')).toBe(0);
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

describe('lists', () => {
  test('are newest first, of one state or all, at most as many as asked for', async () => {
    const { jobs } = own.catalog;
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) await jobs.enqueue(incoming(name));
    await jobs.lease('one', 1000);
    const names = async (filter: Parameters<typeof jobs.list>[0]) =>
      (await jobs.list(filter)).map(({ filename }) => filename);
    expect(await names({ state: null, limit: 10 })).toEqual(['c.pdf', 'b.pdf', 'a.pdf']);
    expect(await names({ state: null, limit: 2 })).toEqual(['c.pdf', 'b.pdf']);
    expect(await names({ state: 'running', limit: 10 })).toEqual(['a.pdf']);
    expect(await jobs.counts()).toEqual({ queued: 2, running: 1, done: 0, failed: 0 });
  });

  test('a job names its document and the other names of its bytes', async () => {
    const { jobs } = own.catalog;
    const [documentId] = await store(own.catalog, incoming('a.pdf'), [pageOf(1, ['Text.'])]);
    await jobs.enqueue({ ...incoming('a.pdf'), filename: 'copy.pdf', source: 'upload' });
    expect(await jobs.list({ state: 'done', limit: 10 })).toMatchObject([{ documentId, otherNames: ['copy.pdf'] }]);
  });
});
