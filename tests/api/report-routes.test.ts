// Search-term reports over HTTP, with a real runner over a real catalog: made, run again, compared, handed out, removed; and every refusal.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import {
  maxListLength,
  reportAnswerSchema,
  reportSchema,
  reportsAnswerSchema,
  type Report,
  type ReportAnswer,
} from '../../server/contract/report-api.ts';
import { startReportRunner, type ReportRunner } from '../../server/report-runner.ts';
import { packHitSets } from '../../server/search/reports/hit-sets.ts';
import { partOf } from '../citations/zip-parts.ts';
import { reportedRow, resultOf } from '../citations/report-sheets.ts';
import { within } from '../integration/running-program.ts';
import { reportingRoom, type ReportingRoom } from '../reporting-room.ts';
import { startApi, type RunningApi } from './running-api.ts';

let room: ReportingRoom;
let runner: ReportRunner;
let api: RunningApi;
/** While set, nothing is answered. */
let held: Promise<void> | null = null;

beforeAll(async () => {
  room = reportingRoom();
  await room.filing('letter.pdf', ['Titan was private.', 'The inbox of Titan.'], { type: 'letter brief' });
  await room.filing('order.pdf', ['It is ordered: titan.'], { type: 'order' });
  const engine: typeof room.parts.engine = {
    ask: async (ask, signal) => {
      await held;
      signal?.throwIfAborted();
      return room.parts.engine.ask(ask, signal);
    },
  };
  runner = await startReportRunner({ ...room.parts, engine, catalog: room.catalog, onError: () => undefined });
  api = await startApi(() => ({ catalog: room.catalog, reports: runner }));
});
afterAll(async () => {
  await api.close();
  await runner.close();
  await room.close();
});
beforeEach(() => {
  held = null;
});

const reportOf = async (id: string, query = ''): Promise<ReportAnswer> =>
  reportAnswerSchema.parse((await api.ask(`/api/reports/${id}${query}`)).json());
/** Whether no run is under way; so it is when the report has been removed. */
const isOver = (id: string) =>
  within(
    5000,
    async () => (await room.catalog.reports.get(id))?.runs.every(({ state }) => state !== 'running') ?? true,
  );

async function made(body: object): Promise<Report> {
  const answer = await api.send('POST', '/api/reports', { name: 'Terms', ...body });
  expect(answer.status).toBe(202);
  return reportSchema.parse(answer.json());
}
/** A report that has been run. */
async function done(body: object): Promise<Report> {
  const report = await made(body);
  expect(await isOver(report.id)).toBe(true);
  return report;
}
async function runAgain(id: string): Promise<void> {
  expect((await api.send('POST', `/api/reports/${id}/runs`)).status).toBe(202);
  expect(await isOver(id)).toBe(true);
}

