// Documents over HTTP: lists, pages with boxes, and the PDF itself with ranges and validators.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import {
  casesAnswerSchema,
  documentAnswerSchema,
  documentListAnswerSchema,
  pageAnswerSchema,
  passagesAnswerSchema,
} from '../../server/contract/document-api.ts';
import { quadOf } from '../../server/contract/geometry.ts';
import type { Page, UnreadReason } from '../../server/contract/page.ts';
import { pageOf, readingOf } from '../catalog/readings.ts';
import { startApi, type RunningApi } from './running-api.ts';
import { storeFiling, type StoredFiling } from './stored-filing.ts';

let api: RunningApi;
let brief: StoredFiling;
let exhibit: StoredFiling;
const ofCase = { court: 'cand', pacerCaseId: '369872', docketNumber: '3:20-cv-08570-JD' };
beforeAll(async () => {
  api = await startApi();
  const details = { ...ofCase, entry: '735', attachment: 0, type: 'letter brief', title: 'Letter Brief' } as const;
  brief = await storeFiling(
    api,
    'brief “735” 📎.pdf',
    [['The Titan', 'API was private.'], [], ['The end.']],
    details,
    (page) =>
      page.pageNumber === 1
        ? {
            ...page,
            rotate: 90,
            userUnit: 2,
            redactions: [{ pageNumber: 1, box: quadOf([72, 700, 144, 712]), bad: false, characters: 0 }],
          }
        : page.text === ''
          ? { ...page, unread: { reason: 'awaiting-ocr', detail: 'no text' } }
          : page,
  );
  exhibit = await storeFiling(api, 'exhibit.pdf', [['Ad spend.']], {
    ...ofCase,
    entry: '735',
    attachment: 2,
    type: 'exhibit',
  });
});
afterAll(() => api.close());

const fileOf = ({ documentId }: StoredFiling) => `/api/documents/${documentId}/file`;

describe('lists', () => {
  test('documents by case and type, in docket order, in pages', async () => {
    const list = async (query: string) =>
      documentListAnswerSchema.parse((await api.ask(`/api/documents${query}`)).json());
    expect((await list('')).documents.map(({ ecf }) => ecf)).toEqual(['735', '735-2']);
    expect(await list('?type=exhibit')).toMatchObject({ total: 1, documents: [{ id: exhibit.documentId }] });
    expect(await list('?perPage=1&page=2')).toMatchObject({
      total: 2,
      page: 2,
      perPage: 1,
      documents: [{ ecf: '735-2' }],
    });
    expect((await list('?page=9')).documents).toEqual([]);
    const [{ caseId } = { caseId: '' }] = (await list('')).documents;
    expect((await list(`?case=${encodeURIComponent(caseId)}`)).total).toBe(2);
    expect((await list('?case=none-such')).total).toBe(0);
  });

  test('a type that there is not is refused, not searched for', async () => {
    expect((await api.ask('/api/documents?type=memo')).problem()).toMatchObject({ status: 400, field: 'type' });
  });

  test('cases', async () => {
    expect(casesAnswerSchema.parse((await api.ask('/api/cases')).json()).cases).toMatchObject([
      { court: 'cand', docketNumber: '3:20-cv-08570-JD', documents: 2 },
    ]);
  });
});

describe('a document', () => {
  test('with page map, family, redactions and what was not read', async () => {
    const document = documentAnswerSchema.parse((await api.ask(`/api/documents/${brief.documentId}`)).json());
    expect(document.pages).toMatchObject([
      // Turned and in larger units: as the reader sees it.
      { pageNumber: 1, width: 1584, height: 1224, unread: null },
      { pageNumber: 2, width: 612, height: 792, unread: 'awaiting-ocr' },
      { pageNumber: 3, unread: null },
    ]);
    expect(document.family.map(({ id, ecf }) => [id, ecf])).toEqual([
      [brief.documentId, '735'],
      [exhibit.documentId, '735-2'],
    ]);
    expect(document.redactions).toEqual([
      { pageNumber: 1, box: quadOf([72, 700, 144, 712]), bad: false, characters: 0 },
    ]);
    expect(document.unreadable).toEqual([{ pageNumber: 2, reason: 'awaiting-ocr' }]);
  });

  test('its page has text, and a box for each line', async () => {
    const path = `/api/documents/${brief.documentId}/pages/3`;
    const page = pageAnswerSchema.parse((await api.ask(path)).json());
    expect(page).toMatchObject({ pageNumber: 3, text: 'The end.', view: [0, 0, 612, 792], ocr: false });
    expect(page.lines).toHaveLength(1);
    expect(page.lines[0]?.box.slice(0, 2)).toEqual([72, 717]);
  });

  test('its passages lie on the page, all or of one page', async () => {
    const passages = async (query: string) =>
      passagesAnswerSchema.parse((await api.ask(`/api/documents/${brief.documentId}/passages${query}`)).json())
        .passages;
    const [first] = await passages('');
    expect(await passages('')).toHaveLength(2);
    expect(first?.text).toBe('The Titan API was private.');
    expect(first?.spans[0]?.boxes).toHaveLength(2);
    expect(first?.citation.short.replaceAll('\u00a0', ' ')).toBe('ECF No. 735 at 1:1–2.');
    expect((await passages('?pageNumber=3')).map(({ text }) => text)).toEqual(['The end.']);
    expect(await passages('?pageNumber=2')).toEqual([]);
  });

  const missing = ['', '/file', '/pages/1', '/passages', '/passages?pageNumber=1'];
  test.each(missing)('none such%s is not found', async (path) => {
    expect((await api.ask(`/api/documents/none-such${path}`)).problem()).toMatchObject({
      status: 404,
      code: 'not-found',
    });
  });

  test('a page that it has not is named', async () => {
    expect((await api.ask(`/api/documents/${brief.documentId}/pages/4`)).problem().detail).toMatch(/no page 4/);
  });
});

