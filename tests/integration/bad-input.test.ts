// A folder and uploads full of what goes wrong: each is named with its remedy, the rest is read, nothing stored is lost.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { acceptedAnswerSchema, jobsAnswerSchema, type JobView } from '../../server/contract/document-api.ts';
import { searchAnswerSchema } from '../../server/contract/search-api.ts';
import { badFilings, makeLongPdf, makePdf, writeFilings, type BadFiling } from './bad-filings.ts';
import { isSettled, startProgram, temporaryFolder, within, type RunningProgram } from './running-program.ts';

const folder = temporaryFolder();
let program: RunningProgram;
let filings: readonly BadFiling[];

beforeAll(async () => {
  filings = await badFilings();
  const corpus = join(folder.path, 'corpus');
  mkdirSync(corpus);
  writeFilings(corpus, filings);
  // The same bytes under another name are one file.
  const good = filings.find(({ filename }) => filename === 'good.pdf');
  if (good !== undefined) writeFileSync(join(corpus, 'good-again.pdf'), good.bytes);
  program = await startProgram(['--port', '0', '--data', join(folder.path, 'data'), '--corpus', corpus]);
  expect(await isSettled(program)).toBe(true);
}, 120_000);

afterAll(async () => {
  await program.end('SIGTERM');
  folder.remove();
}, 30_000);

async function jobs(): Promise<readonly JobView[]> {
  return jobsAnswerSchema.parse(await (await fetch(`${program.url}/api/jobs?limit=500`)).json()).jobs;
}

async function upload(filename: string, bytes: Buffer) {
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), filename);
  const answer = await fetch(`${program.url}/api/documents`, {
    method: 'POST',
    body: form,
    headers: { Origin: program.url },
  });
  return { status: answer.status, body: acceptedAnswerSchema.parse(await answer.json()) };
}

describe('a folder with bad files', () => {
  test('each bad file is named with its reason, each good one is read', async () => {
    const all = await jobs();
    for (const { filename, code, says, why } of filings) {
      const job = all.find(
        (each) =>
          each.filename === filename ||
          each.otherNames.includes(filename) ||
          (filename.length > 200 && each.filename.startsWith('very-long')),
      );
      expect({ why, filename, state: job?.state, code: job?.error?.code ?? null }).toEqual({
        why,
        filename,
        state: code === null ? 'done' : 'failed',
        code,
      });
      if (says !== null) expect(job?.error?.detail).toMatch(says);
    }
  });

  test('the same bytes twice are one file, and its job names both', async () => {
    const both = (await jobs()).find(({ filename }) => filename === 'good-again.pdf');
    expect(both).toMatchObject({ state: 'done', otherNames: ['good.pdf'] });
    const health = (await (await fetch(`${program.url}/api/health`)).json()) as { files: number };
    const distinct = filings.filter(({ code }) => code === null).length;
    expect(health.files).toBe(distinct);
  });

  test('pages without text are counted as not searched in every answer', async () => {
    const answer = searchAnswerSchema.parse(await (await fetch(`${program.url}/api/search?q=inbox`)).json());
    expect(answer.total.hits).toBeGreaterThan(3);
    expect(answer.unsearched).toEqual({ pages: 2, documents: 2, byReason: { 'awaiting-ocr': 2 } });
  });
});

describe('requests', () => {
  const wrong: [path: string, status: number, code: string, says: RegExp][] = [
    ['/api/search?q=<10,000 characters>', 400, 'query-too-long', /10,?200|characters/],
    ['/api/search?q=titan&f.colour=red', 400, 'bad-request', /colour/],
    ['/api/search?q=titan&color=red', 400, 'bad-request', /color/],
    ['/api/search?q=titan&page=0', 400, 'bad-request', /page/],
    ['/api/search?q=titan&perPage=201', 400, 'bad-request', /perPage/],
    ['/api/search?q=titan&filedFrom=yesterday', 400, 'bad-request', /filedFrom/],
    ['/api/documents/nobody', 404, 'not-found', /./],
    ['/api/nothing', 404, 'not-found', /./],
  ];
  test.each(wrong)('%s → %d %s', async (path, status, code, says) => {
    const answer = await fetch(`${program.url}${path.replace('<10,000 characters>', 'titan '.repeat(1700))}`);
    expect(answer.headers.get('content-type')).toMatch(/application\/problem\+json/);
    const problem: unknown = await answer.json();
    expect({ status: answer.status, problem }).toMatchObject({ status, problem: { code, status } });
    expect(problem).toHaveProperty('detail', expect.stringMatching(says));
  });

  test('a range outside the file is refused with its size, one inside is served', async () => {
    const document = (await jobs()).find(({ filename }) => filename === 'half-blank.pdf')?.documentId ?? '';
    const file = `${program.url}/api/documents/${document}/file`;
    const bytes = filings.find(({ filename }) => filename === 'half-blank.pdf')?.bytes ?? Buffer.alloc(0);
    const beyond = await fetch(file, { headers: { Range: 'bytes=99999999-' } });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${bytes.length}`]);
    const malformed = await fetch(file, { headers: { Range: 'pages=1-2' } });
    expect(Buffer.from(await malformed.arrayBuffer()).equals(bytes)).toBe(true);
    const part = await fetch(file, { headers: { Range: 'bytes=0-4' } });
    expect([part.status, await part.text()]).toEqual([206, '%PDF-']);
  });
});

describe('uploads', () => {
  const names: [string, string][] = [
    ['../../../etc/passwd.pdf', 'climbs out of the folder'],
    ['..\\..\\evil.pdf', 'the same for another system'],
    [`${'n'.repeat(300)}.pdf`, '300 characters'],
    ['опись 📎.pdf', 'not ASCII'],
  ];
  test.each(names)('%s is stored under its bytes, not its name (%s)', async (name) => {
    const bytes = await makePdf([`Uploaded filing number ${names.findIndex(([each]) => each === name)}.`]);
    const { status, body } = await upload(name, bytes);
    expect(status).toBe(202);
    expect(body.refused).toEqual([]);
    expect(body.jobs[0]?.filename).not.toMatch(/[/\\]/);
    expect((body.jobs[0]?.filename ?? '').length).toBeLessThanOrEqual(255);
  });

  test('one bad file does not refuse the good one beside it', async () => {
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(await makePdf(['A good neighbour.']))]), 'neighbour.pdf');
    form.append('files', new Blob(['no filing']), 'notes.pdf');
    const answer = await fetch(`${program.url}/api/documents`, {
      method: 'POST',
      body: form,
      headers: { Origin: program.url },
    });
    const body = acceptedAnswerSchema.parse(await answer.json());
    expect(body.jobs.map(({ filename }) => filename)).toEqual(['neighbour.pdf']);
    expect(body.refused).toMatchObject([{ filename: 'notes.pdf', code: 'not-a-pdf' }]);
  });

  test('the same bytes again are known', async () => {
    const bytes = await makePdf(['Twice the same.']);
    await upload('once.pdf', bytes);
    expect((await upload('twice.pdf', bytes)).body.jobs[0]?.known).toBe(true);
  });

  test('a filing of 2,000 pages is read whole', async () => {
    const { body } = await upload('long.pdf', await makeLongPdf(2000));
    const id = body.jobs[0]?.id;
    expect(await within(100_000, async () => (await jobs()).find((job) => job.id === id)?.state === 'done')).toBe(true);
    expect(
      await within(30_000, async () => {
        const found = searchAnswerSchema.parse(await (await fetch(`${program.url}/api/search?q=word1999`)).json());
        return found.hits[0]?.pageNumber === 1999;
      }),
    ).toBe(true);
  }, 150_000);
});
