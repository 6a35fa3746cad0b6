// Folders and uploads on their way into the store and the queue of a real catalog: one bad file never stops the others.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { JobView } from '../../server/contract/document-api.ts';
import type { BlobStore } from '../../server/intake/blob-store.ts';
import { openFolderBlobStore } from '../../server/intake/folder-blob-store.ts';
import {
  readFolderGazetteer,
  takeInFolder,
  takeInUpload,
  type FolderIntake,
  type IntakeParts,
} from '../../server/intake/take-in.ts';
import { temporaryCatalog } from '../catalog/readings.ts';
import { pdfBytes, temporaryFolder } from './filings.ts';

let folder: ReturnType<typeof temporaryFolder>;
let own: ReturnType<typeof temporaryCatalog>;
let blobs: BlobStore;
let corpus: string;
let notices: string[];
/** Sizes of files that find no room. */
let noRoomFrom: number;

beforeEach(async () => {
  folder = temporaryFolder();
  own = temporaryCatalog();
  corpus = join(folder.path, 'corpus');
  mkdirSync(corpus);
  notices = [];
  noRoomFrom = Number.POSITIVE_INFINITY;
  blobs = await openFolderBlobStore(join(folder.path, 'files'), 100_000, async (path) => {
    const real = await open(path, 'wx');
    return {
      appendFile: (data) =>
        Buffer.byteLength(data as Buffer) >= noRoomFrom
          ? Promise.reject(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }))
          : real.appendFile(data),
      sync: () => real.sync(),
      close: () => real.close(),
    };
  });
});
afterEach(async () => {
  await own.close();
  folder.remove();
});

