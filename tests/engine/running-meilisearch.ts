// A real Meilisearch for tests, on a data folder of its own: found and started as the program does it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EngineLog } from '../../server/engine/engine-log.ts';
import type { FoundMeilisearch } from '../../server/engine/find-meilisearch.ts';
import { findMeilisearch } from '../../server/engine/find-meilisearch.ts';
import { openEngine, type OpenEngine } from '../../server/engine/open-engine.ts';

export const modulesFolder = join(import.meta.dirname, '..', '..', 'node_modules');

const settings = { url: null, key: null, binary: null, path: process.env['PATH'] ?? '' };

export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'pincite-engine-'));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Keeps what was said. */
export function keptLog(): EngineLog & { readonly lines: string[] } {
  const lines: string[] = [];
  const keep = (line: string): void => {
    lines.push(line);
  };
  return { lines, info: keep, warn: keep, error: keep };
}

/** The Meilisearch program that this machine has. */
export async function meilisearchProgram(): Promise<Extract<FoundMeilisearch, { kind: 'program' }>> {
  const found = await findMeilisearch(settings, modulesFolder, join(tmpdir(), 'pincite-test-bin'));
  if (found.kind !== 'program') throw new Error('a program was expected');
  return found;
}

export interface RunningMeilisearch extends OpenEngine {
  readonly dataFolder: string;
  readonly lines: readonly string[];
  /** Ends it and removes its data. */
  end(): Promise<void>;
}

/** Starts one; `onRestart` as in the program. */
export async function startRealEngine(onRestart: () => void = () => undefined): Promise<RunningMeilisearch> {
  const folder = temporaryFolder();
  const log = keptLog();
  const opened = await openEngine({ meili: settings, dataFolder: folder.path, modulesFolder, log, onRestart });
  return {
    ...opened,
    dataFolder: folder.path,
    lines: log.lines,
    end: async () => {
      await opened.close();
      folder.remove();
    },
  };
}

/** A program in the place of Meilisearch: a shell script. */
export function scriptIn(folder: string, name: string, lines: readonly string[], mode = 0o755): string {
  const path = join(folder, name);
  writeFileSync(path, ['#!/bin/sh', ...lines, ''].join('\n'), { mode });
  return path;
}

/** Waits until `check` holds; false when it does not within `ms`. */
export async function within(ms: number, check: () => boolean | Promise<boolean>): Promise<boolean> {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    if (await check()) return true;
    await sleep(25);
  }
  return check();
}
