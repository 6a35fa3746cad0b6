// The same id means the same answer.
import { describe, expect, test } from '@jest/globals';
import { emptySearch, type SearchRequest } from '../../server/contract/search-api.ts';
import { searchIdOf } from '../../server/search/search-id.ts';

const request: SearchRequest = {
  ...emptySearch,
  q: 'titan api',
  include: { type: ['order', 'motion'], tag: ['t1'] },
  exclude: { kind: ['contents'] },
  filedFrom: '2024-01-01',
};
const id = (changes: Partial<SearchRequest>, fingerprint = 'f1') => searchIdOf({ ...request, ...changes }, fingerprint);

describe('the id', () => {
  const same: readonly (readonly [why: string, changes: Partial<SearchRequest>])[] = [
    ['another page of the list', { page: 3, perPage: 100 }],
    ['another order of the list', { sort: '-filed' }],
    ['grouped', { group: 'document' }],
    ['other facets counted', { facets: ['type'] }],
    ['values chosen in another order', { include: { tag: ['t1'], type: ['motion', 'order'] } }],
    ['the mode that is meant anyway', { mode: 'instant' }],
  ];
  test.each(same)('is the same: %s', (_, changes) => {
    expect(id(changes)).toBe(id({}));
  });

  const other: readonly (readonly [why: string, changes: Partial<SearchRequest>])[] = [
    ['another question', { q: 'titan' }],
    ['another mode', { mode: 'exact' }],
    ['a value less', { include: { type: ['order'], tag: ['t1'] } }],
    ['included instead of excluded', { include: { ...request.include, kind: ['contents'] }, exclude: {} }],
    ['another day', { filedFrom: '2024-01-02' }],
    ['a day at the other end', { filedFrom: null, filedTo: '2024-01-01' }],
    ['a value that looks like two', { include: { type: ['order\nmotion'], tag: ['t1'] } }],
  ];
  test.each(other)('is another: %s', (_, changes) => {
    expect(id(changes)).not.toBe(id({}));
  });

  test('is another when the corpus has moved on', () => {
    expect(id({}, 'f2')).not.toBe(id({}, 'f1'));
  });

  test('fits into an address', () => {
    expect(id({})).toMatch(/^[\w-]{22}$/);
  });
});

describe('of exact questions', () => {
  const exact = (q: string, changes: Partial<SearchRequest> = {}) => id({ q, ...changes });
  test('is the same where exact mode was chosen by hand and is meant anyway', () => {
    expect(exact('titan AND api', { mode: 'exact' })).toBe(exact('titan AND api'));
  });

  test('is another where that makes connectors of small words', () => {
    expect(exact('titan or api w/5 inbox', { mode: 'exact' })).not.toBe(exact('titan or api w/5 inbox'));
    expect(exact('titan Not api w/5 inbox', { mode: 'exact' })).not.toBe(exact('titan Not api w/5 inbox'));
  });

  test('is another in another dialect; instant questions have none', () => {
    expect(exact('titan w/5 api', { dialect: 'westlaw' })).not.toBe(exact('titan w/5 api'));
    expect(exact('titan api', { dialect: 'westlaw' })).toBe(exact('titan api'));
  });
});
