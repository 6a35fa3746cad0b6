// What the process says on the terminal: a bar while filings are read, and the lines around it.
// In: counts as they change. Out: text on a stream; on a pipe one line every few seconds instead of a moving bar.
import { Presets, SingleBar } from 'cli-progress';

/** How far reading is. */
export interface ReadingProgress {
  readonly filesDone: number;
  readonly files: number;
  readonly pages: number;
  readonly seconds: number;
}

/** A bar that appears with the first file and goes away with the last. */
export interface ReadingBar {
  update(progress: ReadingProgress): void;
  stop(): void;
}

/** `Reading 12/20 files · 340 pages/s · 3 s left`. */
export function createReadingBar(stream: NodeJS.WriteStream): ReadingBar {
  let bar: SingleBar | null = null;
  return {
    update(progress) {
      if (bar === null) {
        if (progress.filesDone >= progress.files) return;
        bar = new SingleBar(
          {
            stream,
            format: 'Reading [{bar}] {value}/{total} files · {pages} pages · {speed} pages/s · {left}',
            hideCursor: true,
            clearOnComplete: true,
            noTTYOutput: true,
            notTTYSchedule: 5000,
            barsize: 24,
          },
          Presets.shades_classic,
        );
        bar.start(progress.files, progress.filesDone, payloadOf(progress));
      }
      bar.setTotal(progress.files);
      bar.update(progress.filesDone, payloadOf(progress));
      if (progress.filesDone >= progress.files) {
        bar.stop();
        bar = null;
      }
    },
    stop() {
      bar?.stop();
      bar = null;
    },
  };
}

/** The words beside the bar; speed and time left are unknown (`…`) in the first second. */
export function payloadOf({ filesDone, files, pages, seconds }: ReadingProgress): {
  pages: string;
  speed: string;
  left: string;
} {
  const known = seconds >= 1 && filesDone > 0;
  return {
    pages: pages.toLocaleString('en-US'),
    speed: known ? Math.round(pages / seconds).toLocaleString('en-US') : '…',
    left: known ? `${durationOf(((files - filesDone) * seconds) / filesDone)} left` : '…',
  };
}

/** `8 s`, `3 min`, `1 h 5 min`. */
export function durationOf(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.round(whole / 60);
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
