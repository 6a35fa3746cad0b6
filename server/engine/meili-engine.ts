// The search engine on one Meilisearch server: the only user of the meilisearch package beside settings.ts.
// In: plain questions and records (search-engine.ts). Out: plain answers. Errors arrive as PinciteErrors from http-client.ts.
import { setTimeout as sleep } from 'node:timers/promises';
import { Meilisearch, type MultiSearchQuery, type MultiSearchResult, type RecordAny } from 'meilisearch';
import { messageOf, PinciteError, systemCodeOf } from '../contract/errors.ts';
import { filterExpression } from './filter.ts';
import { createHttpClient, type EngineEndpoint } from './http-client.ts';
import { indexUid, indexUidPrefix, primaryKey } from './index-fields.ts';
import type { EngineAnswer, EngineQuery, SearchEngine, TaskOutcome } from './search-engine.ts';
import { hitEnd, hitStart } from './search-words.ts';
import { settingsToApply } from './settings.ts';

/** Ids a page when they are listed. */
const idsPerRequest = 10_000;

/** A client of the server at `endpoint`; opens no connection before the first call. */
export function createMeiliEngine(endpoint: EngineEndpoint): SearchEngine {
  const http = createHttpClient(endpoint);
  const client = new Meilisearch({
    // A placeholder: the real address may change and is put in by our HTTP client.
    host: 'http://meilisearch',
    ...(endpoint.key === null ? {} : { apiKey: endpoint.key }),
    httpClient: (input, init) => http.send(input, init),
  });
  const index = client.index(indexUid);

  const outcomeOf = async (taskId: number, signal?: AbortSignal): Promise<TaskOutcome> => {
    for (let pause = 5; ; pause = Math.min(pause * 1.5, 200)) {
      const task = await client.tasks.getTask(taskId);
      if (task.status === 'succeeded') return { taskId, failure: null };
      if (task.status === 'failed' || task.status === 'canceled') {
        return { taskId, failure: task.error?.message ?? `task ${taskId} was ${task.status}` };
      }
      await sleep(pause, undefined, signal === undefined ? {} : { signal });
    }
  };

  const succeeded = async (taskId: number, what: string): Promise<void> => {
    const { failure } = await outcomeOf(taskId);
    if (failure !== null) throw new PinciteError('index-rejected', `Meilisearch could not ${what}: ${failure}`);
  };

  const identity = async (): Promise<string | null> => {
    try {
      const info = await index.getRawInfo();
      return `${info.uid} ${info.createdAt}`;
    } catch (error) {
      const known = knownError(error);
      if (known instanceof PinciteError && known.code === 'index-missing') return null;
      throw known;
    }
  };

  const prepare = async (): Promise<string> => {
    if ((await identity()) === null) {
      const task = await client.createIndex(indexUid, { primaryKey });
      const { failure } = await outcomeOf(task.taskUid);
      // Two processes may start at once: whoever came second finds the index there.
      if (failure !== null && (await identity()) === null) {
        throw new PinciteError('index-rejected', `Meilisearch could not create the index: ${failure}`);
      }
    }
    const settings = settingsToApply(await index.getSettings());
    if (settings !== null) {
      await succeeded((await index.updateSettings(settings)).taskUid, 'take the settings of the index');
    }
    const { results } = await client.getRawIndexes({ limit: 1000 });
    for (const { uid } of results) {
      if (uid.startsWith(indexUidPrefix) && uid !== indexUid) {
        await succeeded((await client.deleteIndex(uid)).taskUid, `drop the index of an older version, ${uid}`);
      }
    }
    const made = await identity();
    if (made === null) throw new PinciteError('index-missing', 'The search index was deleted while it was set up.');
    return made;
  };

  return {
    multiSearch: translated(async (queries) => {
      const { results } = await client.multiSearch({ queries: queries.map(meiliQuery) });
      return results.map(engineAnswer);
    }),
    prepare: translated(prepare),
    identity: translated(identity),
    addRecords: translated(async (lines) => {
      const task = await index.addDocumentsFromString(lines, 'application/x-ndjson', { primaryKey });
      return task.taskUid;
    }),
    deleteRecords: translated(async (ids) => (await index.deleteDocuments([...ids])).taskUid),
    deleteByFilter: translated(async (filter) => {
      const expression = filterExpression(filter);
      // An empty filter would delete everything; nobody asks for that this way.
      if (expression === null) throw new PinciteError('internal', 'deleteByFilter without a condition');
      return (await index.deleteDocuments({ filter: expression })).taskUid;
    }),
    recordIds: translated(async (filter) => {
      const expression = filterExpression(filter);
      const ids: string[] = [];
      for (let offset = 0; ; offset += idsPerRequest) {
        const page = await index.getDocuments({
          fields: ['id'],
          limit: idsPerRequest,
          offset,
          ...(expression === null ? {} : { filter: expression }),
        });
        for (const record of page.results) ids.push(String(record['id']));
        if (offset + idsPerRequest >= page.total) return ids;
      }
    }),
    queueEmptied: translated(async (signal) => {
      for (let pause = 5; ; pause = Math.min(pause * 1.5, 200)) {
        const { total } = await client.tasks.getTasks({
          indexUids: [indexUid],
          statuses: ['enqueued', 'processing'],
          limit: 1,
        });
        if (total === 0) return;
        await sleep(pause, undefined, signal === undefined ? {} : { signal });
      }
    }),
    waitForTasks: translated(async (taskIds, signal) => {
      const outcomes: TaskOutcome[] = [];
      for (const taskId of taskIds) outcomes.push(await outcomeOf(taskId, signal));
      return outcomes;
    }),
    stats: translated(async () => {
      const { numberOfDocuments, isIndexing } = await index.getStats();
      return { records: numberOfDocuments, isIndexing };
    }),
    version: translated(async () => (await client.getVersion()).pkgVersion),
    // Unlike /health this needs the key.
    health: translated(async () => {
      await client.getVersion();
    }),
    close: () => {
      http.close();
      return Promise.resolve();
    },
  };
}

