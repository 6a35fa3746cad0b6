// Reports with their runs as they are kept: newest first, a run that is over never changes, nothing outlives its report.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DatabaseSync } from 'node:sqlite';
import type { NewReport } from '../../server/catalog/catalog.ts';
import type { ReportRow } from '../../server/contract/report-api.ts';
import { openCatalog } from '../../server/catalog/open-catalog.ts';
import { reportedRow, resultOf } from '../citations/report-sheets.ts';
import { temporaryCatalog } from './readings.ts';

let own: ReturnType<typeof temporaryCatalog>;
beforeEach(() => {
  own = temporaryCatalog();
});
afterEach(() => own.close());

const queries = [
  { line: 3, q: 'titan' },
  { line: 7, q: '"inbox api" w/5 titan' },
];
const asked = (extra: Partial<NewReport> = {}): NewReport => ({
  name: 'Custodians',
  dialect: 'dtsearch',
  filters: 'f.type=order',
  facet: 'type',
  queries,
  ...extra,
});
const done = () => ({ result: resultOf(), rows: [reportedRow({ q: 'titan' })], sets: new Uint8Array([1, 2, 255]) });

describe('a report', () => {
  test('comes back as it was asked, without runs', async () => {
    const { reports } = own.catalog;
    const id = await reports.create(asked());
    expect(await reports.get(id)).toEqual({
      id,
      name: 'Custodians',
      createdAt: '2026-01-01T00:00:00.000Z',
      dialect: 'dtsearch',
      filters: 'f.type=order',
      facet: 'type',
      queries: 2,
      runs: [],
    });
    expect(await reports.queries(id)).toEqual(queries);
  });

  test('stands in the list, the newest first, also of two of one moment', async () => {
    const { reports } = own.catalog;
    const ids = [await reports.create(asked()), await reports.create(asked({ name: 'Again', facet: null }))];
    expect((await reports.list()).map(({ id }) => id)).toEqual(ids.toReversed());
    expect((await reports.list())[0]).toMatchObject({ name: 'Again', facet: null });
  });

  test('that is not there is null', async () => {
    const { reports } = own.catalog;
    expect([await reports.get('none'), await reports.queries('none'), await reports.run('none')]).toEqual([
      null,
      null,
      null,
    ]);
    expect(await reports.remove('none')).toBe(false);
    expect(await reports.list()).toEqual([]);
  });

  test('is removed with its runs, and without those of others', async () => {
    const { reports } = own.catalog;
    const [gone, kept] = [await reports.create(asked()), await reports.create(asked())];
    const runs = [await reports.startRun(gone), await reports.startRun(kept)];
    for (const run of runs) await reports.finishRun(run, done());
    expect(await reports.remove(gone)).toBe(true);
    expect(await reports.get(gone)).toBeNull();
    expect(await Promise.all(runs.map((run) => reports.run(run)))).toEqual([null, expect.objectContaining({})]);
    const raw = new DatabaseSync(own.path, { readOnly: true });
    const { count } = raw.prepare('select count(*) as count from reportRuns').get() ?? {};
    raw.close();
    expect(count).toBe(1);
  });

  test('a run of a report that is not there is refused', async () => {
    await expect(own.catalog.reports.startRun('none')).rejects.toThrow(/FOREIGN KEY/);
  });
});

describe('a run', () => {
  let reportId = '';
  let runId = '';
  const runs = async () => (await own.catalog.reports.get(reportId))?.runs ?? [];
  beforeEach(async () => {
    reportId = await own.catalog.reports.create(asked());
    own.tick(1000);
    runId = await own.catalog.reports.startRun(reportId);
  });

  test('that has begun has no result', async () => {
    expect(await runs()).toEqual([
      { id: runId, at: '2026-01-01T00:00:01.000Z', state: 'running', done: 0, of: 2, failure: null, result: null },
    ]);
    expect(await own.catalog.reports.run(runId)).toBeNull();
  });

  test('that is done has all of it: result with the report, rows and sets by themselves', async () => {
    const run = done();
    await own.catalog.reports.finishRun(runId, run);
    expect(await runs()).toEqual([expect.objectContaining({ state: 'done', done: 2, of: 2, result: run.result })]);
    const stored = await own.catalog.reports.run(runId);
    expect(stored?.rows).toEqual(run.rows);
    expect([...(stored?.sets ?? [])]).toEqual([1, 2, 255]);
  });

  test('that an earlier version kept, before it looked for repeated queries, comes back with none', async () => {
    const { sameAs, ...row } = reportedRow();
    await own.catalog.reports.finishRun(runId, { ...done(), rows: [row as ReportRow] });
    expect((await own.catalog.reports.run(runId))?.rows).toEqual([{ ...row, sameAs }]);
  });

  test.each(['failed', 'interrupted'] as const)('that %s has its reason and no rows', async (state) => {
    await own.catalog.reports.endRun(runId, state, 'The disk was full.');
    expect(await runs()).toEqual([
      expect.objectContaining({ state, done: 0, failure: 'The disk was full.', result: null }),
    ]);
    expect(await own.catalog.reports.run(runId)).toBeNull();
  });

  type Change = (id: string) => Promise<void>;
  const changes: [string, Change][] = [
    ['done', (id) => own.catalog.reports.finishRun(id, { ...done(), rows: [] })],
    ['failed', (id) => own.catalog.reports.endRun(id, 'failed', 'late')],
    ['interrupted', (id) => own.catalog.reports.endRun(id, 'interrupted', 'late')],
    ['interrupted by a start', () => own.catalog.reports.interruptAll()],
  ];
  test.each(changes)('that is done is not made %s afterwards: somebody may have certified it', async (_, change) => {
    await own.catalog.reports.finishRun(runId, done());
    const before = [await runs(), await own.catalog.reports.run(runId)];
    await change(runId);
    expect([await runs(), await own.catalog.reports.run(runId)]).toEqual(before);
  });
  test.each(changes)('that failed is not made %s afterwards', async (_, change) => {
    await own.catalog.reports.endRun(runId, 'failed', 'first');
    await change(runId);
    expect(await runs()).toEqual([expect.objectContaining({ state: 'failed', failure: 'first', result: null })]);
  });

  test('the newest comes first, each with what it counted', async () => {
    const { reports } = own.catalog;
    await reports.finishRun(runId, done());
    own.tick(1000);
    const second = await reports.startRun(reportId);
    await reports.finishRun(second, { ...done(), rows: [reportedRow({ documents: 9 })] });
    expect((await runs()).map(({ id }) => id)).toEqual([second, runId]);
    expect((await reports.run(second))?.rows[0]?.documents).toBe(9);
    expect((await reports.run(runId))?.rows[0]?.documents).not.toBe(9);
  });

  test('of a process that ended is interrupted at the next start, and none besides', async () => {
    const finished = await own.catalog.reports.startRun(reportId);
    await own.catalog.reports.finishRun(finished, done());
    const again = openCatalog({ path: own.path });
    await again.reports.interruptAll();
    expect((await again.reports.get(reportId))?.runs.map(({ state }) => state)).toEqual(['done', 'interrupted']);
    await again.close();
  });
});
