// From settings to a search engine that answers: finds Meilisearch, starts it if it is ours, and hands out the engine.
// In: settings and folders. Out: the engine with its process, to be closed together. Errors say what to do.
import { join } from 'node:path';
import type { EngineLog } from './engine-log.ts';
import { assertSupported, findMeilisearch, type MeiliSettings } from './find-meilisearch.ts';
import { startMeilisearch, type EngineProcess } from './managed-process.ts';
import { createMeiliEngine } from './meili-engine.ts';
import type { SearchEngine } from './search-engine.ts';

export interface OpenEngineOptions {
  readonly meili: MeiliSettings;
  readonly dataFolder: string;
  /** The `node_modules` in which the npm package with Meilisearch may lie. */
  readonly modulesFolder: string;
  readonly log: EngineLog;
  /** Our own Meilisearch was started again: wake the indexer, which finds out whether the index is still the same. */
  readonly onRestart?: () => void;
}

export interface OpenEngine {
  readonly engine: SearchEngine;
  /** Null with a server of the user's own. */
  readonly process: EngineProcess | null;
  readonly version: string;
  close(): Promise<void>;
}

/** Throws `index-unavailable`, `index-key` or `index-version`. */
export async function openEngine(options: OpenEngineOptions): Promise<OpenEngine> {
  const { meili, dataFolder, modulesFolder, log, onRestart } = options;
  const found = await findMeilisearch(meili, modulesFolder, join(dataFolder, 'bin'));
  if (found.kind === 'server') {
    const url = new URL(found.url);
    const engine = createMeiliEngine({ url: () => url, key: found.key });
    try {
      const version = await engine.version();
      assertSupported(version, `The Meilisearch at ${url.origin}`);
      return { engine, process: null, version, close: () => engine.close() };
    } catch (error) {
      await engine.close();
      throw error;
    }
  }
  const { binary, version } = found;
  const meilisearch = await startMeilisearch({
    binary,
    version,
    dataFolder,
    log,
    ...(onRestart === undefined ? {} : { onRestart }),
  });
  const engine = createMeiliEngine(meilisearch);
  return {
    engine,
    process: meilisearch,
    version,
    close: async () => {
      await engine.close();
      await meilisearch.stop();
    },
  };
}