const put = (name: string, content: string | Buffer): string => {
  const path = join(corpus, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
};
const parts = (): IntakeParts => {
  const { jobs, seen, dockets } = own.catalog;
  return { blobs, enqueue: jobs.enqueue.bind(jobs), refuse: jobs.refuse.bind(jobs), seen, dockets };
};
const takeIn = (): Promise<FolderIntake> =>
  takeInFolder(parts(), corpus, { onNotice: (line) => notices.push(line), onQueued: () => undefined });
const jobs = async (): Promise<readonly JobView[]> =>
  (await own.catalog.jobs.list({ state: null, limit: 100 })).toSorted((a, b) => (a.filename < b.filename ? -1 : 1));
const shown = async () => (await jobs()).map(({ filename, state, error }) => [filename, state, error?.code ?? null]);

describe('a folder', () => {
  test('each bad file is a failed job with its reason, the others are queued', async () => {
    put('a.pdf', pdfBytes('a'));
    put('empty.pdf', '');
    put('page.pdf', '<html>');
    put('big.pdf', pdfBytes('x'.repeat(100_000)));
    symlinkSync(join(corpus, 'loop.pdf'), join(corpus, 'loop.pdf'));
    put('z/z.pdf', pdfBytes('z'));
    expect(await takeIn()).toEqual({ files: 6, taken: 2, refused: 4 });
    expect(await shown()).toEqual([
      ['a.pdf', 'queued', null],
      ['big.pdf', 'failed', 'too-large'],
      ['empty.pdf', 'failed', 'empty-file'],
      ['loop.pdf', 'failed', 'unreadable-folder'],
      ['page.pdf', 'failed', 'not-a-pdf'],
      ['z.pdf', 'queued', null],
    ]);
    expect(
      (await jobs()).filter(({ error }) => error !== null && !/^\w+\.pdf (is|has|cannot)/.test(error.detail)),
    ).toEqual([]);
  });

  test('what its name and the sidecar say goes with the file', async () => {
    const name = 'gov.uscourts.cand.369872.735.2.pdf';
    put(name, pdfBytes('a'));
    put('docket.csv', `file,title,entry\n${name},From the table,735\n`);
    put('docket.json', JSON.stringify({ entries: [{ entry: 736, documents: [{ file: name }] }] }));
    await takeIn();
    expect(await own.catalog.jobs.lease('tester', 1000)).toMatchObject({
      fromName: { court: 'cand', pacerCaseId: '369872', entry: '735', attachment: 2 },
      // docket.json wins where both speak.
      sidecar: { title: 'From the table', entry: '736' },
    });
  });

  test('every file that is queued wakes the readers', async () => {
    put('a.pdf', pdfBytes('a'));
    put('b.pdf', '');
    put('c.pdf', pdfBytes('c'));
    let woken = 0;
    await takeInFolder(parts(), corpus, { onNotice: () => undefined, onQueued: () => (woken += 1) });
    expect(woken).toBe(2);
  });
});

describe('the same folder again', () => {
  const changes: [string, (path: string) => void, number, string][] = [
    ['nothing changed', () => undefined, 0, 'a second start reads nothing'],
    ['other bytes', (path) => writeFileSync(path, pdfBytes('other')), 1, 'a corrected download'],
    [
      'other bytes under the old time',
      (path) => {
        const { mtime } = statSync(path);
        writeFileSync(path, pdfBytes('longer than before'));
        utimesSync(path, mtime, mtime);
      },
      1,
      'a tool that keeps times',
    ],
    ['a later time', (path) => utimesSync(path, new Date(), new Date(0)), 1, 'it is looked at, and found known'],
    ['a sidecar', (path) => writeFileSync(join(path, '..', 'docket.csv'), 'file,title\na.pdf,New'), 1, 'they win'],
    [
      'another sidecar row',
      (path) => writeFileSync(join(path, '..', 'docket.csv'), 'file,title\nb.pdf,New'),
      0,
      'not its row',
    ],
  ];
  test.each(changes)('%s: %#', async (_what, change, taken) => {
    const path = put('a.pdf', pdfBytes('a'));
    // Whole seconds, which every tool can keep.
    utimesSync(path, new Date(1_000_000), new Date(1_000_000));
    await takeIn();
    change(path);
    expect(await takeIn()).toEqual({ files: 1, taken, refused: 0 });
  });

  test('stored bytes that somebody deleted are stored again', async () => {
    put('a.pdf', pdfBytes('a'));
    await takeIn();
    rmSync(join(folder.path, 'files'), { recursive: true });
    mkdirSync(join(folder.path, 'files', 'incoming'), { recursive: true });
    expect((await takeIn()).taken).toBe(1);
    const job = await own.catalog.jobs.lease('tester', 1000);
    expect(existsSync(blobs.pathOf(job?.sha256 ?? ''))).toBe(true);
  });
});

describe('a full disk', () => {
  test('a file that finds no room is named, and smaller ones are still taken', async () => {
    put('a.pdf', pdfBytes('a'));
    put('b-large.pdf', pdfBytes('x'.repeat(5000)));
    put('c.pdf', pdfBytes('c'));
    noRoomFrom = 5000;
    expect(await takeIn()).toEqual({ files: 3, taken: 2, refused: 1 });
    expect(await shown()).toEqual([
      ['a.pdf', 'queued', null],
      ['b-large.pdf', 'failed', 'disk-full'],
      ['c.pdf', 'queued', null],
    ]);
  });

  test('large files between small ones that find room do not end it', async () => {
    for (let at = 0; at < 8; at += 1) {
      put(`${at}-large.pdf`, pdfBytes(`${at}`.repeat(5000)));
      put(`${at}-small.pdf`, pdfBytes(`${at}`));
    }
    noRoomFrom = 5000;
    expect(await takeIn()).toEqual({ files: 16, taken: 8, refused: 8 });
  });

  test('when nothing finds room it ends with the remedy, keeps what it has, and goes on at the next start', async () => {
    put('0.pdf', pdfBytes('small'));
    for (let at = 1; at <= 9; at += 1) put(`${at}.pdf`, pdfBytes(`${at}`.repeat(5000)));
    noRoomFrom = 5000;
    await expect(takeIn()).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringMatching(/--data folder is full.*make room and start again/),
    });
    expect((await shown()).filter(([, , code]) => code === 'disk-full')).toHaveLength(5);
    noRoomFrom = Number.POSITIVE_INFINITY;
    expect(await takeIn()).toEqual({ files: 10, taken: 9, refused: 0 });
  });

  test('a catalog that takes no notes ends the intake with its own reason', async () => {
    put('a.pdf', '');
    put('b.pdf', pdfBytes('b'));
    const broken: IntakeParts = { ...parts(), refuse: () => Promise.reject(new Error('database or disk is full')) };
    const listener = { onNotice: () => undefined, onQueued: () => undefined };
    await expect(takeInFolder(broken, corpus, listener)).rejects.toThrow('database or disk is full');
  });

  test('a fault of the catalog is not blamed on the file', async () => {
    put('a.pdf', pdfBytes('a'));
    const fault = Object.assign(new Error('constraint failed'), { code: 'ERR_SQLITE_ERROR' });
    const broken: IntakeParts = { ...parts(), enqueue: () => Promise.reject(fault) };
    const listener = { onNotice: () => undefined, onQueued: () => undefined };
    await expect(takeInFolder(broken, corpus, listener)).rejects.toBe(fault);
    expect(await shown()).toEqual([]);
  });
});

describe('sidecars that cannot be used', () => {
  const rows: [string, string | Buffer, RegExp][] = [
    ['docket.json', '{"entries":', /docket\.json is not JSON/],
    ['docket.csv', 'file,titel\na.pdf,x', /docket\.csv has columns that Pincite does not know \(titel\)/],
    ['docket.csv', 'file,filedOn\na.pdf,03/23/2024', /docket\.csv, line 2: filedOn/],
    ['docket.csv', Buffer.from('file,title\na.pdf,Pls.\x92 Br.', 'latin1'), /docket\.csv is not in UTF-8.*CSV UTF-8/],
    ['docket.csv', 'file,title\nmissing.pdf,x', /has no file missing\.pdf, which its docket lists/],
  ];
  test.each(rows)('%s (%#) is told about, the files beside it are taken', async (name, content, says) => {
    put('a.pdf', pdfBytes('a'));
    put(name, content);
    expect(await takeIn()).toEqual({ files: 1, taken: 1, refused: 0 });
    expect(notices).toEqual([expect.stringMatching(says)]);
  });
});

