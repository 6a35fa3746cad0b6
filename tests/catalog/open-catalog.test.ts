// The catalog as its users see it: files come in, documents come out, work on them is kept.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DatabaseSync } from 'node:sqlite';
import { writeFileSync } from 'node:fs';
import { openCatalog, openCatalogForReading } from '../../server/catalog/open-catalog.ts';
import { incoming, pageOf, readingOf, shaOf, store, temporaryCatalog } from './readings.ts';

let own: ReturnType<typeof temporaryCatalog>;
beforeEach(() => {
  own = temporaryCatalog();
});
afterEach(() => own.close());

const letter = [pageOf(1, ['The Titan API was private.', 'It opened in 2013.']), pageOf(2, ['Ad spend grew.'])];

describe('documents', () => {
  test('pages come back as they were stored, geometry to a hundredth of a point', async () => {
    const [id = ''] = await store(own.catalog, incoming('letter.pdf'), letter);
    const pages = await own.catalog.documents.pages(id);
    expect(pages.map(({ text }) => text)).toEqual(letter.map(({ text }) => text));
    const advances = pages[0]?.lines[0]?.advances ?? [];
    expect(advances.reduce((sum, each) => sum + each, 0)).toBeCloseTo(6.123 * advances.length, 2);
    expect(pages[0]?.lines[1]).toMatchObject({ from: 27, number: 2, y: 696, direction: [1, 0] });
  });

  test('the same filing from two files is one document, and the first file stays shown', async () => {
    const details = { court: 'cand', pacerCaseId: '1', docketNumber: '3:20-cv-08570-JD', entry: '735', attachment: 0 };
    const [first = ''] = await store(own.catalog, incoming('a.pdf'), letter, details);
    const [second = ''] = await store(own.catalog, incoming('b.pdf'), [pageOf(1, ['Another stamp.'])], details);
    expect(second).toBe(first);
    const document = await own.catalog.documents.get(first);
    expect(document).toMatchObject({ sha256: shaOf('a.pdf'), files: [shaOf('a.pdf'), shaOf('b.pdf')], pageCount: 2 });
    expect((await own.catalog.corpus()).documents).toBe(1);
  });

  test('the same bytes under the names of two filings are two documents, read once', async () => {
    const name = (entry: string) => ({ fromName: { court: 'cand', pacerCaseId: '1', entry, attachment: 0 } });
    const file = incoming('gov.uscourts.cand.1.10.0.pdf', name('10'));
    await own.catalog.jobs.enqueue(file);
    const job = await own.catalog.jobs.lease('tester', 1000);
    await own.catalog.jobs.complete(
      job?.jobId ?? '',
      readingOf(file.sha256, letter, { ...file.fromName, title: 'Letter' }, 'file name'),
    );
    const again = await own.catalog.jobs.enqueue({ ...file, filename: 'gov.uscourts.cand.1.20.0.pdf', ...name('20') });
    expect(again).toMatchObject({ known: true });
    const { documents } = await own.catalog.documents.list({ caseId: null, type: null, offset: 0, limit: 10 });
    expect(documents.map(({ details, sha256 }) => [details.entry, sha256])).toEqual([
      ['10', file.sha256],
      ['20', file.sha256],
    ]);
    expect(await own.catalog.jobs.lease('tester', 1000)).toBeNull();
  });

  test('a copy with no filing of its own is no second document', async () => {
    const file = incoming('letter.pdf');
    await store(own.catalog, file, letter, { title: 'Letter' });
    await own.catalog.jobs.enqueue({ ...file, filename: 'copy of letter.pdf', source: 'upload' });
    const corpus = await own.catalog.corpus();
    expect(corpus).toMatchObject({ documents: 1, files: 1 });
    const { documents } = await own.catalog.documents.list({ caseId: null, type: null, offset: 0, limit: 10 });
    expect(documents[0]?.sources).toEqual(['/corpus/letter.pdf', 'upload']);
  });

  test('removing one frees its file, keeps the annotations as lost, and tells the index', async () => {
    const [id = ''] = await store(own.catalog, incoming('letter.pdf'), letter);
    const tag = await own.catalog.tags.create({
      name: 'ad spend',
      color: '#aa0000',
      parentId: null,
      definition: '',
      shortcut: null,
    });
    const span = { pageNumber: 2, from: 0, to: 8 };
    const annotation = { documentId: id, spans: [span], quote: 'Ad spend', prefix: '', suffix: ' grew.', note: '' };
    await own.catalog.annotations.create({ ...annotation, tagIds: [tag.id], author: 'me', createdAt: '2026' });
    expect(await own.catalog.documents.remove(id)).toEqual({ unusedFiles: [shaOf('letter.pdf')] });
    expect(await own.catalog.annotations.list({ documentId: id, tagId: null })).toMatchObject([
      { state: 'lost', quote: 'Ad spend' },
    ]);
    expect(await own.catalog.outbox.pending(10)).toMatchObject([{ change: 'delete', documentId: id }]);
    expect(await own.catalog.documents.remove(id)).toBeNull();
  });

  test('pages that were not read are listed with their reason and flag the document', async () => {
    const scan = pageOf(2, [''], { unread: { reason: 'awaiting-ocr', detail: 'no text' } });
    const [id = ''] = await store(own.catalog, incoming('scan.pdf'), [pageOf(1, ['Exhibit B']), scan]);
    expect(await own.catalog.unread(null)).toEqual([{ documentId: id, pageNumber: 2, reason: 'awaiting-ocr' }]);
    expect(await own.catalog.unread([])).toEqual([]);
    expect(await own.catalog.documents.view(id)).toMatchObject({
      flags: ['unreadable-pages'],
      unreadable: [{ pageNumber: 2, reason: 'awaiting-ocr' }],
    });
  });
});