/** The same function, rejecting with our errors: the package wraps whatever its HTTP client throws. */
function translated<Arguments extends unknown[], Answer>(
  call: (...arguments_: Arguments) => Promise<Answer>,
): (...arguments_: Arguments) => Promise<Answer> {
  return async (...arguments_) => {
    try {
      return await call(...arguments_);
    } catch (error) {
      throw knownError(error);
    }
  };
}

/** The PinciteError inside whatever the package threw; an aborted wait stays what it is. */
function knownError(error: unknown): unknown {
  if (error instanceof PinciteError || systemCodeOf(error) === 'ABORT_ERR') return error;
  const cause: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'cause') : null;
  if (cause instanceof PinciteError) return cause;
  return new PinciteError('index-unavailable', `The search index failed: ${messageOf(error)}`, { cause: error });
}

function meiliQuery(query: EngineQuery): MultiSearchQuery {
  const filter = filterExpression(query.filter);
  const { hits } = query;
  return {
    indexUid,
    q: query.q.toWellFormed(),
    matchingStrategy: 'all',
    ...(filter === null ? {} : { filter }),
    ...(query.facets.length === 0 ? {} : { facets: [...query.facets] }),
    ...(query.sort.length === 0 ? {} : { sort: query.sort.map(({ field, direction }) => `${field}:${direction}`) }),
    ...(hits === null
      ? { hitsPerPage: 0, page: 1, attributesToRetrieve: [] }
      : {
          page: hits.page,
          hitsPerPage: hits.perPage,
          attributesToRetrieve: ['id', 'hit'],
          attributesToHighlight: ['text'],
          highlightPreTag: hitStart,
          highlightPostTag: hitEnd,
          ...(hits.distinct === null ? {} : { distinct: hits.distinct }),
        }),
  };
}

function engineAnswer(result: MultiSearchResult<RecordAny>): EngineAnswer {
  return {
    hits: result.hits.map((hit) => {
      const formatted: unknown = Reflect.get(hit, '_formatted');
      const marked: unknown = typeof formatted === 'object' && formatted !== null ? Reflect.get(formatted, 'text') : '';
      return {
        id: String(hit['id']),
        hit: String(hit['hit']),
        marked: typeof marked === 'string' ? marked : '',
      };
    }),
    totalHits: result.totalHits ?? 0,
    counts: result.facetDistribution ?? {},
    tookMs: result.processingTimeMs,
  };
}
