// Pages that wait for recognition: which comes next, what a failure costs, and what a killed process finds again.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from '../../server/contract/page.ts';
import type { RecognizedPage } from '../../server/contract/recognition.ts';
import { incoming, pageOf, readingOf, shaOf, store, temporaryCatalog } from './readings.ts';

const scan = (pageNumber: number, extra: Partial<Page> = {}): Page =>
  pageOf(pageNumber, [''], { unread: { reason: 'awaiting-ocr', detail: 'no text' }, ...extra });

const recognized = (pageNumber: number): RecognizedPage => ({
  pageNumber,
  angle: 0.4,
  confidence: 91.5,
  dpi: 300,
  ink: 0.05,
  words: [{ text: 'motion', confidence: 92, line: 0, x: 72, y: 700, advances: [6, 6, 3, 3, 6, 6], size: 12 }],
});

const [binder, exhibit] = [shaOf('binder.pdf'), shaOf('exhibit.pdf')];

describe('recognitions', () => {
  let own: ReturnType<typeof temporaryCatalog>;
  beforeEach(async () => {
    own = temporaryCatalog();
    await store(own.catalog, incoming('binder.pdf'), [pageOf(1, ['Text']), scan(2), scan(3), scan(4)]);
    await store(own.catalog, incoming('exhibit.pdf'), [scan(1)]);
  });
  afterEach(() => own.close());
  const next = async (): Promise<string | null> => {
    const page = await own.catalog.recognitions.take(1000);
    return page === null ? null : `${page.filename} ${page.pageNumber}`;
  };

  test('the shortest file first, its pages in order, none twice; pages with text never', async () => {
    const order = [await next(), await next(), await next(), await next(), await next()];
    expect(order).toEqual(['exhibit.pdf 1', 'binder.pdf 2', 'binder.pdf 3', 'binder.pdf 4', null]);
  });

  test('a page whose process died is free when its lease ends, or at the next start', async () => {
    await next();
    await next();
    own.tick(1001);
    expect(await next()).toBe('exhibit.pdf 1');
    expect([await next(), await next(), await next(), await next()]).toEqual([
      'binder.pdf 2',
      'binder.pdf 3',
      'binder.pdf 4',
      null,
    ]);
    await own.catalog.recognitions.releaseAll();
    own.tick(1);
    expect(await next()).toBe('exhibit.pdf 1');
  });

  test('a page that was given up is forgotten when a person says so, and waits again; one under way is not', async () => {
    for (let time = 0; time < 3; time++) {
      await next();
      await own.catalog.recognitions.fail(exhibit, 1, { reason: 'time-limit', detail: 'too slow' });
    }
    expect(await next()).toBe('binder.pdf 2');
    await own.catalog.recognitions.forget(exhibit, 1);
    expect(await own.catalog.recognitions.outcomes(exhibit)).toEqual([]);
    expect(await next()).toBe('exhibit.pdf 1');
    // Its process would report to nobody.
    await own.catalog.recognitions.forget(exhibit, 1);
    await own.catalog.recognitions.put(exhibit, recognized(1));
    expect(await own.catalog.recognitions.outcomes(exhibit)).toMatchObject([{ kind: 'recognized' }]);
    // And failures are counted from none.
    await own.catalog.recognitions.forget(exhibit, 1);
    await next();
    expect(await own.catalog.recognitions.fail(exhibit, 1, { reason: 'time-limit', detail: '' })).toBe(false);
  });

  test('what was recognised is kept whole, and is not recognised again', async () => {
    await next();
    await own.catalog.recognitions.put(exhibit, recognized(1));
    own.tick(5000);
    expect(await next()).toBe('binder.pdf 2');
    expect(await own.catalog.recognitions.outcomes(exhibit)).toEqual([{ kind: 'recognized', page: recognized(1) }]);
    expect(await own.catalog.recognitions.outcomes(binder)).toEqual([]);
  });

  test('after three failures a page is parked with its last reason; the others go on', async () => {
    const failure = { reason: 'time-limit' as const, detail: 'Page 1 of exhibit.pdf was not recognised within 120 s.' };
    const parked: boolean[] = [];
    for (let attempt = 0; attempt < 3; attempt++) {
      expect(await next()).toBe('exhibit.pdf 1');
      parked.push(await own.catalog.recognitions.fail(exhibit, 1, failure));
    }
    expect(parked).toEqual([false, false, true]);
    expect(await next()).toBe('binder.pdf 2');
    expect(await own.catalog.recognitions.outcomes(exhibit)).toEqual([{ kind: 'failed', pageNumber: 1, ...failure }]);
  });

  test('the end of the program is no failure', async () => {
    for (let start = 0; start < 5; start++) {
      expect(await next()).toBe('exhibit.pdf 1');
      await own.catalog.recognitions.handBack(exhibit, 1);
    }
  });

  test('boxes of bad redactions come with the page; those of good ones do not', async () => {
    const box = [1, 2, 3, 2, 3, 4, 1, 4] as const;
    const redactions = [
      { pageNumber: 1, box, bad: true, characters: 5 },
      { pageNumber: 1, box: [9, 9, 9, 9, 9, 9, 9, 9] as const, bad: false, characters: 0 },
    ];
    await own.catalog.jobs.readAgain(exhibit);
    const job = await own.catalog.jobs.lease('tester', 1000);
    await own.catalog.jobs.complete(job?.jobId ?? '', readingOf(exhibit, [scan(1, { redactions })]));
    expect((await own.catalog.recognitions.take(1000))?.covered).toEqual([box]);
  });

  test('progress: what waits, what is known and not yet shown, and what is shown', async () => {
    const { recognitions, jobs } = own.catalog;
    for (let page = 0; page < 3; page++) await next();
    await recognitions.put(binder, recognized(2));
    await recognitions.put(binder, recognized(3));
    const progressOf = async (sha256: string) => (await recognitions.progress()).find((file) => file.sha256 === sha256);
    expect(await progressOf(binder)).toEqual({ sha256: binder, fresh: 2, applied: 0, left: 1 });
    expect(await jobs.readAgain(binder)).toBe(true);
    expect(await jobs.readAgain(binder)).toBe(false);
    const job = await jobs.lease('tester', 1000);
    const read = (pageNumber: number): Page =>
      pageOf(pageNumber, ['motion'], { recognized: { confidence: 91.5, dpi: 300 } });
    await jobs.complete(job?.jobId ?? '', readingOf(binder, [pageOf(1, ['Text']), read(2), read(3), scan(4)]));
    expect(await progressOf(binder)).toEqual({ sha256: binder, fresh: 0, applied: 2, left: 1 });
    expect(await progressOf(exhibit)).toEqual({ sha256: exhibit, fresh: 0, applied: 0, left: 1 });
  });
});