describe('dockets', () => {
  const listing = {
    entry_number: 735,
    date_filed: '2024-03-23',
    description: 'LETTER BRIEF',
    recap_documents: [
      { document_number: '735', attachment_number: null, description: '' },
      { document_number: '735', attachment_number: 2, description: 'Exhibit B' },
      { document_number: '735', attachment_number: 3, description: 'Exhibit C' },
    ],
  };
  const docket = {
    court_id: 'cand',
    pacer_case_id: '369872',
    docket_number: '3:20-cv-08570-JD',
    docket_entries: [listing],
  };
  const caseId = async () => (await own.catalog.documents.cases())[0]?.id ?? '';
  const shownEntries = async () =>
    (await own.catalog.dockets.view(await caseId()))?.entries.map(({ entry, missing }) => [entry, missing]) ?? null;

  test('in CourtListener’s shape say what a file is, are listed, and tell in one line how much is here', async () => {
    put('gov.uscourts.cand.369872.735.2.pdf', pdfBytes('a'));
    const path = put('docket.json', JSON.stringify(docket));
    await takeIn();
    expect(await own.catalog.jobs.lease('tester', 1000)).toMatchObject({
      sidecar: { title: 'Exhibit B', filedOn: '2024-03-23', docketNumber: '3:20-cv-08570-JD' },
    });
    expect(notices).toEqual([`${path} lists 3 documents; 1 of them are beside it.`]);
    expect(await shownEntries()).toEqual([['735', true]]);
  });

  test('read again replace what they listed; those that are gone list nothing; others stay', async () => {
    const path = put('a/docket.json', JSON.stringify(docket));
    await takeIn();
    const next = { ...docket, docket_entries: [{ ...listing, entry_number: 736 }] };
    writeFileSync(path, JSON.stringify(next));
    await takeIn();
    expect(await shownEntries()).toEqual([['736', true]]);
    await own.catalog.dockets.put('/elsewhere/docket.json', [
      { ...bareCase, entries: [{ entry: '9', filedOn: null, filer: null, description: 'NOTICE', documents: [] }] },
    ]);
    rmSync(path);
    await takeIn();
    expect(await shownEntries()).toEqual([['9', false]]);
  });

  const bareCase = {
    court: 'cand',
    pacerCaseId: '369872',
    docketNumber: null,
    caseName: null,
    judge: null,
    specimen: false,
  };

  test('many missing files are told about in one line', async () => {
    put('docket.csv', `file\n${['a', 'b', 'c', 'd', 'e'].map((name) => `${name}.pdf`).join('\n')}`);
    await takeIn();
    expect(notices).toEqual([`${corpus} has no file a.pdf, b.pdf, c.pdf and 2 more, which its docket lists.`]);
  });

  test('in XML are told about', async () => {
    put('a.pdf', pdfBytes('a'));
    put('gov.uscourts.akd.41664.docket.xml', '<?xml version="1.0"?><gov_uscourts_docket/>');
    expect(await takeIn()).toEqual({ files: 1, taken: 1, refused: 0 });
    expect(notices).toEqual([expect.stringMatching(/41664\.docket\.xml is XML.*docket\.json/)]);
  });
});

describe('the gazetteer', () => {
  const named = (name: string) => JSON.stringify({ products: [{ name }] });
  const read = () => readFolderGazetteer(corpus, (line) => notices.push(line));

  test('is none, one, or all of the folder and those below', async () => {
    expect(await read()).toBeNull();
    put('gazetteer.json', named('Titan API'));
    put('sub/gazetteer.json', named('Inbox API'));
    expect((await read())?.products.map(({ name }) => name)).toEqual(['Titan API', 'Inbox API']);
  });

  test('that cannot be used is told about, the others count', async () => {
    put('gazetteer.json', '{');
    put('sub/gazetteer.json', named('Inbox API'));
    expect((await read())?.products.map(({ name }) => name)).toEqual(['Inbox API']);
    expect(notices).toEqual([expect.stringMatching(/gazetteer\.json is no gazetteer/)]);
  });
});

describe('an upload', () => {
  const upload = (path: string, name: string) => takeInUpload(parts(), path, name);

  test('is queued under a name that is safe to show', async () => {
    const path = put('upload', pdfBytes('a'));
    const { jobId, ...taken } = await upload(path, '../../gov.uscourts.cand.1.2.3.pdf');
    expect(taken).toEqual({ filename: 'gov.uscourts.cand.1.2.3.pdf', documentId: null, known: false });
    expect(await own.catalog.jobs.lease('tester', 1000)).toMatchObject({
      jobId,
      fromName: { entry: '2', attachment: 3 },
    });
  });

  test('of bytes that are there is known', async () => {
    const path = put('upload', pdfBytes('a'));
    const first = await upload(path, 'a.pdf');
    expect(await upload(path, 'b.pdf')).toMatchObject({ jobId: first.jobId, known: true });
  });

  test('that is refused rejects with the name it is shown under', async () => {
    const path = put('upload', 'no filing');
    await expect(upload(path, '/home/me/notes.pdf')).rejects.toThrow(/^notes\.pdf is not a PDF/);
  });
});
