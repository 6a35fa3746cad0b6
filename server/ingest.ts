// The pipeline in order: a queued file is parsed, its details are read, its passages cut, and all of it stored at once.
// In: leased jobs. Out: files in the catalog (whose outbox feeds the index). A file that fails is marked with its reason; the rest goes on.
import { setTimeout as sleep } from 'node:timers/promises';
import type { JobStore, LeasedJob } from './catalog/catalog.ts';
import { messageOf, PinciteError, systemCodeOf, type ErrorCode } from './contract/errors.ts';
import type { NamesInForce } from './contract/filing.ts';
import type { Bars, Page } from './contract/page.ts';
import type { RecognitionOutcome } from './contract/recognition.ts';
import type { ParsedFile } from './contract/record.ts';
import { citeRecord } from './passages/cite-record.ts';
import { cutPassages } from './passages/cut-passages.ts';
import { emailsIn, withEmails } from './passages/emails.ts';
import { readFilingDetails } from './passages/filing-details.ts';
import { createNaming, noNames } from './passages/naming.ts';
import { readNames } from './passages/names.ts';
import { wordsOfFile } from './search/terms/file-words.ts';

/** What the pipeline needs of the rest; handed in by `app.ts`. */
export interface IngestParts {
  readonly jobs: JobStore;
  readonly gazetteer: () => Promise<NamesInForce>;
  readonly pathOf: (sha256: string) => string;
  /** What was recognised of a file's pages. */
  readonly outcomes: (sha256: string) => Promise<readonly RecognitionOutcome[]>;
  readonly parse: (
    path: string,
    options: {
      readonly name: string;
      readonly outcomes: readonly RecognitionOutcome[];
      readonly bars?: readonly Bars[];
      readonly onProgress: (pagesDone: number, pageCount: number) => void;
    },
  ) => Promise<ParsedFile>;
  /** Which words of text layers the pictures beneath hide. */
  readonly look: (file: {
    readonly path: string;
    readonly name: string;
    readonly pages: readonly Page[];
  }) => Promise<readonly Bars[]>;
  readonly parserVersion: string;
  /** How many files are read at once. */
  readonly workers: number;
  /** A job whose worker is silent for so long is taken over. */
  readonly leaseMs: number;
  /** A job changed its state or got on by some pages. */
  readonly onJob: (jobId: string) => void;
  /** Documents were stored: the index has something to follow. */
  readonly onStored: (pages: number) => void;
  readonly onError: (error: unknown, filename: string) => void;
}

/** The running pipeline. */
export interface Ingest {
  /** Something was queued. */
  wake(): void;
  /** Resolves when no job is queued or running. */
  idle(): Promise<void>;
  /** Takes no new job and waits for those under way to be given up or done. */
  stop(): Promise<void>;
}

/** Errors that the same bytes will give again: trying once more would only cost time. */
const final: ReadonlySet<ErrorCode> = new Set([
  'empty-file',
  'not-a-pdf',
  'encrypted-pdf',
  'unreadable-pdf',
  'too-large',
]);

/** How often a worker looks for jobs whose lease has ended, in milliseconds. */
const pollMs = 2000;

/** Starts `workers` loops over the queue. */
export function startIngest(parts: IngestParts): Ingest {
  let stopping = false;
  let busy = 0;
  let alarm = new AbortController();
  const idleWaiters = new Set<() => void>();

  const wake = (): void => {
    alarm.abort();
    alarm = new AbortController();
  };

  const settleIdle = async (): Promise<void> => {
    if (busy > 0 || idleWaiters.size === 0) return;
    const counts = await parts.jobs.counts();
    if (busy > 0 || counts.queued + counts.running > 0) return;
    for (const resolve of idleWaiters) resolve();
    idleWaiters.clear();
  };

  const loop = async (worker: string): Promise<void> => {
    const isStopping = (): boolean => stopping;
    while (!isStopping()) {
      const { signal } = alarm;
      let job: LeasedJob | null = null;
      try {
        job = await parts.jobs.lease(worker, parts.leaseMs);
        if (job === null) await settleIdle();
      } catch (error) {
        parts.onError(error, 'the queue');
      }
      if (job === null) {
        await sleep(pollMs, undefined, { signal, ref: true }).catch(ignoreAbort);
        continue;
      }
      busy += 1;
      try {
        await readOne(parts, job, isStopping);
      } finally {
        busy -= 1;
      }
    }
  };
  const loops = Array.from({ length: parts.workers }, (_, at) => loop(`${process.pid}-${at}`));

  return {
    wake,
    idle: () =>
      new Promise((resolve) => {
        idleWaiters.add(resolve);
        wake();
      }),
    stop: async () => {
      stopping = true;
      wake();
      await Promise.all(loops);
    },
  };
}

