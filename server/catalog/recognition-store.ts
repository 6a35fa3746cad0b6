// Pages that wait for recognition, as leased rows, and what was recognised of them: page by page, so that a killed process goes on
// where it was. In: outcomes. Out: the next page, and all outcomes of a file for the parser. Text reaches pages only through a reading.
import { sql, type Expression, type SqlBool } from 'kysely';
import type { Redaction, UnreadReason } from '../contract/page.ts';
import type { RecognitionOutcome } from '../contract/recognition.ts';
import type { RecognitionStore } from './catalog.ts';
import type { CatalogDatabase } from './database.ts';
import type { Surroundings } from './job-store.ts';
import { packRecognized, unpackRecognized } from './recognized-pages.ts';
import { json } from './rows.ts';

/** After so many failures a page is parked with its reason. */
const maxFailures = 3;

/** Makes the store. */
export function createRecognitionStore(
  { reader, write }: CatalogDatabase,
  { now }: Pick<Surroundings, 'now'>,
): RecognitionStore {
  return {
    take: (leaseMs) =>
      write(async (writer) => {
        const time = now().getTime();
        const page = await writer
          .selectFrom('pages')
          .leftJoin('recognitions', (join) =>
            join
              .onRef('recognitions.sha256', '=', 'pages.sha256')
              .onRef('recognitions.pageNumber', '=', 'pages.pageNumber'),
          )
          .select(['pages.sha256', 'pages.pageNumber', 'pages.redactionsJson', 'recognitions.failures'])
          .select((of) =>
            of
              .selectFrom('jobs')
              .select('jobs.filename')
              .whereRef('jobs.sha256', '=', 'pages.sha256')
              .orderBy('jobs.seq', 'desc')
              .limit(1)
              .as('filename'),
          )
          .where('pages.unreadReason', '=', 'awaiting-ocr')
          .where((of): Expression<SqlBool> =>
            of.or([
              of('recognitions.state', 'is', null),
              of('recognitions.state', '=', 'queued'),
              of.and([of('recognitions.state', '=', 'running'), of('recognitions.leaseUntil', '<', time)]),
            ]),
          )
          // Short files first: a binder of 700 pages must not keep ten exhibits waiting.
          .orderBy(sql`count(*) over (partition by pages.sha256)`)
          .orderBy('pages.sha256')
          .orderBy('pages.pageNumber')
          .limit(1)
          .executeTakeFirst();
        if (page === undefined) return null;
        const { sha256, pageNumber } = page;
        const running = { state: 'running' as const, leaseUntil: time + leaseMs };
        await writer
          .insertInto('recognitions')
          .values({ sha256, pageNumber, failures: 0, ...running })
          .onConflict((conflict) => conflict.columns(['sha256', 'pageNumber']).doUpdateSet(running))
          .execute();
        const covered = json<Redaction[]>(page.redactionsJson).flatMap(({ bad, box }) => (bad ? [box] : []));
        return { sha256, pageNumber, filename: page.filename ?? sha256, covered };
      }),

    async put(sha256, page) {
      const values = {
        state: 'done' as const,
        leaseUntil: null,
        reason: null,
        detail: null,
        pageData: packRecognized(page),
      };
      await write((writer) =>
        writer
          .updateTable('recognitions')
          .set(values)
          .where('sha256', '=', sha256)
          .where('pageNumber', '=', page.pageNumber)
          .execute(),
      );
    },

    fail: (sha256, pageNumber, { reason, detail }) =>
      write(async (writer) => {
        const row = await writer
          .selectFrom('recognitions')
          .select('failures')
          .where('sha256', '=', sha256)
          .where('pageNumber', '=', pageNumber)
          .executeTakeFirst();
        const failures = (row?.failures ?? 0) + 1;
        const isParked = failures >= maxFailures;
        await writer
          .updateTable('recognitions')
          .set({ state: isParked ? 'failed' : 'queued', leaseUntil: null, failures, reason, detail })
          .where('sha256', '=', sha256)
          .where('pageNumber', '=', pageNumber)
          .execute();
        return isParked;
      }),

    async forget(sha256, pageNumber) {
      await write((writer) =>
        writer
          .deleteFrom('recognitions')
          .where('sha256', '=', sha256)
          .where('pageNumber', '=', pageNumber)
          .where('state', 'in', ['done', 'failed'])
          .execute(),
      );
    },

    async handBack(sha256, pageNumber) {
      await write((writer) =>
        writer
          .updateTable('recognitions')
          .set({ state: 'queued', leaseUntil: null })
          .where('sha256', '=', sha256)
          .where('pageNumber', '=', pageNumber)
          .where('state', '=', 'running')
          .execute(),
      );
    },

    async releaseAll() {
      await write((writer) =>
        writer.updateTable('recognitions').set({ leaseUntil: 0 }).where('state', '=', 'running').execute(),
      );
    },

    async outcomes(sha256) {
      const rows = await reader
        .selectFrom('recognitions')
        .select(['pageNumber', 'state', 'reason', 'detail', 'pageData'])
        .where('sha256', '=', sha256)
        .where('state', 'in', ['done', 'failed'])
        .orderBy('pageNumber')
        .execute();
      return rows.map(({ pageNumber, reason, detail, pageData }): RecognitionOutcome => {
        if (pageData !== null) return { kind: 'recognized', page: unpackRecognized(pageData) };
        return { kind: 'failed', pageNumber, reason: (reason ?? 'unreadable') as UnreadReason, detail: detail ?? '' };
      });
    },

    async waiting() {
      const row = await reader
        .selectFrom('pages')
        .leftJoin('recognitions', (join) =>
          join
            .onRef('recognitions.sha256', '=', 'pages.sha256')
            .onRef('recognitions.pageNumber', '=', 'pages.pageNumber'),
        )
        .select((of) => of.fn.countAll<number>().as('count'))
        .where('pages.unreadReason', '=', 'awaiting-ocr')
        .where((of): Expression<SqlBool> =>
          of.or([of('recognitions.state', 'is', null), of('recognitions.state', 'in', ['queued', 'running'])]),
        )
        .executeTakeFirstOrThrow();
      return row.count;
    },

    async progress() {
      const isSettled = sql<number>`recognitions.state in ('done', 'failed')`;
      const isWaiting = sql<number>`coalesce(pages.unreadReason, '') = 'awaiting-ocr'`;
      const rows = await reader
        .selectFrom('pages')
        .leftJoin('recognitions', (join) =>
          join
            .onRef('recognitions.sha256', '=', 'pages.sha256')
            .onRef('recognitions.pageNumber', '=', 'pages.pageNumber'),
        )
        .select([
          'pages.sha256',
          sql<number>`sum(coalesce(${isSettled}, 0) and ${isWaiting})`.as('fresh'),
          sql<number>`sum(coalesce(${isSettled}, 0) and not ${isWaiting})`.as('applied'),
          sql<number>`sum(not coalesce(${isSettled}, 0) and ${isWaiting})`.as('left'),
        ])
        .where('pages.sha256', 'in', (of) =>
          of.selectFrom('pages').select('pages.sha256').distinct().where('pages.unreadReason', '=', 'awaiting-ocr'),
        )
        .groupBy('pages.sha256')
        .execute();
      return rows;
    },
  };
}
