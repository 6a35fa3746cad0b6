// One file stored at once: all of it or nothing, and a new reading leaves nothing of the old one.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { flagsOf } from '../../server/catalog/file-writer.ts';
import type { Page } from '../../server/contract/page.ts';
import { incoming, pageOf, readAnew, readingOf, store, temporaryCatalog } from './readings.ts';

const box = [0, 0, 10, 0, 10, 10, 0, 10] as const;
const scan = { unread: { reason: 'awaiting-ocr' as const, detail: 'no text' } };

describe('a reading', () => {
  let own: ReturnType<typeof temporaryCatalog>;
  beforeEach(() => {
    own = temporaryCatalog();
  });
  afterEach(() => own.close());
  const file = incoming('a.pdf');
  const long = Array.from({ length: 450 }, (_, at) => pageOf(at + 1, [`Page ${at + 1} of a long filing.`]));

  test('of more pages than one statement takes is stored whole', async () => {
    const [id = ''] = await store(own.catalog, file, long);
    const [pages, passages] = [await own.catalog.documents.pages(id), await own.catalog.documents.passages(id, null)];
    expect(pages.map(({ text }) => text)).toEqual(long.map(({ text }) => text));
    expect(passages.map(({ passage }) => passage.ordinal)).toEqual(long.map((_, at) => at));
  });

  test('replaces the one before: pages, passages, flags and state', async () => {
    const [id = ''] = await store(own.catalog, file, [...long.slice(0, 3), pageOf(4, [''], scan)]);
    expect(await own.catalog.documents.view(id)).toMatchObject({ pageCount: 4, flags: ['unreadable-pages'] });
    await readAnew(own.catalog, [pageOf(1, ['All of it.'])]);
    expect(await own.catalog.documents.view(id)).toMatchObject({ pageCount: 1, flags: [], unreadable: [] });
    expect(await own.catalog.documents.page(id, 2)).toBeNull();
    expect((await own.catalog.documents.passages(id, null)).map(({ passage }) => passage.text)).toEqual(['All of it.']);
    expect(await own.catalog.corpus()).toMatchObject({ pages: 1, passages: 1, files: 1 });
  });

  test('that cannot be stored leaves the one before and its job as they were', async () => {
    const [id = ''] = await store(own.catalog, file, long.slice(0, 3));
    await own.catalog.jobs.requeueAll('another version');
    const job = await own.catalog.jobs.lease('tester', 1000);
    const reading = readingOf(file.sha256, long.slice(0, 2));
    const twice = { ...reading, passages: [...reading.passages, ...reading.passages] };
    await expect(own.catalog.jobs.complete(job?.jobId ?? '', twice)).rejects.toThrow(/UNIQUE/);
    expect(await own.catalog.documents.pages(id)).toHaveLength(3);
    expect(await own.catalog.jobs.get(job?.jobId ?? '')).toMatchObject({ state: 'running' });
    expect(await own.catalog.jobs.complete(job?.jobId ?? '', reading)).toEqual({ documentIds: [id] });
  });

  test('of a job that is gone is refused: its document was removed while it was read', async () => {
    const [id = ''] = await store(own.catalog, file, long.slice(0, 1));
    await own.catalog.jobs.requeueAll('another version');
    const job = await own.catalog.jobs.lease('tester', 1000);
    await own.catalog.documents.remove(id);
    await expect(own.catalog.jobs.complete(job?.jobId ?? '', readingOf(file.sha256, long))).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await own.catalog.corpus()).toMatchObject({ documents: 0, files: 0, pages: 0 });
  });

  test('known under another name later has no flags of other files, and none when all of it was read', async () => {
    const name = (entry: string) => ({ fromName: { court: 'cand', pacerCaseId: '1', entry, attachment: 0 } });
    await store(own.catalog, incoming('b.pdf'), [pageOf(1, ['[REDACTED]']), pageOf(2, [''], scan)]);
    await store(own.catalog, { ...file, ...name('10') }, [pageOf(1, ['Plain.'])], name('10').fromName, 'file name');
    const again = { ...file, source: 'upload', filename: '20.pdf', ...name('20') };
    const { documentId } = await own.catalog.jobs.enqueue(again);
    expect(await own.catalog.documents.view(documentId ?? '')).toMatchObject({ entry: '20', flags: [] });
  });

  test('known under another name later has the flags of its pages there too', async () => {
    const name = (entry: string) => ({ fromName: { court: 'cand', pacerCaseId: '1', entry, attachment: 0 } });
    const pages = [
      pageOf(1, ['[REDACTED]']),
      pageOf(2, [''], { ...scan, redactions: [{ pageNumber: 2, box, bad: true, characters: 3 }] }),
    ];
    await store(own.catalog, { ...file, ...name('10') }, pages, name('10').fromName, 'file name');
    const { documentId } = await own.catalog.jobs.enqueue({
      ...file,
      source: 'upload',
      filename: '20.pdf',
      ...name('20'),
    });
    expect(await own.catalog.documents.view(documentId ?? '')).toMatchObject({
      entry: '20',
      pageCount: 2,
      flags: ['redacted', 'badly-redacted', 'unreadable-pages'],
      redactions: [{ pageNumber: 2, bad: true }],
    });
  });
});

describe('flags', () => {
  type Signs = Pick<Page, 'text' | 'redactions' | 'unread'>;
  const plain: Signs = { text: 'Text.', redactions: [], unread: null };
  const redaction = { pageNumber: 1, box, bad: false, characters: 0 };
  test.each<[string, Signs[], string[]]>([
    ['none', [plain], []],
    ['no page', [], []],
    ['the word', [plain, { ...plain, text: 'was [REDACTED] by' }], ['redacted']],
    ['the words, as a scan may have them', [{ ...plain, text: 'was [ Redacted by order] by' }], ['redacted']],
    ['the word elsewhere', [{ ...plain, text: 'the redacted version' }], []],
    ['a box', [{ ...plain, redactions: [redaction] }], ['redacted']],
    ['a box over live text', [{ ...plain, redactions: [{ ...redaction, bad: true }] }], ['badly-redacted']],
    ['both', [{ ...plain, redactions: [redaction, { ...redaction, bad: true }] }], ['redacted', 'badly-redacted']],
    ['a page not read', [plain, { ...plain, ...scan }], ['unreadable-pages']],
  ])('%s', (_, pages, expected) => {
    expect(flagsOf(pages)).toEqual(expected);
  });
});
