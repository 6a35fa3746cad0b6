import { expect, test } from '@jest/globals';
import { ticksOf } from '../../../client/src/reader/hit-ticks.ts';
import { quadOf } from '../../../server/contract/geometry.ts';

const page = (pageNumber: number, height: number) => ({
  pageNumber,
  pageLabel: null,
  stampPage: null,
  bates: null,
  pageId: null,
  width: 600,
  height,
  unread: null,
});
const hit = (pageNumber: number, top: number) => ({
  index: 0,
  spans: [{ pageNumber, from: 0, to: 1, boxes: [quadOf([0, top - 10, 10, top])] }],
  passageIds: [],
});

test('ticks stand where the hits are, pages counted by their height', () => {
  const pages = [page(1, 800), page(2, 200)];
  expect(ticksOf([hit(1, 800), hit(1, 400), hit(2, 100)], pages)).toEqual([
    { hit: 1, at: 0 },
    { hit: 2, at: 0.4 },
    { hit: 3, at: 0.9 },
  ]);
  expect(ticksOf([hit(9, 1)], pages)).toEqual([]);
});
