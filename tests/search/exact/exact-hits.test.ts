// Placed matches → rows of the list: the place of the match itself, its words in what stands around them.
import { describe, expect, test } from '@jest/globals';
import type { StoredPassage } from '../../../server/contract/record.ts';
import { hitSchema, type Hit } from '../../../server/contract/search-api.ts';
import { exactHits } from '../../../server/search/exact/exact-hits.ts';
import type { PlacedMatch } from '../../../server/search/exact/placed-matches.ts';
import type { CitedMatch } from '../../../server/search/search-parts.ts';
import { pageOf } from '../../catalog/readings.ts';
import { documentOf, passageOf } from '../../indexing/stored-passages.ts';

const filing = documentOf('d1', { title: 'Order', entry: '735' });
const tags = ['t1', 't2'].map((id) => ({ id, name: `tag ${id}`, color: '#aa0000' }));
const lines = { from: 1, to: 9, toPageNumber: 1 };
const stored: readonly StoredPassage[] = [
  passageOf(filing, 0, 'The Titan API.', { lines, headings: ['II. ARGUMENT'], kind: 'quote' }, tags),
  passageOf(filing, 1, 'An inbox.', {}, tags.slice(0, 1)),
  passageOf(filing, 2, `${'word '.repeat(80)}last titan ${'word '.repeat(80)}`.trim()),
];

/** A match over stretches `[ordinal, from, to]`; null: of page 1. */
function match(...ranges: (readonly [ordinal: number | null, from: number, to: number])[]): PlacedMatch {
  const ordinals = [...new Set(ranges.flatMap(([ordinal]) => (ordinal === null ? [] : [ordinal])))];
  const spans = ranges.map(([, from, to]) => ({ pageNumber: 1, from, to }));
  return {
    document: filing,
    match: { documentId: 'd1', index: ranges.length === 0 ? null : 4, matchesInDocument: 7, parts: [] },
    ranges: ranges.map(([ordinal, from, to], at) => ({ ordinal, from, to, spans: spans.slice(at, at + 1) })),
    spans,
    passages: (ordinals.length === 0 ? [0] : ordinals).flatMap((ordinal) => stored[ordinal] ?? []),
    pages: [pageOf(1, ['Case 3:20 Document 741', 'The Titan API.', 'Page 7 of 9'])],
  };
}

const end = { pageNumber: 3, pageLabel: 'iii', stampPage: 4, bates: 'META-1', line: 14 };
const cited: CitedMatch = {
  from: end,
  to: { ...end, pageNumber: 4, line: 2 },
  paragraph: '34',
  full: 'Order at 3:14–4:2.',
  short: 'Order at 3.',
};
const cite = ({ passage }: Pick<StoredPassage, 'passage'>) => ({ full: `passage ${passage.ordinal}`, short: 'p' });

function hitsOf(placed: readonly PlacedMatch[], answer: CitedMatch | null = cited, grouped = false): Hit[] {
  const hits = exactHits(placed, { citeMatch: () => answer, cite }, grouped);
  expect(hits.map((hit) => hitSchema.parse(hit))).toEqual(hits);
  return hits;
}
const shown = (hit: Hit | undefined) =>
  hit?.segments.map(({ text, hit: isHit }) => (isHit ? `[${text}]` : text)).join('');

test('a stamp is in no passage; a filing without a match is found as a whole', () => {
  const [stamp, within, whole] = hitsOf([match([null, 19, 22]), match([0, 4, 9]), match()]);
  expect([stamp?.passageId, stamp?.headings, stamp?.kind, stamp?.tags]).toEqual(['', [], 'paragraph', []]);
  expect(stamp?.spans).toEqual([{ pageNumber: 1, from: 19, to: 22 }]);
  expect([stamp?.isWhole, within?.isWhole, whole?.isWhole]).toEqual([undefined, undefined, true]);
  expect([whole?.matchIndex, whole?.spans]).toEqual([undefined, undefined]);
});

test('a row says where the match stands, not where its passage begins', () => {
  expect(hitsOf([match([0, 4, 9])])).toEqual([
    {
      passageId: 'sha-d1-0',
      documentId: 'd1',
      pageNumber: 3,
      pageLabel: 'iii',
      stampPage: 4,
      bates: 'META-1',
      lines: { from: 14, to: 2, toPageNumber: 4 },
      paragraph: '34',
      kind: 'quote',
      headings: ['II. ARGUMENT'],
      segments: [
        { text: 'The ', hit: false },
        { text: 'Titan', hit: true },
        { text: ' API.', hit: false },
      ],
      document: expect.objectContaining({ title: 'Order', ecf: '735' }),
      citation: { full: 'Order at 3:14–4:2.', short: 'Order at 3.' },
      tags,
      matchIndex: 4,
      spans: [{ pageNumber: 1, from: 4, to: 9 }],
    },
  ]);
});

