// Reports run in the background over a real catalog: one after another, never twice, and what became of each is kept with its reason.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ReportRun } from '../server/contract/report-api.ts';
import { startReportRunner, type ReportRunner, type ReportRunnerParts } from '../server/report-runner.ts';
import { unpackHitSets } from '../server/search/reports/hit-sets.ts';
import { within } from './integration/running-program.ts';
import { reportingRoom, type ReportingRoom } from './reporting-room.ts';

let room: ReportingRoom;
let runner: ReportRunner;
let errors: [string, unknown][];
/** The letter that names Titan. */
let documentId: string;
beforeEach(async () => {
  room = reportingRoom();
  errors = [];
  [documentId = ''] = await room.filing('letter.pdf', ['Titan was private.']);
});
afterEach(async () => {
  await runner.close();
  await room.close();
});

async function start(change: Partial<ReportRunnerParts> = {}): Promise<void> {
  runner = await startReportRunner({
    ...room.parts,
    catalog: room.catalog,
    onError: (error, report) => errors.push([report, error]),
    ...change,
  });
}

async function makeReport(
  name = 'Terms',
  queries: readonly string[] = ['titan', 'inbox'],
  filters = '',
): Promise<string> {
  return room.catalog.reports.create({
    name,
    dialect: 'pincite',
    filters,
    facet: null,
    queries: queries.map((q, at) => ({ line: at + 1, q })),
  });
}
const runsOf = async (id: string): Promise<readonly ReportRun[]> => (await room.catalog.reports.get(id))?.runs ?? [];
const statesOf = async (id: string) => (await runsOf(id)).map(({ state }) => state);
const over = (id: string) => within(5000, async () => (await statesOf(id)).every((state) => state !== 'running'));

/** An engine that waits at each question until it is let go. */
function gate(): { engine: ReportRunnerParts['engine']; open: () => void; asked: () => number } {
  let open = (): void => undefined;
  let asked = 0;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const ask: ReportRunnerParts['engine']['ask'] = async (question, signal) => {
    asked += 1;
    const stopped = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(new Error('aborted')));
    });
    await Promise.race([opened, stopped]);
    return room.parts.engine.ask(question, signal);
  };
  return { engine: { ask }, open: () => open(), asked: () => asked };
}

test('a run is kept with its result, its rows and the documents of each', async () => {
  await start();
  const id = await makeReport();
  const runId = await runner.run(id);
  expect(await over(id)).toBe(true);
  expect(await runsOf(id)).toMatchObject([
    {
      id: runId,
      state: 'done',
      done: 2,
      of: 2,
      failure: null,
      result: { isFinal: true, totals: { queries: 2, hits: 1 } },
    },
  ]);
  const stored = await room.catalog.reports.run(runId ?? '');
  expect(stored?.rows.map(({ q, documents }) => [q, documents])).toEqual([
    ['titan', 1],
    ['inbox', 0],
  ]);
  expect([...unpackHitSets(stored?.sets ?? new Uint8Array())]).toEqual([
    [1, [documentId]],
    [2, []],
  ]);
  expect(errors).toEqual([]);
});

test('a report that is not there has no run', async () => {
  await start();
  expect(await runner.run('none')).toBeNull();
  expect(runner.done('none')).toBeNull();
  expect(runner.stop('none')).toBe(false);
  // Nor does asking for it block anything.
  expect(await runner.run('none')).toBeNull();
});

describe('while one is under way', () => {
  test('it is told how many queries were asked', async () => {
    let heard: (number | null)[] = [];
    let runId: string | null = null;
    const engine: ReportRunnerParts['engine'] = {
      ask: (question, signal) => {
        heard = [...heard, runner.done(runId ?? '')];
        return room.parts.engine.ask(question, signal);
      },
    };
    await start({ engine });
    const id = await makeReport('Terms', ['titan', 'a', 'b', 'c']);
    runId = await runner.run(id);
    expect(await over(id)).toBe(true);
    expect(heard.at(0)).toBe(0);
    expect(heard.at(-1)).toBeGreaterThan(1);
    expect(runner.done(runId ?? '')).toBeNull();
  });

  test('it is not run again, and afterwards it is', async () => {
    const { engine, open } = gate();
    await start({ engine });
    const id = await makeReport();
    await runner.run(id);
    await expect(runner.run(id)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/wait.*or stop it/),
    });
    open();
    expect(await over(id)).toBe(true);
    await runner.run(id);
    expect(await over(id)).toBe(true);
    expect(await statesOf(id)).toEqual(['done', 'done']);
  });

  test('asked for twice at once there is one run', async () => {
    await start();
    const id = await makeReport();
    const outcomes = await Promise.allSettled([runner.run(id), runner.run(id)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await over(id)).toBe(true);
    expect(await statesOf(id)).toEqual(['done']);
  });

  test('another waits for it', async () => {
    const { engine, open, asked } = gate();
    await start({ engine });
    const [first, second] = [await makeReport('One'), await makeReport('Two')];
    await runner.run(first);
    await runner.run(second);
    expect(await within(5000, () => asked() === 2)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 50));
    // Two queries of the first are asked at once, none of the second.
    expect(asked()).toBe(2);
    expect([await statesOf(first), await statesOf(second)]).toEqual([['running'], ['running']]);
    open();
    expect((await over(first)) && (await over(second))).toBe(true);
    expect([await statesOf(first), await statesOf(second)]).toEqual([['done'], ['done']]);
  });
});

