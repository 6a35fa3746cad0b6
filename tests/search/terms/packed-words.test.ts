// Words packed and asked again: what stands where, what begins how, and which pieces a match covers.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maxDistance } from '../../../server/search/terms/lexer.ts';
import type { PieceRef, PlacedStream } from '../../../server/search/terms/document-streams.ts';
import { PackedWords, packWords } from '../../../server/search/terms/packed-words.ts';
import { tokenStream, type StreamKind } from '../../../server/search/terms/token-stream.ts';

/** A stretch whose pieces are parted by line breaks. */
function placed(kind: StreamKind, texts: readonly string[], refs: readonly PieceRef[]): PlacedStream {
  let at = 0;
  const pieces = texts.flatMap((text, index) => {
    const ref = refs[index];
    const piece = ref === undefined ? [] : [{ at, ref }];
    at += text.length + 1;
    return piece;
  });
  return { stream: tokenStream(kind, texts.join('\n'), [0]), pieces };
}
const passage = (ordinal: number): PieceRef => ({ kind: 'passage', ordinal });

const body = ['The cross-device API. It is open.', '—', 'Émile’s API, ½ 𝒳 done'];
const note = ['See the API.'];
const stamp = ['Document 741'];
const line: PieceRef = { kind: 'line', pageNumber: 3, from: 20, to: 32 };
const words = new PackedWords(
  packWords([
    placed('body', body, [passage(0), passage(1), passage(3)]),
    placed('footnote', note, [passage(2)]),
    placed('furniture', stamp, [line]),
  ]),
);
const noteAt = 12 + maxDistance;
const stampAt = noteAt + 3 + maxDistance;

describe('words', () => {
  const rows: [word: string, places: (readonly [number, number])[], why: string][] = [
    [
      'api',
      [
        [3, 3],
        [8, 8],
        [noteAt + 2, noteAt + 2],
      ],
      'everywhere',
    ],
    ['crossdevice', [[1, 2]], 'a whole over its parts'],
    ['émile', [[7, 7]], 'more bytes than letters'],
    ['741', [[stampAt + 1, stampAt + 1]], 'furniture'],
    ['ap', [], 'a beginning is no word'],
    ['apis', [], 'nor what goes on'],
    ['zz', [], 'behind the last'],
    ['', [], 'nothing'],
  ];
  test.each(rows)('%s (%#)', (word, places) => {
    expect(words.placesOf(word).map(({ from, to }) => [from, to])).toEqual(places);
  });

  test('words that begin so', () => {
    const starts = (start: string, fits: ((word: string) => boolean) | null = null) =>
      [...words.startingWith(start, fits)]
        .flat()
        .map(({ from }) => from)
        .toSorted((a, b) => a - b);
    expect(starts('cross')).toEqual([1, 1]);
    expect(starts('é')).toEqual([7]);
    expect(starts('zz')).toEqual([]);
    expect(starts('', (word) => word.endsWith('t'))).toEqual([4, stampAt]);
    expect(starts('').length).toBe(words.vocabulary + 3);
  });
});

test('bounds and lengths: proximity never reaches from one stretch into the next', () => {
  expect([words.footnotes, words.furniture, words.length]).toEqual([noteAt, stampAt, 15]);
  expect([...words.streamStarts]).toEqual([0, noteAt, stampAt]);
  expect(noteAt - 11).toBeGreaterThan(maxDistance);
  expect([...words.sentenceStarts]).toEqual([0, 4, noteAt, stampAt]);
  expect([...words.paragraphStarts]).toEqual([0, noteAt, stampAt]);
});

describe('the pieces of a match', () => {
  const rows: [from: number, to: number, parts: { ref: PieceRef; from: number; to: number }[], why: string][] = [
    [1, 3, [{ ref: passage(0), from: 1, to: 3 }], 'within one'],
    [
      6,
      7,
      [
        { ref: passage(0), from: 6, to: 6 },
        { ref: passage(3), from: 0, to: 0 },
      ],
      'over one without a word',
    ],
    [noteAt + 2, noteAt + 2, [{ ref: passage(2), from: 2, to: 2 }], 'a footnote'],
    [stampAt, stampAt + 1, [{ ref: line, from: 0, to: 1 }], 'a line of furniture'],
  ];
  test.each(rows)('%i–%i', (from, to, parts) => {
    expect(words.partsOf({ from, to })).toEqual(parts);
    expect(words.passagesOf({ from, to })).toEqual(
      parts.flatMap(({ ref }) => (ref.kind === 'passage' ? [ref.ordinal] : [])),
    );
  });
});

test('the passages that several places touch, whatever their order and however they overlap', () => {
  const inReadingOrder = [0, 1, 3, 2];
  const place = fc.tuple(fc.nat(stampAt + 3), fc.nat(8)).map(([from, more]) => ({ from, to: from + more }));
  fc.assert(
    fc.property(fc.array(place, { maxLength: 6 }), (places) => {
      const each = new Set(places.flatMap((one) => words.passagesOf(one)));
      expect(words.passagesTouched(places)).toEqual(inReadingOrder.filter((ordinal) => each.has(ordinal)));
    }),
    { numRuns: 2000 },
  );
});

test('nothing', () => {
  const none = new PackedWords(packWords([]));
  expect([none.placesOf('a'), [...none.startingWith('')], none.length, none.partsOf({ from: 0, to: 0 })]).toEqual([
    [],
    [],
    0,
    [],
  ]);
});
