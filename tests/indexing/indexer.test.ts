// The index follows the catalog: a real catalog, a real Meilisearch, and everything that may come between them.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { PinciteError } from '../../server/contract/errors.ts';
import type { OutboxEntry, StoredPassage } from '../../server/contract/record.ts';
import { indexUid } from '../../server/engine/index-fields.ts';
import { createMeiliEngine } from '../../server/engine/meili-engine.ts';
import type { SearchEngine } from '../../server/engine/search-engine.ts';
import { startIndexer, type Indexer, type IndexerParts } from '../../server/indexing/indexer.ts';
import { incoming, pageOf, readingOf, store, temporaryCatalog } from '../catalog/readings.ts';
import { linesOf, recordOf } from '../engine/record-maker.ts';
import { startRealEngine, within, type RunningMeilisearch } from '../engine/running-meilisearch.ts';
import { documentOf, passageOf } from './stored-passages.ts';

jest.setTimeout(60_000);

const pauses = { first: 20, longest: 200, look: 200, refused: 50 };

let running: RunningMeilisearch;
let engine: SearchEngine;
let own: ReturnType<typeof temporaryCatalog>;
let indexer: Indexer | null = null;
let errors: unknown[] = [];
let restarts = 0;

beforeAll(async () => {
  running = await startRealEngine(() => {
    restarts += 1;
    indexer?.wake();
  });
  ({ engine } = running);
});
afterAll(() => running.end());
beforeEach(async () => {
  own = temporaryCatalog();
  errors = [];
  // Each test begins with an empty index, and with a catalog that does not know it.
  await engine.prepare();
  await engine.waitForTasks([await engine.deleteByFilter([{ field: 'kind', anyOf: ['paragraph'] }])]);
});
afterEach(async () => {
  await indexer?.stop();
  indexer = null;
  await own.close();
});

function start(extra: Partial<IndexerParts> = {}): Indexer {
  const { catalog } = own;
  indexer = startIndexer({
    outbox: catalog.outbox,
    passages: (id) => catalog.documents.passages(id, null),
    fact: (name) => catalog.fact(name),
    setFact: (name, value) => catalog.setFact(name, value),
    engine,
    onError: (error) => errors.push(error),
    pauses,
    ...extra,
  });
  return indexer;
}

