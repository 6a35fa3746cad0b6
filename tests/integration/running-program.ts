// Starts the real program (`node server/main.ts`) on a free port and a data folder of its own, as `npm start` does.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

export interface RunningProgram {
  readonly url: string;
  readonly pid: number;
  /** Everything it said on the terminal so far. */
  said(): string;
  /** Sends a signal and waits for the end; the exit code, null when a signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'pincite-run-'));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Resolves when the program has printed its address; rejects with what it said when it ends before. */
export async function startProgram(
  arguments_: readonly string[],
  environment: Record<string, string> = {},
): Promise<RunningProgram> {
  const child = launch(arguments_, environment);
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /answers at (http:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => {
      reject(new Error(`the program ended with ${String(code)} before it answered:\n${said}`));
    });
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('the program has no process id');
  return {
    url,
    pid,
    said: () => said,
    end: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const exit = once(child, 'exit');
      child.kill(signal);
      await exit;
      return child.exitCode;
    },
  };
}

/** Waits until everything that was taken in is read and searchable; false when it is not within `ms`. */
export function isSettled({ url }: Pick<RunningProgram, 'url'>, ms = 90_000): Promise<boolean> {
  return within(ms, async () => {
    const corpus = (await (await fetch(`${url}/api/corpus`)).json()) as { pendingJobs: number; pendingOutbox: number };
    return corpus.pendingJobs === 0 && corpus.pendingOutbox === 0;
  });
}

/** Runs the program to its end: for starts that must fail. */
export async function runToEnd(
  arguments_: readonly string[],
  environment: Record<string, string> = {},
): Promise<{ code: number | null; said: string }> {
  const child = launch(arguments_, environment);
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(child, 'exit');
  return { code: child.exitCode, said };
}

function launch(arguments_: readonly string[], environment: Record<string, string>): ChildProcess {
  // Recognition would take the processor from what a test measures, and change its counts while it looks: on for those who ask.
  const inherited = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', PINCITE_OCR: 'off' };
  return spawn(
    process.execPath,
    ['--no-warnings=ExperimentalWarning', join(root, 'server', 'main.ts'), ...arguments_],
    {
      cwd: root,
      env: { ...inherited, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
}

/** Process ids whose command line names `text`: what a run left behind (Linux). */
export function processesNaming(text: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return pid !== process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text);
      } catch {
        // It ended between listing and looking.
        return false;
      }
    });
}

/** Process ids that a process has started and that still run (Linux). */
export function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
}

/** Waits until `check` holds; false when it does not within `ms`. */
export async function within(ms: number, check: () => boolean | Promise<boolean>): Promise<boolean> {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    if (await check()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return check();
}
