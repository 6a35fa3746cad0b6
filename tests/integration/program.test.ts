// The program as a newcomer starts it: the specimens, the first search, the end, and the next start.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:net';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { searchAnswerSchema, type SearchAnswer } from '../../server/contract/search-api.ts';
import {
  isSettled,
  processesNaming,
  root,
  runToEnd,
  startProgram,
  temporaryFolder,
  within,
  type RunningProgram,
} from './running-program.ts';

const data = temporaryFolder();
let program: RunningProgram;

beforeAll(async () => {
  program = await startProgram(['--port', '0', '--data', data.path]);
  expect(await isSettled(program)).toBe(true);
}, 120_000);

afterAll(async () => {
  await program.end('SIGTERM');
  data.remove();
}, 30_000);

async function search(parameters: string): Promise<SearchAnswer> {
  const answer = await fetch(`${program.url}/api/search?${parameters}`);
  return searchAnswerSchema.parse(await answer.json());
}
const words = (answer: SearchAnswer) => answer.hits.map((hit) => hit.segments.map(({ text }) => text).join(''));

describe('the specimens', () => {
  const questions: [string, RegExp][] = [
    ['titan api', /titan/i],
    ['inbox api', /inbox/i],
    ['150 million', /150 million/],
    ['cross-device intent signals', /cross-device intent/i],
  ];
  test.each(questions)(
    '“%s” is found when the address is printed',
    async (q, expected) => {
      const answer = await search(`q=${encodeURIComponent(q)}`);
      expect(answer.total.hits).toBeGreaterThan(2);
      expect(words(answer)[0]).toMatch(expected);
      for (const hit of answer.hits) {
        expect(hit.segments.some(({ hit: marked }) => marked)).toBe(true);
        expect(hit.citation.full).toMatch(/\[specimen, not a court record\]$/);
      }
    },
    20_000,
  );

  test('every PDF of the folder is searchable or says why not', async () => {
    const files = readdirSync(join(root, 'docs-corpus', 'filings')).filter((name) => name.endsWith('.pdf'));
    const health = (await (await fetch(`${program.url}/api/health`)).json()) as { documents: number };
    expect(health.documents).toBe(files.length);
    const everything = await search('q=');
    expect(everything.unsearched.byReason['awaiting-ocr']).toBeGreaterThan(0);
  }, 20_000);

  test('a facet narrows, and its counts add up', async () => {
    const all = await search('q=api');
    const exhibits = all.facets.type?.find(({ value }) => value === 'exhibit')?.count ?? 0;
    expect(exhibits).toBeGreaterThan(0);
    expect(all.facets.type?.reduce((sum, { count }) => sum + count, 0)).toBe(all.total.hits);
    const narrowed = await search('q=api&f.type=exhibit');
    expect(narrowed.total.hits).toBe(exhibits);
    // Inside a chosen facet the other values keep their counts.
    expect(narrowed.facets.type?.map(({ value, count }) => [value, count]).toSorted()).toEqual(
      all.facets.type?.map(({ value, count }) => [value, count]).toSorted(),
    );
  }, 20_000);
});

describe('the next start', () => {
  test('finds its port taken and says what to do', async () => {
    const other: Server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const elsewhere = temporaryFolder();
    const run = await runToEnd(['--port', String(port), '--data', elsewhere.path]);
    other.close();
    elsewhere.remove();
    expect(run.code).toBe(1);
    expect(run.said).toMatch(new RegExp(`${port}.*--port`));
    expect(processesNaming(elsewhere.path)).toEqual([]);
  }, 30_000);

  test('is refused on a data folder in use', async () => {
    const run = await runToEnd(['--port', '0', '--data', data.path]);
    expect(run).toMatchObject({ code: 1, said: expect.stringMatching(/in use by another Pincite/) });
  }, 30_000);

  test('reads nothing again, and Ctrl-C before it left no process', async () => {
    expect(await program.end('SIGINT')).toBe(0);
    expect(await within(5000, () => processesNaming(data.path).length === 0)).toBe(true);
    program = await startProgram(['--port', '0', '--data', data.path]);
    const jobs = (await (await fetch(`${program.url}/api/jobs`)).json()) as { jobs: { attempts: number }[] };
    expect(jobs.jobs.every(({ attempts }) => attempts === 1)).toBe(true);
    expect((await search('q=titan')).total.hits).toBeGreaterThan(2);
  }, 60_000);

  test('works after kill -9, and no Meilisearch is left in its way', async () => {
    await program.end('SIGKILL');
    expect(await within(10_000, () => processesNaming(data.path).length === 0)).toBe(true);
    program = await startProgram(['--port', '0', '--data', data.path]);
    expect((await search('q=titan')).total.hits).toBeGreaterThan(2);
  }, 60_000);
});

describe('a folder', () => {
  test('without PDFs is an error that names it', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder.path, 'corpus'));
    writeFileSync(join(folder.path, 'corpus', 'notes.txt'), 'no filing');
    const started = await startProgram([
      '--port',
      '0',
      '--data',
      join(folder.path, 'data'),
      '--corpus',
      join(folder.path, 'corpus'),
    ]);
    expect(started.said()).toMatch(/no PDF/i);
    expect(started.said()).toContain(join(folder.path, 'corpus'));
    await started.end('SIGTERM');
    folder.remove();
  }, 60_000);
});
