import { describe, expect, test } from '@jest/globals';
import { dateSchema, emptySearch, spanSchema, unsearchedSchema } from '../../server/contract/search-api.ts';

describe('search schemas', () => {
  const dates: [string, boolean, string][] = [
    ['2024-03-23', true, 'a day'],
    ['2024-02-30', false, 'no such day'],
    ['03/23/2024', false, 'the stamp’s form is not ours'],
    ['2024-3-3', false, 'padded'],
  ];
  test.each(dates)('date %s: %s (%s)', (text, good) => {
    expect(dateSchema.safeParse(text).success).toBe(good);
  });

  test('a span starts at page 1', () => {
    expect(spanSchema.safeParse({ pageNumber: 0, from: 0, to: 1 }).success).toBe(false);
  });

  test('reasons are open: a later reader may know more', () => {
    expect(unsearchedSchema.parse({ pages: 9, documents: 1, byReason: { 'awaiting-ocr': 9 } }).byReason).toEqual({
      'awaiting-ocr': 9,
    });
  });

  test('the empty search asks for everything', () => {
    expect(emptySearch).toMatchObject({ q: '', include: {}, exclude: {}, page: 1, perPage: 20, facets: null });
  });
});
