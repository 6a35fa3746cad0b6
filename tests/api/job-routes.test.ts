// Uploads and jobs over HTTP: each file for itself, each reason to be seen, nothing left in the folder for uploads.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { ZipFile } from 'yazl';
import { acceptedAnswerSchema, jobSchema, jobsAnswerSchema } from '../../server/contract/document-api.ts';
import { PinciteError } from '../../server/contract/errors.ts';
import { incoming } from '../catalog/readings.ts';
import { pdfBytes } from '../intake/filings.ts';
import { maxFileBytes, startApi, type RunningApi } from './running-api.ts';

let api: RunningApi;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api.close());

type Part = readonly [filename: string, bytes: Buffer, field?: string];

async function upload(parts: readonly Part[], path = '/api/documents') {
  const form = new FormData();
  for (const [filename, bytes, field = 'files'] of parts)
    form.append(field, new Blob([new Uint8Array(bytes)]), filename);
  const answer = await fetch(`${api.url}${path}`, { method: 'POST', body: form, headers: { Origin: api.url } });
  return { status: answer.status, json: (await answer.json()) as unknown };
}
async function accepted(parts: readonly Part[]) {
  const { status, json } = await upload(parts);
  expect(status).toBe(202);
  return acceptedAnswerSchema.parse(json);
}
const jobs = async (query = '') => jobsAnswerSchema.parse((await api.ask(`/api/jobs${query}`)).json());
const inFolder = () => readdirSync(api.uploadFolder);

