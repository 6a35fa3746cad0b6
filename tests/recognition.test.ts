// Recognition in the background over a real catalog: when it begins, what it leaves behind when it is ended, and how often files are read again.
// Recognising itself is a stand-in; tests/parse/recognition has the real one.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PinciteError } from '../server/contract/errors.ts';
import type { Page } from '../server/contract/page.ts';
import type { RecognizedPage } from '../server/contract/recognition.ts';
import {
  isWorthReading,
  startRecognition,
  type BackgroundRecognition,
  type Recognizer,
} from '../server/recognition.ts';
import { within } from './integration/running-program.ts';
import { incoming, pageOf, shaOf, store, temporaryCatalog } from './catalog/readings.ts';

const scan = (pageNumber: number): Page =>
  pageOf(pageNumber, [''], { unread: { reason: 'awaiting-ocr', detail: 'no text' } });
const recognized = (pageNumber: number): RecognizedPage => ({
  pageNumber,
  angle: 0,
  confidence: 90,
  dpi: 300,
  ink: 0.05,
  words: [],
});

describe('startRecognition', () => {
  let own: ReturnType<typeof temporaryCatalog>;
  let running: BackgroundRecognition | null;
  let asked: number[];
  let queued: number;
  let errors: string[];
  beforeEach(() => {
    own = temporaryCatalog();
    running = null;
    [asked, queued, errors] = [[], 0, []];
  });
  afterEach(async () => {
    await running?.stop();
    await own.close();
  });
  const begin = (recognize: Recognizer['recognize'], count = 1): BackgroundRecognition => {
    const recognizer: Recognizer = {
      recognize: (page) => {
        asked.push(page.pageNumber);
        return recognize(page);
      },
    };
    running = startRecognition({
      recognitions: own.catalog.recognitions,
      jobs: own.catalog.jobs,
      pathOf: (sha256) => `/stored/${sha256}.pdf`,
      recognizers: Array.from({ length: count }, () => recognizer),
      leaseMs: 60_000,
      onPage: () => undefined,
      onQueued: () => (queued += 1),
      onError: (error) => errors.push(String(error)),
    });
    return running;
  };
  const outcomes = async (name: string) =>
    (await own.catalog.recognitions.outcomes(shaOf(name))).map((each) =>
      each.kind === 'failed' ? each.reason : each.page.pageNumber,
    );

  test('pages in order, each once; then the file is queued to be read again, and the reader told', async () => {
    await store(own.catalog, incoming('a.pdf'), [scan(1), pageOf(2, ['Text']), scan(3)]);
    begin(({ pageNumber }) => Promise.resolve(recognized(pageNumber)));
    expect(await within(5000, () => queued > 0)).toBe(true);
    expect([asked, queued, await outcomes('a.pdf')]).toEqual([[1, 3], 1, [1, 3]]);
    expect(await own.catalog.jobs.counts()).toMatchObject({ queued: 1 });
  });

  test('nothing is recognised while a file waits to be read', async () => {
    await store(own.catalog, incoming('a.pdf'), [scan(1)]);
    await own.catalog.jobs.enqueue(incoming('b.pdf'));
    const background = begin(({ pageNumber }) => Promise.resolve(recognized(pageNumber)));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(asked).toEqual([]);
    const job = await own.catalog.jobs.lease('reader', 1000);
    await own.catalog.jobs.fail(job?.jobId ?? '', { code: 'unreadable-pdf', detail: '' }, false);
    background.wake();
    expect(await within(5000, () => asked.length > 0)).toBe(true);
  });

  test('a page that fails three times is parked with its reason, the next one goes on', async () => {
    await store(own.catalog, incoming('a.pdf'), [scan(1), scan(2)]);
    begin(({ pageNumber }) =>
      pageNumber === 1
        ? Promise.reject(new PinciteError('memory-limit', 'Page 1 of a.pdf needs more than 1024 MB to be recognised.'))
        : Promise.resolve(recognized(pageNumber)),
    );
    expect(await within(5000, () => queued > 0)).toBe(true);
    expect([asked, await outcomes('a.pdf'), errors]).toEqual([[1, 1, 1, 2], ['memory-limit', 2], []]);
    const [first] = await own.catalog.recognitions.outcomes(shaOf('a.pdf'));
    expect(first).toMatchObject({ detail: expect.stringContaining('1024 MB') });
  });

  test('ended in the middle of a page: the next start goes on with that page, and it was no failure', async () => {
    await store(own.catalog, incoming('a.pdf'), [scan(1), scan(2), scan(3)]);
    const killed = Promise.withResolvers<RecognizedPage>();
    const first = begin(({ pageNumber }) => (pageNumber === 1 ? Promise.resolve(recognized(1)) : killed.promise));
    expect(await within(5000, () => asked.includes(2))).toBe(true);
    const stopped = first.stop();
    killed.reject(new Error('the process was ended'));
    await stopped;
    expect([await outcomes('a.pdf'), errors]).toEqual([[1], []]);
    asked = [];
    begin(({ pageNumber }) => Promise.resolve(recognized(pageNumber)));
    expect(await within(5000, () => queued > 0)).toBe(true);
    expect(asked).toEqual([2, 3]);
  });

  test('what a killed process had recognised is put to use at the next start', async () => {
    await store(own.catalog, incoming('a.pdf'), [scan(1)]);
    await own.catalog.recognitions.take(1000);
    await own.catalog.recognitions.put(shaOf('a.pdf'), recognized(1));
    begin(() => Promise.reject(new Error('asked')));
    expect(await within(5000, () => queued > 0)).toBe(true);
    expect(asked).toEqual([]);
  });

  test('several recognizers never have the same page', async () => {
    await store(own.catalog, incoming('a.pdf'), [1, 2, 3, 4, 5, 6].map(scan));
    begin(async ({ pageNumber }) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return recognized(pageNumber);
    }, 3);
    expect(await within(5000, () => queued > 0)).toBe(true);
    expect(asked.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe('isWorthReading', () => {
  test.each([
    ['nothing new', { fresh: 0, applied: 0, left: 5 }, false],
    ['nothing new and nothing left', { fresh: 0, applied: 9, left: 0 }, false],
    ['a short file when it is done', { fresh: 2, applied: 0, left: 0 }, true],
    ['the first pages of a long one', { fresh: 10, applied: 0, left: 690 }, true],
    ['not each page of it', { fresh: 9, applied: 0, left: 691 }, false],
    ['later a third more', { fresh: 99, applied: 300, left: 300 }, false],
    ['and then', { fresh: 100, applied: 300, left: 300 }, true],
  ])('%s', (_, progress, expected) => {
    expect(isWorthReading(progress)).toBe(expected);
  });

  test('a scan of 700 pages is read some fifteen times, not 700', () => {
    let [applied, fresh, readings] = [0, 0, 0];
    for (let page = 1; page <= 700; page++) {
      fresh += 1;
      if (!isWorthReading({ fresh, applied, left: 700 - page })) continue;
      readings += 1;
      [applied, fresh] = [applied + fresh, 0];
    }
    expect([readings <= 18, applied]).toEqual([true, 700]);
  });
});
