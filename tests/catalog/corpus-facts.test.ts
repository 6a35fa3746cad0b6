// The corpus in numbers, what was not read of it, and the fingerprint that names exactly this state.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { incoming, pageOf, readAnew, readingOf, store, temporaryCatalog } from './readings.ts';

let own: ReturnType<typeof temporaryCatalog>;
beforeEach(() => {
  own = temporaryCatalog();
});
afterEach(() => own.close());

const scan = (pageNumber: number) =>
  pageOf(pageNumber, [''], { unread: { reason: 'awaiting-ocr', detail: 'no text' } });
const klein = { court: 'cand', pacerCaseId: '1' };

describe('the corpus', () => {
  test('is nothing at first', async () => {
    expect(await own.catalog.corpus()).toEqual({
      fingerprint: expect.stringMatching(/^[\w-]{22}$/),
      documents: 0,
      files: 0,
      missingAttachments: [],
      missingEntries: [],
      pages: 0,
      passages: 0,
      pendingJobs: 0,
      failedJobs: 0,
      pendingOutbox: 0,
      unreadablePages: [],
      earliestFiledOn: null,
      latestFiledOn: null,
      specimen: false,
    });
  });

  test('counts what is stored, waiting and failed', async () => {
    await store(own.catalog, incoming('a.pdf'), [pageOf(1, ['One.']), scan(2)], {
      ...klein,
      entry: '1',
      filedOn: '2024-03-23',
    });
    await store(own.catalog, incoming('b.pdf'), [pageOf(1, ['Two.'])], {
      ...klein,
      entry: '2',
      filedOn: '2020-12-03',
      specimen: true,
    });
    await store(own.catalog, incoming('c.pdf'), [pageOf(1, ['Three.'])], { ...klein, entry: '3' });
    await own.catalog.jobs.enqueue(incoming('d.pdf'));
    await own.catalog.jobs.refuse('e.pdf', 'upload', { code: 'empty-file', detail: 'empty' });
    expect(await own.catalog.corpus()).toMatchObject({
      documents: 3,
      files: 3,
      pages: 4,
      passages: 3,
      pendingJobs: 1,
      failedJobs: 1,
      pendingOutbox: 3,
      unreadablePages: [{ filename: 'a.pdf', pageNumber: 2, reason: 'awaiting-ocr' }],
      earliestFiledOn: '2020-12-03',
      latestFiledOn: '2024-03-23',
      specimen: true,
    });
  });
});

describe('pages that were not read', () => {
  test('are those of the documents asked for, in the order of the docket and the file', async () => {
    const [second = ''] = await store(own.catalog, incoming('b.pdf'), [scan(1), pageOf(2, ['x']), scan(3)], {
      ...klein,
      entry: '2',
    });
    const [first = ''] = await store(own.catalog, incoming('a.pdf'), [scan(1)], { ...klein, entry: '1' });
    const places = async (ids: readonly string[] | null) =>
      (await own.catalog.unread(ids)).map(({ documentId, pageNumber }) => [documentId, pageNumber]);
    expect(await places(null)).toEqual([
      [first, 1],
      [second, 1],
      [second, 3],
    ]);
    expect(await places([second])).toEqual([
      [second, 1],
      [second, 3],
    ]);
    expect(await places(['nobody'])).toEqual([]);
    expect(await places([])).toEqual([]);
  });

  test('are those of the file that is shown: a scan of a filing that is there as text hides nothing', async () => {
    const filing = { ...klein, entry: '1', attachment: 0 };
    await store(own.catalog, incoming('a.pdf'), [pageOf(1, ['Text.'])], filing);
    await store(own.catalog, incoming('scan.pdf'), [scan(1)], filing);
    expect(await own.catalog.unread(null)).toEqual([]);
  });

  test('of a file that is two filings count for both', async () => {
    const name = (entry: string) => ({ fromName: { ...klein, entry, attachment: 0 } });
    const file = incoming('10.pdf', name('10'));
    await store(own.catalog, file, [scan(1)], name('10').fromName, 'file name');
    await own.catalog.jobs.enqueue({ ...file, filename: '20.pdf', ...name('20') });
    expect(await own.catalog.unread(null)).toHaveLength(2);
  });
});

describe('the fingerprint', () => {
  const pages = [pageOf(1, ['The Titan API.'])];
  /** Before and after something. */
  async function around(act: () => Promise<unknown>): Promise<[string, string]> {
    await store(own.catalog, incoming('a.pdf'), pages, { ...klein, entry: '1' });
    const before = await own.catalog.fingerprint();
    await act();
    return [before, await own.catalog.fingerprint()];
  }
  const completeWith = async (parserVersion: string) => {
    await own.catalog.jobs.requeueAll('another');
    const job = await own.catalog.jobs.lease('tester', 1000);
    const reading = readingOf(job?.sha256 ?? '', pages, { ...klein, entry: '1' });
    await own.catalog.jobs.complete(job?.jobId ?? '', { ...reading, parserVersion });
  };

  test.each<[string, () => Promise<unknown>]>([
    ['the text of a page', () => readAnew(own.catalog, [pageOf(1, ['The Inbox API.'])], { ...klein, entry: '1' })],
    ['a page that is not read any more', () => readAnew(own.catalog, [scan(1)], { ...klein, entry: '1' })],
    ['a detail', () => readAnew(own.catalog, pages, { ...klein, entry: '1', filer: 'Meta' })],
    ['the version of the parser', () => completeWith('test-2')],
    ['a further filing', () => store(own.catalog, incoming('b.pdf'), pages, { ...klein, entry: '2' })],
    ['a further download of a filing', () => store(own.catalog, incoming('b.pdf'), pages, { ...klein, entry: '1' })],
  ])('is another one after a change of %s', async (_, act) => {
    const [before, after] = await around(act);
    expect(after).not.toBe(before);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['the same text read again', () => completeWith('test-1')],
    [
      'tags',
      () => own.catalog.tags.create({ name: 'x', color: '#aa0000', parentId: null, definition: '', shortcut: null }),
    ],
    ['the index having followed', async () => own.catalog.outbox.done(await own.catalog.outbox.pending(10))],
    ['a file that waits', () => own.catalog.jobs.enqueue(incoming('b.pdf'))],
  ])('is the same after %s', async (_, act) => {
    const [before, after] = await around(act);
    expect(after).toBe(before);
  });

  test('is that of the state before when the change is undone', async () => {
    const [before] = await around(() => readAnew(own.catalog, [pageOf(1, ['Other.'])], { ...klein, entry: '1' }));
    await readAnew(own.catalog, pages, { ...klein, entry: '1' });
    expect(await own.catalog.fingerprint()).toBe(before);
  });
});
