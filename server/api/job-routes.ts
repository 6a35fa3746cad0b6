// Intake by upload, jobs, and their stream.
import { rm } from 'node:fs/promises';
import type { Express, RequestHandler } from 'express';
import multer, { MulterError } from 'multer';
import { PinciteError, systemCodeOf } from '../contract/errors.ts';
import { jobStates, type AcceptedAnswer } from '../contract/document-api.ts';
import { endpoints } from '../contract/endpoints.ts';
import { displayNameOf } from '../intake/display-name.ts';
import type { ApiParts } from './api-parts.ts';
import { found, mount, wholeNumber } from './mount.ts';

/** Files in one request, and how often an idle stream says that it lives, in ms. */
const mostFiles = 200;
const heartbeatMs = 15_000;

export function mountJobRoutes(app: Express, parts: ApiParts): void {
  const { jobs } = parts.catalog;

  app.post(endpoints.upload.path, receive(parts));
  mount(app, 'upload', async ({ request }) => {
    const files = Array.isArray(request.files) ? request.files : [];
    if (files.length === 0) {
      throw new PinciteError(
        'bad-request',
        'No file came with the request: send PDFs as multipart form data, field “files”.',
        { field: 'files' },
      );
    }
    const answer: AcceptedAnswer = { jobs: [], refused: [] };
    for (const { path, originalname } of files) await takeOne(parts, path, originalname, answer);
    parts.jobs.wake();
    return answer;
  });

  mount(app, 'jobs', async ({ query }) => {
    const state = jobStates.find((each) => each === query.get('state')) ?? null;
    if (query.has('state') && state === null) {
      throw new PinciteError('bad-request', `state takes ${jobStates.join(', ')}.`, { field: 'state' });
    }
    const list = await jobs.list({ state, limit: wholeNumber(query, 'limit', 100, 1000) });
    return { jobs: [...list], counts: await jobs.counts() };
  });

  mount(app, 'retryJob', async ({ part }) => {
    const job = found(await jobs.retry(part('id')), 'There is no such job.');
    parts.jobs.wake();
    return job;
  });

  mount(app, 'jobStream', ({ request, response }) => {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    response.write(': jobs as they change\n\n');
    const changed = new Set<string>();
    let sending: Promise<void> | null = null;
    const send = async (): Promise<void> => {
      // What changes while one state is read is sent with the next: a slow reader gets fewer states, never old ones.
      while (changed.size > 0) {
        const [id = ''] = changed;
        changed.delete(id);
        const job = await jobs.get(id);
        if (job !== null && !response.writableEnded) response.write(`event: job\ndata: ${JSON.stringify(job)}\n\n`);
      }
      sending = null;
    };
    const stop = parts.jobs.listen((id) => {
      changed.add(id);
      sending ??= send().catch((error: unknown) => {
        response.destroy(error instanceof Error ? error : undefined);
      });
    });
    const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs);
    request.once('close', () => {
      clearInterval(heartbeat);
      stop();
    });
  });
}

async function takeOne(parts: ApiParts, path: string, name: string, answer: AcceptedAnswer): Promise<void> {
  try {
    const { jobId, documentId, known, filename } = await parts.takeIn(path, name);
    answer.jobs.push({ id: jobId, filename, known, ...(documentId === null ? {} : { documentId }) });
  } catch (error) {
    if (!(error instanceof PinciteError)) throw error;
    answer.refused.push({ filename: displayNameOf(name), code: error.code, detail: error.message });
  } finally {
    await rm(path, { force: true });
  }
}

/** Receives files into the upload folder; a limit that is passed names the file and the setting. */
function receive({ uploadFolder, maxFileBytes }: ApiParts): RequestHandler {
  const upload = multer({
    dest: uploadFolder,
    // Browsers send names in UTF-8.
    defParamCharset: 'utf8',
    limits: { fileSize: maxFileBytes, files: mostFiles, fields: 10, fieldSize: 10_000, parts: mostFiles + 10 },
  }).array('files', mostFiles);
  return (request, response, next) => {
    upload(request, response, (error: unknown) =>
      next(error === undefined ? undefined : asRefusal(error, maxFileBytes)),
    );
  };
}

function asRefusal(error: unknown, maxFileBytes: number): unknown {
  if (systemCodeOf(error) === 'ENOSPC') {
    return new PinciteError(
      'disk-full',
      'The disk with the --data folder is full; nothing stored before is lost. Make room and send the files again.',
      { cause: error },
    );
  }
  if (!(error instanceof MulterError))
    return new PinciteError('bad-request', 'The upload broke off or is no multipart form data.', { cause: error });
  if (error.code === 'LIMIT_FILE_SIZE') {
    const megabytes = Math.floor(maxFileBytes / 1_048_576);
    return new PinciteError(
      'too-large',
      `A file is larger than ${megabytes} MB. Raise the limit with --max-file, or split the file.`,
      { field: 'files' },
    );
  }
  if (error.code === 'LIMIT_FILE_COUNT') {
    return new PinciteError(
      'too-large',
      `More than ${mostFiles} files came at once. Send them in parts, or start Pincite with --corpus and their folder.`,
      { field: 'files' },
    );
  }
  return new PinciteError('bad-request', `The upload was refused (${error.message}). Send PDFs in the field “files”.`, {
    field: error.field ?? 'files',
  });
}
