// Pincite put together: a folder of real PDFs, a real Meilisearch, real parser processes, a real port; and starts that must fail.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer } from 'node:net';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startApp, type App } from '../server/app.ts';
import { readConfig, type Config } from '../server/config.ts';
import { documentListAnswerSchema, jobsAnswerSchema } from '../server/contract/document-api.ts';
import { PinciteError } from '../server/contract/errors.ts';
import { searchAnswerSchema, type SearchAnswer } from '../server/contract/search-api.ts';
import { problemSchema, tagSchema } from '../server/contract/work-api.ts';
import type { ReadingProgress } from '../server/terminal.ts';
import { askAt } from './api/running-api.ts';
import { makePdf, put } from './parse/make-pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'pincite-app-'));
const corpus = join(folder, 'corpus');
const data = join(folder, 'data');
const notices: string[] = [];
const progress: ReadingProgress[] = [];
const listener = {
  onNotice: (line: string) => notices.push(line),
  onProgress: (each: ReadingProgress) => progress.push(each),
};

const configOf = (dataFolder: string, ...more: string[]): Config =>
  readConfig(['--port', '0', '--data', dataFolder, '--corpus', corpus, '--parsers', '1', ...more], {
    PATH: process.env['PATH'],
  });
const filing = (...lines: string[]) =>
  makePdf((document) => {
    document.addPage();
    lines.forEach((line, at) => put(document, line, 72, 100 + at * 24));
  });

let app: App;
let report: string;
beforeAll(async () => {
  mkdirSync(corpus);
  writeFileSync(
    join(corpus, 'gov.uscourts.cand.369872.735.0.pdf'),
    await filing('Plaintiffs seek the fortnightly report on the Inbox API.'),
  );
  writeFileSync(
    join(corpus, 'gov.uscourts.cand.369872.735.1.pdf'),
    await filing('Ad spend rose to $150 million in the year 2017.'),
  );
  writeFileSync(join(corpus, 'docket.csv'), 'file,title\ngov.uscourts.cand.369872.735.1.pdf,Ad-Spend Table\n');
  writeFileSync(join(corpus, 'empty.pdf'), '');
  app = await startApp(configOf(data), listener);
  report = await app.ready;
}, 60_000);
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

const search = async (query: string): Promise<SearchAnswer> =>
  searchAnswerSchema.parse((await askAt(app.url, `/api/search?${query}`)).json());

/** Searches until there is something: on a busy machine the index is a moment behind. */
const findOne = async (query: string): Promise<SearchAnswer> => {
  let answer = await search(query);
  for (let tries = 0; answer.total.hits === 0 && tries < 200; tries += 1) {
    await sleep(50);
    answer = await search(query);
  }
  return answer;
};

describe('a start', () => {
  test('tells what is there, and what is not', () => {
    expect(report).toMatch(/^2 filings, 2 pages, \d+ passages? · 1 file could not be read$/);
    expect(notices).toEqual([expect.stringMatching(/1 of 3 files were refused.*state=failed/)]);
    expect(progress.at(-1)).toMatchObject({ filesDone: 3, files: 3, pages: 2 });
  });

  test('answers from the folder: text, name and sidecar', async () => {
    const answer = await findOne('q=ad%20spend');
    expect(answer.total).toEqual({ hits: 1, documents: 1, unit: 'passage' });
    expect(answer.hits[0]?.document).toMatchObject({ title: 'Ad-Spend Table', court: 'cand', ecf: '735-1' });
    const marked = answer.hits[0]?.segments.filter(({ hit }) => hit).map(({ text }) => text);
    expect(marked?.join(' ').toLowerCase()).toBe('ad spend');
    expect((await search('q=fortnightly')).hits[0]?.document.ecf).toBe('735');
  });

  test('lists each refused file with its reason', async () => {
    const { jobs } = jobsAnswerSchema.parse((await askAt(app.url, '/api/jobs?state=failed')).json());
    expect(jobs).toMatchObject([{ filename: 'empty.pdf', error: { code: 'empty-file' } }]);
  });

  test('is kept from strangers, and serves the client', async () => {
    expect((await askAt(app.url, '/', { headers: { Host: 'evil.example' } })).status).toBe(403);
    const page = await askAt(app.url, '/d/anything');
    expect(page.headers['content-type']).toMatch(/^text\/html/);
    expect(page.body.toString()).not.toContain('__NONCE__');
  });
});