/** One file from bytes to catalog; whatever goes wrong ends in the job's state, never in an exception. */
async function readOne(parts: IngestParts, job: LeasedJob, isStopping: () => boolean): Promise<void> {
  let pagesDone = 0;
  let pageCount = 0;
  const report = (): void => {
    parts.jobs.progress(job.jobId, pagesDone, pageCount, parts.leaseMs).catch((error: unknown) => {
      parts.onError(error, job.filename);
    });
    parts.onJob(job.jobId);
  };
  // Keeps the lease while a single page takes long.
  const heartbeat = setInterval(report, parts.leaseMs / 3);
  parts.onJob(job.jobId);
  try {
    const path = parts.pathOf(job.sha256);
    const request = {
      name: job.filename,
      outcomes: await parts.outcomes(job.sha256),
      onProgress: (done, count) => {
        const step = Math.max(1, Math.floor(count / 20));
        const told = Math.floor(done / step) > Math.floor(pagesDone / step);
        [pagesDone, pageCount] = [done, count];
        if (told) report();
      },
    } satisfies Parameters<IngestParts['parse']>[1];
    const first = await parts.parse(path, request);
    // Before anything is stored: a bar in a scan hides words of its layer from everybody but a computer.
    const bars = await lookAt(parts, { path, name: job.filename, pages: first.pages }, isStopping);
    const file = bars.length === 0 ? first : await parts.parse(path, { ...request, bars });
    await store(parts, job, file);
    parts.onStored(file.pages.length);
  } catch (error) {
    await giveUp(parts, job, error, isStopping());
  } finally {
    clearInterval(heartbeat);
    parts.onJob(job.jobId);
  }
}

/** A file whose pages cannot be drawn keeps its words: nobody sees its pictures either. */
async function lookAt(
  parts: IngestParts,
  file: Parameters<IngestParts['look']>[0],
  isStopping: () => boolean,
): Promise<readonly Bars[]> {
  try {
    return await parts.look(file);
  } catch (error) {
    if (isStopping() || !(error instanceof PinciteError)) throw error;
    parts.onError(error, file.name);
    return [];
  }
}

async function store(parts: IngestParts, job: LeasedJob, file: ParsedFile): Promise<void> {
  const { filename, fromName, sidecar } = job;
  const details = readFilingDetails({ pages: file.pages, info: file.info, filename, fromName, sidecar });
  const { pages, info } = file;
  const { sha256 } = job;
  const cut = cutPassages(pages, { sha256, gazetteer: noNames, documentType: details.details.type });
  const mailed = withEmails(cut, emailsIn(pages));
  const names = readNames(mailed, pages);
  const inForce = await parts.gazetteer();
  const passages = createNaming(inForce)(mailed, names);
  const citations = citeRecord(passages);
  const { parserVersion } = parts;
  const namesRevision = inForce.revision;
  await parts.jobs.complete(job.jobId, {
    info,
    pages,
    details,
    passages,
    citations,
    names,
    words: wordsOfFile(passages, pages),
    namesRevision,
    parserVersion,
  });
}

async function giveUp(parts: IngestParts, job: LeasedJob, error: unknown, isStopping: boolean): Promise<void> {
  const known = error instanceof PinciteError;
  if (!known && !isStopping) parts.onError(error, job.filename);
  const code = known ? error.code : 'internal';
  const detail = known
    ? error.message
    : `${job.filename} could not be read because of a fault in Pincite (${messageOf(error)}). It is tried again; if it stays, please report it.`;
  try {
    // The end of the program is no fault of the file.
    if (isStopping) await parts.jobs.handBack(job.jobId);
    else await parts.jobs.fail(job.jobId, { code, detail }, !final.has(code));
  } catch (failure) {
    // The catalog itself is in trouble (a full disk): the lease ends by itself and the job is tried again.
    parts.onError(failure, job.filename);
  }
}

function ignoreAbort(error: unknown): void {
  if (systemCodeOf(error) !== 'ABORT_ERR') throw error;
}
