// Pieces written and read again: where each begins, where the next one does, and what it is.
import { expect, test } from '@jest/globals';
import type { PieceRef } from '../../../server/search/terms/document-streams.ts';
import { PieceCursor, writePieces } from '../../../server/search/terms/packed-pieces.ts';
import { tokenStream } from '../../../server/search/terms/token-stream.ts';
import { ByteReader, ByteWriter } from '../../../server/text/varints.ts';

type Piece = readonly [ref: PieceRef, at: number];

/** Stretches of these texts behind one another, at these positions. */
function readAgain(stretches: readonly (readonly [text: string, start: number, pieces: readonly Piece[]])[]) {
  const body = new ByteWriter();
  const placed = stretches.map(([text, , pieces]) => ({
    stream: tokenStream('body', text),
    pieces: pieces.map(([ref, at]) => ({ ref, at })),
  }));
  writePieces(
    body,
    placed,
    stretches.map(([, start]) => start),
  );
  const cursor = new PieceCursor(new ByteReader(body.done()));
  const read: (readonly [first: number, end: number, ref: PieceRef])[] = [];
  while (cursor.next()) read.push([cursor.first, cursor.end, cursor.ref]);
  expect(cursor.next()).toBe(false);
  return read;
}

const passage = (ordinal: number): PieceRef => ({ kind: 'passage', ordinal });
const line: PieceRef = { kind: 'line', pageNumber: 300, from: 7, to: 19 };

test('passages and lines, over stretches', () => {
  const read = readAgain([
    [
      'The API was open. —\nIt closed.',
      0,
      [
        [passage(0), 0],
        [passage(1), 18],
        [passage(5), 20],
      ],
    ],
    ['Page 7', 1000, [[line, 0]]],
  ]);
  expect(read).toEqual([
    [0, 4, passage(0)],
    // Without a word.
    [4, 4, passage(1)],
    [4, 1000, passage(5)],
    [1000, Number.POSITIVE_INFINITY, line],
  ]);
});

test('none', () => expect(readAgain([])).toEqual([]));
