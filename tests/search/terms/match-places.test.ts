// document-streams.test.ts has whole documents; here what is not there, and furniture.
import { expect, test } from '@jest/globals';
import { createMatchPlacer } from '../../../server/search/terms/match-places.ts';

const place = createMatchPlacer({
  passage: (ordinal) =>
    ordinal === 4
      ? {
          text: 'the communications',
          runs: [
            { at: 0, pageNumber: 2, from: 10, length: 9 },
            { at: 9, pageNumber: 3, from: 0, length: 9 },
          ],
        }
      : undefined,
  page: (pageNumber) => (pageNumber === 3 ? { text: 'nications\nPage 7 of 9' } : undefined),
});
const passage = (ordinal: number) => ({ kind: 'passage' as const, ordinal });
const line = (pageNumber: number) => ({ kind: 'line' as const, pageNumber, from: 10, to: 21 });

test('a word of a passage that two pages hold', () => {
  expect(place({ ref: passage(4), from: 1, to: 1 })).toEqual({
    ordinal: 4,
    from: 4,
    to: 18,
    spans: [
      { pageNumber: 2, from: 14, to: 19 },
      { pageNumber: 3, from: 0, to: 9 },
    ],
  });
});

test('furniture, by its line', () => {
  const spans = [{ pageNumber: 3, from: 15, to: 16 }];
  expect(place({ ref: line(3), from: 1, to: 1 })).toEqual({ ordinal: null, from: 15, to: 16, spans });
});

test('what is not there any more', () => {
  expect(place({ ref: passage(5), from: 0, to: 0 })).toBeNull();
  expect(place({ ref: line(4), from: 0, to: 0 })).toBeNull();
  expect(place({ ref: passage(4), from: 1, to: 2 })).toBeNull();
});

test('a text is asked again for a word that stands farther on', () => {
  const at = (position: number) => place({ ref: passage(4), from: position, to: position })?.from;
  expect([at(0), at(1), at(0)]).toEqual([0, 4, 0]);
});
