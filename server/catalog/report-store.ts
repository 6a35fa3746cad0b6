// Search-term reports with all their runs: a run is never changed once it is done, for somebody may have certified it.
// In: lists of queries, results. Out: reports, newest run first. Missing things are null.
import type { ListedQuery, Report, ReportResult, ReportRow, ReportRun } from '../contract/report-api.ts';
import type { NewReport, ReportStore, StoredRun } from './catalog.ts';
import type { CatalogDatabase, Reader } from './database.ts';
import type { Surroundings } from './job-store.ts';
import { json } from './rows.ts';

/** Makes the store. */
export function createReportStore(
  { reader, write }: CatalogDatabase,
  { newId, now }: Pick<Surroundings, 'newId' | 'now'>,
): ReportStore {
  const get = async (id: string): Promise<Report | null> => (await loadReports(reader, id))[0] ?? null;
  return {
    list: () => loadReports(reader, null),
    get,

    async create({ name, queries, ...asked }: NewReport) {
      const id = newId();
      await write((writer) =>
        writer
          .insertInto('reports')
          .values({ id, name, createdAt: now().toISOString(), ...asked, queriesJson: JSON.stringify(queries) })
          .execute(),
      );
      return id;
    },

    remove: (id) =>
      write(async (writer) => {
        const gone = await writer.deleteFrom('reports').where('id', '=', id).executeTakeFirst();
        return gone.numDeletedRows > 0n;
      }),

    async queries(id) {
      const row = await reader.selectFrom('reports').select('queriesJson').where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : json<ListedQuery[]>(row.queriesJson);
    },

    startRun: (reportId) =>
      write(async (writer) => {
        const id = newId();
        await writer
          .insertInto('reportRuns')
          .values({ id, reportId, at: now().toISOString(), state: 'running' })
          .execute();
        return id;
      }),

    async finishRun(runId, { result, rows, sets }) {
      await write((writer) =>
        writer
          .updateTable('reportRuns')
          .set({ state: 'done', resultJson: JSON.stringify(result), rowsJson: JSON.stringify(rows), sets })
          .where('id', '=', runId)
          .where('state', '=', 'running')
          .execute(),
      );
    },

    async endRun(runId, state, failure) {
      await write((writer) =>
        writer
          .updateTable('reportRuns')
          .set({ state, failure })
          .where('id', '=', runId)
          .where('state', '=', 'running')
          .execute(),
      );
    },

    async interruptAll() {
      await write((writer) =>
        writer.updateTable('reportRuns').set({ state: 'interrupted' }).where('state', '=', 'running').execute(),
      );
    },

    async run(runId): Promise<StoredRun | null> {
      const row = await reader.selectFrom('reportRuns').selectAll().where('id', '=', runId).executeTakeFirst();
      if (row === undefined || row.rowsJson === null || row.sets === null) return null;
      // Earlier versions did not look for queries that are repeated.
      const rows = json<(Omit<ReportRow, 'sameAs'> & Partial<ReportRow>)[]>(row.rowsJson);
      return { rows: rows.map((each) => ({ sameAs: null, ...each })), sets: row.sets };
    },
  };
}

async function loadReports(reader: Reader, id: string | null): Promise<Report[]> {
  const rows = await reader
    .selectFrom('reports')
    .selectAll()
    .$if(id !== null, (query) => query.where('id', '=', id ?? ''))
    .orderBy('seq', 'desc')
    .execute();
  const runs = await reader
    .selectFrom('reportRuns')
    .select(['id', 'reportId', 'at', 'state', 'failure', 'resultJson'])
    .$if(id !== null, (query) => query.where('reportId', '=', id ?? ''))
    .orderBy('seq', 'desc')
    .execute();
  const byReport = Map.groupBy(runs, ({ reportId }) => reportId);
  return rows.map(({ id: reportId, name, createdAt, filters, queriesJson, dialect, facet }) => {
    const of = json<ListedQuery[]>(queriesJson).length;
    return {
      id: reportId,
      name,
      createdAt,
      filters,
      // Written by `create`, whose callers give the contract's values.
      dialect: dialect as Report['dialect'],
      facet: facet as Report['facet'],
      queries: of,
      runs: (byReport.get(reportId) ?? []).map((run): ReportRun => ({
        id: run.id,
        at: run.at,
        state: run.state,
        done: run.state === 'done' ? of : 0,
        of,
        failure: run.failure,
        result: run.resultJson === null ? null : json<ReportResult>(run.resultJson),
      })),
    };
  });
}
