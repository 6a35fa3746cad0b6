// How far reading is, from the queue's counts: asked at most four times a second, however fast jobs change.
import type { JobStore } from './catalog/catalog.ts';
import type { ReadingProgress } from './terminal.ts';

export interface ReadingProgressTeller {
  /** A job changed. */
  changed(): void;
  /** So many pages were read and stored. */
  read(pages: number): void;
}

const everyMs = 250;

/** Tells `onProgress`; counts from the first change on. */
export function createReadingProgress(
  jobs: Pick<JobStore, 'counts'>,
  onProgress: (progress: ReadingProgress) => void,
): ReadingProgressTeller {
  let pages = 0;
  let began: number | null = null;
  let doneBefore: number | null = null;
  let waiting = false;
  const tell = async (): Promise<void> => {
    const { queued, running, done, failed } = await jobs.counts();
    began ??= performance.now();
    // What was done before this start is not this start's work.
    doneBefore ??= Math.max(0, done + failed - (queued + running === 0 ? 1 : 0));
    const filesDone = done + failed - doneBefore;
    onProgress({ filesDone, files: filesDone + queued + running, pages, seconds: (performance.now() - began) / 1000 });
  };
  return {
    changed() {
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
