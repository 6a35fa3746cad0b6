// Dockets of a catalog with filings in it: what is here, what is missing, versions, and documents that follow their docket.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ListedDocket, ListedEntry } from '../../server/contract/docket.ts';
import type { FilingDetails } from '../../server/contract/filing.ts';
import { incoming, pageOf, readAnew, store, temporaryCatalog } from './readings.ts';

let own: ReturnType<typeof temporaryCatalog>;
beforeEach(() => {
  own = temporaryCatalog();
});
afterEach(() => own.close());

const klein = { court: 'cand', pacerCaseId: '369872', docketNumber: '3:20-cv-08570-JD', caseName: 'Klein v. Meta' };
const words = (from: number) => Array.from({ length: 90 }, (_, at) => `w${from + at}`).join(' ');
const put = async (name: string, details: Partial<FilingDetails>, text = 'Text.', extra = {}) => {
  const [id = ''] = await store(own.catalog, incoming(name), [pageOf(1, [text], extra)], { ...klein, ...details });
  return id;
};
const entry = (number: string, papers: readonly (readonly [number, string | null])[]): ListedEntry => ({
  entry: number,
  filedOn: '2024-03-23',
  filer: 'Plaintiffs',
  description: null,
  documents: papers.map(([attachment, title]) => ({ attachment, title, pageCount: null, file: null, sealed: false })),
});
const docket = (...entries: ListedEntry[]): ListedDocket => ({ ...klein, judge: null, specimen: false, entries });
const source = '/corpus/docket.json';
const caseId = async () => (await own.catalog.documents.cases())[0]?.id ?? '';
const view = async () => own.catalog.dockets.view(await caseId());

describe('the docket of a case', () => {
  test('shows families with what is known of each document', async () => {
    const id = await put(
      'a.pdf',
      { entry: '735', attachment: 0, title: 'Letter Brief', filer: 'Plaintiffs' },
      'Text.',
      {
        unread: { reason: 'awaiting-ocr', detail: '' },
      },
    );
    await put('c.pdf', { entry: '735', attachment: 2 });
    await own.catalog.documents.correct(id, { shortTitle: 'Pls.’ Br.' });
    expect(await view()).toMatchObject({
      counts: { entries: 1, documents: 2, missingEntries: 0, missingAttachments: 1 },
      entries: [
        {
          entry: '735',
          filer: 'Plaintiffs',
          documents: [
            {
              id,
              ecf: '735',
              title: 'Letter Brief',
              shortTitle: 'Pls.’ Br.',
              corrected: ['shortTitle'],
              flags: ['unreadable-pages'],
              unread: { pages: 1, firstPageNumber: 1 },
              missing: null,
            },
            { id: null, ecf: '735-1', missing: 'gap' },
            { ecf: '735-2', missing: null, unread: null },
          ],
        },
      ],
    });
  });

  test('that is only listed is there, with nothing of it', async () => {
    await own.catalog.dockets.put(source, [
      docket(
        entry('1', [
          [0, 'Complaint'],
          [1, 'Exhibit A'],
        ]),
      ),
    ]);
    expect(await own.catalog.documents.cases()).toMatchObject([{ caseName: 'Klein v. Meta', documents: 0 }]);
    expect((await view())?.counts).toEqual({ entries: 1, documents: 0, missingEntries: 1, missingAttachments: 0 });
  });

  test('filings of no known case are no families', async () => {
    const nothing = { court: null, pacerCaseId: null, docketNumber: null, caseName: null };
    await put('a.pdf', { ...nothing, entry: '5', attachment: 3 });
    await put('b.pdf', { ...nothing, entry: '5', attachment: 3 });
    expect((await view())?.entries.map(({ documents }) => documents.length)).toEqual([1, 1]);
    expect(await own.catalog.dockets.missing()).toEqual({ missingAttachments: [], missingEntries: [] });
  });

  test('of a case that is not there is none', async () => {
    expect(await own.catalog.dockets.view('nobody')).toBeNull();
    const id = await put('a.pdf', { entry: '1' });
    const known = await caseId();
    await own.catalog.documents.remove(id);
    expect(await own.catalog.dockets.view(known)).toBeNull();
  });
});

describe('what is missing in the corpus', () => {
  test('attachments of entries that are here, and entries of which nothing is', async () => {
    await put('a.pdf', { entry: '735', attachment: 0 });
    await put('b.pdf', { entry: '735', attachment: 2 });
    await own.catalog.dockets.put(source, [
      docket(
        entry('735', [
          [0, null],
          [3, 'Exhibit C'],
        ]),
        entry('736', [
          [0, 'Order'],
          [1, null],
        ]),
      ),
    ]);
    const id = await caseId();
    const missing = {
      missingAttachments: [
        { caseId: id, ecf: '735-1', title: null, reason: 'gap' },
        { caseId: id, ecf: '735-3', title: 'Exhibit C', reason: 'listed' },
      ],
      missingEntries: [{ caseId: id, entry: '736', filedOn: '2024-03-23', title: 'Order', documents: 2 }],
    };
    expect(await own.catalog.dockets.missing()).toEqual(missing);
    expect(await own.catalog.corpus()).toMatchObject(missing);
  });

  test('is no longer missing when it comes', async () => {
    await put('a.pdf', { entry: '735', attachment: 0 });
    await put('b.pdf', { entry: '735', attachment: 2 });
    expect((await own.catalog.corpus()).missingAttachments).toHaveLength(1);
    await put('c.pdf', { entry: '735', attachment: 1 });
    expect((await own.catalog.corpus()).missingAttachments).toEqual([]);
  });
});