describe('the file', () => {
  test('comes whole, to be shown, with a validator and its own name', async () => {
    const answer = await api.ask(fileOf(brief));
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(brief.bytes);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(brief.bytes.length),
      'accept-ranges': 'bytes',
      etag: `"${brief.sha256}"`,
      'cache-control': 'private, no-cache',
      // A viewer of PDFs counts as a plug-in, which the pages forbid themselves.
      'content-security-policy': "frame-ancestors 'none'",
      'content-disposition': expect.stringMatching(
        /^inline; filename="brief _735_ __\.pdf"; filename\*=UTF-8''brief%20/,
      ),
      'x-content-type-options': 'nosniff',
    });
  });

  test('HEAD has the same headers and no bytes', async () => {
    const answer = await api.ask(fileOf(brief), { method: 'HEAD' });
    expect([answer.status, answer.body.length, answer.headers['content-length']]).toEqual([
      200,
      0,
      String(brief.bytes.length),
    ]);
  });

  const ranges: [string, (whole: Buffer) => Buffer, string][] = [
    ['bytes=0-7', (whole) => whole.subarray(0, 8), 'the first bytes, as a viewer begins'],
    ['bytes=-6', (whole) => whole.subarray(-6), 'the last ones, where the cross-reference table is'],
    ['bytes=5-', (whole) => whole.subarray(5), 'from somewhere on'],
    ['bytes=0-999999', (whole) => whole, 'beyond the end is to the end'],
    ['bytes=2-3, 4-5', (whole) => whole.subarray(2, 6), 'neighbours are one range'],
  ];
  test.each(ranges)('%s is a part (%#)', async (range, part) => {
    const answer = await api.ask(fileOf(brief), { headers: { Range: range } });
    expect(answer.status).toBe(206);
    expect(answer.body).toEqual(part(brief.bytes));
    expect(answer.headers['content-range']).toMatch(new RegExp(`^bytes \\d+-\\d+/${brief.bytes.length}$`));
  });

  const malformed: [string, string][] = [
    ['bytes=abc', 'no numbers'],
    ['bytes', 'no range'],
    ['pages=1-2', 'another unit'],
    ['bytes=0-1,10-11', 'two parts would come as multipart, which no viewer asks for'],
  ];
  test.each(malformed)('“%s” is left unheeded: all of it comes (RFC 9110 §14.2; %s)', async (range) => {
    const answer = await api.ask(fileOf(brief), { headers: { Range: range } });
    expect([answer.status, answer.body.length]).toEqual([200, brief.bytes.length]);
  });

  const unsatisfiable = ['bytes=999999-', 'bytes=5-2', 'bytes=999999-1000000'];
  test.each(unsatisfiable)('%s is refused with the size, and the refusal is not kept as the file', async (range) => {
    const answer = await api.ask(fileOf(brief), { headers: { Range: range } });
    expect(answer.status).toBe(416);
    expect(answer.problem()).toMatchObject({ code: 'range', detail: expect.stringMatching(/brief “735” 📎\.pdf/) });
    expect(answer.headers).toMatchObject({
      'content-range': `bytes */${brief.bytes.length}`,
      'cache-control': 'no-store',
    });
    expect(answer.headers).not.toHaveProperty('content-disposition');
    expect(answer.headers['etag']).not.toBe(`"${brief.sha256}"`);
    expect(api.faults).toEqual([]);
  });

  const conditions: [Record<string, string>, number, string][] = [
    [{ 'If-None-Match': '"SHA"' }, 304, 'known already'],
    [{ 'If-None-Match': '"other", W/"SHA"' }, 304, 'among others, weakly'],
    [{ 'If-None-Match': '*' }, 304, 'any'],
    [{ 'If-None-Match': '"other"' }, 200, 'another version'],
    [{ 'If-None-Match': 'SHA' }, 200, 'without quotes it is none'],
    [{ 'If-Range': '"SHA"', Range: 'bytes=0-1' }, 206, 'the rest of what is known'],
    [{ 'If-Range': '"other"', Range: 'bytes=0-1' }, 200, 'the rest of something else: all of it'],
  ];
  test.each(conditions)('%j → %i (%s)', async (headers, status) => {
    const filled = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('SHA', brief.sha256)]),
    );
    const answer = await api.ask(fileOf(brief), { headers: filled });
    expect(answer.status).toBe(status);
    if (status === 304) expect(answer.body.length).toBe(0);
  });

  test('that is missing in the store says so, and nobody keeps that answer for a year', async () => {
    const lost = await storeFiling(api, 'lost.pdf', [['Lost.']]);
    rmSync(api.blobs.pathOf(lost.sha256));
    const answer = await api.ask(fileOf(lost));
    expect(answer.problem()).toMatchObject({
      status: 404,
      detail: expect.stringMatching(/lost\.pdf.*Add the PDF once more/),
    });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers).not.toHaveProperty('content-disposition');
    writeFileSync(api.blobs.pathOf(lost.sha256), lost.bytes);
    expect((await api.ask(fileOf(lost))).body).toEqual(lost.bytes);
  });

  test('that cannot be opened is a fault without a path in its answer', async () => {
    const odd = await storeFiling(api, 'odd.pdf', [['Odd.']]);
    const path = api.blobs.pathOf(odd.sha256);
    rmSync(path);
    mkdirSync(path);
    const answer = await api.ask(fileOf(odd));
    expect(answer.problem()).toMatchObject({ status: 500, code: 'internal', id: api.faults.at(-1)?.id });
    expect(answer.body.toString()).not.toContain(path);
    expect(answer.headers['cache-control']).toBe('no-store');
    rmSync(path, { recursive: true });
  });

  test('a reader that goes away in the middle is no fault', async () => {
    const before = api.faults.length;
    for (let count = 0; count < 20; count += 1) {
      const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
      await new Promise<void>((resolve) => {
        socket.write(`GET ${fileOf(brief)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`, () => {
          socket.destroy();
          resolve();
        });
      });
    }
    expect((await api.ask(fileOf(brief))).status).toBe(200);
    expect(api.faults.slice(before)).toEqual([]);
  });
});

