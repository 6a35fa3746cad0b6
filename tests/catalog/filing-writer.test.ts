// Files and filings are two things: one file may be two filings, two files one filing, and names come in any order.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { IncomingFile } from '../../server/catalog/catalog.ts';
import type { FilingDetails, ReadFrom } from '../../server/contract/filing.ts';
import { incoming, pageOf, readAnew, readingOf, shaOf, store, temporaryCatalog } from './readings.ts';

let own: ReturnType<typeof temporaryCatalog>;
beforeEach(() => {
  own = temporaryCatalog();
});
afterEach(() => own.close());

const pages = [pageOf(1, ['The Titan API was private.'])];
const recap = (entry: string, attachment = 0) => ({ court: 'cand', pacerCaseId: '1', entry, attachment });
/** The same bytes, seen as another name. */
const seenAs = (file: IncomingFile, filename: string, extra: Partial<IncomingFile> = {}): IncomingFile => ({
  ...file,
  filename,
  source: `/corpus/${filename}`,
  fromName: {},
  sidecar: {},
  ...extra,
});

const documents = async () =>
  (await own.catalog.documents.list({ caseId: null, type: null, offset: 0, limit: 50 })).documents;
const shown = async () => (await documents()).map(({ filename, details }) => `${details.entry ?? '-'} ${filename}`);

describe('a file that comes under several names', () => {
  const upload = incoming('letter.pdf', { source: 'upload' });

  test('as a RECAP download after an upload: the upload becomes the filing, work on it stays', async () => {
    const [id = ''] = await store(own.catalog, upload, pages, { title: 'Letter' }, 'caption');
    const named = seenAs(upload, 'gov.uscourts.cand.1.735.0.pdf', { fromName: recap('735') });
    expect(await own.catalog.jobs.enqueue(named)).toMatchObject({ documentId: id, known: true });
    expect(await shown()).toEqual(['735 gov.uscourts.cand.1.735.0.pdf']);
    expect((await documents())[0]).toMatchObject({
      id,
      details: { title: 'Letter', entry: '735', court: 'cand' },
      readFrom: { title: 'caption', entry: 'file name' },
      sources: ['/corpus/gov.uscourts.cand.1.735.0.pdf', 'upload'],
    });
  });

  test('and stays it when it is read anew, although it was read as the upload', async () => {
    const [id = ''] = await store(own.catalog, upload, pages, { title: 'Letter' }, 'caption');
    await own.catalog.jobs.enqueue(seenAs(upload, 'gov.uscourts.cand.1.735.0.pdf', { fromName: recap('735') }));
    await readAnew(own.catalog, pages, { title: 'Joint Letter' }, 'caption');
    expect(await shown()).toEqual(['735 gov.uscourts.cand.1.735.0.pdf']);
    expect((await documents())[0]).toMatchObject({ id, details: { title: 'Joint Letter', entry: '735' } });
  });

  test('an upload of what is there as a filing is no second document', async () => {
    const filing = incoming('gov.uscourts.cand.1.735.0.pdf', { fromName: recap('735') });
    const [id = ''] = await store(own.catalog, filing, pages, recap('735'), 'file name');
    expect(await own.catalog.jobs.enqueue(seenAs(filing, 'copy.pdf', { source: 'upload' }))).toMatchObject({
      documentId: id,
    });
    expect(await shown()).toEqual(['735 gov.uscourts.cand.1.735.0.pdf']);
  });

  test('copies in two folders keep the name that was first, also after a new reading', async () => {
    const file = incoming('letter.pdf', { source: '/z/letter.pdf' });
    await store(own.catalog, file, pages);
    await own.catalog.jobs.enqueue(seenAs(file, 'copy.pdf', { source: '/a/copy.pdf' }));
    await readAnew(own.catalog, pages);
    expect(await shown()).toEqual(['- letter.pdf']);
  });

  test('as two filings it is two documents, each with its own number, after a new reading too', async () => {
    const first = incoming('10.pdf', { fromName: recap('10') });
    await store(own.catalog, first, pages, { ...recap('10'), title: 'Letter' }, 'file name');
    const second = seenAs(first, '20.pdf', { fromName: recap('20') });
    const { documentId } = await own.catalog.jobs.enqueue(second);
    expect(await shown()).toEqual(['10 10.pdf', '20 20.pdf']);
    await readAnew(own.catalog, pages, { ...recap('10'), title: 'Letter' }, 'file name');
    expect(await shown()).toEqual(['10 10.pdf', '20 20.pdf']);
    expect((await own.catalog.jobs.enqueue(second)).documentId).toBe(documentId);
    expect(await own.catalog.corpus()).toMatchObject({ documents: 2, files: 1, pages: 1 });
  });

  test('only one of two filings takes the upload over', async () => {
    const [id = ''] = await store(own.catalog, upload, pages);
    const ids: (string | null)[] = [];
    for (const entry of ['10', '20']) {
      ids.push((await own.catalog.jobs.enqueue(seenAs(upload, `${entry}.pdf`, { fromName: recap(entry) }))).documentId);
    }
    expect(ids[0]).toBe(id);
    expect(ids[1]).not.toBe(id);
    expect(await shown()).toEqual(['10 10.pdf', '20 20.pdf']);
  });
});