describe('documents follow their docket', () => {
  test('a listed title stands where the paper shows none, from the first reading on', async () => {
    await own.catalog.dockets.put(source, [docket(entry('735', [[0, 'Letter Brief']]))]);
    const id = await put('a.pdf', { entry: '735', attachment: 0 });
    expect(await own.catalog.documents.get(id)).toMatchObject({
      details: { title: 'Letter Brief', filedOn: '2024-03-23' },
      readFrom: { title: 'sidecar', entry: 'stamp' },
    });
  });

  test('and changes with it, and goes with it; the index hears of it', async () => {
    const id = await put('a.pdf', { entry: '735', attachment: 0 });
    const title = async () => (await own.catalog.documents.get(id))?.details.title;
    await own.catalog.outbox.done(await own.catalog.outbox.pending(100));
    await own.catalog.dockets.put(source, [docket(entry('735', [[0, 'Letter Brief']]))]);
    expect(await title()).toBe('Letter Brief');
    expect(await own.catalog.outbox.pending(10)).toMatchObject([{ change: 'put', documentId: id }]);
    await own.catalog.outbox.done(await own.catalog.outbox.pending(100));
    await own.catalog.dockets.put(source, [docket(entry('735', [[0, 'Letter Brief']]))]);
    expect(await own.catalog.outbox.pending(10)).toEqual([]);
    await own.catalog.dockets.keep('/corpus', []);
    expect(await title()).toBeNull();
  });

  test('a person’s word stays over it, a better reading too', async () => {
    const id = await put('a.pdf', { entry: '735', attachment: 0 });
    await own.catalog.documents.correct(id, { title: 'Mine' });
    await own.catalog.dockets.put(source, [docket(entry('735', [[0, 'Letter Brief']]))]);
    expect((await own.catalog.documents.get(id))?.details.title).toBe('Mine');
    await own.catalog.documents.correct(id, {}, ['title']);
    expect((await own.catalog.documents.get(id))?.details.title).toBe('Letter Brief');
    await readAnew(own.catalog, [pageOf(1, ['Text.'])], { ...klein, entry: '735', attachment: 0, title: 'Read' });
    expect((await own.catalog.documents.get(id))?.details.title).toBe('Read');
  });

  const folders: [string, string[], string, boolean][] = [
    ['/corpus', [], 'its own folder', false],
    ['/corpus', [source], 'it is still there', true],
    ['/corpus/', [], 'with a stroke at its end', false],
    ['/corp', [], 'another folder whose name begins like it', true],
    ['/corpus/sub', [], 'a folder below', true],
  ];
  test.each(folders)('what lies below %s, with %j left (%s)', async (folder, sources, _why, stays) => {
    await own.catalog.dockets.put(source, [docket(entry('735', [[0, 'Letter Brief']]))]);
    await own.catalog.dockets.keep(folder, sources);
    expect((await own.catalog.documents.cases()).length).toBe(stays ? 1 : 0);
  });
});

describe('versions', () => {
  test('redacted and unsealed know of one another, in the docket and by document', async () => {
    const redacted = await put('a.pdf', { entry: '4', title: 'Letter Brief (Redacted)' }, words(0));
    const unsealed = await put('b.pdf', { entry: '13', title: 'Letter Brief (Unsealed)' }, words(0));
    const [first, second] = (await view())?.entries ?? [];
    expect(first?.documents[0]?.versions).toEqual([
      { id: unsealed, ecf: '13', title: 'Letter Brief (Unsealed)', relation: 'unsealed' },
    ]);
    expect(second?.documents[0]?.versions).toMatchObject([{ id: redacted, ecf: '4', relation: 'redacted' }]);
    expect(await own.catalog.dockets.versions(redacted)).toEqual(first?.documents[0]?.versions);
    expect(await own.catalog.dockets.versions('nobody')).toEqual([]);
  });

  test('only within one case', async () => {
    const id = await put('a.pdf', { entry: '4', title: 'Letter Brief (Redacted)' }, words(0));
    await put(
      'b.pdf',
      { pacerCaseId: '2', docketNumber: '3:21-cv-00002', entry: '13', title: 'Letter Brief (Unsealed)' },
      words(0),
    );
    expect(await own.catalog.dockets.versions(id)).toEqual([]);
  });

  test('only with texts that agree', async () => {
    const id = await put('a.pdf', { entry: '4', title: 'Letter Brief (Redacted)' }, words(0));
    await put('b.pdf', { entry: '13', title: 'Letter Brief (Unsealed)' }, words(500));
    expect(await own.catalog.dockets.versions(id)).toEqual([]);
  });
});