describe('a page that was recognised', () => {
  let own: ReturnType<typeof temporaryCatalog>;
  beforeEach(() => {
    own = temporaryCatalog();
  });
  afterEach(() => own.close());

  test('a good one is read like any other; a poor one is read, listed, and no page “not read” of the docket', async () => {
    const [id = ''] = await store(
      own.catalog,
      incoming('gov.uscourts.cand.1.7.0.pdf', { fromName: { entry: '7', court: 'cand', pacerCaseId: '1' } }),
      [
        pageOf(1, ['motion'], { recognized: { confidence: 93, dpi: 300 } }),
        pageOf(2, ['rnotlon'], { recognized: { confidence: 41, dpi: 96 } }),
        scan(3),
      ],
    );
    const pages = await own.catalog.documents.pages(id);
    expect(pages.map(({ unread, recognized: how }) => [unread?.reason ?? null, how])).toEqual([
      [null, { confidence: 93, dpi: 300 }],
      [null, { confidence: 41, dpi: 96 }],
      ['awaiting-ocr', undefined],
    ]);
    expect((await own.catalog.documents.pageMap(id)).map(({ recognized: how }) => how?.confidence)).toEqual([
      93,
      41,
      undefined,
    ]);
    const listed = [
      { pageNumber: 2, reason: 'poor-image' },
      { pageNumber: 3, reason: 'awaiting-ocr' },
    ];
    expect(await own.catalog.unread(null)).toMatchObject(listed);
    const view = await own.catalog.documents.view(id);
    expect(view).toMatchObject({ unreadable: listed, flags: ['ocr', 'unreadable-pages'] });
    const docket = await own.catalog.dockets.view(view?.caseId ?? '');
    expect(JSON.stringify(docket)).toContain('"unread":{"pages":1,"firstPageNumber":3}');
  });

  test('how good a page is belongs to what names the corpus', async () => {
    const read = async (confidence: number): Promise<string> => {
      const file = incoming('a.pdf');
      const page = pageOf(1, ['motion'], { recognized: { confidence, dpi: 300 } });
      await own.catalog.jobs.enqueue(file);
      await own.catalog.jobs.readAgain(file.sha256);
      const job = await own.catalog.jobs.lease('tester', 1000);
      await own.catalog.jobs.complete(job?.jobId ?? '', readingOf(file.sha256, [page]));
      return own.catalog.fingerprint();
    };
    const [good, better, poor] = [await read(80), await read(90), await read(30)];
    expect(better).toBe(good);
    expect(poor).not.toBe(good);
  });
});