describe('while it runs', () => {
  test('an uploaded filing is read and found', async () => {
    const form = new FormData();
    const bytes = await filing('The cross-device intent signals were never produced.');
    form.append('files', new Blob([new Uint8Array(bytes)]), 'late.pdf');
    const answer = await fetch(`${app.url}/api/documents`, {
      method: 'POST',
      body: form,
      headers: { Origin: app.url },
    });
    expect(answer.status).toBe(202);
    expect((await findOne('q=intent%20signals')).total.hits).toBe(1);
    expect(readdirSync(join(data, 'uploads'))).toEqual([]);
  }, 30_000);

  test('a tag that is put on is found by its filter', async () => {
    const headers = { Origin: app.url };
    const made = await askAt(app.url, '/api/tags', { method: 'POST', body: { name: 'spend' }, headers });
    const { id } = tagSchema.parse(made.json());
    const [hit] = (await search('q=ad%20spend')).hits;
    const body = { passageId: hit?.passageId, documentId: hit?.documentId, tagIds: [id] };
    expect((await askAt(app.url, '/api/annotations', { method: 'POST', body, headers })).status).toBe(201);
    expect((await findOne(`f.tag=${id}`)).hits.map(({ passageId }) => passageId)).toEqual([hit?.passageId]);
  });

  test('a fault hides its insides and carries the id that the log has', async () => {
    const { documents } = documentListAnswerSchema.parse((await askAt(app.url, '/api/documents')).json());
    const victim = documents.find(({ ecf }) => ecf === '735');
    const stored = join(data, 'files', victim?.sha256.slice(0, 2) ?? '', `${victim?.sha256}.pdf`);
    const bytes = readFileSync(stored);
    // Something that no code of ours expects in the store.
    rmSync(stored);
    mkdirSync(stored);
    const answer = await askAt(app.url, `/api/documents/${victim?.id}/file`);
    rmSync(stored, { recursive: true });
    writeFileSync(stored, bytes);
    const { id, detail } = problemSchema.parse(answer.json());
    expect(answer.status).toBe(500);
    expect(detail).not.toContain(folder);
    const log = readFileSync(join(data, 'pincite.log'), 'utf8').split('\n');
    expect(log.find((line) => line.includes(id ?? 'no id'))).toMatch(/a request failed/);
    expect((await askAt(app.url, `/api/documents/${victim?.id}/file`)).body).toEqual(bytes);
  });
});

describe('a start that fails leaves nothing running', () => {
  const isLocked = (dataFolder: string) => existsSync(join(dataFolder, 'pincite.pid'));

  test('on a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const elsewhere = join(folder, 'busy');
    await expect(startApp(configOf(elsewhere, '--port', String(port)), listener)).rejects.toMatchObject({
      code: 'port-busy',
    });
    other.close();
    expect(isLocked(elsewhere)).toBe(false);
    expect(existsSync(join(elsewhere, 'catalog.sqlite'))).toBe(false);
  });

  const rows: [string, string[], string, RegExp][] = [
    ['without its corpus folder', ['--corpus', join(folder, 'none-such')], 'unreadable-folder', /none-such.*--corpus/],
    [
      'without the Meilisearch it was told of',
      ['--meili-bin', join(folder, 'none-such')],
      'index-unavailable',
      /none-such/,
    ],
    [
      'with a Meilisearch that does not answer',
      ['--meili-url', 'http://127.0.0.1:9'],
      'index-unavailable',
      /127\.0\.0\.1:9/,
    ],
  ];
  test.each(rows)(
    '%s',
    async (what, more, code, says) => {
      const elsewhere = join(folder, what.replaceAll(' ', '-'));
      const started = startApp(configOf(elsewhere, ...more), listener);
      await expect(started).rejects.toBeInstanceOf(PinciteError);
      await expect(started).rejects.toMatchObject({ code, message: expect.stringMatching(says) });
      expect(isLocked(elsewhere)).toBe(false);
    },
    30_000,
  );
});

// Last: it ends what the others ask.
describe('the end', () => {
  test('frees port and folder; the next start reads nothing again and answers the same', async () => {
    const before = await search('q=ad%20spend');
    const { url } = app;
    await app.close();
    await expect(askAt(url, '/api/health')).rejects.toThrow(/ECONNREFUSED/);
    progress.length = 0;
    app = await startApp(configOf(data), listener);
    await app.ready;
    const after = await search('q=ad%20spend');
    expect(after.hits.map(({ passageId }) => passageId)).toEqual(before.hits.map(({ passageId }) => passageId));
    expect(after.searchId).toBe(before.searchId);
    expect(progress.filter(({ pages }) => pages > 0)).toEqual([]);
  }, 60_000);
});
