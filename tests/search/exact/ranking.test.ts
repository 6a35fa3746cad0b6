// Scores by BM25, against the formula written out once more: rarity, frequency, length.
import { describe, expect, test } from '@jest/globals';
import { Ranking } from '../../../server/search/exact/ranking.ts';
import type { QueryNode } from '../../../server/search/terms/query-tree.ts';

const titan: QueryNode = { kind: 'term', word: 'titan' };
const rare: QueryNode = { kind: 'term', word: 'rare' };

/** Scores of documents, each with its length and how often each operand stands there. */
function scores(corpusSize: number, documents: (readonly [length: number, ...[QueryNode, number][]])[]): number[] {
  const ranking = new Ranking(corpusSize);
  for (const [length, ...operands] of documents) {
    ranking.begin(length);
    for (const [operand, matches] of operands) ranking.tally(operand, matches);
    ranking.keep();
  }
  return [...ranking.scores()];
}

/** One operand’s part of a score. */
const bm25 = (corpus: number, containing: number, frequency: number, relativeLength: number) =>
  (Math.log(1 + (corpus - containing + 0.5) / (containing + 0.5)) * frequency * 2.2) /
  (frequency + 1.2 * (0.25 + 0.75 * relativeLength));

test('are those of the formula', () => {
  const [one, two] = scores(10, [
    [100, [titan, 3], [rare, 1]],
    [300, [titan, 1]],
  ]);
  expect(one).toBeCloseTo(bm25(10, 2, 3, 0.5) + bm25(10, 1, 1, 0.5), 10);
  expect(two).toBeCloseTo(bm25(10, 2, 1, 1.5), 10);
});

describe('more is', () => {
  const rows: [why: string, ...Parameters<typeof scores>][] = [
    [
      'more matches',
      10,
      [
        [100, [titan, 2]],
        [100, [titan, 1]],
      ],
    ],
    [
      'the same in a shorter filing',
      10,
      [
        [50, [titan, 1]],
        [150, [titan, 1]],
      ],
    ],
    [
      'what is rarer',
      10,
      [
        [100, [rare, 1]],
        [100, [titan, 1]],
        [100, [titan, 1]],
      ],
    ],
    [
      'both',
      10,
      [
        [100, [titan, 1], [rare, 1]],
        [100, [titan, 1]],
      ],
    ],
    ['a match at all', 10, [[100, [titan, 1]], [100]]],
  ];
  test.each(rows)('%s', (_, corpus, documents) => {
    const [first = 0, second = 0] = scores(corpus, documents);
    expect(first).toBeGreaterThan(second);
  });
});

test('is a number for empty filings, and for what every filing has', () => {
  expect(scores(2, [[0], [0, [titan, 0]]])).toEqual([0, 0]);
  const all = scores(2, [
    [10, [titan, 1]],
    [10, [titan, 1]],
  ]);
  expect(all.every((score) => score > 0 && Number.isFinite(score))).toBe(true);
});

test('two operands that look alike count each for itself', () => {
  const [one = 0, two = 0] = scores(10, [
    [100, [titan, 1], [{ ...titan }, 1]],
    [100, [titan, 1]],
  ]);
  expect(one).toBeGreaterThan(two);
});

test('a document that is not of the answer has no score, and counts for what is usual', () => {
  const ranking = new Ranking(10);
  ranking.begin(300);
  ranking.tally(titan, 2);
  ranking.begin(100);
  ranking.tally(titan, 3);
  ranking.keep();
  const [only = 0, ...others] = ranking.scores();
  expect([others, only]).toEqual([[], expect.closeTo(bm25(10, 2, 3, 0.5), 10)]);
});

test('how alike a text is comes before everything else', () => {
  const ranking = new Ranking(10);
  const like: QueryNode = { kind: 'like', text: 'titan', words: ['titan'] };
  for (const [length, matches, alike] of [
    [100, 1, 0.9],
    [10, 9, 0.8],
  ] as const) {
    ranking.begin(length);
    ranking.tally(titan, matches);
    ranking.tally(like, matches, alike);
    ranking.keep();
  }
  const [first = 0, second = 0] = ranking.scores();
  expect(first).toBeGreaterThan(second);
});
