import { describe, expect, test } from '@jest/globals';
import { carriersOf, overlap, removalOf } from '../../../client/src/tagging/carried-tags.ts';
import type { Annotation } from '../../../server/contract/work-api.ts';

const span = (from: number, to: number, pageNumber = 1) => ({ pageNumber, from, to });
const annotation = (more: Partial<Annotation> = {}): Annotation => ({
  id: 'a',
  documentId: 'd',
  spans: [span(0, 10)],
  quote: '',
  prefix: '',
  suffix: '',
  tagIds: ['t'],
  note: '',
  author: 'me',
  createdAt: '',
  state: 'exact',
  ...more,
});

test.each([
  [[span(0, 5)], [span(4, 9)], true, 'they share a character'],
  [[span(0, 5)], [span(5, 9)], false, 'ends are exclusive'],
  [[span(0, 5)], [span(0, 5, 2)], false, 'another page'],
])('%j and %j overlap: %s (%s)', (one, other, expected) => {
  expect(overlap(one, other)).toBe(expected);
});

test('carriers have the tag, touch the passage and are not lost', () => {
  const all = [annotation(), annotation({ id: 'b', tagIds: ['u'] }), annotation({ id: 'c', state: 'lost' })];
  expect(carriersOf(all, 't', [span(5, 6)]).map(({ id }) => id)).toEqual(['a']);
});

describe('taking a tag off', () => {
  test.each<[Annotation, ReturnType<typeof removalOf>, string]>([
    [annotation(), { kind: 'delete', id: 'a' }, 'nothing else is left'],
    [annotation({ note: 'see' }), { kind: 'change', id: 'a', tagIds: [] }, 'a note stays'],
    [annotation({ tagIds: ['t', 'u'] }), { kind: 'change', id: 'a', tagIds: ['u'] }, 'other tags stay'],
  ])('%# → %j (%s)', (each, removal) => {
    expect(removalOf(each, 't')).toEqual(removal);
  });
});
