// Matches found by the evaluator, placed in their filings: letters of passages, spans of page text, the pages they stand on.
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from '../../../server/contract/page.ts';
import type { StoredPassage } from '../../../server/contract/record.ts';
import type { PassagePlace } from '../../../server/contract/word-index.ts';
import { ExactEvaluator } from '../../../server/search/exact/exact-evaluator.ts';
import type { FoundMatch } from '../../../server/search/exact/exact-question.ts';
import { placeMatches, type PlacingParts } from '../../../server/search/exact/placed-matches.ts';
import { SearchableCorpus } from '../../../server/search/exact/searchable-corpus.ts';
import { parseQuery } from '../../../server/search/terms/parser.ts';
import { pageOf } from '../../catalog/readings.ts';
import { documentOf, passageOf } from '../../indexing/stored-passages.ts';
import { memorySource } from './memory-corpus.ts';

const filing = documentOf('d1');
const other = documentOf('d2');
/** No page of it has text. */
const scan = documentOf('scan');
const stamped = pageOf(2, ['Document 741', '1 The Titan', 'API was', 'inbox']);
const pages = [
  pageOf(1, ['ad spend']),
  {
    ...stamped,
    lines: stamped.lines.map((line, at) => ({ ...line, furniture: at === 0 ? ('stamp' as const) : null })),
  },
];
// Page 2 reads “Document 741 ⏎ 1 The Titan ⏎ API was ⏎ inbox”: the passage leaves the margin number out and joins two lines.
const stored: readonly StoredPassage[] = [
  passageOf(filing, 0, 'ad spend'),
  passageOf(filing, 1, 'The Titan API was', {
    pageNumber: 2,
    runs: [
      { at: 0, pageNumber: 2, from: 15, length: 9 },
      { at: 10, pageNumber: 2, from: 25, length: 7 },
    ],
  }),
  passageOf(filing, 2, 'inbox', { pageNumber: 2, runs: [{ at: 0, pageNumber: 2, from: 33, length: 5 }] }),
  passageOf(other, 0, 'ad spend elsewhere'),
];

const of: Readonly<Record<string, readonly Page[]>> = {
  d1: pages,
  d2: [pageOf(1, ['ad spend elsewhere'])],
  scan: [pageOf(1, [])],
};

let asked: { places: PassagePlace[]; pages: string[] };
let parts: PlacingParts<Page>;
beforeEach(() => {
  asked = { places: [], pages: [] };
  parts = {
    passagesAt: (places) => {
      asked.places.push(...places);
      // In an order of its own, as a database may answer.
      const there = places.flatMap(
        (place) =>
          stored.find(
            ({ document, passage }) => document.id === place.documentId && passage.ordinal === place.ordinal,
          ) ?? [],
      );
      return Promise.resolve(there.toReversed());
    },
    pagesAt: (places) => {
      const read = places.flatMap(({ documentId, pageNumber }) => {
        asked.pages.push(`${documentId} ${pageNumber}`);
        const page = of[documentId]?.[pageNumber - 1];
        return page === undefined ? [] : [{ documentId, page }];
      });
      return Promise.resolve(read.toReversed());
    },
    document: (id) => Promise.resolve([filing, other, scan].find((each) => each.id === id) ?? null),
  };
});

const evaluator = new ExactEvaluator(
  new SearchableCorpus(memorySource(stored, ({ id }) => (id === 'd1' ? pages : []))),
);
function found(q: string): FoundMatch[] {
  const filters = { include: {}, exclude: {}, filedFrom: null, filedTo: null };
  const wanted = { group: 'none', sort: 'position', page: 1, perPage: 100, facets: [] } as const;
  return [...evaluator.list({ tree: parseQuery(q), filters }, wanted, () => undefined).shown];
}
const place = async (q: string) => placeMatches(parts, found(q));

