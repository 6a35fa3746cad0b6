// Progress of reading, from the counts of a real queue.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { createReadingProgress, type ReadingProgressTeller } from '../server/reading-progress.ts';
import type { ReadingProgress } from '../server/terminal.ts';
import { incoming, pageOf, readingOf, temporaryCatalog } from './catalog/readings.ts';

let own: ReturnType<typeof temporaryCatalog>;
let told: ReadingProgress[];
let counted: number;
beforeEach(() => {
  own = temporaryCatalog();
  told = [];
  counted = 0;
});
afterEach(() => own.close());

/** A little longer than the time between two counts. */
const pause = () => sleep(320);
const begin = (): ReadingProgressTeller => {
  const { jobs } = own.catalog;
  const counts = () => {
    counted += 1;
    return jobs.counts();
  };
  return createReadingProgress({ counts }, (progress) => told.push(progress));
};
const enqueue = (...names: string[]) => Promise.all(names.map((name) => own.catalog.jobs.enqueue(incoming(name))));
/** Reads the next file, as the pipeline does. */
const readOne = async (progress: ReadingProgressTeller, pages = 1): Promise<void> => {
  const job = await own.catalog.jobs.lease('tester', 60_000);
  if (job === null) throw new Error('nothing to read');
  const texts = Array.from({ length: pages }, (_, at) => pageOf(at + 1, [`${job.filename} ${at}`]));
  await own.catalog.jobs.complete(job.jobId, readingOf(job.sha256, texts));
  progress.read(pages);
  progress.changed();
};
/** What was told last: on a busy machine there may be more in between. */
const last = () => {
  const { filesDone, files, pages } = told.at(-1) ?? {};
  return [filesDone, files, pages];
};

describe('progress', () => {
  test('counts files that were read before it was first asked', async () => {
    const progress = begin();
    await enqueue('a.pdf', 'b.pdf', 'c.pdf');
    progress.changed();
    await readOne(progress, 4);
    await readOne(progress, 2);
    await pause();
    expect(last()).toEqual([2, 3, 6]);
    await readOne(progress);
    await pause();
    expect(last()).toEqual([3, 3, 7]);
    expect(told.at(-1)?.seconds).toBeGreaterThan(0.5);
  });

  test('leaves out what earlier starts have read', async () => {
    await enqueue('old.pdf');
    await readOne(begin());
    await pause();
    told = [];
    const progress = begin();
    await enqueue('new.pdf', 'newer.pdf');
    await readOne(progress);
    await pause();
    expect(last()).toEqual([1, 2, 1]);
  });

  test('begins anew with the files that come later, in files, pages and time', async () => {
    const progress = begin();
    await enqueue('a.pdf');
    progress.changed();
    await readOne(progress, 5);
    await pause();
    expect(last()).toEqual([1, 1, 5]);
    await pause();
    const began = performance.now();
    await enqueue('b.pdf', 'c.pdf');
    await readOne(progress, 2);
    await pause();
    expect(last()).toEqual([1, 2, 2]);
    expect(told.at(-1)?.seconds).toBeLessThan((performance.now() - began) / 1000);
  });

  test('a failed file that is tried again is one file to do, then done', async () => {
    const [failing] = await enqueue('a.pdf');
    const { jobs } = own.catalog;
    await jobs.lease('tester', 60_000);
    await jobs.fail(failing?.jobId ?? '', { code: 'time-limit', detail: 'slow' }, false);
    const progress = begin();
    await jobs.retry(failing?.jobId ?? '');
    progress.changed();
    await pause();
    expect(last()).toEqual([0, 1, 0]);
    await readOne(progress);
    await pause();
    expect(last()).toEqual([1, 1, 1]);
  });

  test('asks the queue four times a second at most, however fast jobs change', async () => {
    const progress = begin();
    await enqueue('a.pdf');
    counted = 0;
    for (let change = 0; change < 1000; change += 1) progress.changed();
    await pause();
    expect([counted, told.length]).toEqual([1, 1]);
  });

  test('a queue that cannot be counted any more is no fault', async () => {
    const progress = createReadingProgress({ counts: () => Promise.reject(new Error('closed')) }, (each) =>
      told.push(each),
    );
    progress.changed();
    await pause();
    progress.changed();
    await pause();
    expect(told).toEqual([]);
  });
});