describe('stopped', () => {
  test('it says so, keeps no half of a result, and can be run again', async () => {
    const { engine, open, asked } = gate();
    await start({ engine });
    const id = await makeReport();
    const runId = (await runner.run(id)) ?? '';
    expect(await within(5000, () => asked() > 0)).toBe(true);
    expect(runner.stop(runId)).toBe(true);
    expect(await over(id)).toBe(true);
    expect(await runsOf(id)).toMatchObject([
      { state: 'interrupted', failure: expect.stringMatching(/stopped/), result: null },
    ]);
    expect(await room.catalog.reports.run(runId)).toBeNull();
    // It was wanted: no fault to be logged.
    expect(errors).toEqual([]);
    open();
    await runner.run(id);
    expect(await over(id)).toBe(true);
    expect(await statesOf(id)).toEqual(['done', 'interrupted']);
  });

  test('before its turn it is never asked', async () => {
    const { engine, open, asked } = gate();
    await start({ engine });
    const [first, second] = [await makeReport('One'), await makeReport('Two')];
    await runner.run(first);
    const waiting = await runner.run(second);
    expect(runner.stop(waiting ?? '')).toBe(true);
    open();
    expect((await over(first)) && (await over(second))).toBe(true);
    expect([await statesOf(first), await statesOf(second)]).toEqual([['done'], ['interrupted']]);
    expect(asked()).toBe(2);
  });

  test('by the end of the program, all are, and none begins any more', async () => {
    const { engine, asked } = gate();
    await start({ engine });
    const [first, second] = [await makeReport('One'), await makeReport('Two')];
    await runner.run(first);
    await runner.run(second);
    expect(await within(5000, () => asked() > 0)).toBe(true);
    await runner.close();
    expect([await statesOf(first), await statesOf(second)]).toEqual([['interrupted'], ['interrupted']]);
    expect(await runner.run(first)).toBeNull();
    expect(await statesOf(first)).toEqual(['interrupted']);
  });
});

describe('failed', () => {
  test('it keeps the reason, it is logged with the report’s name, and the next one goes on', async () => {
    let isBroken = true;
    const engine: ReportRunnerParts['engine'] = {
      ask: (question, signal) =>
        isBroken ? Promise.reject(new Error('The words are gone.')) : room.parts.engine.ask(question, signal),
    };
    await start({ engine });
    const id = await makeReport();
    await runner.run(id);
    expect(await over(id)).toBe(true);
    expect(await runsOf(id)).toMatchObject([{ state: 'failed', failure: 'The words are gone.', result: null }]);
    expect(errors).toMatchObject([['Terms', { message: 'The words are gone.' }]]);
    isBroken = false;
    await runner.run(id);
    expect(await over(id)).toBe(true);
    expect(await statesOf(id)).toEqual(['done', 'failed']);
  });

  test('with filters of an older version, it says which', async () => {
    await start();
    const id = await makeReport('Terms', ['titan'], 'f.colour=red');
    await runner.run(id);
    expect(await over(id)).toBe(true);
    expect(await runsOf(id)).toMatchObject([{ state: 'failed', failure: expect.stringMatching(/no facet “colour”/) }]);
  });

  test('with the catalog, it is logged, and the report is not held for ever', async () => {
    const { reports } = room.catalog;
    let isBroken = true;
    const breaking = {
      ...reports,
      queries: (id: string) => (isBroken ? Promise.reject(new Error('disk')) : reports.queries(id)),
      endRun: (...ended: Parameters<typeof reports.endRun>) =>
        isBroken ? Promise.reject(new Error('disk')) : reports.endRun(...ended),
    };
    await start({ catalog: { corpus: () => room.catalog.corpus(), reports: breaking } });
    const id = await makeReport();
    await runner.run(id);
    expect(await within(5000, () => errors.length === 2)).toBe(true);
    isBroken = false;
    await runner.run(id);
    expect(await within(5000, async () => (await statesOf(id))[0] === 'done')).toBe(true);
  });

  test('at its very beginning, it is not held either', async () => {
    const { reports } = room.catalog;
    let isBroken = true;
    const breaking = {
      ...reports,
      startRun: (id: string) => (isBroken ? Promise.reject(new Error('disk')) : reports.startRun(id)),
    };
    await start({ catalog: { corpus: () => room.catalog.corpus(), reports: breaking } });
    const id = await makeReport();
    await expect(runner.run(id)).rejects.toThrow('disk');
    isBroken = false;
    expect(await runner.run(id)).not.toBeNull();
    expect(await over(id)).toBe(true);
  });
});

test('a report that is removed while it runs leaves nothing, and others go on', async () => {
  const { engine, open, asked } = gate();
  await start({ engine });
  const [gone, next] = [await makeReport('One'), await makeReport('Two')];
  await runner.run(gone);
  await runner.run(next);
  expect(await within(5000, () => asked() > 0)).toBe(true);
  await room.catalog.reports.remove(gone);
  open();
  expect(await over(next)).toBe(true);
  expect(await room.catalog.reports.get(gone)).toBeNull();
  expect(await statesOf(next)).toEqual(['done']);
  expect(errors).toEqual([]);
});

test('a run of a process that ended is told as interrupted after the next start', async () => {
  const id = await makeReport();
  await room.catalog.reports.startRun(id);
  await start();
  expect(await runsOf(id)).toMatchObject([{ state: 'interrupted', done: 0, result: null }]);
  // It does not block a new one.
  await runner.run(id);
  expect(await over(id)).toBe(true);
  expect(await statesOf(id)).toEqual(['done', 'interrupted']);
});

test('that the corpus changed meanwhile is kept with the counts', async () => {
  await start({ engine: room.engineAfter(() => room.filing('new.pdf', ['Titan.'])) });
  const id = await makeReport();
  await runner.run(id);
  expect(await over(id)).toBe(true);
  expect((await runsOf(id))[0]?.result).toMatchObject({
    isFinal: false,
    notices: [expect.stringMatching(/corpus changed/)],
    corpus: { documents: 1 },
  });
});