describe('a match', () => {
  const rows: [q: string, spans: string[], passages: number[], why: string][] = [
    ['titan', ['Titan'], [1], 'a word, where it stands on the page'],
    ['"titan api"', ['Titan', 'API'], [1], 'over the end of a line'],
    ['spend w/9 titan', ['spend', 'Titan'], [0, 1], 'over two pages and passages'],
    ['"was inbox"', ['was', 'inbox'], [1, 2], 'a phrase over two passages'],
    ['inbox w/9 titan', ['Titan', 'inbox'], [1, 2], 'in reading order, however it is asked'],
    ['in:furniture 741', ['741'], [0], 'a stamp: the first passage stands for the filing'],
  ];
  test.each(rows)('%s (%s)', async (q, spans, passages) => {
    const [placed] = await place(q);
    expect(placed?.spans.map(({ pageNumber, from, to }) => pages[pageNumber - 1]?.text.slice(from, to))).toEqual(spans);
    expect(placed?.passages.map(({ passage }) => passage.ordinal)).toEqual(passages);
    const onPages = new Set(placed?.spans.map(({ pageNumber }) => pageNumber));
    expect(placed?.pages.map(({ pageNumber }) => pageNumber)).toEqual([...onPages]);
  });

  test('has ranges in the passages whose words they are', async () => {
    const [placed] = await place('spend w/9 titan');
    expect(placed?.ranges.map(({ ordinal, from, to }) => [ordinal, from, to])).toEqual([
      [0, 3, 8],
      [1, 4, 9],
    ]);
  });
});

test('matches of several filings, in the order in which they came; what they share is read once', async () => {
  const placed = await place('ad OR spend');
  expect(placed.map(({ match, spans }) => [match.documentId, match.index, spans[0]?.from])).toEqual([
    ['d1', 0, 0],
    ['d1', 1, 3],
    ['d2', 0, 0],
    ['d2', 1, 3],
  ]);
  expect(asked.pages).toEqual(['d1 1', 'd2 1']);
  expect(placed.map(({ passages }) => passages.map(({ document }) => document.id))).toEqual([
    ['d1'],
    ['d1'],
    ['d2'],
    ['d2'],
  ]);
});

test('a filing that satisfies without a match is shown by its first passage, and stands nowhere', async () => {
  const placed = await place('NOT titan');
  expect(placed).toMatchObject([
    { match: { documentId: 'd2', index: null }, ranges: [], spans: [], pages: [], passages: [stored[3]] },
  ]);
});

const without: FoundMatch = { documentId: 'scan', index: null, matchesInDocument: 0, parts: [] };
test('a filing no page of which has text is shown by its first page', async () => {
  expect(await placeMatches(parts, [without])).toMatchObject([
    { match: without, document: scan, ranges: [], spans: [], passages: [], pages: [{ pageNumber: 1 }] },
  ]);
});

describe('what was removed meanwhile', () => {
  test('is left out, and takes nothing else along', async () => {
    const matches = found('ad');
    const [first] = matches;
    if (first === undefined) throw new Error('no match');
    const gone = [
      { ...first, parts: [[{ ref: { kind: 'passage' as const, ordinal: 9 }, from: 0, to: 0 }]] },
      { ...first, parts: [[{ ref: { kind: 'line' as const, pageNumber: 9, from: 0, to: 5 }, from: 0, to: 0 }]] },
      // The passage is there, and has not so many words any more.
      { ...first, parts: [[{ ref: { kind: 'passage' as const, ordinal: 0 }, from: 5, to: 5 }]] },
    ];
    expect((await placeMatches(parts, [...gone, ...matches])).map(({ match }) => match)).toEqual(matches);
  });

  test('a filing that is gone as a whole', async () => {
    expect(await placeMatches(parts, [{ ...without, documentId: 'gone' }])).toEqual([]);
  });

  test('nothing asked is nothing placed', async () => {
    expect(await placeMatches(parts, [])).toEqual([]);
  });
});
