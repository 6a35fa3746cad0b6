// One life of our own Meilisearch: started under the watchdog, healthy, and some time ended.
// In: program, folders, port, key. Out: a running process, or a rejection with what it last said.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { PinciteError } from '../contract/errors.ts';
import type { DatabaseFolder } from './database-folder.ts';
import { createHttpClient } from './http-client.ts';
import { endProcess, startTicksOf } from './process-identity.ts';
import type { WatchdogOrder, WatchdogReport } from './watchdog.ts';

/** What is started. */
export interface MeiliOrder {
  readonly binary: string;
  readonly folder: DatabaseFolder;
  readonly port: number;
  readonly key: string;
  /** An error that Meilisearch wrote. */
  readonly onTrouble: (line: string) => void;
  /** Gives a start up that is under way. */
  readonly signal?: AbortSignal;
}

export interface MeiliLife {
  readonly pid: number;
  /** Resolves with the reason, in words, when it has ended. */
  readonly ended: Promise<string>;
  /** Ends it and resolves when it is gone. */
  end(): Promise<void>;
}

/** Milliseconds Meilisearch may take to end by itself (it takes up to two seconds), and to answer first. */
const graceMs = 5000;
const startMs = 60_000;

const trouble = /\bERROR\b|^Error:|panicked/;

/** Resolves when it answers and takes the key. */
export async function startLife(order: MeiliOrder): Promise<MeiliLife> {
  const { folder } = order;
  const watchdog = spawn(process.execPath, [join(import.meta.dirname, 'watchdog.ts')], {
    // Its own process group: Ctrl-C on the terminal is for Pincite, which ends the rest in order.
    detached: true,
    env: {},
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const lastLines: string[] = [];
  const spoken: Promise<unknown>[] = [];
  for (const stream of [watchdog.stdout, watchdog.stderr]) {
    if (stream === null) continue;
    spoken.push(new Promise((resolve) => stream.once('close', resolve)));
    createInterface({ input: stream }).on('line', (raw) => {
      const line = stripVTControlCharacters(raw).trim();
      if (line === '') return;
      lastLines.push(line);
      if (lastLines.length > 30) lastLines.shift();
      // The rest is its banner.
      if (trouble.test(line)) order.onTrouble(line);
    });
  }

  let pid: number | null = null;
  const ended = new Promise<string>((resolve) => {
    let reason = 'its watchdog ended';
    watchdog.on('message', (message) => {
      const report = message as WatchdogReport; // the watchdog is ours and sends nothing else
      if (report.kind === 'started') {
        ({ pid } = report);
        const start = startTicksOf(pid);
        writeFileSync(folder.processFile, JSON.stringify({ pid, start, database: folder.database }), { mode: 0o600 });
      } else if (report.kind === 'failed') {
        ({ reason } = report);
      } else {
        reason = report.signal === null ? `it ended with code ${report.code}` : `it was ended by ${report.signal}`;
      }
    });
    watchdog.on('error', (error) => {
      resolve(error.message);
    });
    // Not `close`: it never comes once this side has let go of the channel (Node 26).
    watchdog.on('exit', () => {
      // A watchdog that was killed leaves Meilisearch alone, and two may not share a database.
      const left = pid === null ? Promise.resolve() : endProcess(pid, graceMs);
      void Promise.allSettled([left, ...spoken]).then(() => resolve(reason));
    });
  });

  const end = async (): Promise<void> => {
    if (watchdog.connected) watchdog.disconnect();
    await ended;
  };

  watchdog.send(watchdogOrder(order), () => {
    // A watchdog that cannot be spoken to has ended, and says so itself.
  });
  // Who waits for an answer stops when the life is over or nobody wants it any more.
  const over = new AbortController();
  const wanted = AbortSignal.any([over.signal, ...(order.signal === undefined ? [] : [order.signal])]);
  const failure = await Promise.race([
    ended.then((reason) => `${reason}. ${tellingLine(lastLines)}`),
    answering(order.port, order.key, wanted),
  ]).finally(() => {
    over.abort();
  });
  if (failure !== null || pid === null) {
    await end();
    throw new PinciteError('index-unavailable', failure ?? 'it did not say that it runs');
  }
  return { pid, ended, end };
}

function watchdogOrder({ binary, folder, port, key }: MeiliOrder): WatchdogOrder {
  return {
    binary,
    graceMs,
    arguments: [
      `--db-path=${folder.database}`,
      `--http-addr=127.0.0.1:${port}`,
      `--dump-dir=${folder.dumps}`,
      `--snapshot-dir=${folder.snapshots}`,
      '--env=production',
      '--no-analytics',
      '--log-level=ERROR',
      // Batches of records have about 8 MB; a single enormous record is let through too.
      '--http-payload-size-limit=1GB',
    ],
    // Nothing of our own environment: a stray MEILI_… there would change what is started.
    env: { MEILI_MASTER_KEY: key, TMPDIR: folder.temporary, NO_COLOR: '1' },
  };
}

/** Null when the server on that port takes our key (so it is ours); otherwise why it is not waited for any longer. */
async function answering(port: number, key: string, wanted: AbortSignal): Promise<string | null> {
  const http = createHttpClient({ url: () => new URL(`http://127.0.0.1:${port}`), key }, 5000);
  let last = '';
  try {
    for (const deadline = Date.now() + startMs; Date.now() < deadline; await sleep(20)) {
      if (wanted.aborted) return 'its start was given up';
      try {
        await http.send('http://meilisearch/version', { headers: { authorization: `Bearer ${key}` } });
        return null;
      } catch (error) {
        if (!(error instanceof PinciteError)) throw error;
        last = error.message;
      }
    }
  } finally {
    http.close();
  }
  return `it did not answer within ${startMs / 1000} s: ${last}`;
}

/** The line that says what went wrong, among those of a backtrace. */
function tellingLine(lines: readonly string[]): string {
  return lines.findLast((line) => trouble.test(line)) ?? lines.at(-1) ?? '';
}
