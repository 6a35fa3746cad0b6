// What Pincite asks of a search engine, asked of a real Meilisearch: counts that hold, marks that stand on the words, failures that are seen.
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { PinciteError } from '../../server/contract/errors.ts';
import { createMeiliEngine } from '../../server/engine/meili-engine.ts';
import type { EngineFilter } from '../../server/engine/filter.ts';
import { facetKey, indexUid, indexUidPrefix, labelledValue, valueFields } from '../../server/engine/index-fields.ts';
import type { EngineAnswer, EngineQuery, IndexRecord, SearchEngine } from '../../server/engine/search-engine.ts';
import { hitEnd, hitStart, indexableText, wordsOf } from '../../server/engine/search-words.ts';
import { settingsToApply } from '../../server/engine/settings.ts';
import { linesOf, recordOf } from './record-maker.ts';
import { startRealEngine, type RunningMeilisearch } from './running-meilisearch.ts';

// Much to do for an index on a machine that does much else.
jest.setTimeout(60_000);

let running: RunningMeilisearch;
let engine: SearchEngine;

beforeAll(async () => {
  running = await startRealEngine();
  ({ engine } = running);
  await engine.prepare();
  await add(corpus);
});
afterAll(() => running.end());

async function add(records: readonly IndexRecord[]): Promise<void> {
  const outcomes = await engine.waitForTasks([await engine.addRecords(linesOf(records))]);
  expect(outcomes.map(({ failure }) => failure)).toEqual([null]);
}

const all: EngineQuery = {
  q: '',
  filter: [],
  sort: [],
  facets: [],
  hits: { page: 1, perPage: 20, distinct: null },
};
async function ask(query: Partial<EngineQuery>): Promise<EngineAnswer> {
  const [answer] = await engine.multiSearch([{ ...all, ...query }]);
  if (answer === undefined) throw new Error('no answer');
  return answer;
}
const ids = ({ hits }: EngineAnswer) => hits.map(({ id }) => id);
const shown = ({ hits }: EngineAnswer) =>
  hits.map(({ marked }) => marked.replaceAll(hitStart, '[').replaceAll(hitEnd, ']'));