describe('an upload', () => {
  test('is queued, wakes the readers, and leaves nothing behind', async () => {
    const answer = await accepted([
      ['a.pdf', pdfBytes('a')],
      ['b.pdf', pdfBytes('b')],
    ]);
    expect(answer.refused).toEqual([]);
    expect(answer.jobs.map(({ filename, known }) => [filename, known])).toEqual([
      ['a.pdf', false],
      ['b.pdf', false],
    ]);
    expect((await jobs()).counts.queued).toBe(2);
    expect(api.woken()).toBe(1);
    expect(inFolder()).toEqual([]);
  });

  const bad: [string, Buffer, string, RegExp][] = [
    ['empty.pdf', Buffer.alloc(0), 'empty-file', /^empty\.pdf is empty/],
    ['notes.txt', Buffer.from('no filing'), 'not-a-pdf', /^notes\.txt is not a PDF/],
    ['case.zip', Buffer.from('PK\x03\x04 735.pdf %PDF-1.7'), 'bad-archive', /^case\.zip cannot be unpacked.*anew/],
    ['big.pdf', pdfBytes('x'.repeat(maxFileBytes)), 'too-large', /^big\.pdf is larger.*--max-file/],
  ];
  test.each(bad)(
    '%s is refused by name, stays to be seen, and the others are taken',
    async (name, bytes, code, says) => {
      const answer = await accepted([
        ['first.pdf', pdfBytes('1')],
        [name, bytes],
        ['last.pdf', pdfBytes('2')],
      ]);
      expect(answer.jobs.map(({ filename }) => filename)).toEqual(['first.pdf', 'last.pdf']);
      expect(answer.refused).toEqual([{ filename: name, code, detail: expect.stringMatching(says) }]);
      const { jobs: failed } = await jobs('?state=failed');
      expect(failed).toMatchObject([
        { filename: name, state: 'failed', error: { code, detail: expect.stringMatching(says) } },
      ]);
      expect(inFolder()).toEqual([]);
    },
  );

  test('of a zip takes its PDFs, and tells what else was in it', async () => {
    const zip = new ZipFile();
    zip.addBuffer(pdfBytes('735'), 'klein/735.pdf');
    zip.addBuffer(Buffer.from('no filing'), 'klein/notes.txt');
    zip.addBuffer(pdfBytes('736'), 'klein/736.pdf');
    zip.end();
    const answer = await accepted([['case.zip', await buffer(zip.outputStream)]]);
    expect(answer.jobs.map(({ filename }) => filename)).toEqual(['735.pdf', '736.pdf']);
    expect(answer.refused).toMatchObject([{ filename: 'notes.txt', code: 'not-a-pdf' }]);
    expect((await jobs()).counts).toMatchObject({ queued: 2, failed: 1 });
    expect(inFolder()).toEqual([]);
  });

  const names: [string, string, string][] = [
    ['../../../etc/passwd.pdf', 'passwd.pdf', 'climbs out'],
    ['..\\..\\evil.pdf', 'evil.pdf', 'climbs out elsewhere'],
    [`${'n'.repeat(300)}.pdf`, `${'n'.repeat(250)}….pdf`, '300 characters'],
    ['опись 📎.pdf', 'опись 📎.pdf', 'not ASCII'],
    ['a"b.pdf', 'a"b.pdf', 'a quotation mark, which browsers escape'],
    ['100%25.pdf', '100%25.pdf', 'looks escaped, and is not'],
  ];
  test.each(names)('%s is shown as %s (%s)', async (name, shown) => {
    expect((await accepted([[name, pdfBytes('a')]])).jobs.map(({ filename }) => filename)).toEqual([shown]);
    expect((await jobs()).jobs.map(({ filename }) => filename)).toEqual([shown]);
  });

  test('of the same bytes is known', async () => {
    const { jobs: both } = await accepted([
      ['a.pdf', pdfBytes('a')],
      ['again.pdf', pdfBytes('a')],
    ]);
    expect(both.map(({ known }) => known)).toEqual([false, true]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
  });
});

describe('a request that is no upload', () => {
  const many = Array.from({ length: 201 }, (_, at): Part => [`${at}.pdf`, pdfBytes(`${at}`)]);
  const rows: [string, readonly Part[], string, number, RegExp][] = [
    ['without files', [], '/api/documents', 400, /No file came/],
    ['in another field', [['a.pdf', pdfBytes('a'), 'document']], '/api/documents', 400, /field “files”/],
    ['of more files than one request takes', many, '/api/documents', 413, /More than 200 files.*--corpus/],
    ['with a parameter that nobody knows', [['a.pdf', pdfBytes('a')]], '/api/documents?case=1', 400, /“case”/],
  ];
  test.each(rows)('%s is refused as a whole and leaves nothing', async (_what, parts, path, status, says) => {
    const { status: answered, json } = await upload(parts, path);
    expect([answered, json]).toEqual([status, expect.objectContaining({ detail: expect.stringMatching(says) })]);
    expect(inFolder()).toEqual([]);
    expect((await jobs()).jobs).toEqual([]);
  });

  test('a text field is a parameter that nobody knows', async () => {
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(pdfBytes('a'))]), 'a.pdf');
    form.append('case', 'Klein');
    const answer = await fetch(`${api.url}/api/documents`, {
      method: 'POST',
      body: form,
      headers: { Origin: api.url },
    });
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'bad-request' }]);
    expect(inFolder()).toEqual([]);
  });

  const raw: [string, string, string][] = [
    ['{"files":[]}', 'application/json', 'JSON'],
    ['%PDF-1.7', 'application/pdf', 'the PDF itself'],
    ['--x\r\ncut off', 'multipart/form-data; boundary=x', 'cut off'],
    ['', 'multipart/form-data', 'without a boundary'],
  ];
  test.each(raw)('%s as %s says what to send (%s)', async (body, type) => {
    const headers = { Origin: api.url, 'Content-Type': type };
    const answer = await api.ask('/api/documents', { method: 'POST', body, headers });
    expect(answer.problem()).toMatchObject({
      status: 400,
      code: 'bad-request',
      detail: expect.stringMatching(/multipart form data/),
    });
    expect(api.faults).toEqual([]);
  });

  test('one that breaks off leaves nothing, and the next is taken', async () => {
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
    socket.write(
      `POST /api/documents HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\nContent-Length: 90000\r\n` +
        'Content-Type: multipart/form-data; boundary=b\r\n\r\n' +
        '--b\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n%PDF-1.7 and then',
    );
    for (let tries = 0; inFolder().length === 0 && tries < 100; tries += 1) await sleep(10);
    expect(inFolder()).toHaveLength(1);
    socket.destroy();
    for (let tries = 0; inFolder().length > 0 && tries < 100; tries += 1) await sleep(10);
    expect(inFolder()).toEqual([]);
    expect((await accepted([['b.pdf', pdfBytes('b')]])).jobs).toHaveLength(1);
  });
});