describe('a row', () => {
  test('whose place cannot be cited is cited by its passage', () => {
    expect(hitsOf([match([0, 4, 9])], null)[0]).toMatchObject({
      pageNumber: 1,
      lines,
      citation: { full: 'passage 0', short: 'p' },
    });
  });

  test('on a page without line numbers has none, though its passage has', () => {
    const unnumbered = { ...cited, to: { ...cited.to, line: null } };
    expect(hitsOf([match([0, 4, 9])], unnumbered)[0]?.lines).toBeNull();
  });

  test('of a filing without a match has no place among its matches', () => {
    const [hit] = hitsOf([match()], null);
    expect([hit?.matchIndex, hit?.spans, shown(hit)]).toEqual([undefined, undefined, 'The Titan API.']);
  });

  test('grouped says how many its filing has', () => {
    expect(hitsOf([match([0, 4, 9])], cited, true)[0]?.hitsInDocument).toBe(7);
    expect(hitsOf([match([0, 4, 9])], cited, false)[0]?.hitsInDocument).toBeUndefined();
  });

  test('of a filing no page of which has text says what is known', () => {
    const asked: unknown[] = [];
    const placed = { ...match(), passages: [], pages: [pageOf(1, [])] };
    const citeMatch = ({ spans }: { readonly spans: readonly unknown[] }) => {
      asked.push(spans);
      return cited;
    };
    const [hit] = exactHits([placed], { citeMatch, cite }, false);
    // Its first page, of which nothing is chosen.
    expect(asked).toEqual([[{ pageNumber: 1, from: 0, to: 0 }]]);
    expect(hit).toMatchObject({ passageId: '', documentId: 'd1', segments: [], pageNumber: 3, bates: 'META-1' });
    expect(hitsOf([placed], null)[0]).toMatchObject({ pageNumber: 1, citation: { full: 'Order', short: 'Order' } });
  });

  test('of a stamp on a page without text is that page', () => {
    const placed = { ...match([null, 19, 22]), passages: [] };
    expect(hitsOf([placed])[0]).toMatchObject({ passageId: '', matchIndex: 4, pageNumber: 3 });
    expect(shown(hitsOf([placed])[0])).toBe('Case 3:20 Document [741]');
  });

  test('over two passages has the tags of both, each once', () => {
    expect(hitsOf([match([1, 3, 8], [0, 4, 9])])[0]?.tags.map(({ id }) => id)).toEqual(['t1', 't2']);
  });
});

describe('the words found are shown', () => {
  const rows: [why: string, placed: PlacedMatch, text: string | RegExp][] = [
    ['in one passage', match([0, 4, 9], [0, 10, 13]), 'The [Titan] [API].'],
    ['in neighbours', match([0, 10, 13], [1, 3, 8]), 'The Titan [API]. An [inbox].'],
    [
      'in passages with others between',
      match([0, 4, 9], [2, 405, 410]),
      /^The \[Titan\] API\. … ….*word last \[titan\] word.*…$/,
    ],
    ['in the middle of a long one', match([2, 405, 410]), /^…word .*last \[titan\] word.*word…$/],
    ['in a stamp', match([null, 19, 22]), 'Case 3:20 Document [741]'],
    ['in a stamp of two lines', match([null, 10, 22], [null, 38, 44]), 'Case 3:20 [Document 741] [Page 7] of 9'],
  ];
  test.each(rows)('%s', (_, placed, text) => {
    const [hit] = hitsOf([placed]);
    if (typeof text === 'string') expect(shown(hit)).toBe(text);
    else expect(shown(hit)).toMatch(text);
  });

  test('in no more than a few lines of text', () => {
    const words = (hit: Hit | undefined) => (shown(hit) ?? '').split(/\s+/).length;
    expect(words(hitsOf([match([2, 405, 410])])[0])).toBeLessThanOrEqual(47);
  });

  test('and nothing of a page that is gone', () => {
    expect(hitsOf([{ ...match([null, 19, 22]), pages: [] }])[0]?.segments).toEqual([]);
  });
});
