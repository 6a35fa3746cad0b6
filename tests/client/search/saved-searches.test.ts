import { describe, expect, test } from '@jest/globals';
import { foundText, nameOf, parametersOf, requestOf, savedAs } from '../../../client/src/search/saved-searches.ts';
import type { SavedSearch } from '../../../server/contract/saved-search-api.ts';
import { emptySearch, type SearchRequest } from '../../../server/contract/search-api.ts';

const saved: SavedSearch = {
  id: 's1',
  name: 'Titan',
  parameters: 'q=titan&f.type=order',
  createdAt: '2024-01-01',
  lookedAt: '2024-01-01',
  documents: 7,
  newDocuments: 2,
  fault: null,
};

describe('a name for a question', () => {
  test.each<[Partial<SearchRequest>, string]>([
    [{ q: ' titan  w/5\ninbox ' }, 'titan w/5 inbox'],
    [{ include: { type: ['order'] } }, 'Document type: order'],
    [{ q: 'x'.repeat(100) }, `${'x'.repeat(79)}…`],
  ])('%j', (change, name) => expect(nameOf({ ...emptySearch, ...change })).toBe(name));
});

test('saved is what is asked, not which page was open', () => {
  const request = { ...emptySearch, q: 'titan', include: { type: ['order'] }, sort: 'filed' as const };
  expect(parametersOf({ ...request, page: 4, perPage: 50 })).toBe('q=titan&f.type=order&sort=filed');
});

test('the question of a saved search, and whether a question is saved', () => {
  const request = { ...emptySearch, q: 'titan', include: { type: ['order'] } };
  expect(requestOf(saved)).toEqual(request);
  expect(savedAs([saved], { ...request, page: 3 })).toBe(saved);
  expect(savedAs([saved], { ...request, q: 'inbox' })).toBeUndefined();
  expect(requestOf({ parameters: 'f.colour=red' })).toBeNull();
});

test('what it finds, and what of that is new', () => {
  expect(foundText(saved).replaceAll('\u00a0', ' ')).toBe('7 documents, 2 new');
  expect(foundText({ documents: 1, newDocuments: 0 }).replaceAll('\u00a0', ' ')).toBe('1 document');
});