test('names that wait together for one reading are each given their own filing', async () => {
  const first = incoming('10.pdf', { fromName: recap('10') });
  const second = seenAs(first, '20.pdf', { fromName: recap('20') });
  const copy = seenAs(first, '10.pdf', { source: '/copies/10.pdf', fromName: recap('10') });
  for (const file of [first, second, copy]) await own.catalog.jobs.enqueue(file);
  const job = await own.catalog.jobs.lease('tester', 1000);
  await own.catalog.jobs.complete(job?.jobId ?? '', readingOf(first.sha256, pages, recap('10'), 'file name'));
  expect(await shown()).toEqual(['10 10.pdf', '20 20.pdf']);
  expect((await documents()).map(({ sources }) => sources)).toEqual([
    ['/copies/10.pdf', '/corpus/10.pdf'],
    ['/corpus/20.pdf'],
  ]);
});

test('the same entry of two cases is two documents', async () => {
  await store(own.catalog, incoming('a.pdf'), pages, recap('1'));
  await store(own.catalog, incoming('b.pdf'), pages, { ...recap('1'), pacerCaseId: '2' });
  expect(await documents()).toHaveLength(2);
});

describe('a filing that comes in several files', () => {
  const first = incoming('a.pdf');
  const second = incoming('b.pdf');
  const stamped = { court: 'cand', docketNumber: '3:20-cv-08570-JD', entry: '735', attachment: 0 };

  test('is one document that shows the first, and lists both', async () => {
    const [id = ''] = await store(own.catalog, first, pages, stamped);
    expect(await store(own.catalog, second, [pageOf(1, ['Other.']), pageOf(2, ['Stamp.'])], stamped)).toEqual([id]);
    expect(await documents()).toMatchObject([
      { id, filename: 'a.pdf', pageCount: 1, files: [first.sha256, second.sha256] },
    ]);
    expect((await own.catalog.documents.pages(id)).map(({ text }) => text)).toEqual([pages[0]?.text]);
  });

  test('also when the first was not known as that filing before a better parser read its stamp', async () => {
    const [id = ''] = await store(own.catalog, first, pages);
    await readAnew(own.catalog, pages, stamped);
    expect(await store(own.catalog, second, pages, stamped)).toEqual([id]);
    expect(await documents()).toHaveLength(1);
  });

  test('also when a person said which filing the first is', async () => {
    const [id = ''] = await store(own.catalog, first, pages);
    await own.catalog.documents.correct(id, stamped);
    expect(await store(own.catalog, second, pages, stamped)).toEqual([id]);
  });

  test('lists each file once, however often it is read', async () => {
    const files = [first, second, incoming('c.pdf')];
    for (const file of files) await store(own.catalog, file, pages, stamped);
    await readAnew(own.catalog, pages, stamped);
    expect(await documents()).toMatchObject([{ files: files.map(({ sha256 }) => sha256), filename: 'a.pdf' }]);
  });

  test('attachments are documents of their own', async () => {
    await store(own.catalog, first, pages, stamped);
    await store(own.catalog, second, pages, { ...stamped, attachment: 1 });
    expect(await documents()).toHaveLength(2);
  });

  test('of unknown court they are two: an entry number alone says nothing', async () => {
    const loose = { entry: '735', attachment: 0 };
    await store(own.catalog, first, pages, loose);
    await store(own.catalog, second, pages, loose);
    expect(await documents()).toHaveLength(2);
  });
});

