// Words in one piece: given back as they came, within a bound, and forgotten when they are none any more.
import { describe, expect, test } from '@jest/globals';
import { KeptWords } from '../../../server/search/exact/kept-words.ts';

type Files = readonly (readonly [fileId: number, length: number])[];

const wordsOf = (fileId: number, length: number) => new Uint8Array(length).fill(fileId);

/** A store of 100 bytes with these files. */
function filled(files: Files): KeptWords {
  const kept = new KeptWords(100);
  for (const [fileId, length] of files) kept.keep(fileId, wordsOf(fileId, length));
  return kept;
}
/** What is kept of a file of this length. */
const keptOf = (kept: KeptWords, fileId: number, length: number) => {
  const place = kept.get(fileId);
  return place?.bytes.slice(place.from, place.from + length);
};
const known = (kept: KeptWords) => [1, 2, 3, 4].filter((fileId) => kept.get(fileId) !== null);

describe('kept are', () => {
  const rows: [why: string, files: Files, kept: number[]][] = [
    ['none', [], []],
    [
      'as many as have room',
      [
        [1, 60],
        [2, 40],
      ],
      [1, 2],
    ],
    [
      'and a smaller one after one that has none',
      [
        [1, 60],
        [2, 41],
        [3, 40],
      ],
      [1, 3],
    ],
    ['none that is larger than the room', [[1, 101]], []],
    ['such without a word', [[1, 0]], [1]],
  ];
  test.each(rows)('%s: %j, %j', (_, files, expected) => {
    const kept = filled(files);
    expect(known(kept)).toEqual(expected);
    for (const [fileId, length] of files.filter(([each]) => expected.includes(each))) {
      expect(keptOf(kept, fileId, length)).toEqual(wordsOf(fileId, length));
    }
  });
});

describe('words that are none any more', () => {
  const three: Files = [
    [1, 30],
    [2, 30],
    [3, 30],
  ];

  test('are forgotten; the others stay', () => {
    const kept = filled(three);
    kept.retain((fileId) => fileId !== 2);
    expect(known(kept)).toEqual([1, 3]);
    expect(keptOf(kept, 3, 30)).toEqual(wordsOf(3, 30));
    // Their room is not free yet.
    kept.keep(4, wordsOf(4, 20));
    expect(known(kept)).toEqual([1, 3]);
  });

  test('give their room back when it is more than half of all', () => {
    const kept = filled(three);
    kept.retain((fileId) => fileId === 3);
    expect(known(kept)).toEqual([]);
    kept.keep(4, wordsOf(4, 100));
    expect(keptOf(kept, 4, 100)).toEqual(wordsOf(4, 100));
  });
});