describe('trouble while storing', () => {
  /** From now on intake fails for files of this name, as a disk or a fault of ours would. */
  const failFor = async (name: string, error: Error) => {
    await api.close();
    api = await startApi(({ takeIn }) => ({
      takeIn: (path, filename) => (filename === name ? Promise.reject(error) : takeIn(path, filename)),
    }));
  };

  test('a full disk refuses the file that finds no room, and the rest goes on', async () => {
    await failFor('b.pdf', new PinciteError('disk-full', 'b.pdf could not be stored: make room.'));
    const answer = await accepted([
      ['a.pdf', pdfBytes('a')],
      ['b.pdf', pdfBytes('b')],
      ['c.pdf', pdfBytes('c')],
    ]);
    expect(answer.jobs.map(({ filename }) => filename)).toEqual(['a.pdf', 'c.pdf']);
    expect(answer.refused).toMatchObject([{ filename: 'b.pdf', code: 'disk-full' }]);
    expect(inFolder()).toEqual([]);
  });

  test('a fault of ours refuses its file with the id that the log has, hides its insides, and the rest goes on', async () => {
    await failFor('a.pdf', new Error('secret path'));
    const answer = await accepted([
      ['a.pdf', pdfBytes('a')],
      ['b.pdf', pdfBytes('b')],
    ]);
    expect(answer.jobs.map(({ filename }) => filename)).toEqual(['b.pdf']);
    const [fault] = api.faults;
    expect(fault?.error).toMatchObject({ message: 'secret path' });
    expect(answer.refused).toEqual([
      { filename: 'a.pdf', code: 'internal', detail: expect.stringContaining(fault?.id ?? 'no id') },
    ]);
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(inFolder()).toEqual([]);
  });
});

describe('jobs', () => {
  test('by state, newest first, as many as asked for', async () => {
    await accepted([
      ['a.pdf', pdfBytes('a')],
      ['b.pdf', pdfBytes('b')],
      ['c.pdf', Buffer.from('no')],
    ]);
    expect((await jobs()).counts).toEqual({ queued: 2, running: 0, done: 0, failed: 1 });
    expect((await jobs('?state=queued')).jobs.map(({ filename }) => filename)).toEqual(['b.pdf', 'a.pdf']);
    expect((await jobs('?limit=1')).jobs).toHaveLength(1);
    expect((await api.ask('/api/jobs?state=lost')).problem()).toMatchObject({ status: 400, field: 'state' });
  });

  test('a failed one is tried again, and the readers are woken', async () => {
    const { jobId } = await api.catalog.jobs.enqueue(incoming('a.pdf'));
    await api.catalog.jobs.lease('tester', 1000);
    await api.catalog.jobs.fail(jobId, { code: 'time-limit', detail: 'too slow' }, false);
    const answer = await api.send('POST', `/api/jobs/${jobId}/retry`);
    expect(answer.status).toBe(202);
    expect(jobSchema.parse(answer.json())).toMatchObject({ id: jobId, state: 'queued', error: null });
    expect(api.woken()).toBe(1);
    expect((await api.send('POST', `/api/jobs/${jobId}/retry`)).problem()).toMatchObject({
      status: 409,
      code: 'conflict',
    });
    expect((await api.send('POST', '/api/jobs/none/retry')).problem()).toMatchObject({
      status: 404,
      code: 'not-found',
    });
  });

  test('a refused one cannot be, and says what can be done', async () => {
    await accepted([['notes.pdf', Buffer.from('no')]]);
    const [job] = (await jobs()).jobs;
    const answer = await api.send('POST', `/api/jobs/${job?.id}/retry`);
    expect(answer.problem()).toMatchObject({ status: 409, detail: expect.stringMatching(/add it again/) });
  });
});
