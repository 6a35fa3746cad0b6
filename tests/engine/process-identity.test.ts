// Questions about real processes: alive, which one, and ended for good.
import { afterEach, describe, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  commandLineOf,
  endProcess,
  isAlive,
  signalProcess,
  startTicksOf,
} from '../../server/engine/process-identity.ts';
import { within } from './running-meilisearch.ts';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

async function start(script: string): Promise<{ readonly child: ChildProcess; readonly pid: number }> {
  const child = spawn('/bin/sh', ['-c', `${script}; while :; do sleep 0.05; done`, 'a mark of this test'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.push(child);
  await once(child, 'spawn');
  const { pid } = child;
  if (pid === undefined) throw new Error('no process id');
  return { child, pid };
}

/** A process id that nobody has: one that has just ended. */
async function freePid(): Promise<number> {
  const { child, pid } = await start('exit 0');
  if (child.exitCode === null) await once(child, 'exit');
  return pid;
}

describe('a process', () => {
  test('lives until it has ended', async () => {
    const { pid } = await start(':');
    expect(isAlive(pid)).toBe(true);
    expect(commandLineOf(pid)).toMatch(/^\/bin\/sh -c .* a mark of this test$/s);
    await endProcess(pid, 2000);
    expect(isAlive(pid)).toBe(false);
  });

  test('that is not there is not alive, has no command line, and may be signalled', async () => {
    const pid = await freePid();
    expect(isAlive(pid)).toBe(false);
    expect(commandLineOf(pid) ?? '').toBe('');
    expect(startTicksOf(pid)).toBeNull();
    expect(() => signalProcess(pid, 'SIGTERM')).not.toThrow();
    await endProcess(pid, 10);
  });

  test('of somebody else is alive', () => {
    expect(isAlive(1)).toBe(true);
  });

  test('is told from another one by its start', async () => {
    const { pid } = await start(':');
    const ticks = startTicksOf(pid);
    expect(ticks).toMatch(/^\d+$/);
    expect(startTicksOf(pid)).toBe(ticks);
    // Ours began earlier.
    expect(Number(startTicksOf(process.pid))).toBeLessThan(Number(ticks));
  });

  test('that hears no SIGTERM is killed after its grace', async () => {
    const { child, pid } = await start("trap '' TERM; echo deaf");
    if (child.stdout !== null) await once(child.stdout, 'data');
    signalProcess(pid, 'SIGTERM');
    expect(await within(150, () => !isAlive(pid))).toBe(false);
    const exit = once(child, 'exit');
    await endProcess(pid, 100);
    expect(isAlive(pid)).toBe(false);
    expect(await exit).toEqual([null, 'SIGKILL']);
  });

  test('a zombie counts as gone: nobody can end it any more', async () => {
    // Its parent does not wait for it.
    const { child } = await start("sh -c 'exit 0' & echo $!; exec sleep 60");
    if (child.stdout === null) throw new Error('no output');
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const zombie = Number(line.toString());
    expect(zombie).toBeGreaterThan(1);
    expect(await within(3000, () => !isAlive(zombie))).toBe(true);
  });
});
