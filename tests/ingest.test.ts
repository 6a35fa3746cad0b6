// The pipeline over a real queue: what is queued is read and stored, what fails says why, and the end takes nothing with it.
// Reading itself is a stand-in that answers by file name; tests/parse and tests/app.test.ts read real PDFs.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { PinciteError } from '../server/contract/errors.ts';
import type { ParsedFile } from '../server/contract/record.ts';
import { startIngest, type Ingest, type IngestParts } from '../server/ingest.ts';
import { incoming, pageOf, temporaryCatalog } from './catalog/readings.ts';

type Parse = IngestParts['parse'];

let own: ReturnType<typeof temporaryCatalog>;
let ingest: Ingest | null;
let errors: [string, string][];
let stored: number[];
let changed: string[];
beforeEach(() => {
  own = temporaryCatalog();
  ingest = null;
  errors = [];
  stored = [];
  changed = [];
});
afterEach(async () => {
  await ingest?.stop();
  await own.close();
});

const parsed = (...pages: string[]): ParsedFile => ({
  info: { pageCount: pages.length, title: null, author: null, outline: [] },
  pages: pages.map((text, at) => pageOf(at + 1, text.split('\n'))),
});
const sentence = 'The parties met and conferred about the Inbox API and the fortnightly report.';

function begin(parse: Parse, change: Partial<IngestParts> = {}): Ingest {
  ingest = startIngest({
    jobs: own.catalog.jobs,
    gazetteer: () => own.catalog.gazetteer(),
    pathOf: (sha256) => `/stored/${sha256}.pdf`,
    outcomes: (sha256) => own.catalog.recognitions.outcomes(sha256),
    parse,
    look: () => Promise.resolve([]),
    parserVersion: 'test-1',
    workers: 2,
    leaseMs: 60_000,
    onJob: (id) => changed.push(id),
    onStored: (pages) => stored.push(pages),
    onError: (error, filename) => errors.push([filename, String(error)]),
    ...change,
  });
  return ingest;
}
const enqueue = async (...names: string[]): Promise<string[]> => {
  const ids: string[] = [];
  for (const name of names) ids.push((await own.catalog.jobs.enqueue(incoming(name))).jobId);
  return ids;
};
const shown = async () => {
  const jobs = await own.catalog.jobs.list({ state: null, limit: 100 });
  return Object.fromEntries(jobs.map(({ filename, state, error }) => [filename, [state, error?.code ?? null]]));
};

