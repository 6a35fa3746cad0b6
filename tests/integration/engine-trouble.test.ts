// What happens to the search engine while people work: killed, emptied, replaced, absent. The catalog is the truth; searches come back whole.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { searchAnswerSchema } from '../../server/contract/search-api.ts';
import {
  isSettled,
  processesNaming,
  runToEnd,
  startProgram,
  temporaryFolder,
  within,
  type RunningProgram,
} from './running-program.ts';

const data = temporaryFolder();
const database = join(data.path, 'meilisearch', 'data.ms');
const settings = ['--port', '0', '--data', data.path];
let program: RunningProgram;
/** Passages and documents of the specimens, counted before anything goes wrong. */
let whole: { readonly hits: number; readonly documents: number };

beforeAll(async () => {
  program = await startProgram(settings);
  expect(await isSettled(program)).toBe(true);
  whole = await countAll();
}, 120_000);

afterAll(async () => {
  await program.end('SIGTERM');
  data.remove();
}, 30_000);

async function countAll(): Promise<{ readonly hits: number; readonly documents: number }> {
  const answer = searchAnswerSchema.parse(await (await fetch(`${program.url}/api/search?q=`)).json());
  return { hits: answer.total.hits, documents: answer.total.documents };
}

/** Everything is found again, as before. */
async function isWhole(): Promise<boolean> {
  const answer = await fetch(`${program.url}/api/search?q=`);
  if (answer.status !== 200) return false;
  const { total } = searchAnswerSchema.parse(await answer.json());
  return total.hits === whole.hits && total.documents === whole.documents;
}

function engineProcess(): number {
  const [pid] = processesNaming(`--db-path=${database}`);
  if (pid === undefined) throw new Error('no Meilisearch runs on this data folder');
  return pid;
}

describe('Meilisearch', () => {
  test('killed while it indexes: searches say so, the index comes back whole', async () => {
    expect(whole.hits).toBeGreaterThan(300);
    const requeued = await fetch(`${program.url}/api/corpus/reindex`, {
      method: 'POST',
      headers: { Origin: program.url },
    });
    expect(requeued.ok).toBe(true);
    process.kill(engineProcess(), 'SIGKILL');
    const gone: unknown[] = [];
    const back = await within(30_000, async () => {
      const answer = await fetch(`${program.url}/api/search?q=titan`);
      if (answer.status === 503) gone.push(await answer.json());
      return answer.status === 200;
    });
    expect(back).toBe(true);
    expect(gone[0]).toMatchObject({ code: 'index-unavailable', detail: expect.stringMatching(/moment/) });
    expect(await within(30_000, isWhole)).toBe(true);
  }, 90_000);

  test('its data folder deleted under it: built anew from the catalog', async () => {
    rmSync(database, { recursive: true, force: true });
    // Until it is noticed the old files still answer; afterwards the count passes through less than everything.
    const first = engineProcess();
    expect(await within(20_000, () => !processesNaming(`--db-path=${database}`).includes(first))).toBe(true);
    expect(await within(40_000, isWhole)).toBe(true);
    expect(program.said()).toMatch(/data was deleted/);
  }, 90_000);

  test('its data written by an older version: set aside and built anew at the next start', async () => {
    await program.end('SIGTERM');
    expect(readFileSync(join(database, 'VERSION'), 'utf8')).toMatch(/^1\.\d+\.\d+/);
    writeFileSync(join(database, 'VERSION'), '1.12.8');
    program = await startProgram(settings);
    expect(program.said()).toMatch(/another version/);
    expect(await within(30_000, isWhole)).toBe(true);
  }, 90_000);

  test('its data gone at the next start: built anew', async () => {
    await program.end('SIGTERM');
    rmSync(join(data.path, 'meilisearch'), { recursive: true, force: true });
    program = await startProgram(settings);
    expect(await within(30_000, isWhole)).toBe(true);
  }, 90_000);
});

describe('a start with a server or program of one’s own', () => {
  const portOfEngine = () =>
    /--http-addr=127\.0\.0\.1:(\d+)/.exec(readFileSync(`/proc/${engineProcess()}/cmdline`, 'utf8'))?.[1] ?? '';
  const cases: readonly [why: string, environment: () => Record<string, string>, says: RegExp][] = [
    [
      'a wrong key',
      () => ({ MEILI_URL: `http://127.0.0.1:${portOfEngine()}`, MEILI_KEY: 'not-the-key-of-this-server' }),
      /refuses the key.*MEILI_KEY/s,
    ],
    ['nothing listens there', () => ({ MEILI_URL: 'http://127.0.0.1:9' }), /127\.0\.0\.1:9.*MEILI_URL/s],
    ['what answers is no Meilisearch', () => ({ MEILI_URL: program.url }), /MEILI_URL/],
    [
      'a program that is not there',
      () => ({ MEILI_BIN: '/nowhere/meilisearch' }),
      /\/nowhere\/meilisearch.*--meili-bin/s,
    ],
    ['a program that is something else', () => ({ MEILI_BIN: '/bin/echo' }), /not Meilisearch/],
  ];
  test.each(cases)(
    '%s: ends with what to do',
    async (_, environment, says) => {
      const other = temporaryFolder();
      const run = await runToEnd(['--port', '0', '--data', other.path], environment());
      expect(run.code).toBe(1);
      expect(run.said).toMatch(says);
      // What was refused left nothing running.
      expect(processesNaming(other.path)).toEqual([]);
      other.remove();
    },
    60_000,
  );
});
