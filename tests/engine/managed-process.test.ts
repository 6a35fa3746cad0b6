// Our own Meilisearch, for real: killed, emptied, older, orphaned. It comes back, or the error says what to do.
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFolderOf } from '../../server/engine/database-folder.ts';
import { startMeilisearch, type EngineProcess, type ManagedOptions } from '../../server/engine/managed-process.ts';
import { commandLineOf, isAlive } from '../../server/engine/process-identity.ts';
import { keptLog, meilisearchProgram, scriptIn, temporaryFolder, within } from './running-meilisearch.ts';
import { standIn } from './stand-in.ts';

jest.setTimeout(60_000);

const data = temporaryFolder();
const folder = databaseFolderOf(data.path);
let program: { readonly binary: string; readonly version: string };
const log = keptLog();
let restarts = 0;
let own: EngineProcess;

function options(extra: Partial<ManagedOptions> = {}): ManagedOptions {
  return { ...program, dataFolder: data.path, log, onRestart: () => (restarts += 1), ...extra };
}

async function versionAt(meilisearch: EngineProcess): Promise<unknown> {
  const headers = { authorization: `Bearer ${meilisearch.key}` };
  const answer = await fetch(new URL('/version', meilisearch.url()), { headers });
  return Reflect.get(Object(await answer.json()), 'pkgVersion');
}

function pidOf(meilisearch: EngineProcess): number {
  const { pid } = meilisearch.state();
  if (pid === null) throw new Error('it does not run');
  return pid;
}

beforeAll(async () => {
  program = await meilisearchProgram();
  own = await startMeilisearch(options());
});
afterAll(async () => {
  await own.stop();
  data.remove();
});

describe('a running one', () => {
  test('answers on the loopback address to its key only', async () => {
    expect(own.url().hostname).toBe('127.0.0.1');
    expect(await versionAt(own)).toBe(program.version);
    expect((await fetch(new URL('/version', own.url()))).status).toBe(401);
    expect(own.state()).toEqual({ state: 'running', detail: null, restarts: 0, pid: pidOf(own) });
  });

  test('killed, is started again with its data and key, and whoever follows it is told', async () => {
    const [pid, version] = [pidOf(own), join(folder.database, 'VERSION')];
    writeFileSync(join(folder.database, 'mark'), 'same data');
    process.kill(pid, 'SIGKILL');
    expect(await within(10_000, () => restarts === 1)).toBe(true);
    expect(pidOf(own)).not.toBe(pid);
    expect(own.state()).toMatchObject({ state: 'running', restarts: 1 });
    expect(await versionAt(own)).toBe(program.version);
    expect(existsSync(join(folder.database, 'mark'))).toBe(true);
    expect(readFileSync(version, 'utf8').trim()).toBe(program.version);
    expect(log.lines.join('\n')).toMatch(/gone \(it was ended by SIGKILL\); it is started again/);
  });

  test('whose data is deleted under it, is started again on an empty folder with the same key', async () => {
    const [pid, key] = [pidOf(own), own.key];
    rmSync(folder.root, { recursive: true, force: true });
    expect(await within(15_000, () => restarts === 2)).toBe(true);
    expect(isAlive(pid)).toBe(false);
    expect(own.key).toBe(key);
    expect(readFileSync(folder.keyFile, 'utf8').trim()).toBe(key);
    expect(await versionAt(own)).toBe(program.version);
    expect(log.lines.join('\n')).toMatch(/its data was deleted/);
  });

  test('says that it is being started again while it is', async () => {
    process.kill(pidOf(own), 'SIGKILL');
    expect(await within(5000, () => own.state().state === 'restarting')).toBe(true);
    expect(() => own.url()).toThrow(
      expect.objectContaining({ code: 'index-unavailable', message: expect.stringMatching(/started again.*moment/) }),
    );
    expect(await within(15_000, () => restarts === 3)).toBe(true);
  });

  test('stopped, is gone, has no file to be found by, and stays away', async () => {
    const pid = pidOf(own);
    await own.stop();
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(folder.processFile)).toBe(false);
    expect(own.state()).toMatchObject({ state: 'stopped', pid: null });
    expect(() => own.url()).toThrow(/Try once more/);
    expect(restarts).toBe(3);
  });

  test('with data of an older version: set aside, and started empty', async () => {
    writeFileSync(join(folder.database, 'VERSION'), '1.12.8');
    own = await startMeilisearch(options());
    expect(existsSync(`${folder.database}-before-${program.version}/VERSION`)).toBe(true);
    expect(readFileSync(join(folder.database, 'VERSION'), 'utf8').trim()).toBe(program.version);
    expect(await versionAt(own)).toBe(program.version);
    expect(log.lines.join('\n')).toMatch(/another version.*built anew from the catalog/);
  });
});

describe('stopping', () => {
  const elsewhere = temporaryFolder();
  afterAll(() => {
    elsewhere.remove();
  });

  test('while it is being started again: both end', async () => {
    // Its second life never answers.
    const first = join(elsewhere.path, 'first');
    writeFileSync(first, '');
    const [quick, never] = [standIn(elsewhere.path, 'listening'), standIn(elsewhere.path, 'silent')];
    const binary = scriptIn(elsewhere.path, 'program', [
      `if [ -e ${first} ]; then exec ${quick} "$@"; else echo $$ > ${first}-pid; exec ${never} "$@"; fi`,
    ]);
    const restarting = await startMeilisearch(options({ binary, dataFolder: elsewhere.path }));
    rmSync(first);
    process.kill(pidOf(restarting), 'SIGKILL');
    expect(await within(10_000, () => existsSync(`${first}-pid`))).toBe(true);
    await restarting.stop();
    expect(isAlive(Number(readFileSync(`${first}-pid`, 'utf8')))).toBe(false);
    expect(restarting.state()).toMatchObject({ state: 'stopped', pid: null });
  });
});