describe('making one', () => {
  test('answers at once with a run under way, which ends with rows', async () => {
    const report = await made({ queries: ['titan', 'inbox'] });
    expect(report).toMatchObject({ name: 'Terms', dialect: 'pincite', filters: '', facet: null, queries: 2 });
    expect(report.runs).toHaveLength(1);
    expect(await isOver(report.id)).toBe(true);
    const { run, rows, compared } = await reportOf(report.id);
    expect(run).toMatchObject({ state: 'done', done: 2, of: 2, result: { isFinal: true, corpus: { documents: 2 } } });
    expect(rows.map(({ line, q, documents }) => [line, q, documents])).toEqual([
      [1, 'titan', 2],
      [2, 'inbox', 1],
    ]);
    expect(compared).toBeNull();
  });

  test.each<[string, object, [number, string][]]>([
    [
      'a text',
      { list: '# agreed\ntitan\n\ninbox' },
      [
        [2, 'titan'],
        [4, 'inbox'],
      ],
    ],
    ['a CSV', { list: 'no,query\n1,"titan, inbox"', listKind: 'csv' }, [[2, 'titan, inbox']]],
    [
      'queries with a blank one',
      { queries: ['titan', ''] },
      [
        [1, 'titan'],
        [2, ''],
      ],
    ],
  ])('%s', async (_, body, expected) => {
    const { id } = await done(body);
    expect((await reportOf(id)).rows.map(({ line, q }) => [line, q])).toEqual(expected);
  });

  test('with a bad line reports it with its place, and the rest', async () => {
    const { id } = await done({ list: 'titan\ninbox api\nzebra' });
    const { rows, run } = await reportOf(id);
    expect(rows.map(({ documents, fault }) => [documents, fault?.position ?? null])).toEqual([
      [2, null],
      [0, 6],
      [0, null],
    ]);
    expect(run?.result?.totals).toMatchObject({ queries: 3, faults: 1 });
  });

  test('within filters, by facet, in a dialect', async () => {
    const filters = 'f.type=letter+brief';
    const { id, ...report } = await done({ queries: ['titan & inbox'], filters, facet: 'type', dialect: 'westlaw' });
    expect(report).toMatchObject({ filters, facet: 'type', dialect: 'westlaw' });
    expect((await reportOf(id)).rows[0]).toMatchObject({
      documents: 1,
      values: [{ value: 'letter brief', documents: 1 }],
    });
  });

  test('a list as long as may be is taken', async () => {
    const line = `# ${'§'.repeat(99)}\n`;
    const list = `titan\n${line.repeat(Math.floor(maxListLength / line.length) - 1)}`;
    const { id } = await done({ list });
    expect((await reportOf(id)).rows).toHaveLength(1);
  });

  const refused: [string, object, string | undefined, RegExp][] = [
    ['without a name', { name: ' ', queries: ['a'] }, 'name', /name/],
    ['without queries', {}, undefined, /“queries” or as “list”/],
    ['with both', { queries: ['a'], list: 'a' }, undefined, /“queries” or as “list”/],
    ['with an empty list', { list: '\n# x' }, 'list', /holds no query/],
    ['with empty queries', { queries: [] }, 'list', /holds no query/],
    ['with a broken CSV', { list: 'query\n"titan', listKind: 'csv' }, 'list', /no CSV/],
    ['with too many queries', { list: 'titan\n'.repeat(5001) }, 'list', /5,001 queries/],
    ['with a question among the filters', { queries: ['a'], filters: 'q=titan' }, 'filters', /no filter/],
    ['with a filter there is not', { queries: ['a'], filters: 'f.colour=red' }, 'f.colour', /no facet/],
    ['in a dialect there is not', { queries: ['a'], dialect: 'lexis' }, 'dialect', /./],
    ['by a facet there is not', { queries: ['a'], facet: 'colour' }, 'facet', /./],
    ['with what it does not know', { queries: ['a'], color: 'red' }, undefined, /color/],
  ];
  test.each(refused)('%s is refused, and nothing is kept', async (_, body, field, message) => {
    const before = await room.catalog.reports.list();
    const answer = await api.send('POST', '/api/reports', { name: 'Terms', ...body });
    expect(answer.status).toBe(400);
    expect(answer.problem()).toMatchObject({ code: 'bad-request', detail: expect.stringMatching(message) });
    if (field !== undefined) expect(answer.problem().field).toBe(field);
    expect(await room.catalog.reports.list()).toEqual(before);
  });
});

test('the list holds all of them, the newest first', async () => {
  const [one, two] = [await done({ name: 'One', queries: ['a'] }), await done({ name: 'Two', queries: ['b'] })];
  const { reports } = reportsAnswerSchema.parse((await api.ask('/api/reports')).json());
  expect(reports.slice(0, 2).map(({ id }) => id)).toEqual([two.id, one.id]);
});