describe('the fingerprint', () => {
  test('changes with the text and with the details, not with tags', async () => {
    const empty = await own.catalog.fingerprint();
    await store(own.catalog, incoming('letter.pdf'), letter);
    const one = await own.catalog.fingerprint();
    await own.catalog.tags.create({ name: 'x', color: '#aa0000', parentId: null, definition: '', shortcut: null });
    const tagged = await own.catalog.fingerprint();
    await store(own.catalog, incoming('other.pdf'), letter);
    const two = await own.catalog.fingerprint();
    expect(new Set([empty, one, two]).size).toBe(3);
    expect(tagged).toBe(one);
  });
});

describe('what is kept', () => {
  test('everything is there after closing and opening again', async () => {
    await store(own.catalog, incoming('letter.pdf'), letter);
    await own.catalog.setFact('index', 'a');
    await own.catalog.close();
    const again = openCatalog({ path: own.path });
    expect(await again.corpus()).toMatchObject({ documents: 1, pages: 2, passages: 2, pendingOutbox: 1 });
    expect(await again.fact('index')).toBe('a');
    await again.close();
    own = temporaryCatalog();
  });

  test('a catalog of a newer Pincite is refused, not read', async () => {
    await own.catalog.close();
    const raw = new DatabaseSync(own.path);
    raw.exec('pragma user_version = 99');
    raw.close();
    expect(() => openCatalog({ path: own.path })).toThrow(/newer Pincite.*--data/s);
    own = temporaryCatalog();
  });

  test('a file that is no catalog is named with the remedy', () => {
    const path = `${own.path}-other`;
    writeFileSync(path, 'this is no database, and long enough to be looked at'.repeat(100));
    expect(() => openCatalog({ path })).toThrow(/is not a catalog of Pincite.*--data/);
  });
});

describe('a catalog opened for reading', () => {
  test('beside its writer tells documents, counts and a fingerprint that follows', async () => {
    await store(own.catalog, incoming('letter.pdf'), letter);
    const reading = openCatalogForReading(own.path);
    try {
      const before = await reading.fingerprint();
      expect(before).toBe(await own.catalog.fingerprint());
      expect(await reading.corpus()).toMatchObject({ documents: 1, pages: 2 });
      await store(own.catalog, incoming('other.pdf'), letter);
      expect(await reading.corpus()).toMatchObject({ documents: 2, fingerprint: await own.catalog.fingerprint() });
      expect(await reading.fingerprint()).not.toBe(before);
    } finally {
      await reading.close();
    }
  });

  test('changes nothing', async () => {
    const reading = openCatalogForReading(own.path);
    try {
      await expect(reading.setFact('index', 'a')).rejects.toMatchObject({ code: 'catalog-unavailable' });
      await expect(reading.jobs.enqueue(incoming('x.pdf'))).rejects.toMatchObject({ code: 'catalog-unavailable' });
    } finally {
      await reading.close();
    }
    expect(await own.catalog.fact('index')).toBeNull();
    expect(await own.catalog.corpus()).toMatchObject({ pendingJobs: 0 });
  });

  test('of another version is refused, not brought up to date', async () => {
    await own.catalog.close();
    const raw = new DatabaseSync(own.path);
    raw.exec('pragma user_version = 3');
    raw.close();
    expect(() => openCatalogForReading(own.path)).toThrow(/older Pincite.*Start Pincite once/s);
    own = temporaryCatalog();
  });

  test('after its writer has gone is read all the same', async () => {
    await store(own.catalog, incoming('letter.pdf'), letter);
    await own.catalog.close();
    const reading = openCatalogForReading(own.path);
    expect(await reading.corpus()).toMatchObject({ documents: 1 });
    await reading.close();
    own = temporaryCatalog();
  });
});
