// Intake by upload, jobs, and their stream.
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Express as App, Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import { PinciteError, systemCodeOf } from '../contract/errors.ts';
import { jobStates, type AcceptedAnswer } from '../contract/document-api.ts';
import { displayNameOf } from '../intake/display-name.ts';
import { isZip, unpackArchive, type UnpackedEntry } from '../intake/zip-archive.ts';
import type { ApiParts } from './api-parts.ts';
import { streamJobs } from './job-stream.ts';
import { found, mount, oneOf, wholeNumber, type RouteInput } from './mount.ts';
import { createUploadStorage, refusalOf } from './upload-storage.ts';

/** Files in one request. */
const mostFiles = 200;
/** Files in one zip, and how many times the largest file they may come to unpacked. */
const mostEntries = 5000;
const unpackedFactor = 10;

export function mountJobRoutes(app: App, parts: ApiParts): void {
  const { jobs } = parts.catalog;

  const upload = async ({ request }: RouteInput<'upload'>): Promise<AcceptedAnswer> => {
    const files = Array.isArray(request.files) ? request.files : [];
    if (files.length === 0) {
      throw new PinciteError(
        'bad-request',
        'No file came with the request: send PDFs, or zips of PDFs, as multipart form data, field “files”.',
        { field: 'files' },
      );
    }
    const answer: AcceptedAnswer = { jobs: [], refused: [] };
    for (const file of files) await takeUpload(parts, file, answer);
    parts.jobs.wake();
    return answer;
  };
  mount(app, 'upload', upload, receiver(parts));

  mount(app, 'jobs', async ({ query }) => {
    const state = oneOf(query, 'state', jobStates);
    const list = await jobs.list({ state, limit: wholeNumber(query, 'limit', 100, 1000) });
    return { jobs: [...list], counts: await jobs.counts() };
  });

  mount(app, 'retryJob', async ({ part }) => {
    const job = found(await jobs.retry(part('id')), 'There is no such job.');
    parts.jobs.wake();
    return job;
  });

  mount(app, 'jobStream', ({ request, response }) => {
    const stream = {
      listen: (tell: (jobId: string) => void) => parts.jobs.listen(tell),
      job: (id: string) => jobs.get(id),
      listenToPages: (tell: () => void) => parts.recognition.listen(tell),
      pendingOcrPages: () => parts.catalog.recognitions.waiting(),
    };
    streamJobs(stream, request, response);
  });
}

/** A file of an upload: a PDF, or a zip of PDFs; the others go on whatever becomes of it. */
async function takeUpload(parts: ApiParts, file: Express.Multer.File, answer: AcceptedAnswer): Promise<void> {
  const filename = displayNameOf(file.originalname);
  try {
    const refusal = refusalOf(file);
    if (refusal !== null) throw refusal;
    if (await isZip(file.path)) {
      const limits = {
        entries: mostEntries,
        bytes: unpackedFactor * parts.maxFileBytes,
        bytesPerFile: parts.maxFileBytes,
      };
      for await (const entry of unpackArchive(file.path, filename, parts.uploadFolder, limits))
        await takeEntry(parts, entry, answer);
    } else await takeFile(parts, file.path, file.originalname, answer);
  } catch (error) {
    await refuse(parts, filename, error, answer);
  } finally {
    await rm(file.path, { force: true });
  }
}

async function takeEntry(parts: ApiParts, entry: UnpackedEntry, answer: AcceptedAnswer): Promise<void> {
  if ('refusal' in entry) return refuse(parts, entry.name, entry.refusal, answer);
  try {
    await takeFile(parts, entry.path, entry.name, answer);
  } catch (error) {
    await refuse(parts, entry.name, error, answer);
  } finally {
    await rm(entry.path, { force: true });
  }
}

async function takeFile(parts: ApiParts, path: string, name: string, answer: AcceptedAnswer): Promise<void> {
  const { jobId: id, documentId, known, filename } = await parts.takeIn(path, name);
  answer.jobs.push({ id, filename, known, ...(documentId === null ? {} : { documentId }) });
}

/** Tells the reason, in the answer and as a failed job, so that it stays to be seen. */
async function refuse(parts: ApiParts, filename: string, error: unknown, answer: AcceptedAnswer): Promise<void> {
  const { code, detail } = reasonOf(parts, error, filename);
  answer.refused.push({ filename, code, detail });
  await parts.catalog.jobs.refuse(filename, 'upload', { code, detail }).catch((failure: unknown) => {
    // The answer says it in any case.
    parts.onFault(randomUUID(), failure);
  });
}

function reasonOf(parts: ApiParts, error: unknown, filename: string): { code: string; detail: string } {
  if (error instanceof PinciteError) return { code: error.code, detail: error.message };
  const id = randomUUID();
  parts.onFault(id, error);
  const detail = `${filename} could not be stored because of a fault in Pincite. The log has it under ${id}; please report it with the lines found there.`;
  return { code: 'internal', detail };
}

/** Receives files into the upload folder; a request that breaks a limit of the form as a whole is refused, and leaves none there. */
function receiver({ uploadFolder, maxFileBytes }: ApiParts): (request: Request, response: Response) => Promise<void> {
  const upload = multer({
    storage: createUploadStorage(uploadFolder, maxFileBytes),
    // Browsers send names in UTF-8.
    defParamCharset: 'utf8',
    // A field that is no file would be a parameter that nobody knows.
    limits: { files: mostFiles, fields: 0, parts: mostFiles },
  }).array('files', mostFiles);
  return (request, response) =>
    new Promise((resolve, reject) => {
      upload(request, response, (error: unknown) => {
        if (error === undefined) resolve();
        else reject(asRefusal(error));
      });
    });
}

function asRefusal(error: unknown): unknown {
  if (!(error instanceof MulterError)) {
    // A fault of the disk is no fault of the form.
    if (/^E[A-Z0-9]+$/.test(systemCodeOf(error) ?? '')) return error;
    return new PinciteError('bad-request', 'The upload broke off or is no multipart form data.', { cause: error });
  }
  if (error.code === 'LIMIT_FILE_COUNT' || error.code === 'LIMIT_PART_COUNT') {
    return new PinciteError(
      'too-large',
      `More than ${mostFiles} files came at once. Send them in parts, or start Pincite with --corpus and their folder.`,
      { field: 'files' },
    );
  }
  return new PinciteError(
    'bad-request',
    `The upload was refused (${error.message}). Send PDFs, or zips of PDFs, in the field “files”, and nothing else.`,
    { field: error.field ?? 'files' },
  );
}