describe('details', () => {
  const rows: [string, Partial<IncomingFile>, Partial<FilingDetails>, ReadFrom, Partial<FilingDetails>, object][] = [
    [
      'concluded from a sidecar’s title stay with it',
      { sidecar: { entry: '7', title: 'Order re Mots.' } },
      { court: 'cand', entry: '7', title: 'Order re Mots.', type: 'order' },
      'sidecar',
      { entry: '7', title: 'Order re Mots.', type: 'order' },
      { type: 'sidecar' },
    ],
    [
      'of a stamp go before the name’s',
      { fromName: recap('9') },
      { court: 'cand', entry: '10', attachment: 1 },
      'stamp',
      { entry: '10', attachment: 1, pacerCaseId: '1' },
      { entry: 'stamp', pacerCaseId: 'file name' },
    ],
  ];
  test.each(rows)('%s', async (_, file, read, source, details, readFrom) => {
    await store(own.catalog, incoming('a.pdf', file), pages, read, source);
    expect((await documents())[0]).toMatchObject({ details, readFrom });
  });

  test('of the document follow the newest reading, its id does not', async () => {
    const [id = ''] = await store(
      own.catalog,
      incoming('a.pdf'),
      pages,
      { title: 'Ordr', filedOn: '2020-01-01' },
      'caption',
    );
    await readAnew(own.catalog, [...pages, pageOf(2, ['More.'])], { title: 'Order' }, 'caption');
    expect(await documents()).toMatchObject([{ id, pageCount: 2, details: { title: 'Order', filedOn: null } }]);
  });

  test('a reading that names another case moves the document, and the case it leaves is listed no more', async () => {
    const [id = ''] = await store(own.catalog, incoming('a.pdf'), pages, {
      court: 'cand',
      docketNumber: '20-cv-8571',
      entry: '1',
    });
    await readAnew(own.catalog, pages, { court: 'cand', docketNumber: '20-cv-8570', entry: '1' });
    expect(await own.catalog.documents.cases()).toMatchObject([{ docketNumber: '20-cv-8570', documents: 1 }]);
    expect((await documents()).map((document) => document.id)).toEqual([id]);
  });
});

test('every document of a file goes to the index when the file is read', async () => {
  const first = incoming('10.pdf', { fromName: recap('10') });
  await store(own.catalog, first, pages, recap('10'), 'file name');
  await own.catalog.jobs.enqueue(seenAs(first, '20.pdf', { fromName: recap('20') }));
  await own.catalog.outbox.done(await own.catalog.outbox.pending(100));
  const ids = await readAnew(own.catalog, pages, recap('10'), 'file name');
  expect((await own.catalog.outbox.pending(100)).map(({ documentId }) => documentId)).toEqual([...ids]);
  expect(ids).toHaveLength(2);
});

test('of two files that differ nothing is mixed up', async () => {
  await store(own.catalog, incoming('a.pdf'), pages);
  const reading = readingOf(shaOf('b.pdf'), [pageOf(1, ['Other text.'])]);
  await own.catalog.jobs.enqueue(incoming('b.pdf'));
  const job = await own.catalog.jobs.lease('tester', 1000);
  await own.catalog.jobs.complete(job?.jobId ?? '', reading);
  const texts = await Promise.all(
    (await documents()).map(async ({ id }) => (await own.catalog.documents.page(id, 1))?.text),
  );
  expect(new Set(texts)).toEqual(new Set(['Other text.', 'The Titan API was private.']));
});
