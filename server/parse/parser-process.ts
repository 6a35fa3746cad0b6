// One confined process (ARCHITECTURE §4): Node's permission model, nothing of our environment, its own process group, pipes only.
// The parent watches its memory and its time; either limit ends the process and only its file.
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { systemCodeOf } from '../contract/errors.ts';

/** A running process. */
export interface ParserProcess {
  readonly stdin: Writable;
  readonly stdout: Readable;
  /** Resolves with the end: exit code or signal. */
  readonly ended: Promise<string>;
  /** Last words on its standard error, for a report of a fault. */
  lastWords(): string;
  /** Memory in use, in MB; null where the system does not tell. */
  memoryMb(): number | null;
  /** Ends the process and whatever it may have started. */
  kill(): void;
}

const root = join(import.meta.dirname, '..', '..');
const packages = join(root, 'node_modules');
/** The program's own files; packages that are linked from elsewhere are read where they lie. */
const ownFiles = new Set([join(root, 'server'), packages, realpathSync(packages), join(root, 'package.json')]);

/** What a confined process runs, and what it may do besides reading the program's own files. */
export interface Confinement {
  /** Path of the program, below `server/parse`. */
  readonly program: string;
  readonly memoryMb: number;
  /** `--allow-addons` for the native canvas, `--allow-worker` for the thread of Tesseract. */
  readonly permissions?: readonly ('--allow-addons' | '--allow-worker')[];
  /** Folders and files it may read besides. */
  readonly reads?: readonly string[];
  /** It gives way to everything else on the machine. */
  readonly isBackground?: boolean;
}

/** MB of each half of the space for new objects. Twice as much reads no faster and takes 70 MB more of a long filing's peak. */
const youngMb = 8;

/**
 * Nothing of ours: only a word to the C library (glibc), not to give each of V8's threads a heap of its own, of which little comes
 * back. Other libraries pass it over.
 */
const environment = { MALLOC_ARENA_MAX: '2' };

/** Starts a process that waits for its file and may use `memoryMb` in all. */
export function startParserProcess(memoryMb: number): ParserProcess {
  return startConfinedProcess({ program: 'parser-child.ts', memoryMb });
}

/**
 * Starts a process. JavaScript objects get half of its memory, so that garbage is collected long before the parent's watch ends
 * the process; the rest is for code, buffers and the program itself.
 */
export function startConfinedProcess({
  program,
  memoryMb,
  permissions = [],
  reads = [],
  isBackground = false,
}: Confinement): ParserProcess {
  const child = spawn(
    process.execPath,
    [
      '--permission',
      ...[...ownFiles, ...reads].map((path) => `--allow-fs-read=${path}`),
      ...permissions,
      `--max-old-space-size=${Math.ceil(memoryMb / 2)}`,
      `--min-semi-space-size=${youngMb}`,
      `--max-semi-space-size=${youngMb}`,
      '--no-warnings',
      join(import.meta.dirname, program),
    ],
    { cwd: root, env: environment, stdio: ['pipe', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
  );
  if (isBackground) giveWay(child);
  const { stdin, stdout, stderr } = child;
  let said = '';
  stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000);
  });
  // A process that ended leaves a closed pipe; its end is told by `ended`.
  stdin.on('error', ignoreClosedPipe);
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code ?? 'unknown'}`));
    child.once('error', (error) => resolve(error.message));
  });
  return {
    stdin,
    stdout,
    ended,
    lastWords: () => said.trim(),
    memoryMb: () => memoryOf(child),
    kill: () => kill(child),
  };
}

function giveWay({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It ended already, or the system knows no priorities: then it is one process among others.
  }
}

/** Whether the system tells how much memory another process takes. */
export function canWatchMemory(): boolean {
  return process.platform === 'linux';
}

function memoryOf({ pid }: ChildProcess): number | null {
  if (!canWatchMemory() || pid === undefined) return null;
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return (pages * 4096) / 1_048_576;
  } catch (error) {
    // It ended between two looks.
    if (systemCodeOf(error) === 'ENOENT' || systemCodeOf(error) === 'ESRCH') return null;
    throw error;
  }
}

function kill(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch (error) {
    if (systemCodeOf(error) !== 'ESRCH') throw error;
  }
}

function ignoreClosedPipe(error: unknown): void {
  const code = systemCodeOf(error);
  if (code !== 'EPIPE' && code !== 'ECONNRESET' && code !== 'ERR_STREAM_DESTROYED') throw error;
}
