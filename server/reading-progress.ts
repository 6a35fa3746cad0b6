// How far reading is, from the queue's counts: asked at most four times a second, however fast jobs change.
// In: the queue, and word that a job changed. Out: progress of the files that came since the queue was last empty.
import type { JobStore } from './catalog/catalog.ts';
import type { ReadingProgress } from './terminal.ts';

export interface ReadingProgressTeller {
  /** A job changed. */
  changed(): void;
  /** So many pages were read and stored. */
  read(pages: number): void;
}

const everyMs = 250;

/** Tells `onProgress`. What was done before this call is not its work; a batch ends when nothing is queued or running. */
export function createReadingProgress(
  jobs: Pick<JobStore, 'counts'>,
  onProgress: (progress: ReadingProgress) => void,
): ReadingProgressTeller {
  // Before the first job changes: short files would be read before they are first counted.
  const atStart = jobs.counts().then(
    ({ done, failed }) => done + failed,
    () => null,
  );
  let endedBefore: number | null = null;
  let began: number | null = null;
  let pages = 0;
  let waiting = false;
  const tell = async (): Promise<void> => {
    const { queued, running, done, failed } = await jobs.counts();
    const ended = done + failed;
    // A failed job that is tried again is no longer ended.
    endedBefore = Math.min(endedBefore ?? (await atStart) ?? ended, ended);
    const filesDone = ended - endedBefore;
    const seconds = began === null ? 0 : (performance.now() - began) / 1000;
    onProgress({ filesDone, files: filesDone + queued + running, pages, seconds });
    if (queued + running > 0) return;
    endedBefore = ended;
    began = null;
    pages = 0;
  };
  return {
    changed() {
      began ??= performance.now();
      if (waiting) return;
      waiting = true;
      setTimeout(() => {
        waiting = false;
        // The catalog may be closing: a bar that stands still then is no loss.
        tell().catch(() => undefined);
      }, everyMs).unref();
    },
    read(count) {
      pages += count;
    },
  };
}
