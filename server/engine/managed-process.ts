// Our own Meilisearch, kept alive: started on a free loopback port, started again when it dies or when its data is deleted under it.
// In: a program and the data folder. Out: an endpoint that follows restarts. A first start that fails is an error with the remedy.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf, PinciteError, systemCodeOf } from '../contract/errors.ts';
import {
  databaseFolderOf,
  databaseMark,
  keyOf,
  prepareFolders,
  setAsideOtherVersion,
  storeKey,
  type DatabaseFolder,
} from './database-folder.ts';
import type { EngineLog } from './engine-log.ts';
import type { EngineEndpoint } from './http-client.ts';
import { startLife, type MeiliLife } from './meili-life.ts';
import { commandLineOf, endProcess, isAlive, signalProcess, startTicksOf } from './process-identity.ts';

export interface ManagedOptions {
  readonly binary: string;
  /** Of the program, `1.21.0`. */
  readonly version: string;
  readonly dataFolder: string;
  readonly log: EngineLog;
  /** It runs again after it had ended; its data may be new and empty. */
  readonly onRestart?: () => void;
}

export interface EngineProcess extends EngineEndpoint {
  readonly key: string;
  state(): EngineProcessState;
  /** Ends it and resolves when it is gone; no restart follows. */
  stop(): Promise<void>;
}

export interface EngineProcessState {
  readonly state: 'running' | 'restarting' | 'stopped';
  /** Why it does not run; null while it does. */
  readonly detail: string | null;
  readonly restarts: number;
  /** Process id of Meilisearch while it runs. */
  readonly pid: number | null;
}

/** Attempts of a first start; pauses between restarts in milliseconds, doubled up to the last. */
const firstAttempts = 3;
const pauses = { first: 200, longest: 30_000, steadyAfter: 60_000 } as const;
/** How often it is checked that the data is still there, in milliseconds. */
const watchMs = 1000;

/** Resolves when Meilisearch answers; throws `index-unavailable`. */
export async function startMeilisearch(options: ManagedOptions): Promise<EngineProcess> {
  const { log, onRestart } = options;
  const folder = databaseFolderOf(options.dataFolder);
  mkdirSync(folder.root, { recursive: true, mode: 0o700 });
  await endOrphan(folder, log);
  const key = keyOf(folder);

  let life: MeiliLife | null = null;
  let port = 0;
  let startedAt = 0;
  let restarts = 0;
  let detail: string | null = null;
  let mark: string | null = null;
  const stopping = new AbortController();

  const start = async (): Promise<void> => {
    prepareFolders(folder);
    storeKey(folder, key);
    const aside = setAsideOtherVersion(folder, options.version);
    if (aside !== null) {
      log.warn(
        `The index was written by another version of Meilisearch and was moved to ${aside}. It is built anew from the catalog; the old one may be deleted.`,
      );
    }
    // The old port first, so that a restart changes as little as possible.
    port = await freePort(port);
    life = await startLife({
      binary: options.binary,
      folder,
      port,
      key,
      onTrouble: (line) => log.warn(line),
      signal: stopping.signal,
    });
    startedAt = Date.now();
    detail = null;
    mark = databaseMark(folder);
  };

  for (let attempt = 1; ; attempt += 1) {
    try {
      await start();
      break;
    } catch (error) {
      if (attempt < firstAttempts) continue;
      throw new PinciteError(
        'index-unavailable',
        `Meilisearch could not be started: ${messageOf(error)} ` +
          `Check the free space of the disk; if that is not it, delete ${folder.root} and start again: the index is a copy and is built anew from the catalog.`,
        { cause: error },
      );
    }
  }

  /** Resolves with the reason when the present life is over. */
  const lifeOver = async (present: MeiliLife): Promise<string> => {
    const watch = setInterval(() => {
      if (databaseMark(folder) === mark) return;
      clearInterval(watch);
      detail = 'its data was deleted';
      // There is nothing left that it could put in order.
      signalProcess(present.pid, 'SIGKILL');
    }, watchMs);
    watch.unref();
    const reason = await present.ended;
    clearInterval(watch);
    return detail ?? reason;
  };

  const keepAlive = async (): Promise<void> => {
    let pause: number = pauses.first;
    for (;;) {
      if (life !== null) {
        // Stopped while it was being started: nobody else will end it.
        if (stopping.signal.aborted) await life.end();
        const reason = await lifeOver(life);
        life = null;
        if (stopping.signal.aborted) return;
        detail = reason;
        log.warn(`Meilisearch is gone (${reason}); it is started again.`);
        if (Date.now() - startedAt > pauses.steadyAfter) pause = pauses.first;
      }
      await sleep(pause, undefined, { signal: stopping.signal }).catch(ignoreAbort);
      if (stopping.signal.aborted) return;
      pause = Math.min(pause * 2, pauses.longest);
      try {
        await start();
        restarts += 1;
        if (!stopping.signal.aborted) onRestart?.();
      } catch (error) {
        if (stopping.signal.aborted) return;
        detail = messageOf(error);
        log.error(`Meilisearch could not be started again: ${detail} The next attempt is in ${pause / 1000} s.`);
      }
    }
  };
  const kept = keepAlive();

  return {
    key,
    url: () => {
      if (life === null) {
        throw new PinciteError(
          'index-unavailable',
          `The search index is being started again (${detail ?? 'stopped'}). Try once more in a moment.`,
        );
      }
      return new URL(`http://127.0.0.1:${port}`);
    },
    state: () => ({
      state: stopping.signal.aborted ? 'stopped' : life === null ? 'restarting' : 'running',
      detail,
      restarts,
      pid: life?.pid ?? null,
    }),
    stop: async () => {
      stopping.abort();
      await life?.end();
      await kept;
      rmSync(folder.processFile, { force: true });
    },
  };
}

/** Ends a Meilisearch that an earlier Pincite left behind; only one whose command line names our database. */
async function endOrphan(folder: DatabaseFolder, log: EngineLog): Promise<void> {
  const left = readProcessFile(folder.processFile);
  if (left === null || !isAlive(left.pid)) return;
  const isOurs =
    (commandLineOf(left.pid)?.includes(`--db-path=${folder.database} `) ?? false) &&
    (left.start === null || startTicksOf(left.pid) === left.start);
  if (!isOurs) return;
  log.warn(`An earlier Pincite left its Meilisearch running (process ${left.pid}); it is ended.`);
  await endProcess(left.pid, 5000);
}

function readProcessFile(file: string): { readonly pid: number; readonly start: string | null } | null {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof content !== 'object' || content === null) return null;
    const pid: unknown = Reflect.get(content, 'pid');
    const start: unknown = Reflect.get(content, 'start');
    if (typeof pid !== 'number' || !Number.isInteger(pid) || pid <= 1) return null;
    return { pid, start: typeof start === 'string' ? start : null };
  } catch (error) {
    // None, or one that was cut off when the disk was full: nothing is known, so nothing is ended.
    if (systemCodeOf(error) === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** A free port of 127.0.0.1, the wanted one if it is free. */
async function freePort(wanted: number): Promise<number> {
  const attempt = (port: number): Promise<number> =>
    new Promise((resolve, reject) => {
      const server = createServer();
      server.on('error', reject);
      server.listen(port, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port));
      });
    });
  try {
    return await attempt(wanted);
  } catch (error) {
    if (systemCodeOf(error) !== 'EADDRINUSE') throw error;
    return attempt(0);
  }
}

function ignoreAbort(error: unknown): void {
  if (systemCodeOf(error) !== 'ABORT_ERR') throw error;
}
