// The process between Pincite and Meilisearch, run for real with scripts in Meilisearch's place.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../../server/engine/process-identity.ts';
import type { WatchdogOrder, WatchdogReport } from '../../server/engine/watchdog.ts';
import { scriptIn, temporaryFolder, within } from './running-meilisearch.ts';

const program = join(import.meta.dirname, '..', '..', 'server', 'engine', 'watchdog.ts');

let folder: ReturnType<typeof temporaryFolder>;
const started: ChildProcess[] = [];
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    // Not by force: it would leave its program behind.
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    await exit;
  }
  folder.remove();
});

interface Watched {
  readonly watchdog: ChildProcess;
  readonly reports: WatchdogReport[];
}

function watch(order: Partial<WatchdogOrder>): Watched {
  const watchdog = spawn(process.execPath, [program], { env: {}, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  started.push(watchdog);
  const reports: WatchdogReport[] = [];
  watchdog.on('message', (message) => reports.push(message as WatchdogReport));
  watchdog.send({ arguments: [], env: {}, graceMs: 2000, ...order });
  return { watchdog, reports };
}

async function pidIn({ reports }: Watched): Promise<number> {
  expect(await within(5000, () => reports.length > 0)).toBe(true);
  const [first] = reports;
  if (first?.kind !== 'started') throw new Error(`not started: ${JSON.stringify(first)}`);
  return first.pid;
}

const waits = 'while :; do sleep 0.05; done';
const script = (...lines: string[]) => scriptIn(folder.path, 'program', lines);

describe('a program', () => {
  test('gets exactly the arguments and the environment of the order, and its end is told', async () => {
    const out = join(folder.path, 'out');
    // `export -p` also shows what the shell itself adds.
    const binary = script(`echo "$@" > ${out}`, `export -p >> ${out}`, 'exit 3');
    const watched = watch({ binary, arguments: ['--db-path=/x y', '--z'], env: { MEILI_MASTER_KEY: 'secret' } });
    const [code] = (await once(watched.watchdog, 'exit')) as [number];
    expect(watched.reports).toEqual([
      { kind: 'started', pid: expect.any(Number) },
      { kind: 'ended', code: 3, signal: null },
    ]);
    expect(code).toBe(0);
    const said = readFileSync(out, 'utf8');
    expect(said).toMatch(/^--db-path=\/x y --z\n/);
    expect(said).toMatch(/MEILI_MASTER_KEY='?secret/);
    expect(said).not.toMatch(/HOME|PATH=.*node_modules/);
  });

  test('ended by a signal is told as that', async () => {
    const watched = watch({ binary: script(waits) });
    process.kill(await pidIn(watched), 'SIGKILL');
    await once(watched.watchdog, 'exit');
    expect(watched.reports.at(-1)).toEqual({ kind: 'ended', code: null, signal: 'SIGKILL' });
  });

  test('that cannot be run is told with the reason', async () => {
    const watched = watch({ binary: join(folder.path, 'gone') });
    const [code] = (await once(watched.watchdog, 'exit')) as [number];
    expect(watched.reports).toEqual([{ kind: 'failed', reason: expect.stringMatching(/ENOENT/) }]);
    expect(code).toBe(1);
  });

  test('is started once: a second order changes nothing', async () => {
    const watched = watch({ binary: script(waits) });
    const pid = await pidIn(watched);
    watched.watchdog.send({ binary: join(folder.path, 'gone'), arguments: [], env: {}, graceMs: 1 });
    expect(await within(200, () => watched.reports.length > 1)).toBe(false);
    expect(isAlive(pid)).toBe(true);
  });
});

describe('the end of Pincite', () => {
  const ends: readonly (readonly [why: string, end: (watchdog: ChildProcess) => void])[] = [
    ['the channel closes', (watchdog) => watchdog.disconnect()],
    ['it is told to end', (watchdog) => watchdog.kill('SIGTERM')],
  ];
  test.each(ends)('%s: program and watchdog end', async (_, end) => {
    const watched = watch({ binary: script(waits) });
    const pid = await pidIn(watched);
    end(watched.watchdog);
    await once(watched.watchdog, 'exit');
    expect(isAlive(pid)).toBe(false);
  });

  test('a program that does not end by itself is killed after its grace', async () => {
    const watched = watch({ binary: script("trap '' TERM", waits), graceMs: 150 });
    const pid = await pidIn(watched);
    watched.watchdog.disconnect();
    await once(watched.watchdog, 'exit');
    expect(isAlive(pid)).toBe(false);
  });

  test('before any order, it ends too', async () => {
    const watchdog = spawn(process.execPath, [program], { env: {}, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    started.push(watchdog);
    watchdog.disconnect();
    // Either it saw the channel close, or it never saw one.
    expect([0, 2]).toContain((await once(watchdog, 'exit'))[0]);
  });

  test('without a channel it does not live: nobody would tell it the end', async () => {
    const watchdog = spawn(process.execPath, [program], { env: {}, stdio: 'ignore' });
    started.push(watchdog);
    expect((await once(watchdog, 'exit'))[0]).toBe(2);
  });
});