async function api(path: string, method: string, body?: unknown): Promise<void> {
  const answer = await fetch(new URL(path, running.process?.url()), {
    method,
    headers: { authorization: `Bearer ${running.process?.key}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { taskUid } = (await answer.json()) as { taskUid: number };
  await engine.waitForTasks([taskUid]);
}
const dropIndex = () => api(`indexes/${indexUid}`, 'DELETE');

/** A filing of one passage a page; its document. */
async function file(name: string, texts: readonly string[]): Promise<string> {
  const pages = texts.map((text, at) => pageOf(at + 1, [text]));
  const [id = ''] = await store(own.catalog, incoming(name), pages, { title: name });
  return id;
}

/** Reads a known filing anew, with other pages. */
async function readAgain(name: string, texts: readonly string[]): Promise<void> {
  await own.catalog.jobs.requeueAll(`version ${texts.join()}`);
  for (;;) {
    const job = await own.catalog.jobs.lease('tester', 1000);
    if (job === null) return;
    const pages = texts.map((text, at) => pageOf(at + 1, [text]));
    await own.catalog.jobs.complete(job.jobId, readingOf(incoming(name).sha256, pages));
  }
}

/** Texts in the index by document; none while there is no index. */
async function indexed(): Promise<Record<string, string[]>> {
  const answers = await engine
    .multiSearch([
      {
        q: '',
        filter: [],
        sort: [{ field: 'position', direction: 'asc' }],
        facets: [],
        hits: { page: 1, perPage: 1000, distinct: null },
      },
    ])
    .catch((error: unknown) => {
      if (error instanceof PinciteError && error.code === 'index-missing') return [];
      throw error;
    });
  const texts: Record<string, string[]> = {};
  for (const { hit, marked } of answers[0]?.hits ?? []) (texts[hit.split(' ')[0] ?? ''] ??= []).push(marked);
  return texts;
}

describe('following', () => {
  test('what the catalog has is in the index, and the outbox is empty', async () => {
    const [a, b] = [await file('a.pdf', ['alpha one', 'alpha two']), await file('b.pdf', ['beta'])];
    const following = start();
    expect(following.state().state).toBe('behind');
    await following.idle();
    expect(await indexed()).toEqual({ [a]: ['alpha one', 'alpha two'], [b]: ['beta'] });
    expect(await own.catalog.outbox.count()).toBe(0);
    expect(following.state()).toEqual({ state: 'ready', detail: null });
    expect(errors).toEqual([]);
  });

  test('a filing read again leaves no passage of the old reading; one removed leaves none at all', async () => {
    const a = await file('a.pdf', ['alpha one', 'alpha two']);
    const following = start();
    await following.idle();
    await readAgain('a.pdf', ['alpha two', 'alpha three']);
    await following.idle();
    expect(await indexed()).toEqual({ [a]: ['alpha two', 'alpha three'] });
    await own.catalog.documents.remove(a);
    await following.idle();
    expect(await indexed()).toEqual({});
  });

  test('more documents than one batch', async () => {
    const names = Array.from({ length: 45 }, (_, at) => `f${at}.pdf`);
    for (const name of names) await file(name, [`text of ${name}`]);
    await start().idle();
    expect(Object.keys(await indexed())).toHaveLength(45);
  });

  test('a change made while it works is in the index when idle says so', async () => {
    const following = start();
    await following.idle();
    for (let times = 0; times < 3; times += 1) {
      const id = await file(`f${times}.pdf`, [`text ${times}`]);
      await following.idle();
      expect(Object.keys(await indexed())).toContain(id);
    }
  });

  test('without a call, it looks by itself', async () => {
    const following = start();
    await following.idle();
    const id = await file('late.pdf', ['late']);
    expect(await within(10_000, async () => id in (await indexed()))).toBe(true);
  });
});

describe('another index', () => {
  test('an index deleted under it is made and filled anew', async () => {
    const a = await file('a.pdf', ['alpha']);
    const following = start();
    await following.idle();
    await dropIndex();
    await within(10_000, async () => (await engine.identity()) !== null);
    await following.idle();
    expect(await indexed()).toEqual({ [a]: ['alpha'] });
  });

  test('records of documents that this catalog does not have are dropped, whoever wrote them', async () => {
    const a = await file('a.pdf', ['alpha']);
    await engine.prepare();
    const strangers = [
      recordOf('x', 'of another catalog', { document: 'gone' }),
      recordOf('y', 'old', { document: a }),
    ];
    await engine.waitForTasks([await engine.addRecords(linesOf(strangers))]);
    await start().idle();
    expect(await indexed()).toEqual({ [a]: ['alpha'] });
  });

  test('settings of an older Pincite are put right at the start, though the index is known', async () => {
    await start().idle();
    await indexer?.stop();
    await api(`indexes/${indexUid}/settings/searchable-attributes`, 'PUT', ['hit']);
    const a = await file('a.pdf', ['alpha']);
    await start().idle();
    const [found] = await engine.multiSearch([{ q: 'alpha', filter: [], sort: [], facets: [], hits: null }]);
    expect([found?.totalHits, Object.keys(await indexed())]).toEqual([1, [a]]);
  });

  test('reindex writes everything again and drops what is not ours', async () => {
    const a = await file('a.pdf', ['alpha']);
    const following = start();
    await following.idle();
    const spoilt = [recordOf('x', 'a stranger', { document: 'gone' })];
    await engine.waitForTasks([
      await engine.addRecords(linesOf(spoilt)),
      await engine.deleteByFilter([{ field: 'document', anyOf: [a] }]),
    ]);
    expect(await following.reindex()).toBe(1);
    await following.idle();
    expect(await indexed()).toEqual({ [a]: ['alpha'] });
  });
});

describe('a fault', () => {
  test('Meilisearch killed while it indexes: told, tried again, nothing lost', async () => {
    const names = Array.from({ length: 45 }, (_, at) => `f${at}.pdf`);
    for (const name of names)
      await file(
        name,
        ['page 1', 'page 2'].map((page) => `${page} of ${name}`),
      );
    const before = restarts;
    const following = start({
      engine: {
        ...engine,
        // Killed with records on their way and nothing confirmed.
        addRecords: async (lines) => {
          const task = await engine.addRecords(lines);
          const pid = running.process?.state().pid ?? null;
          if (errors.length === 0 && restarts === before && pid !== null) process.kill(pid, 'SIGKILL');
          return task;
        },
      },
    });
    expect(await within(20_000, () => errors.length > 0)).toBe(true);
    expect(errors[0]).toMatchObject({ code: 'index-unavailable' });
    expect(await own.catalog.outbox.count()).toBe(45);
    expect(await within(20_000, () => restarts > before)).toBe(true);
    await following.idle();
    const texts = await indexed();
    expect(Object.keys(texts)).toHaveLength(45);
    expect(Object.values(texts).every((each) => each.length === 2)).toBe(true);
    expect(await own.catalog.outbox.count()).toBe(0);
    expect(following.state().state).toBe('ready');
  });

  test('its data deleted while it runs: filled anew from the catalog', async () => {
    const a = await file('a.pdf', ['alpha', 'beta']);
    const following = start();
    await following.idle();
    const before = restarts;
    rmSync(join(running.dataFolder, 'meilisearch', 'data.ms'), { recursive: true, force: true });
    expect(await within(20_000, () => restarts > before)).toBe(true);
    expect(await within(20_000, async () => (await engine.identity().catch(() => null)) !== null)).toBe(true);
    await following.idle();
    expect(await indexed()).toEqual({ [a]: ['alpha', 'beta'] });
  });

  test('what an earlier process sent and did not see done is done before anything is compared', async () => {
    const a = await file('a.pdf', ['alpha']);
    await start().idle();
    await indexer?.stop();
    // Its last act: a record of a reading that has been replaced since, still waiting behind a long task.
    const filler = Array.from({ length: 300 }, (_, at) =>
      recordOf(`filler-${at}`, 'filler '.repeat(50), { document: a }),
    );
    await engine.addRecords(linesOf(filler));
    await engine.addRecords(linesOf([recordOf('old', 'an old reading', { document: a })]));
    await readAgain('a.pdf', ['alpha', 'gamma']);
    await start().idle();
    await engine.queueEmptied();
    expect(await indexed()).toEqual({ [a]: ['alpha', 'gamma'] });
  });

  test('a wrong key is told with its reason, and it stops when told to', async () => {
    await file('a.pdf', ['alpha']);
    const url = running.process?.url() ?? new URL('http://127.0.0.1:9');
    const stranger = createMeiliEngine({ url: () => url, key: 'a wrong key' });
    const following = start({ engine: stranger });
    expect(await within(10_000, () => errors.length > 1)).toBe(true);
    expect(following.state()).toEqual({ state: 'unavailable', detail: expect.stringMatching(/MEILI_KEY/) });
    const idle = following.idle();
    await following.stop();
    await idle;
    expect(await own.catalog.outbox.count()).toBe(1);
    await stranger.close();
  });
});

describe('a document that is refused', () => {
  const [bad, good] = [documentOf('bad'), documentOf('good')];
  const entries: readonly OutboxEntry[] = [
    { seq: 1, change: 'put', documentId: 'bad' },
    { seq: 2, change: 'put', documentId: 'good' },
  ];
  /** An outbox and passages in memory: the catalog makes no ids that the engine refuses. */
  function memory(passages: (id: string) => Promise<readonly StoredPassage[]>): Partial<IndexerParts> & {
    readonly left: () => readonly string[];
  } {
    let outbox = entries;
    let fact: string | null = null;
    return {
      left: () => outbox.map(({ documentId }) => documentId),
      outbox: {
        pending: (limit) => Promise.resolve(outbox.slice(0, limit)),
        done: (done) => {
          outbox = outbox.filter(({ seq }) => !done.some((each) => each.seq === seq));
          return Promise.resolve();
        },
        refill: () => Promise.resolve(0),
      },
      passages,
      fact: () => Promise.resolve(fact),
      setFact: (_, value) => {
        fact = value;
        return Promise.resolve();
      },
    };
  }
  const passageNamed = (document: typeof bad, key: string) => ({ ...passageOf(document, 0, document.id), key });

  const cases: readonly (readonly [
    why: string,
    parts: (isMended: () => boolean) => ReturnType<typeof memory>,
    says: RegExp,
  ])[] = [
    [
      'by a task that fails',
      (isMended) =>
        memory((id) =>
          Promise.resolve(
            id === 'bad' ? [passageNamed(bad, isMended() ? 'bad-0' : 'no id')] : [passageNamed(good, 'good-0')],
          ),
        ),
      /identifier/,
    ],
    [
      'by a request that fails',
      (isMended) => ({
        ...memory((id) => Promise.resolve([passageNamed(id === 'bad' ? bad : good, `${id}-0`)])),
        engine: {
          ...engine,
          addRecords: (lines) =>
            lines.includes('"bad"') && !isMended()
              ? Promise.reject(new PinciteError('index-rejected', 'too large'))
              : engine.addRecords(lines),
        },
      }),
      /too large/,
    ],
    [
      'because the catalog cannot read it',
      (isMended) =>
        memory((id) =>
          id === 'bad' && !isMended()
            ? Promise.reject(new Error('malformed row'))
            : Promise.resolve([passageNamed(id === 'bad' ? bad : good, `${id}-0`)]),
        ),
      /malformed row/,
    ],
  ];
  test.each(cases)('%s holds nobody up, is told, and is offered again', async (_, make, says) => {
    let isMended = false;
    const parts = make(() => isMended);
    const following = start(parts);
    expect(await within(10_000, async () => 'good' in (await indexed()))).toBe(true);
    expect(await within(10_000, () => following.state().detail !== null)).toBe(true);
    expect(following.state()).toEqual({ state: 'behind', detail: expect.stringMatching(says) });
    expect(errors[0]).toMatchObject({ code: 'index-rejected', message: expect.stringMatching(/document bad/) });
    expect(parts.left()).toEqual(['bad']);
    isMended = true;
    expect(await within(10_000, () => parts.left().length === 0)).toBe(true);
    await following.idle();
    expect(Object.keys(await indexed()).toSorted()).toEqual(['bad', 'good']);
    expect(following.state()).toEqual({ state: 'ready', detail: null });
  });
});