async function api(path: string, method = 'GET', body?: unknown): Promise<unknown> {
  const answer = await fetch(new URL(path, running.process?.url()), {
    method,
    headers: { authorization: `Bearer ${running.process?.key}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return answer.json();
}

// Each text is found in one test only, by words that no other holds.
const corpus = [
  recordOf('titan', 'Meta’s Titan® API — the Inbox API, too.'),
  recordOf('case', 'See Meta Platforms, Inc. v. Klein, at 3.', { filedOn: 20240323, place: 'b', position: 1 }),
  recordOf('private', 'under \ue000seal\uf8ff by \ufdd0order\ufdd1', { filedOn: 20220831, place: 'a', position: 2 }),
  recordOf('signs', 'pays $150 under § 1782 and ¶ 34, i.e. 50%', { filedOn: 20240323, place: 'b', position: 0 }),
  recordOf('accents', 'deﬁned ﬁlings, cafe\u0301, İstanbul, ſtreet, adver\u00adtising'),
  recordOf('long', `${'filler '.repeat(3000)}zenith`),
  recordOf('filer-1', 'values', { filer: ['ACME "Corp." \\ Sons'], document: 'v1' }),
  recordOf('filer-2', 'values', { filer: ['acme "corp." \\ sons'], document: 'v2' }),
  recordOf('filer-3', 'values', { filer: ['x"] OR kind = "paragraph'], document: 'v3' }),
  recordOf('filer-4', 'values', { filer: ['Ácme', 'second'], document: 'v4' }),
];

describe('the index', () => {
  test('has all settings after prepare, and another prepare changes nothing', async () => {
    expect(settingsToApply((await api(`indexes/${indexUid}/settings`)) as object)).toBeNull();
    const tasks = async () => Reflect.get(Object(await api('tasks?limit=1')), 'total');
    const [identity, before] = [await engine.identity(), await tasks()];
    expect(await engine.prepare()).toBe(identity);
    expect(await tasks()).toBe(before);
  });

  test('settings that somebody changed are put right', async () => {
    const { taskUid } = (await api(`indexes/${indexUid}/settings/pagination`, 'PATCH', { maxTotalHits: 5 })) as {
      taskUid: number;
    };
    await engine.waitForTasks([taskUid]);
    expect(settingsToApply((await api(`indexes/${indexUid}/settings`)) as object)).not.toBeNull();
    await engine.prepare();
    expect(settingsToApply((await api(`indexes/${indexUid}/settings`)) as object)).toBeNull();
  });

  test('one of an older Pincite is dropped, one of somebody else is not', async () => {
    for (const uid of [`${indexUidPrefix}0`, 'somebody-elses']) {
      const { taskUid } = (await api('indexes', 'POST', { uid })) as { taskUid: number };
      await engine.waitForTasks([taskUid]);
    }
    await engine.prepare();
    const { results } = (await api('indexes')) as { results: { uid: string }[] };
    expect(results.map(({ uid }) => uid).toSorted()).toEqual([indexUid, 'somebody-elses']);
  });
});

describe('words', () => {
  const cases: readonly (readonly [why: string, q: string, shown: readonly string[]])[] = [
    ['a sign that sticks to a word does not hide it', 'titan api', ['Meta s [Titan]  [API]   the Inbox [API]  too ']],
    [
      'a phrase goes over commas and full stops',
      '"platforms inc v klein"',
      ['See Meta [Platforms  Inc  v  Klein]  at 3 '],
    ],
    ['all words must be there', 'titan klein', []],
    ['a phrase keeps its order', '"api inbox"', []],
    ['the last word may go on', 'tita', ['Meta s [Tita]n  API   the Inbox API  too ']],
    ['but not when a space ends it', 'tita ', []],
    ['one typing error in five letters', 'tytan', ['Meta s [Titan]  API   the Inbox API  too ']],
    ['none in numbers', '151', []],
    ['signs are words', '$ 150', ['pays [$][150] under § 1782 and ¶ 34  i e  50%']],
    ['signs are words in phrases', '"§ 1782"', ['pays $150 under [§ 1782] and ¶ 34  i e  50%']],
    ['an exclusion', '-"titan" api', []],
    ['an exclusion of a phrase only', '-"inbox titan" titan', ['Meta s [Titan]  API   the Inbox API  too ']],
    ['ligatures', 'filings defined', ['[deﬁned] [ﬁlings]  cafe\u0301  İstanbul  ſtreet  advertising ']],
    ['a word with a soft hyphen', '"advertising"', ['deﬁned ﬁlings  cafe\u0301  İstanbul  ſtreet  [advertising] ']],
    ['a word behind characters of private use', 'seal', ['under  [seal]  by  order ']],
  ];
  test.each(cases)('%s: %s', async (_, q, expected) => {
    expect(shown(await ask({ q }))).toEqual(expected);
  });

  test('ten words or phrases are read and the eleventh is not: what query-reading.ts counts on', async () => {
    const ten = 'filler '.repeat(9) + '"filler filler filler"';
    expect((await ask({ q: `${ten} ` })).totalHits).toBe(1);
    expect((await ask({ q: `${ten} nowhere ` })).totalHits).toBe(1);
    expect((await ask({ q: `${'filler '.repeat(9)} nowhere ` })).totalHits).toBe(0);
    // Exclusions come first and do not count.
    const exclusions = Array.from({ length: 50 }, (_, at) => `-"never${at} more"`).join(' ');
    expect((await ask({ q: `${exclusions} ${ten} ` })).totalHits).toBe(1);
    expect((await ask({ q: `-"zenith" ${ten} ` })).totalHits).toBe(0);
  });

  test.each([
    ['one word', 'x'.repeat(10_000)],
    ['many words', 'titan '.repeat(1667)],
    ['marks', '"-'.repeat(5000)],
    ['half characters', '\ud800'.repeat(10_000)],
  ])('10,000 characters are answered: %s', async (_, q) => {
    expect((await ask({ q })).totalHits).toBeGreaterThanOrEqual(0);
  });
});

describe('marks', () => {
  test('stand in the very text of the record, for every word of every text', async () => {
    const { hits } = await ask({ hits: { page: 1, perPage: 100, distinct: null } });
    for (const { id, marked } of hits) {
      const record = corpus.find((each) => each.id === id);
      if (record === undefined) throw new Error(`${id} is not ours`);
      for (const word of new Set(wordsOf(record.text))) {
        const [found] = (await ask({ q: `"${word}"`, filter: [] })).hits.filter((hit) => hit.id === id);
        expect([word, found?.marked.replaceAll(hitStart, '').replaceAll(hitEnd, '')]).toEqual([word, record.text]);
        expect(found?.marked).toContain(hitStart);
      }
      expect(marked).toBe(record.text);
    }
  });

  test('cannot come from a text', async () => {
    expect(shown(await ask({ q: 'order' }))).toEqual(['under  seal  by  [order] ']);
    expect(indexableText(`${hitStart}${hitEnd}`)).toBe('  ');
  });
});

describe('filters and counts', () => {
  const filters: readonly (readonly [why: string, filter: EngineFilter, ids: readonly string[]])[] = [
    ['capitals do not matter', [{ field: 'filer', anyOf: ['Acme "Corp." \\ SONS'] }], ['filer-1', 'filer-2']],
    [
      'quotes and brackets stay within the value',
      [{ field: 'filer', anyOf: ['x"] OR kind = "paragraph'] }],
      ['filer-3'],
    ],
    ['an accent is a difference', [{ field: 'filer', anyOf: ['acme'] }], []],
    ['one of several values', [{ field: 'filer', anyOf: ['second', 'nobody'] }], ['filer-4']],
    ['any of none is nothing', [{ field: 'filer', anyOf: [] }], []],
    ['a value longer than any', [{ field: 'filer', anyOf: ['x'.repeat(2000)] }], []],
    [
      'none of: also those without a value',
      [
        { field: 'filer', noneOf: ['acme "corp." \\ sons'] },
        { field: 'document', anyOf: ['v1', 'v3', 'v4'] },
      ],
      ['filer-3', 'filer-4'],
    ],
    ['a day, both ends included', [{ field: 'filedOn', from: 20220831, to: 20220831 }], ['private']],
    ['from a day', [{ field: 'filedOn', from: 20220901, to: null }], ['case', 'signs']],
  ];
  test.each(filters)('%s', async (_, filter, expected) => {
    const answer = await ask({ filter });
    expect(ids(answer).toSorted()).toEqual(expected);
    expect(answer.totalHits).toBe(expected.length);
  });

  test('facet keys say the same as the engine what is the same value', async () => {
    for (const [one, other] of [
      ['ACME "Corp." \\ Sons', ' acme "corp." \\ sons '],
      ['Ácme', 'A\u0301CME'],
      ['Ácme', 'acme'],
      ['second', 'ſecond'],
    ] as const) {
      const { totalHits } = await ask({ filter: [{ field: 'filer', anyOf: [other] }], q: 'values' });
      const isSame = totalHits > 0;
      expect([one, other, facetKey(one) === facetKey(other)]).toEqual([one, other, isSame]);
    }
  });

  test('a facet can be asked for on every field of the list, and on no other', async () => {
    expect(Object.keys((await ask({ facets: valueFields })).counts)).toEqual(
      expect.arrayContaining(['document', 'kind']),
    );
    const wrong = { ...all, facets: ['text' as 'kind'] };
    await expect(engine.multiSearch([wrong])).rejects.toBeInstanceOf(PinciteError);
  });

  test('questions without hits count all the same; answers come in the order of the questions', async () => {
    const answers = await engine.multiSearch([
      { ...all, q: 'titan', hits: null },
      { ...all, q: 'values', facets: ['document'], hits: null },
    ]);
    expect(answers.map(({ totalHits, hits }) => [totalHits, hits.length])).toEqual([
      [1, 0],
      [4, 0],
    ]);
    expect(answers[1]?.counts.document).toEqual({ v1: 1, v2: 1, v3: 1, v4: 1 });
  });
});

describe('order', () => {
  const dated: EngineFilter = [{ field: 'kind', anyOf: ['paragraph'] }];
  test.each([
    ['asc', ['private', 'signs', 'case']],
    ['desc', ['signs', 'case', 'private']],
  ] as const)('by day %s, then place; what has no day comes last', async (direction, expected) => {
    const answer = await ask({
      filter: dated,
      sort: [
        { field: 'filedOn', direction },
        { field: 'place', direction: 'asc' },
        { field: 'position', direction: 'asc' },
      ],
    });
    expect(ids(answer).slice(0, 3)).toEqual(expected);
    expect(answer.totalHits).toBe(corpus.length);
  });

  test('one hit a document', async () => {
    const answer = await ask({ hits: { page: 1, perPage: 20, distinct: 'document' } });
    expect(answer.totalHits).toBe(5);
    expect(answer.hits).toHaveLength(5);
  });
});

describe('records', () => {
  const many = 1200;
  const extra = Array.from({ length: many }, (_, at) =>
    recordOf(`many-${at}`, `multitude ${at}`, {
      document: `m${at % 150}`,
      documentLabel: labelledValue(`m${at % 150}`, 'Many'),
      position: at,
    }),
  );

  test('counts are true beyond 1,000 hits and beyond 100 values of a facet', async () => {
    await add(extra);
    const answer = await ask({ q: 'multitude ', facets: ['document', 'documentLabel'] });
    expect(answer.totalHits).toBe(many);
    for (const field of ['document', 'documentLabel'] as const) {
      const counts = Object.values(answer.counts[field] ?? {});
      expect(counts).toHaveLength(150);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(many);
    }
    const last = await ask({ q: 'multitude ', hits: { page: 12, perPage: 100, distinct: null } });
    expect(last.hits).toHaveLength(100);
  });

  test('their ids are listed whole', async () => {
    expect(await engine.recordIds([{ field: 'document', anyOf: ['m7'] }])).toHaveLength(8);
    expect(await engine.recordIds([])).toHaveLength(many + corpus.length);
    expect((await engine.stats()).records).toBe(many + corpus.length);
  });

  test('are replaced by id, and deleted by id and by filter', async () => {
    await add([recordOf('many-0', 'multitude replaced', { document: 'm0' })]);
    expect((await ask({ q: 'multitude ' })).totalHits).toBe(many);
    expect((await ask({ q: '"multitude 0"' })).totalHits).toBe(0);
    const tasks = [
      await engine.deleteRecords(['many-0']),
      await engine.deleteByFilter([{ field: 'document', anyOf: extra.map(({ document }) => document) }]),
    ];
    expect((await engine.waitForTasks(tasks)).map(({ failure }) => failure)).toEqual([null, null]);
    expect((await engine.stats()).records).toBe(corpus.length);
  });

  test('a deletion that names nothing is refused: it would delete everything', async () => {
    await expect(engine.deleteByFilter([])).rejects.toMatchObject({ code: 'internal' });
    expect((await engine.stats()).records).toBe(corpus.length);
  });
});

describe('tasks', () => {
  test('one that failed is a failure seen, with the reason, beside those that did not', async () => {
    const outcomes = await engine.waitForTasks([
      await engine.addRecords('{"id":"an id with spaces","text":"x"}'),
      await engine.addRecords(linesOf([recordOf('titan', 'Meta’s Titan® API — the Inbox API, too.')])),
    ]);
    expect(outcomes.map(({ failure }) => failure)).toEqual([expect.stringMatching(/identifier/), null]);
  });

  test('a canceled one is a failure too', async () => {
    const task = await engine.addRecords(
      linesOf(Array.from({ length: 500 }, (_, at) => recordOf(`c${at}`, 'canceled'))),
    );
    const later = await engine.addRecords(linesOf([recordOf('later', 'canceled')]));
    await api(`tasks/cancel?uids=${later}`, 'POST');
    const outcomes = await engine.waitForTasks([task, later]);
    const { status } = (await api(`tasks/${later}`)) as { status: string };
    expect(outcomes[1]?.failure === null).toBe(status === 'succeeded');
    await engine.waitForTasks([await engine.deleteByFilter([{ field: 'document', anyOf: ['d'] }])]);
    await add(corpus);
  });

  test('the queue is empty only when everything sent has been done', async () => {
    const sent = Array.from({ length: 4 }, (_, at) => engine.addRecords(linesOf([recordOf('titan', `version ${at}`)])));
    const tasks = await Promise.all(sent);
    await engine.queueEmptied();
    for (const task of tasks) expect(await api(`tasks/${task}`)).toMatchObject({ status: 'succeeded' });
  });

  test('a wait can be given up', async () => {
    const task = await engine.addRecords(
      linesOf(Array.from({ length: 500 }, (_, at) => recordOf(`w${at}`, 'waited for'.repeat(20)))),
    );
    await expect(engine.waitForTasks([task], AbortSignal.abort())).rejects.toMatchObject({ code: 'ABORT_ERR' });
    await engine.queueEmptied();
  });

  test('one of an emptied server is known to be lost', async () => {
    await expect(engine.waitForTasks([4_000_000])).rejects.toMatchObject({ code: 'index-missing' });
  });
});

describe('a server in trouble', () => {
  test('a wrong key is said, by every call', async () => {
    const url = running.process?.url() ?? new URL('http://127.0.0.1');
    const stranger = createMeiliEngine({ url: () => url, key: 'not the key' });
    const calls: readonly (() => Promise<unknown>)[] = [
      () => stranger.version(),
      () => stranger.health(),
      () => stranger.prepare(),
      () => stranger.multiSearch([all]),
      () => stranger.addRecords('{}'),
      () => stranger.stats(),
      () => stranger.queueEmptied(),
    ];
    for (const call of calls) {
      await expect(call()).rejects.toMatchObject({ code: 'index-key', message: expect.stringMatching(/MEILI_KEY/) });
    }
    await stranger.close();
  });

  test('an index that is not there is said by searches, and is made by prepare', async () => {
    const before = await engine.identity();
    const { taskUid } = (await api(`indexes/${indexUid}`, 'DELETE')) as { taskUid: number };
    await engine.waitForTasks([taskUid]);
    expect(await engine.identity()).toBeNull();
    await expect(engine.multiSearch([all])).rejects.toMatchObject({ code: 'index-missing' });
    const after = await engine.prepare();
    expect(after).not.toBe(before);
    expect((await ask({})).totalHits).toBe(0);
  });

  test('no server is said', async () => {
    const nobody = createMeiliEngine({ url: () => new URL('http://127.0.0.1:9'), key: null });
    await expect(nobody.multiSearch([all])).rejects.toMatchObject({ code: 'index-unavailable' });
    await nobody.close();
  });
});