describe('reading', () => {
  test('what is queued is read from the store and kept with its details and passages', async () => {
    const asked: [string, string][] = [];
    const file = incoming('gov.uscourts.cand.1.735.2.pdf', {
      fromName: { court: 'cand', entry: '735', attachment: 2 },
    });
    await own.catalog.jobs.enqueue(file);
    await begin((path, { name }) => {
      asked.push([path, name]);
      return Promise.resolve(parsed(sentence, sentence));
    }).idle();
    expect(asked).toEqual([[`/stored/${file.sha256}.pdf`, file.filename]]);
    const { documents } = await own.catalog.documents.list({ caseId: null, type: null, offset: 0, limit: 10 });
    expect(documents).toMatchObject([{ pageCount: 2, details: { court: 'cand', entry: '735', attachment: 2 } }]);
    const passages = await own.catalog.documents.passages(documents[0]?.id ?? '', null);
    expect(passages.map(({ passage }) => passage.text).join(' ')).toContain('Inbox API');
    expect(stored).toEqual([2]);
    expect(await shown()).toEqual({ [file.filename]: ['done', null] });
  });

  test('people are found without any gazetteer, heads of e-mails stand with their passage, and a changed list of names stays', async () => {
    const { revision } = await own.catalog.gazetteer();
    await own.catalog.jobs.enqueue(incoming('a.pdf'));
    await begin(async () => {
      // While the file is read somebody adds a name.
      await own.catalog.names.edit([{ kind: 'product', name: 'Inbox API', aliases: [] }]);
      return parsed(
        'From: Keerthi Lalitha\nSent: May 2, 2015\nTo: Richard Roe',
        `${sentence} Keerthi Lalitha agreed on May 4, 2015.`,
      );
    }).idle();
    const { documents } = await own.catalog.documents.list({ caseId: null, type: null, offset: 0, limit: 10 });
    const passages = await own.catalog.documents.passages(documents[0]?.id ?? '', null);
    expect(passages.flatMap(({ passage }) => passage.emails ?? [])).toMatchObject([
      { from: 'Keerthi Lalitha', sentOn: '2015-05-02' },
    ]);
    const { entities } = passages.at(-1)?.passage ?? {};
    expect(entities).toMatchObject({ people: ['Keerthi Lalitha', 'Richard Roe'], products: ['Inbox API'] });
    expect((await own.catalog.gazetteer()).revision).toBe(revision + 1);
    expect(await own.catalog.names.nextStale()).toBeNull();
  });

  test('what was recognised of a file goes to its parser', async () => {
    const file = incoming('scan.pdf');
    const page = { pageNumber: 1, angle: 0, confidence: 90, dpi: 300, ink: 0.05, words: [] };
    const seen: unknown[] = [];
    await own.catalog.jobs.enqueue(file);
    const running = begin((_path, { outcomes }) => {
      seen.push(outcomes);
      const { info, pages } = parsed(sentence);
      return Promise.resolve({
        info,
        pages: pages.map((each) => ({ ...each, unread: { reason: 'awaiting-ocr' as const, detail: '' } })),
      });
    });
    await running.idle();
    await own.catalog.recognitions.take(1000);
    await own.catalog.recognitions.put(file.sha256, page);
    await own.catalog.jobs.readAgain(file.sha256);
    await running.idle();
    expect(seen).toEqual([[], [{ kind: 'recognized', page }]]);
  });

  test('what a picture hides is hidden from the second reading, before anything is stored', async () => {
    const bars = [{ pageNumber: 1, boxes: [[0, 0, 9, 0, 9, 9, 0, 9] as const] }];
    const readings: unknown[] = [];
    await enqueue('scan.pdf');
    await begin(
      (_path, options) => {
        readings.push(options.bars);
        return Promise.resolve(parsed(options.bars === undefined ? `${sentence} In secret.` : sentence));
      },
      { look: () => Promise.resolve(bars) },
    ).idle();
    expect(readings).toEqual([undefined, bars]);
    expect(stored).toEqual([1]);
    const [document] = (await own.catalog.documents.list({ caseId: null, type: null, offset: 0, limit: 1 })).documents;
    expect((await own.catalog.documents.page(document?.id ?? '', 1))?.text).toBe(sentence);
  });

  test('a file whose pictures cannot be drawn is read without looking, and that is logged', async () => {
    await enqueue('scan.pdf');
    const look = () => Promise.reject(new PinciteError('time-limit', 'Page 1 of scan.pdf was not drawn within 120 s.'));
    await begin(() => Promise.resolve(parsed(sentence)), { look }).idle();
    expect(await shown()).toEqual({ 'scan.pdf': ['done', null] });
    expect(errors).toEqual([['scan.pdf', expect.stringContaining('was not drawn')]]);
  });

  test('files that come later are read at once when it is woken', async () => {
    const running = begin(() => Promise.resolve(parsed(sentence)));
    await running.idle();
    await enqueue('a.pdf');
    const began = performance.now();
    running.wake();
    await running.idle();
    expect(await shown()).toEqual({ 'a.pdf': ['done', null] });
    // Without the call it would look again after two seconds.
    expect(performance.now() - began).toBeLessThan(1800);
  });

  test('as many at once as there are workers, and no more', async () => {
    let [now, most] = [0, 0];
    await enqueue('a.pdf', 'b.pdf', 'c.pdf', 'd.pdf', 'e.pdf');
    await begin(async () => {
      now += 1;
      most = Math.max(most, now);
      await sleep(20);
      now -= 1;
      return parsed(sentence);
    }).idle();
    expect(most).toBe(2);
    expect(stored).toHaveLength(5);
  });

  test('how far it is stands in the job, and who listens is told', async () => {
    const [id = ''] = await enqueue('a.pdf');
    let halfway: unknown = null;
    await begin(async (_, { onProgress }) => {
      onProgress(40, 100);
      await sleep(20);
      halfway = await own.catalog.jobs.get(id);
      return parsed(sentence);
    }).idle();
    expect(halfway).toMatchObject({ state: 'running', pagesDone: 40, pageCount: 100 });
    expect(changed.length).toBeGreaterThanOrEqual(3);
    expect(new Set(changed)).toEqual(new Set([id]));
  });

  test('a single page that takes long keeps its lease', async () => {
    await enqueue('slow.pdf');
    let begun = 0;
    await begin(
      async () => {
        begun += 1;
        // The catalog's clock moves on with the wait.
        for (let step = 0; step < 8; step += 1) {
          await sleep(50);
          own.tick(50);
          // The other worker looks whether there is something to take over.
          ingest?.wake();
        }
        return parsed(sentence);
      },
      { leaseMs: 150 },
    ).idle();
    expect(begun).toBe(1);
    expect(await shown()).toEqual({ 'slow.pdf': ['done', null] });
  });
});