describe('while it runs', () => {
  let letGo = (): void => undefined;
  let id = '';
  beforeEach(async () => {
    held = new Promise((resolve) => {
      letGo = resolve;
    });
    ({ id } = await made({ queries: ['titan', 'inbox', 'zebra'] }));
  });
  afterEach(async () => {
    letGo();
    await isOver(id);
  });

  test('there is no result, and no file', async () => {
    expect(await reportOf(id)).toMatchObject({ run: null, rows: [], compared: null });
    for (const ending of ['csv', 'xlsx', 'docx']) {
      const answer = await api.ask(`/api/reports/${id}.${ending}`);
      expect([answer.status, answer.problem().code]).toEqual([404, 'not-found']);
    }
  });

  test('it is not run a second time', async () => {
    const answer = await api.send('POST', `/api/reports/${id}/runs`);
    expect([answer.status, answer.problem().code]).toEqual([409, 'conflict']);
    letGo();
    expect(await isOver(id)).toBe(true);
    expect((await reportOf(id)).report.runs).toHaveLength(1);
  });

  test('it can be stopped, once', async () => {
    const [run] = (await reportOf(id)).report.runs;
    const path = `/api/reports/${id}/runs/${run?.id ?? ''}`;
    expect(run).toMatchObject({ state: 'running', done: 0, of: 3 });
    expect((await api.send('DELETE', path)).status).toBe(200);
    letGo();
    expect(await isOver(id)).toBe(true);
    expect((await reportOf(id)).report.runs).toMatchObject([
      { state: 'interrupted', failure: expect.stringMatching(/stopped/) },
    ]);
    expect((await api.send('DELETE', path)).problem()).toMatchObject({
      code: 'not-found',
      detail: expect.stringMatching(/not under way/),
    });
  });

  test('a run of another report is not stopped by its name', async () => {
    const [run] = (await reportOf(id)).report.runs;
    const other = await room.catalog.reports.create({
      name: 'Other',
      dialect: 'pincite',
      filters: '',
      facet: null,
      queries: [],
    });
    expect((await api.send('DELETE', `/api/reports/${other}/runs/${run?.id ?? ''}`)).status).toBe(404);
    letGo();
    expect(await isOver(id)).toBe(true);
    expect((await reportOf(id)).run?.state).toBe('done');
  });

  test('removed, it is gone, and another one runs', async () => {
    expect((await api.send('DELETE', `/api/reports/${id}`)).status).toBe(204);
    expect((await api.ask(`/api/reports/${id}`)).status).toBe(404);
    letGo();
    expect((await reportOf((await done({ queries: ['titan'] })).id)).run?.state).toBe('done');
  });
});

describe('run again after the corpus has grown', () => {
  let id = '';
  let runs: string[] = [];
  beforeAll(async () => {
    ({ id } = await done({ queries: ['titan', 'a b', 'zebra'] }));
    await room.filing('new.pdf', ['Titan again, and a zebra.'], { type: 'notice' });
    await runAgain(id);
    await runAgain(id);
    runs = (await reportOf(id)).report.runs.map(({ id: run }) => run);
  });
  const changes = ({ compared }: ReportAnswer) =>
    compared?.rows.map(({ line, gained, lost, hits }) => [line, gained, lost, hits]);

  test('the last is shown, held against the one before', async () => {
    const answer = await reportOf(id);
    expect(answer.run?.id).toBe(runs[0]);
    expect(answer.compared?.runId).toBe(runs[1]);
    // The query that was not asked is not compared.
    expect(changes(answer)).toEqual([
      [1, 0, 0, 0],
      [3, 0, 0, 0],
    ]);
  });

  test('or against any other', async () => {
    const answer = await reportOf(id, `?compare=${runs[2]}`);
    expect(changes(answer)).toEqual([
      [1, 1, 0, 1],
      [3, 1, 0, 1],
    ]);
    expect(answer.compared?.at).toBe(answer.report.runs[2]?.at);
  });

  test('an earlier one is shown as it was', async () => {
    const { run, rows, compared } = await reportOf(id, `?run=${runs[2]}`);
    expect(run?.id).toBe(runs[2]);
    expect(rows.map(({ documents }) => documents)).toEqual([2, 0, 0]);
    expect(compared).toBeNull();
    expect(changes(await reportOf(id, `?run=${runs[1]}`))).toEqual([
      [1, 1, 0, 1],
      [3, 1, 0, 1],
    ]);
  });

  test('held against itself there is nothing to tell', async () => {
    expect((await reportOf(id, `?run=${runs[1]}&compare=${runs[1]}`)).compared).toBeNull();
  });

  test('files are of the run that is asked for', async () => {
    const rowsAt = async (query: string): Promise<string[][]> =>
      parse((await api.ask(`/api/reports/${id}.csv${query}`)).body, { bom: true, relax_column_count: true });
    const [firstHeads, first] = await rowsAt(`?run=${runs[2]}`);
    expect(first?.slice(0, 4)).toEqual(['1', 'titan', '2', '3']);
    expect(firstHeads).not.toContainEqual(expect.stringMatching(/gained/));
    const [lastHeads, last] = await rowsAt('');
    expect(last?.slice(0, 4)).toEqual(['1', 'titan', '3', '4']);
    expect(lastHeads).toContainEqual(expect.stringMatching(/^documents gained since \d{4}-\d\d-\d\d$/));
  });

  test.each(['?run=none', '?compare=none', '?run=&compare='])('%s is not found', async (query) => {
    const answer = await api.ask(`/api/reports/${id}${query}`);
    expect([answer.status, answer.problem().code]).toEqual([404, 'not-found']);
  });

  test('a run that failed is neither shown nor compared', async () => {
    const failed = await room.catalog.reports.startRun(id);
    await room.catalog.reports.endRun(failed, 'failed', 'The disk was full.');
    const answer = await reportOf(id);
    expect(answer.report.runs[0]).toMatchObject({ id: failed, state: 'failed', failure: 'The disk was full.' });
    expect(answer.run?.id).toBe(runs[0]);
    expect((await api.ask(`/api/reports/${id}?run=${failed}`)).status).toBe(404);
    expect((await api.ask(`/api/reports/${id}.csv?run=${failed}`)).status).toBe(404);
  });
});

