// What the program asks of Meilisearch for a search, and the way to ask it directly: the yardstick for the program's own answer.
// In: a request, or the data folder of a running program. Out: the very questions that the program would send; a client of its engine.
import { readFileSync } from 'node:fs';
import { emptySearch } from '../../server/contract/search-api.ts';
import { databaseFolderOf, keyOf } from '../../server/engine/database-folder.ts';
import { createMeiliEngine } from '../../server/engine/meili-engine.ts';
import { commandLineOf } from '../../server/engine/process-identity.ts';
import type { EngineQuery, SearchEngine } from '../../server/engine/search-engine.ts';
import { createSearch } from '../../server/search/create-search.ts';

/** Each element is one round trip, with all the questions that it carries. */
export type RoundTrips = readonly (readonly EngineQuery[])[];

/** The round trips of `GET /api/search?q=…` with all facets: the program's own search runs on an engine that only listens. */
export async function roundTripsOf(q: string): Promise<RoundTrips> {
  const asked: (readonly EngineQuery[])[] = [];
  const nothing = { hits: [], totalHits: 0, counts: {}, tookMs: 0 };
  const engine: SearchEngine = {
    ...createMeiliEngine({ url: nowhere, key: null }),
    multiSearch: (queries) => {
      asked.push(queries);
      return Promise.resolve(queries.map(() => nothing));
    },
  };
  const search = createSearch({
    engine,
    exact: {
      engine: { ask: () => Promise.reject(new Error('exact')) },
      passagesAt: () => Promise.resolve([]),
      pagesAt: () => Promise.resolve([]),
      citedPagesAt: () => Promise.resolve([]),
      citeMatch: () => null,
    },
    fingerprint: () => Promise.resolve(''),
    unread: () => Promise.resolve([]),
    document: () => Promise.resolve(null),
    passagesById: () => Promise.resolve([]),
    page: () => Promise.resolve(null),
    cite: () => ({ full: '', short: '' }),
  });
  await search.search({ ...emptySearch, q });
  return asked;
}

/** A client of the Meilisearch that a program with this data folder has started. */
export function engineOf(dataFolder: string): SearchEngine {
  const folder = databaseFolderOf(dataFolder);
  const state: unknown = JSON.parse(readFileSync(folder.processFile, 'utf8'));
  const pid: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, 'pid') : null;
  const address = /--http-addr=(\S+)/.exec(commandLineOf(Number(pid)) ?? '')?.[1];
  if (address === undefined) throw new Error(`the Meilisearch of ${dataFolder} does not run`);
  const url = new URL(`http://${address}`);
  return createMeiliEngine({ url: () => url, key: keyOf(folder) });
}

function nowhere(): URL {
  throw new Error('this engine only listens');
}
