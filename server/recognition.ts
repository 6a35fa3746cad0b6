// Recognition in the background: pages that wait are recognised one by one when no file waits to be read, and their files are read again
// now and then, so that what was recognised is searched. In: leased pages. Out: outcomes in the catalog, and files queued anew.
// A page that fails three times is parked with its reason; the rest goes on.
import { setTimeout as sleep } from 'node:timers/promises';
import type { JobStore, RecognitionProgress, RecognitionStore, WaitingRecognition } from './catalog/catalog.ts';
import { messageOf, PinciteError, systemCodeOf } from './contract/errors.ts';
import type { Quad } from './contract/geometry.ts';
import type { UnreadReason } from './contract/page.ts';
import type { RecognizedPage } from './contract/recognition.ts';

/** Recognises pages, one at a time. */
export interface Recognizer {
  recognize(page: {
    readonly path: string;
    readonly name: string;
    readonly pageNumber: number;
    readonly covered: readonly Quad[];
  }): Promise<RecognizedPage>;
}

/** What recognition needs of the rest; handed in by `app.ts`. */
export interface RecognitionParts {
  readonly recognitions: RecognitionStore;
  readonly jobs: Pick<JobStore, 'counts' | 'readAgain'>;
  readonly pathOf: (sha256: string) => string;
  /** As many pages are recognised at once. */
  readonly recognizers: readonly Recognizer[];
  /** A page whose process is silent for so long is taken over. */
  readonly leaseMs: number;
  /** A page was recognised or parked. */
  readonly onPage: () => void;
  /** Files were queued to be read again. */
  readonly onQueued: () => void;
  readonly onError: (error: unknown, filename: string) => void;
}

/** The running recognition. */
export interface BackgroundRecognition {
  /** A file was read: pages may wait. */
  wake(): void;
  /** Takes no new page and waits for those under way to be given up or done. */
  stop(): Promise<void>;
}

/** How often it is looked whether the queue of files is empty, in milliseconds. */
const pollMs = 2000;
/** The first pages of a long scan are searchable after so many; then each reading again covers a third more than the one before. */
const firstPages = 10;

/** Starts a loop for each recognizer. */
export function startRecognition(parts: RecognitionParts): BackgroundRecognition {
  let stopping = false;
  let alarm = new AbortController();
  const isStopping = (): boolean => stopping;
  const loop = async (recognizer: Recognizer): Promise<void> => {
    while (!isStopping()) {
      const { signal } = alarm;
      const page = await nextPage(parts).catch((error: unknown) => {
        parts.onError(error, 'recognition');
        return null;
      });
      if (page === null) await sleep(pollMs, undefined, { signal, ref: false }).catch(ignoreAbort);
      else await recognizeOne(parts, recognizer, page, isStopping);
    }
  };
  const loops = parts.recognizers.map(loop);
  const wake = (): void => {
    alarm.abort();
    alarm = new AbortController();
  };
  return {
    wake,
    async stop() {
      stopping = true;
      wake();
      await Promise.all(loops);
    },
  };
}

/** The next page, when nothing more urgent is to be done. What is known already is put to use first: a start after a kill finds it. */
async function nextPage(parts: RecognitionParts): Promise<WaitingRecognition | null> {
  const { queued, running } = await parts.jobs.counts();
  if (queued + running > 0) return null;
  if (await readAgain(parts)) return null;
  return parts.recognitions.take(parts.leaseMs);
}

async function readAgain({ recognitions, jobs, onQueued }: RecognitionParts): Promise<boolean> {
  let queued = false;
  for (const file of await recognitions.progress()) {
    if (isWorthReading(file) && (await jobs.readAgain(file.sha256))) queued = true;
  }
  if (queued) onQueued();
  return queued;
}

/** Whether a file is read again now: when nothing of it waits any more, or enough is new, so that a long scan is not read 700 times. */
export function isWorthReading({ fresh, applied, left }: Omit<RecognitionProgress, 'sha256'>): boolean {
  return fresh > 0 && (left === 0 || fresh >= Math.max(firstPages, applied / 3));
}

/** One page from pixels to catalog; whatever goes wrong ends in the page's state, never in an exception. */
async function recognizeOne(
  parts: RecognitionParts,
  recognizer: Recognizer,
  { sha256, filename, pageNumber, covered }: WaitingRecognition,
  isStopping: () => boolean,
): Promise<void> {
  const { recognitions } = parts;
  try {
    const page = await recognizer.recognize({ path: parts.pathOf(sha256), name: filename, pageNumber, covered });
    await recognitions.put(sha256, page);
    parts.onPage();
  } catch (error) {
    try {
      // The end of the program is no fault of the page.
      if (isStopping()) await recognitions.handBack(sha256, pageNumber);
      else {
        if (!(error instanceof PinciteError)) parts.onError(error, filename);
        const isParked = await recognitions.fail(sha256, pageNumber, failureOf(error));
        if (isParked) parts.onPage();
      }
    } catch (failure) {
      // The catalog itself is in trouble (a full disk): the lease ends by itself and the page is tried again.
      parts.onError(failure, filename);
    }
  }
}

function failureOf(error: unknown): { readonly reason: UnreadReason; readonly detail: string } {
  const code = error instanceof PinciteError ? error.code : null;
  const reason = code === 'time-limit' || code === 'memory-limit' ? code : 'unreadable';
  return { reason, detail: `Recognition failed three times: ${messageOf(error)}` };
}

function ignoreAbort(error: unknown): void {
  if (systemCodeOf(error) !== 'ABORT_ERR') throw error;
}