test('a query that a former version could not read is not compared with what it finds now', async () => {
  const { reports } = room.catalog;
  const id = await reports.create({
    name: 'Old',
    dialect: 'pincite',
    filters: '',
    facet: null,
    queries: [
      { line: 1, q: 'titan' },
      { line: 2, q: 'inbox' },
    ],
  });
  const fault = { detail: 'Unknown.', position: 0 };
  for (const first of [
    { fault, hits: 0, documents: 0 },
    { hits: 4, documents: 2 },
  ]) {
    const rows = [reportedRow({ line: 1, ...first }), reportedRow({ line: 2, hits: 1 })];
    const sets = packHitSets(
      new Map([
        [1, 'fault' in first ? [] : ['a', 'b']],
        [2, ['a']],
      ]),
    );
    await reports.finishRun(await reports.startRun(id), { result: resultOf(), rows, sets });
  }
  expect((await reportOf(id)).compared?.rows).toEqual([{ line: 2, gained: 0, lost: 0, hits: 0 }]);
});

describe('as a file', () => {
  let id = '';
  beforeAll(async () => {
    ({ id } = await done({ name: 'Ads “spend”: Ünited / 1', queries: ['titan', '=inbox'] }));
  });
  test.each<[string, string, (body: Buffer) => Promise<string> | string]>([
    ['csv', 'text/csv; charset=utf-8', (body) => body.toString('utf8')],
    [
      'xlsx',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      async (body) => JSON.stringify(await readSheet(body, 'Queries')),
    ],
    [
      'docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      (body) => partOf(body, 'word/document.xml'),
    ],
  ])('%s: the kind, a name that can be saved, the rows', async (ending, media, read) => {
    const answer = await api.ask(`/api/reports/${id}.${ending}`);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, media]);
    const disposition = answer.headers['content-disposition'] ?? '';
    expect(disposition).toMatch(/^attachment;/);
    expect(decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? '')).toBe(
      `Ads “spend” Ünited 1.${ending}`,
    );
    const text = await read(answer.body);
    expect(text).toContain('titan');
    expect(text).toContain('=inbox');
  });

  test('of another kind there is none', async () => {
    expect((await api.ask(`/api/reports/${id}.pdf`)).status).toBe(404);
  });

  test.each(['?compare=x', '?colour=red'])('%s is refused', async (query) => {
    expect((await api.ask(`/api/reports/${id}.csv${query}`)).problem()).toMatchObject({ code: 'bad-request' });
  });
});

test.each([
  ['GET', '/api/reports/none'],
  ['GET', '/api/reports/none.csv'],
  ['GET', '/api/reports/none.xlsx'],
  ['GET', '/api/reports/none.docx'],
  ['POST', '/api/reports/none/runs'],
  ['DELETE', '/api/reports/none/runs/none'],
  ['DELETE', '/api/reports/none'],
])('%s %s is not found', async (method, path) => {
  const answer = await api.send(method, path);
  expect([answer.status, answer.problem()]).toMatchObject([
    404,
    { code: 'not-found', detail: expect.stringMatching(/no such report/) },
  ]);
});
