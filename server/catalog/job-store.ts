// Files waiting to be read, as leased rows: a worker that dies loses its lease, and the job goes to the next one.
// In: incoming files and what became of them. Out: jobs. Never reads a file itself; results are stored by file-writer.ts.
import { sql, type Expression, type SqlBool } from 'kysely';
import { PinciteError } from '../contract/errors.ts';
import type { JobView } from '../contract/document-api.ts';
import type { JobStore, LeasedJob } from './catalog.ts';
import type { CatalogDatabase, Writer } from './database.ts';
import { enqueueFile, newJob } from './enqueue-file.ts';
import { storeReading } from './file-writer.ts';
import { jobOf, json } from './rows.ts';

/** After so many attempts a job is parked as failed; a person may retry it. */
export const maxAttempts = 3;

/** What the stores take from outside, so that tests can choose time and ids. */
export interface Surroundings {
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Makes the store of jobs. */
export function createJobStore(database: CatalogDatabase, { now, newId }: Surroundings): JobStore {
  const { reader, write } = database;

  const withNames = () =>
    reader
      .selectFrom('jobs')
      .selectAll('jobs')
      .select((of) =>
        of
          .selectFrom('sightings')
          .select('sightings.documentId')
          .whereRef('sightings.sha256', '=', 'jobs.sha256')
          .whereRef('sightings.filename', '=', 'jobs.filename')
          .where('sightings.documentId', 'is not', null)
          .limit(1)
          .as('documentId'),
      )
      .select((of) =>
        of
          .selectFrom('sightings')
          .select(sql<string>`json_group_array(distinct sightings.filename)`.as('names'))
          .whereRef('sightings.sha256', '=', 'jobs.sha256')
          .whereRef('sightings.filename', '!=', 'jobs.filename')
          .as('otherNamesJson'),
      );
  const get = async (jobId: string): Promise<JobView | null> => {
    const row = await withNames().where('jobs.id', '=', jobId).executeTakeFirst();
    return row === undefined ? null : jobOf(row);
  };

  return {
    enqueue: (file) => write((writer) => enqueueFile(writer, file, newId(), now())),

    async refuse(filename, source, error) {
      const id = newId();
      const at = now().toISOString();
      await write(async (writer) => {
        // The same refusal of the same file at every start would pile up.
        await writer
          .deleteFrom('jobs')
          .where('sha256', 'is', null)
          .where('source', '=', source)
          .where('filename', '=', filename)
          .execute();
        await writer
          .insertInto('jobs')
          .values({
            ...newJob(id, null, filename, source, at),
            state: 'failed',
            errorCode: error.code,
            errorDetail: error.detail,
          })
          .execute();
      });
      return { jobId: id };
    },

    lease: (worker, leaseMs) => write((writer) => lease(writer, worker, leaseMs, now())),

    async progress(jobId, pagesDone, pageCount, leaseMs) {
      const at = now();
      await write((writer) =>
        writer
          .updateTable('jobs')
          .set({
            pagesDone,
            pageCount: pageCount === 0 ? null : pageCount,
            leaseUntil: at.getTime() + leaseMs,
            updatedAt: at.toISOString(),
          })
          .where('id', '=', jobId)
          .where('state', '=', 'running')
          .execute(),
      );
    },

    complete: (jobId, reading) =>
      write(async (writer) => {
        const job = await writer.selectFrom('jobs').select('sha256').where('id', '=', jobId).executeTakeFirst();
        if (job === undefined || job.sha256 === null) throw new PinciteError('not-found', `There is no job ${jobId}.`);
        const documentIds = await storeReading(writer, job.sha256, reading);
        await writer
          .updateTable('jobs')
          .set({
            state: 'done',
            pagesDone: reading.pages.length,
            pageCount: reading.pages.length,
            errorCode: null,
            errorDetail: null,
            leaseOwner: null,
            leaseUntil: null,
            updatedAt: now().toISOString(),
          })
          .where('id', '=', jobId)
          .execute();
        return { documentIds };
      }),

    async fail(jobId, error, retry) {
      await write(async (writer) => {
        const job = await writer.selectFrom('jobs').select('attempts').where('id', '=', jobId).executeTakeFirst();
        const again = retry && job !== undefined && job.attempts < maxAttempts;
        // A worker that comes late must not undo what the one that took its job over has done.
        await writer
          .updateTable('jobs')
          .set({
            state: again ? 'queued' : 'failed',
            errorCode: error.code,
            errorDetail: error.detail,
            leaseOwner: null,
            leaseUntil: null,
            updatedAt: now().toISOString(),
          })
          .where('id', '=', jobId)
          .where('state', '=', 'running')
          .execute();
      });
    },

    async retry(jobId) {
      const job = await get(jobId);
      if (job === null) return null;
      if (job.state !== 'failed') {
        throw new PinciteError('conflict', `${job.filename} is ${job.state}: only a failed job can be tried again.`);
      }
      const queued = await write(async (writer) => {
        const result = await writer
          .updateTable('jobs')
          .set({ state: 'queued', attempts: 0, errorCode: null, errorDetail: null, updatedAt: now().toISOString() })
          .where('id', '=', jobId)
          .where('sha256', 'is not', null)
          .executeTakeFirst();
        return result.numUpdatedRows > 0n;
      });
      if (!queued) {
        throw new PinciteError(
          'conflict',
          `${job.filename} was refused before it was stored. Mend the file and add it again.`,
        );
      }
      return get(jobId);
    },

    async handBack(jobId) {
      await write((writer) =>
        writer
          .updateTable('jobs')
          .set((of) => ({ state: 'queued', attempts: of('attempts', '-', 1), leaseOwner: null, leaseUntil: null }))
          .where('id', '=', jobId)
          .where('state', '=', 'running')
          .execute(),
      );
    },

    async releaseAll() {
      await write((writer) =>
        writer.updateTable('jobs').set({ leaseUntil: 0 }).where('state', '=', 'running').execute(),
      );
    },

    async requeueAll(parserVersion) {
      const at = now().toISOString();
      return write(async (writer) => {
        const stale = await writer
          .selectFrom('files')
          .select('sha256')
          .where('parserVersion', '!=', parserVersion)
          .execute();
        let queued = 0;
        for (const { sha256 } of stale) {
          const result = await writer
            .updateTable('jobs')
            .set({ state: 'queued', attempts: 0, pagesDone: 0, updatedAt: at })
            .where('sha256', '=', sha256)
            .where('state', '=', 'done')
            .executeTakeFirst();
          queued += Number(result.numUpdatedRows);
        }
        return queued;
      });
    },

    async readAgain(sha256) {
      const at = now().toISOString();
      const result = await write((writer) =>
        writer
          .updateTable('jobs')
          .set({ state: 'queued', attempts: 0, pagesDone: 0, updatedAt: at })
          .where('sha256', '=', sha256)
          .where('state', '=', 'done')
          .executeTakeFirst(),
      );
      return result.numUpdatedRows > 0n;
    },

    async list({ state, limit }) {
      const rows = await withNames()
        .$if(state !== null, (query) => query.where('jobs.state', '=', state ?? 'queued'))
        .orderBy('jobs.seq', 'desc')
        .limit(limit)
        .execute();
      return rows.map(jobOf);
    },

    get,

    async counts() {
      const rows = await reader
        .selectFrom('jobs')
        .select(['state', (of) => of.fn.countAll<number>().as('count')])
        .groupBy('state')
        .execute();
      const counts = { queued: 0, running: 0, done: 0, failed: 0 };
      for (const { state, count } of rows) counts[state] = count;
      return counts;
    },
  };
}

async function lease(writer: Writer, worker: string, leaseMs: number, at: Date): Promise<LeasedJob | null> {
  const time = at.getTime();
  // A worker that died three times over the same file took the file with it: parked, the rest goes on.
  await writer
    .updateTable('jobs')
    .set({
      state: 'failed',
      errorCode: 'unreadable-pdf',
      errorDetail: `Reading it ended the process ${maxAttempts} times. Save the PDF anew with another program and add that one.`,
      leaseOwner: null,
      leaseUntil: null,
      updatedAt: at.toISOString(),
    })
    .where('state', '=', 'running')
    .where('leaseUntil', '<', time)
    .where('attempts', '>=', maxAttempts)
    .execute();
  const job = await writer
    .selectFrom('jobs')
    .select(['id', 'sha256', 'filename', 'source', 'attempts'])
    .where('sha256', 'is not', null)
    .where((of): Expression<SqlBool> =>
      of.or([of('state', '=', 'queued'), of.and([of('state', '=', 'running'), of('leaseUntil', '<', time)])]),
    )
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  if (job === undefined || job.sha256 === null) return null;
  await writer
    .updateTable('jobs')
    .set({
      state: 'running',
      attempts: job.attempts + 1,
      pagesDone: 0,
      leaseOwner: worker,
      leaseUntil: time + leaseMs,
      updatedAt: at.toISOString(),
    })
    .where('id', '=', job.id)
    .execute();
  const sighting = await writer
    .selectFrom('sightings')
    .select(['fromNameJson', 'sidecarJson'])
    .where('sha256', '=', job.sha256)
    .where('filename', '=', job.filename)
    .where('source', '=', job.source)
    .executeTakeFirst();
  return {
    jobId: job.id,
    sha256: job.sha256,
    filename: job.filename,
    fromName: json(sighting?.fromNameJson ?? '{}'),
    sidecar: json(sighting?.sidecarJson ?? '{}'),
    attempts: job.attempts + 1,
  };
}
