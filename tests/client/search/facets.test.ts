import { describe, expect, test } from '@jest/globals';
import {
  chosenFirst,
  chosenOf,
  clearFacet,
  clearFilters,
  setDates,
  startsOpen,
  toggleValue,
} from '../../../client/src/search/facets.ts';
import { emptySearch, type FacetValue } from '../../../server/contract/search-api.ts';

const value = (name: string, more: Partial<FacetValue> = {}): FacetValue => ({
  value: name,
  label: name,
  count: 1,
  selected: false,
  excluded: false,
  ...more,
});
const later = { ...emptySearch, page: 4 };

describe('toggleValue', () => {
  test('chooses, moves to the other side, and takes back; always on the first page', () => {
    const chosen = toggleValue(later, 'type', 'order', 'include');
    expect(chosen).toMatchObject({ page: 1, include: { type: ['order'] }, exclude: {} });
    const excluded = toggleValue(chosen, 'type', 'order', 'exclude');
    expect(excluded).toMatchObject({ include: {}, exclude: { type: ['order'] } });
    expect(toggleValue(excluded, 'type', 'order', 'exclude')).toEqual({ ...emptySearch });
  });
});

test('clearing one facet leaves the others, clearing all leaves the words', () => {
  const request = { ...later, q: 'x', include: { type: ['order'], court: ['cand'] }, filedFrom: '2024-01-01' };
  expect(clearFacet(request, 'type').include).toEqual({ court: ['cand'] });
  expect(clearFilters(request)).toEqual({ ...emptySearch, q: 'x' });
});

test.each<[string | null, string | null, [string | null, string | null], string]>([
  ['2024-01-01', '2024-02-01', ['2024-01-01', '2024-02-01'], 'in order'],
  ['2024-02-01', '2024-01-01', ['2024-01-01', '2024-02-01'], 'turned'],
  [null, '2024-01-01', [null, '2024-01-01'], 'open'],
])('dates %s to %s → %j (%s)', (from, to, [filedFrom, filedTo]) => {
  expect(setDates(later, from ?? null, to ?? null)).toMatchObject({ filedFrom, filedTo, page: 1 });
});

test('chips carry the labels of the answer, and the value where it has none', () => {
  const request = { ...emptySearch, include: { tag: ['t1'] }, exclude: { kind: ['quote'] } };
  expect(chosenOf(request, { tag: [value('t1', { label: 'Ad spend' })] })).toEqual([
    { facet: 'kind', value: 'quote', side: 'exclude', label: 'quote' },
    { facet: 'tag', value: 't1', side: 'include', label: 'Ad spend' },
  ]);
});

test('chosen values stand first, and open their facet', () => {
  const values = [value('a'), value('b', { excluded: true })];
  expect(chosenFirst(values).map((each) => each.value)).toEqual(['b', 'a']);
  expect(startsOpen('court', values)).toBe(true);
  expect(startsOpen('court', [value('a'), value('b')])).toBe(false);
  expect(startsOpen('type', [value('a')])).toBe(false);
});
