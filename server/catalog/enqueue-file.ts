// A stored file on its way into the queue, inside the caller's transaction: where it was seen is noted, and a job waits for it.
// In: a file with what its name and sidecar say. Out: its job; the same bytes are one file and one job.
import type { IncomingFile } from './catalog.ts';
import type { Writer } from './database.ts';
import { fileAgain } from './file-writer.ts';

/** A job as it begins. */
export function newJob(id: string, sha256: string | null, filename: string, source: string, at: string) {
  return {
    id,
    sha256,
    filename,
    source,
    state: 'queued' as const,
    attempts: 0,
    pagesDone: 0,
    createdAt: at,
    updatedAt: at,
  };
}

/**
 * Notes where the file was seen and sees to it that it is read: once, however often it comes, and once more after a failure or
 * when its own sidecar has changed.
 */
export async function enqueueFile(writer: Writer, file: IncomingFile, jobId: string, at: Date) {
  const { sha256, filename, source } = file;
  const isNews = await noteSighting(writer, file);
  // A file that was refused from this place (empty, half a download) has been mended.
  await writer
    .deleteFrom('jobs')
    .where('sha256', 'is', null)
    .where('source', '=', source)
    .where('filename', '=', filename)
    .execute();
  const job = await writer
    .selectFrom('jobs')
    .select(['id', 'state', 'filename', 'source'])
    .where('sha256', '=', sha256)
    .orderBy('seq', 'desc')
    .executeTakeFirst();
  if (job === undefined) {
    await writer
      .insertInto('jobs')
      .values(newJob(jobId, sha256, filename, source, at.toISOString()))
      .execute();
    return { jobId, documentId: null, known: false };
  }
  // A failed file that is added once more: perhaps the limits are others now. A file whose own sidecar says something new:
  // its type decides how it is cut.
  const isReadAs = job.filename === filename && job.source === source;
  if (job.state === 'failed' || (job.state === 'done' && isReadAs && isNews)) {
    await writer
      .updateTable('jobs')
      .set({
        state: 'queued',
        attempts: 0,
        pagesDone: 0,
        errorCode: null,
        errorDetail: null,
        updatedAt: at.toISOString(),
      })
      .where('id', '=', job.id)
      .execute();
  } else if (job.state === 'done') {
    await fileAgain(writer, sha256);
  }
  const seen = await writer
    .selectFrom('sightings')
    .select('documentId')
    .where('sha256', '=', sha256)
    .where('filename', '=', filename)
    .where('source', '=', source)
    .executeTakeFirst();
  return { jobId: job.id, documentId: seen?.documentId ?? null, known: true };
}

/** Keeps where the file was seen and what name and sidecar say there; whether a place known before says something new. */
async function noteSighting(writer: Writer, file: IncomingFile): Promise<boolean> {
  const { sha256, filename, source, bytes } = file;
  const said = { fromNameJson: JSON.stringify(file.fromName), sidecarJson: JSON.stringify(file.sidecar) };
  const before = await writer
    .selectFrom('sightings')
    .select(['fromNameJson', 'sidecarJson'])
    .where('sha256', '=', sha256)
    .where('filename', '=', filename)
    .where('source', '=', source)
    .executeTakeFirst();
  await writer
    .insertInto('sightings')
    .values({ sha256, filename, source, bytes, ...said })
    .onConflict((conflict) => conflict.doUpdateSet(said))
    .execute();
  return before !== undefined && (before.fromNameJson !== said.fromNameJson || before.sidecarJson !== said.sidecarJson);
}
