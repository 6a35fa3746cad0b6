// One life of Meilisearch, with stand-ins for it: how a start succeeds, fails or is given up, and how a life ends.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { databaseFolderOf, prepareFolders, type DatabaseFolder } from '../../server/engine/database-folder.ts';
import { startLife, type MeiliLife, type MeiliOrder } from '../../server/engine/meili-life.ts';
import { commandLineOf, isAlive, startTicksOf } from '../../server/engine/process-identity.ts';
import { scriptIn, temporaryFolder, within } from './running-meilisearch.ts';
import { standIn } from './stand-in.ts';

let data: ReturnType<typeof temporaryFolder>;
let folder: DatabaseFolder;
let troubles: string[];
const lives: MeiliLife[] = [];
beforeEach(() => {
  data = temporaryFolder();
  folder = databaseFolderOf(data.path);
  prepareFolders(folder);
  troubles = [];
});
afterEach(async () => {
  for (const life of lives.splice(0)) await life.end();
  data.remove();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function start(binary: string, extra: Partial<MeiliOrder> = {}): Promise<MeiliLife> {
  const life = await startLife({
    binary,
    folder,
    port: await freePort(),
    key: 'a key long enough',
    onTrouble: (line) => troubles.push(line),
    ...extra,
  });
  lives.push(life);
  return life;
}

function processFile(): unknown {
  return JSON.parse(readFileSync(folder.processFile, 'utf8'));
}

describe('a start', () => {
  test('is done when it answers to our key; who it is, is written down for the next start', async () => {
    const life = await start(standIn(data.path, 'listening'));
    expect(isAlive(life.pid)).toBe(true);
    expect(processFile()).toEqual({ pid: life.pid, start: startTicksOf(life.pid), database: folder.database });
    const command = commandLineOf(life.pid) ?? '';
    expect(command).toContain(`--db-path=${folder.database} `);
    expect(command).toMatch(/--http-addr=127\.0\.0\.1:\d+/);
    expect(command).toContain('--no-analytics');
    // Everybody may read a command line.
    expect(command).not.toContain('a key long enough');
  });

  test('tells troubles as they come, and keeps the banner to itself', async () => {
    await start(standIn(data.path, 'listening', ['Meilisearch 1.21', '\u001b[31mERROR\u001b[0m no space left', '']));
    expect(troubles).toEqual(['ERROR no space left']);
  });

  const failures: readonly (readonly [why: string, lines: readonly string[], says: RegExp])[] = [
    [
      'it says why',
      ['echo starting', 'echo "Error: disk is full" >&2', 'echo "  at backtrace"', 'exit 1'],
      /code 1.*disk is full/,
    ],
    ['it says nothing', ['exit 9'], /ended with code 9/],
    ['it is killed', ['kill -9 $$'], /SIGKILL/],
  ];
  test.each(failures)('fails when it ends before it answers: %s', async (_, lines, says) => {
    await expect(start(scriptIn(data.path, 'ends', lines))).rejects.toMatchObject({
      code: 'index-unavailable',
      message: expect.stringMatching(says),
    });
  });

  test('fails when there is nothing to run', async () => {
    await expect(start('/nowhere/meilisearch')).rejects.toThrow(/ENOENT/);
  });

  test('that nobody wants any more is given up, and nothing of it is left', async () => {
    const stopping = new AbortController();
    const starting = start(standIn(data.path, 'silent'), { signal: stopping.signal });
    const outcome = starting.catch((error: unknown) => error);
    expect(await within(5000, () => existsSync(folder.processFile))).toBe(true);
    stopping.abort();
    expect(await outcome).toMatchObject({ code: 'index-unavailable', message: expect.stringMatching(/given up/) });
    const { pid } = processFile() as { pid: number };
    expect(isAlive(pid)).toBe(false);
  });

  test('a stranger on the port who takes another key is not taken for ours', async () => {
    const own = await start(standIn(data.path, 'listening'));
    const port = Number(/--http-addr=127\.0\.0\.1:(\d+)/.exec(commandLineOf(own.pid) ?? '')?.[1]);
    const stopping = AbortSignal.timeout(400);
    await expect(
      start(standIn(data.path, 'silent'), { port, key: 'another key, as long', signal: stopping }),
    ).rejects.toThrow(/given up/);
  });
});

describe('the end', () => {
  test('asked for: it is gone when that is answered', async () => {
    const life = await start(standIn(data.path, 'listening'));
    await life.end();
    expect(isAlive(life.pid)).toBe(false);
    await life.end();
  });

  test('by itself: told with its reason', async () => {
    const life = await start(standIn(data.path, 'listening'));
    process.kill(life.pid, 'SIGKILL');
    expect(await life.ended).toMatch(/SIGKILL/);
  });

  test('of its watchdog: it does not outlive it, for two may not share a database', async () => {
    const life = await start(standIn(data.path, 'listening'));
    const stat = readFileSync(`/proc/${life.pid}/stat`, 'utf8');
    const watchdog = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    expect(commandLineOf(watchdog)).toMatch(/watchdog\.ts/);
    process.kill(watchdog, 'SIGKILL');
    await life.ended;
    expect(isAlive(life.pid)).toBe(false);
  });
});
