// Search-term reports over HTTP: made from a list, run in the background, compared with earlier runs, handed out as files.
import type { Express, Response } from 'express';
import { reportCsv } from '../citations/report-csv.ts';
import { reportDocx } from '../citations/report-docx.ts';
import { reportXlsx } from '../citations/report-xlsx.ts';
import type { ExportFile } from '../citations/export-rows.ts';
import type { ReportSheet } from '../citations/report-table.ts';
import { PinciteError } from '../contract/errors.ts';
import type { Comparison, Report, ReportAnswer, ReportRequest, ReportRow, ReportRun } from '../contract/report-api.ts';
import { differenceOf, unpackHitSets } from '../search/reports/hit-sets.ts';
import { queriesOfArray, queriesOfList } from '../search/reports/query-list.ts';
import { encodeSearch, filtersFrom } from '../text/search-parameters.ts';
import type { ApiParts } from './api-parts.ts';
import { contentDisposition } from './content-disposition.ts';
import { found, mount } from './mount.ts';

const noReport = 'There is no such report; it may have been removed.';
const noRun = 'There is no such run of this report, or it is not done.';

export function mountReportRoutes(app: Express, parts: ApiParts): void {
  const { catalog, reports: runner } = parts;
  const now = (report: Report): Report => ({
    ...report,
    runs: report.runs.map((run) => ({ ...run, done: runner.done(run.id) ?? run.done })),
  });
  const reportOf = async (id: string): Promise<Report> => now(found(await catalog.reports.get(id), noReport));

  mount(app, 'reports', async () => ({ reports: (await catalog.reports.list()).map(now) }));

  mount(app, 'makeReport', async ({ body }) => {
    const id = await catalog.reports.create({
      name: body.name,
      dialect: body.dialect,
      facet: body.facet,
      // As this program writes them, whoever sent them.
      filters: encodeSearch(filtersFrom(body.filters)).toString(),
      queries: queriesOf(body),
    });
    await runner.run(id);
    return reportOf(id);
  });

  mount(app, 'runReport', async ({ part }) => {
    found(await runner.run(part('id')), noReport);
    return reportOf(part('id'));
  });

  mount(app, 'stopReport', async ({ part }) => {
    const report = await reportOf(part('id'));
    if (!report.runs.some(({ id }) => id === part('run')) || !runner.stop(part('run'))) {
      throw new PinciteError('not-found', 'This run is not under way (any more).');
    }
    return report;
  });

  mount(app, 'removeReport', async ({ part }) => {
    const report = await reportOf(part('id'));
    for (const { id } of report.runs) runner.stop(id);
    await catalog.reports.remove(report.id);
  });

  for (const [name, write] of [
    ['reportCsv', reportCsv],
    ['reportXlsx', reportXlsx],
    ['reportDocx', reportDocx],
  ] as const) {
    mount(app, name, async ({ part, query, response }) => {
      const { report, run, rows, compared } = await answerOf(parts, await reportOf(part('id')), query);
      const result = run?.result ?? null;
      if (run === null || result === null) throw new PinciteError('not-found', noRun);
      send(response, await write({ report, at: run.at, result, rows, compared } satisfies ReportSheet));
    });
  }

  mount(app, 'report', async ({ part, query }) => answerOf(parts, await reportOf(part('id')), query));
}

function queriesOf({ queries, list, listKind }: ReportRequest) {
  return queries === undefined ? queriesOfList(list ?? '', listKind) : queriesOfArray(queries);
}

/** A report with one of its runs, held against an earlier one. */
async function answerOf({ catalog }: ApiParts, report: Report, query: URLSearchParams): Promise<ReportAnswer> {
  const done = report.runs.filter(({ state }) => state === 'done');
  const run = chosen(done, query.get('run')) ?? done[0] ?? null;
  const stored = run === null ? null : await catalog.reports.run(run.id);
  if (run === null || stored === null) return { report, run: null, rows: [], compared: null };
  const earlier = chosen(done, query.get('compare')) ?? done[done.indexOf(run) + 1] ?? null;
  const before = earlier === null ? null : await catalog.reports.run(earlier.id);
  const rows = [...stored.rows];
  const compared =
    earlier === null || before === null || earlier === run
      ? null
      : comparisonOf(earlier, { rows: before.rows, sets: before.sets }, { rows, sets: stored.sets });
  return { report, run, rows, compared };
}

/** The run that was asked for; null when none was. */
function chosen(done: readonly ReportRun[], id: string | null): ReportRun | null {
  return id === null ? null : found(done.find((run) => run.id === id) ?? null, noRun);
}

interface Compared {
  readonly rows: readonly ReportRow[];
  readonly sets: Uint8Array;
}

/** A query that was not asked in one of the runs has gained and lost nothing: it cannot be compared. */
function comparisonOf({ id, at }: ReportRun, earlier: Compared, later: Compared): Comparison {
  const askedIn = ({ rows }: Compared) =>
    new Map(rows.flatMap(({ line, hits, fault }) => (fault === null ? [[line, hits] as const] : [])));
  const [before, now] = [askedIn(earlier), askedIn(later)];
  const rows = differenceOf(unpackHitSets(earlier.sets), unpackHitSets(later.sets)).flatMap((row) => {
    const [hitsBefore, hitsNow] = [before.get(row.line), now.get(row.line)];
    return hitsBefore === undefined || hitsNow === undefined ? [] : [{ ...row, hits: hitsNow - hitsBefore }];
  });
  return { runId: id, at, rows };
}

function send(response: Response, { filename, media, bytes }: ExportFile): void {
  response.setHeader('Content-Disposition', contentDisposition('attachment', filename));
  response.type(media).send(bytes);
}