describe('a first start that fails', () => {
  const cases: readonly (readonly [why: string, spoil: (root: string) => void, says: RegExp])[] = [
    [
      'its data is spoilt',
      (root) => {
        mkdirSync(join(root, 'data.ms', 'auth'), { recursive: true });
        writeFileSync(join(root, 'data.ms', 'VERSION'), program.version);
        writeFileSync(join(root, 'data.ms', 'auth', 'data.mdb'), 'no database'.repeat(1000));
      },
      /could not be started: .*free space of the disk.*delete .*meilisearch and start again.*built anew/s,
    ],
    [
      'a file stands where a folder should',
      (root) => {
        mkdirSync(root, { recursive: true });
        writeFileSync(join(root, 'dumps'), '');
      },
      /could not be started: .*(EEXIST|ENOTDIR|not a directory)/s,
    ],
  ];
  test.each(cases)(
    '%s: an error with the remedy, and nothing left running',
    async (_, spoil, says) => {
      const other = temporaryFolder();
      const place = databaseFolderOf(other.path);
      spoil(place.root);
      await expect(startMeilisearch(options({ dataFolder: other.path }))).rejects.toMatchObject({
        code: 'index-unavailable',
        message: expect.stringMatching(says),
      });
      if (existsSync(place.processFile)) {
        const { pid } = JSON.parse(readFileSync(place.processFile, 'utf8')) as { pid: number };
        expect(isAlive(pid)).toBe(false);
      }
      other.remove();
    },
    30_000,
  );
});

describe('after a Pincite that was killed', () => {
  const owners: ChildProcess[] = [];
  afterEach(() => {
    for (const owner of owners.splice(0)) owner.kill('SIGKILL');
  });

  /** Another process that starts Meilisearch as Pincite does; the ids of its Meilisearch and watchdog. */
  async function startOwner(dataFolder: string) {
    const module = join(import.meta.dirname, '..', '..', 'server', 'engine', 'managed-process.ts');
    const silence = '{ info() {}, warn() {}, error() {} }';
    const order = `{ ...${JSON.stringify({ ...program, dataFolder })}, log: ${silence} }`;
    const script = `const { startMeilisearch } = await import(${JSON.stringify(module)}); const own = await startMeilisearch(${order}); console.log(own.state().pid);`;
    const owner = spawn(process.execPath, ['--input-type=module', '-e', script], {
      env: {},
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    owners.push(owner);
    if (owner.stdout === null) throw new Error('no output');
    const [line] = (await once(owner.stdout, 'data')) as [Buffer];
    const pid = Number(line.toString());
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const watchdog = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    return { owner, pid, watchdog };
  }

  test('its Meilisearch is ended by the watchdog, before anybody starts again', async () => {
    const other = temporaryFolder();
    const { owner, pid, watchdog } = await startOwner(other.path);
    owner.kill('SIGKILL');
    expect(await within(10_000, () => !isAlive(pid) && !isAlive(watchdog))).toBe(true);
    other.remove();
  });

  test('with its watchdog, the next start ends what it left and takes over', async () => {
    const other = temporaryFolder();
    const { owner, pid, watchdog } = await startOwner(other.path);
    process.kill(watchdog, 'SIGSTOP');
    owner.kill('SIGKILL');
    process.kill(watchdog, 'SIGKILL');
    expect(await within(2000, () => !isAlive(watchdog))).toBe(true);
    expect(isAlive(pid)).toBe(true);
    const next = await startMeilisearch(options({ dataFolder: other.path }));
    expect(isAlive(pid)).toBe(false);
    expect(await versionAt(next)).toBe(program.version);
    expect(log.lines.join('\n')).toMatch(new RegExp(`left its Meilisearch running \\(process ${pid}\\)`));
    await next.stop();
    other.remove();
  });

  test.each([
    ['a process that has its number by now', (pid: number) => JSON.stringify({ pid, start: null })],
    ['what is no process', () => JSON.stringify({ pid: 1 })],
    ['a file that was cut off', (pid: number) => `{"pid": ${pid}`],
    ['a file of something else', () => '"x"'],
  ])(
    '%s is left alone',
    async (_, content) => {
      const other = temporaryFolder();
      const stranger = spawn('/bin/sh', ['-c', 'while :; do sleep 0.05; done'], { stdio: 'ignore' });
      owners.push(stranger);
      await once(stranger, 'spawn');
      const place = databaseFolderOf(other.path);
      mkdirSync(place.root, { recursive: true });
      writeFileSync(place.processFile, content(stranger.pid ?? 0));
      const next = await startMeilisearch(
        options({ binary: standIn(other.path, 'listening'), dataFolder: other.path }),
      );
      expect(commandLineOf(stranger.pid ?? 0)).toContain('sleep 0.05');
      await next.stop();
      other.remove();
    },
    20_000,
  );
});
