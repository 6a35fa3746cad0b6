// A report with what names its corpus: taken from a real catalog, asked of its words, and every reason why counts may not stay.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { reportResult, type AskedReport } from '../server/report-result.ts';
import { grammarVersion } from '../server/search/terms/query-tree.ts';
import { tokenizerVersion } from '../server/text/tokenizer.ts';
import { incoming, pageOf, store } from './catalog/readings.ts';
import { reportingRoom, type ReportingRoom } from './reporting-room.ts';

let room: ReportingRoom;
beforeEach(async () => {
  room = reportingRoom();
  await room.filing('letter.pdf', ['Titan was private.', 'The inbox of Titan.'], {
    type: 'letter brief',
    filedOn: '2024-01-05',
  });
  await room.filing('order.pdf', ['It is ordered: titan.'], { type: 'order', filedOn: '2024-02-01' });
});
afterEach(() => room.close());

const asked = (extra: Partial<AskedReport> = {}): AskedReport => ({
  queries: [
    { line: 1, q: 'titan' },
    { line: 2, q: 'inbox' },
  ],
  dialect: 'pincite',
  filters: '',
  facet: null,
  ...extra,
});
const run = (extra: Partial<AskedReport> = {}, onProgress: (done: number) => void = () => undefined) =>
  reportResult(room.parts, asked(extra), onProgress);

test('counts the queries and names corpus and program', async () => {
  const { result, rows, sets } = await run();
  const { fingerprint, documents, files, pages, passages } = await room.catalog.corpus();
  expect(documents).toBe(2);
  expect(rows.map(({ q, hits, documents: of }) => [q, hits, of])).toEqual([
    ['titan', 3, 2],
    ['inbox', 1, 1],
  ]);
  expect(result).toEqual({
    corpus: { fingerprint, documents, files, pages, passages },
    software: { version: '0.0.0-test', parser: 'test-1', grammar: grammarVersion, tokenizer: tokenizerVersion },
    unsearched: { pages: 0, documents: 0, byReason: {} },
    isFinal: true,
    notices: [],
    totals: { queries: 2, faults: 0, hits: 4, documents: 2, withFamilies: 2, files: 2 },
  });
  expect([...sets.keys()]).toEqual([1, 2]);
});

describe('filters', () => {
  test.each<[string, number[]]>([
    ['f.type=order', [1, 0]],
    ['not.type=order', [1, 1]],
    ['filedFrom=2024-01-06', [1, 0]],
    ['filedTo=2024-01-05', [1, 1]],
    ['f.type=order&f.type=letter+brief', [2, 1]],
    ['f.type=motion', [0, 0]],
  ])('%s → %j documents', async (filters, expected) => {
    expect((await run({ filters })).rows.map(({ documents }) => documents)).toEqual(expected);
  });

  test.each([
    ['q=titan', /no filter/],
    ['f.colour=red', /no facet/],
    ['filedFrom=yesterday', /takes a date/],
  ])('%s is refused before anything is asked', async (filters, message) => {
    const heard: number[] = [];
    await expect(run({ filters }, (done) => heard.push(done))).rejects.toMatchObject({
      code: 'bad-request',
      message: expect.stringMatching(message),
    });
    expect(heard).toEqual([]);
  });

  test('what was not searched is told within them', async () => {
    const scan = pageOf(2, [''], { unread: { reason: 'unreadable', detail: 'no text' } });
    await room.filing('scan.pdf', ['Exhibit.'], { type: 'exhibit' }, [scan]);
    expect((await run()).result.unsearched).toEqual({ pages: 1, documents: 1, byReason: { unreadable: 1 } });
    expect((await run({ filters: 'f.type=order' })).result.unsearched.pages).toBe(0);
  });
});

describe('counts may not stay as they are', () => {
  const waitingPage = () => pageOf(2, [''], { unread: { reason: 'awaiting-ocr', detail: 'no text' } });
  const rows: [string, () => Promise<unknown>, string[]][] = [
    [
      'a page waits',
      () => room.filing('scan.pdf', ['Exhibit.'], {}, [waitingPage()]),
      ['1 page waited for recognition: counts are not final.'],
    ],
    ['a file waits', () => room.catalog.jobs.enqueue(incoming('new.pdf')), ['1 file had not been read yet.']],
    [
      'words of two filings are not kept yet',
      async () => {
        await store(room.catalog, incoming('a.pdf'), [pageOf(1, ['Titan.'])]);
        await store(room.catalog, incoming('b.pdf'), [pageOf(1, ['Titan.'])]);
      },
      ['2 documents had not been taken into exact search yet.'],
    ],
  ];
  test.each(rows)('%s', async (_, happen, notices) => {
    await happen();
    expect((await run()).result).toMatchObject({ isFinal: false, notices });
  });

  test('the corpus changed while they were counted', async () => {
    const engine = room.engineAfter(() => room.filing('new.pdf', ['Titan.']));
    const before = await room.catalog.fingerprint();
    const { result } = await reportResult({ ...room.parts, engine }, asked(), () => undefined);
    expect(result.isFinal).toBe(false);
    expect(result.notices[0]).toMatch(/corpus changed while the report was run: run it again/);
    // The corpus it names is the one that it began with.
    expect(result.corpus.fingerprint).toBe(before);
  });
});

test('files that nobody could read are told, though waiting will not change the counts', async () => {
  await room.catalog.jobs.enqueue(incoming('broken.pdf'));
  const job = await room.catalog.jobs.lease('tester', 1000);
  await room.catalog.jobs.fail(job?.jobId ?? '', { code: 'unreadable-pdf', detail: 'broken.pdf is damaged.' }, false);
  expect((await run()).result).toMatchObject({
    isFinal: true,
    notices: ['1 file could not be read at all and is in no count.'],
  });
});

test('a question nobody waits for any more is left', async () => {
  const stopping = new AbortController();
  stopping.abort();
  await expect(reportResult(room.parts, asked(), () => undefined, stopping.signal)).rejects.toThrow(/abort/i);
});
