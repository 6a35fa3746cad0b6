import { expect, test } from '@jest/globals';
import { tellingSpanOf } from '../../../client/src/page-image/telling-span.ts';

const span = (pageNumber: number, from: number, to: number) => ({ pageNumber, from, to, boxes: [] });

test.each<[ReturnType<typeof span>[], number | null, string]>([
  [[], null, 'nothing found'],
  [[span(1, 5, 7)], 0, 'the only one'],
  [[span(1, 90, 92), span(2, 4, 20), span(2, 40, 46)], 1, 'a phrase, though a lone word stands before it'],
  [[span(3, 4, 9), span(3, 14, 19)], 0, 'the first of equals'],
])('%j → %s (%s)', (spans, at) => {
  expect(tellingSpanOf(spans)).toBe(at === null ? null : spans[at]);
});