describe('a file that fails', () => {
  const rows: [string, Error, number, string, boolean, string][] = [
    [
      'damaged',
      new PinciteError('unreadable-pdf', 'bad.pdf is damaged.'),
      1,
      'unreadable-pdf',
      false,
      'the same bytes fail again',
    ],
    ['too long', new PinciteError('too-large', 'bad.pdf has 9 pages.'), 1, 'too-large', false, 'the same pages'],
    ['locked', new PinciteError('encrypted-pdf', 'bad.pdf needs a password.'), 1, 'encrypted-pdf', false, 'the same'],
    [
      'slow',
      new PinciteError('time-limit', 'bad.pdf took too long.'),
      3,
      'time-limit',
      false,
      'the machine may have been busy',
    ],
    [
      'large',
      new PinciteError('memory-limit', 'bad.pdf takes too much.'),
      3,
      'memory-limit',
      false,
      'so may its memory',
    ],
    ['ours', new TypeError('x is undefined'), 3, 'internal', true, 'a fault of ours is logged'],
  ];
  test.each(rows)(
    '%s: tried as often as it makes sense, its reason stays, the rest is read (%#)',
    async (_what, error, times, code, logged) => {
      let tried = 0;
      await enqueue('bad.pdf', 'good.pdf');
      await begin((_path, { name }) => {
        if (name === 'good.pdf') return Promise.resolve(parsed(sentence));
        tried += 1;
        return Promise.reject(error);
      }).idle();
      expect(tried).toBe(times);
      expect(await shown()).toEqual({ 'bad.pdf': ['failed', code], 'good.pdf': ['done', null] });
      const failed = await own.catalog.jobs.list({ state: 'failed', limit: 1 });
      expect(failed[0]?.error?.detail).toMatch(/^bad\.pdf /);
      expect(errors.length > 0).toBe(logged);
    },
  );

  test('while it is stored (a full disk) says so, and is stored when there is room', async () => {
    const { jobs } = own.catalog;
    let isFull = true;
    await enqueue('a.pdf');
    const running = begin(() => Promise.resolve(parsed(sentence)), {
      jobs: {
        ...jobs,
        complete: (id, reading) =>
          isFull
            ? Promise.reject(new PinciteError('disk-full', 'The catalog could not grow: make room and retry.'))
            : jobs.complete(id, reading),
      },
    });
    await running.idle();
    expect(await shown()).toEqual({ 'a.pdf': ['failed', 'disk-full'] });
    expect(stored).toEqual([]);
    isFull = false;
    const [job] = await jobs.list({ state: 'failed', limit: 1 });
    await jobs.retry(job?.id ?? '');
    running.wake();
    await running.idle();
    expect(await shown()).toEqual({ 'a.pdf': ['done', null] });
  });
});

describe('a queue that fails', () => {
  test('to hand out a job is told about, and asked again', async () => {
    const { jobs } = own.catalog;
    let failures = 2;
    await enqueue('a.pdf');
    await begin(() => Promise.resolve(parsed(sentence)), {
      jobs: {
        ...jobs,
        lease: (worker, leaseMs) => {
          if (failures === 0) return jobs.lease(worker, leaseMs);
          failures -= 1;
          return Promise.reject(new Error('database is locked'));
        },
      },
    }).idle();
    expect(await shown()).toEqual({ 'a.pdf': ['done', null] });
    expect(errors).toEqual([
      ['the queue', 'Error: database is locked'],
      ['the queue', 'Error: database is locked'],
    ]);
  });
});

describe('the end', () => {
  test('gives back what is under way, without counting the attempt against the file', async () => {
    await enqueue('a.pdf', 'b.pdf', 'c.pdf');
    const both = Promise.withResolvers<void>();
    const killed = Promise.withResolvers<ParsedFile>();
    let begun = 0;
    const running = begin(() => {
      begun += 1;
      if (begun === 2) both.resolve();
      return killed.promise;
    });
    await both.promise;
    const stopped = running.stop();
    killed.reject(new Error('the parser was ended'));
    await stopped;
    expect(begun).toBe(2);
    expect(await shown()).toEqual({ 'a.pdf': ['queued', null], 'b.pdf': ['queued', null], 'c.pdf': ['queued', null] });
    const jobs = await own.catalog.jobs.list({ state: null, limit: 10 });
    expect(jobs.map(({ attempts }) => attempts)).toEqual([0, 0, 0]);
    expect(errors).toEqual([]);
  });

  test('stores what is read by then', async () => {
    await enqueue('a.pdf');
    const begun = Promise.withResolvers<void>();
    const running = begin(async () => {
      begun.resolve();
      await sleep(50);
      return parsed(sentence);
    });
    await begun.promise;
    await running.stop();
    expect(await shown()).toEqual({ 'a.pdf': ['done', null] });
  });

  test('comes at once when there is nothing to do', async () => {
    const running = begin(() => Promise.resolve(parsed(sentence)));
    await running.idle();
    const began = performance.now();
    await running.stop();
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
