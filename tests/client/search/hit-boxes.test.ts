import { describe, expect, test } from '@jest/globals';
import { hitBoxesOf } from '../../../client/src/search/hit-boxes.ts';
import { quadOf } from '../../../server/contract/geometry.ts';

const [a, b, c] = [quadOf([0, 0, 1, 1]), quadOf([2, 2, 3, 3]), quadOf([4, 4, 5, 5])];
const span = (pageNumber: number, quad: typeof a) => ({ pageNumber, from: 0, to: 1, boxes: [quad] });
const hit = { passageId: 'p', pageNumber: 1 };

describe('what is painted beside the list', () => {
  test('the passage beneath, other matches, then its own; centred on its own', () => {
    const matches = [
      { index: 0, spans: [span(1, b)], passageIds: ['p'] },
      { index: 1, spans: [span(1, c)], passageIds: ['q'] },
    ];
    const painted = hitBoxesOf(hit, matches, [{ id: 'p', spans: [span(1, a)] }]);
    expect(painted).toMatchObject({ pageNumber: 1, centre: b });
    expect(painted.boxes.map(({ look }) => look)).toEqual(['passage', 'hit', 'current']);
  });

  test('an exact hit is one match, though its passage has others', () => {
    const matches = [
      { index: 0, spans: [span(1, b)], passageIds: ['p'] },
      { index: 1, spans: [span(1, c)], passageIds: ['p'] },
    ];
    const painted = hitBoxesOf({ ...hit, matchIndex: 1 }, matches, []);
    expect(painted.centre).toEqual(c);
    expect(painted.boxes.map(({ look }) => look)).toEqual(['hit', 'current']);
  });

  test('a match on the passage’s second page turns the page', () => {
    expect(hitBoxesOf(hit, [{ index: 0, spans: [span(2, b)], passageIds: ['p'] }], []).pageNumber).toBe(2);
  });

  test('of several words the longest run is centred, on its page', () => {
    const spans = [span(1, a), { ...span(2, b), to: 16 }, span(2, c)];
    expect(hitBoxesOf(hit, [{ index: 0, spans, passageIds: ['p'] }], [])).toMatchObject({ pageNumber: 2, centre: b });
  });

  test('nothing known: the page of the hit, from its top', () => {
    expect(hitBoxesOf(hit, [], [])).toEqual({ pageNumber: 1, boxes: [], centre: null });
  });
});