describe('removing', () => {
  test('takes the bytes along when nothing else uses them', async () => {
    const { documentId, sha256 } = await storeFiling(api, 'gone.pdf', [['Gone.']]);
    expect((await api.send('DELETE', `/api/documents/${documentId}`)).status).toBe(204);
    expect(await api.blobs.has(sha256)).toBe(false);
    expect((await api.ask(`/api/documents/${documentId}`)).status).toBe(404);
    expect((await api.send('DELETE', `/api/documents/${documentId}`)).problem().code).toBe('not-found');
  });
});

describe('a page that could not be read', () => {
  const unread =
    (reason: UnreadReason) =>
    (page: Page): Page => ({ ...page, text: '', lines: [], unread: { reason, detail: 'too slow' } });
  const again = (id: string, pageNumber = 1) => api.send('POST', `/api/documents/${id}/pages/${pageNumber}/recognize`);

  test('is tried again: what became of it is forgotten, and its file is read anew', async () => {
    const { documentId, sha256 } = await storeFiling(api, 'parked.pdf', [['']], {}, unread('awaiting-ocr'));
    const { recognitions, jobs } = api.catalog;
    for (let time = 0; time < 3; time++) {
      await recognitions.take(1000);
      await recognitions.fail(sha256, 1, { reason: 'time-limit', detail: 'too slow' });
    }
    const parked = unread('time-limit')(pageOf(1, ['']));
    await jobs.readAgain(sha256);
    const job = await jobs.lease('tester', 1000);
    await jobs.complete(job?.jobId ?? '', readingOf(sha256, [parked]));
    const woken = api.woken();
    const answer = await again(documentId);
    expect([answer.status, answer.json()]).toEqual([202, { queued: 1 }]);
    expect(await recognitions.outcomes(sha256)).toEqual([]);
    expect(await jobs.counts()).toMatchObject({ queued: 1 });
    expect(api.woken()).toBe(woken + 1);
    // A second press, before it was read: nothing is lost, and it says so.
    expect((await again(documentId)).problem()).toMatchObject({
      status: 409,
      detail: expect.stringMatching(/parked\.pdf is being read/),
    });
  });

  test.each<[string, (page: Page) => Page, number, number, RegExp]>([
    ['one that was read', (page) => page, 1, 409, /Page 1 was read/],
    ['one that waits', unread('awaiting-ocr'), 1, 409, /Page 1 waits for recognition already/],
    ['one that is not there', unread('unreadable'), 7, 404, /has no page 7/],
  ])('%s is not', async (name, change, pageNumber, status, detail) => {
    const { documentId } = await storeFiling(api, `${name}.pdf`, [['Words of the page.']], {}, change);
    const problem = (await again(documentId, pageNumber)).problem();
    expect(problem).toMatchObject({ status, detail: expect.stringMatching(detail) });
  });

  test('of no document is not found', async () => {
    expect((await again('nobody')).problem()).toMatchObject({ status: 404 });
  });
});
