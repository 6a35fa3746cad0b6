import { describe, expect, test } from '@jest/globals';
import {
  documentHitsQuery,
  keys,
  pageQuery,
  passagesQuery,
  searchQuery,
  tagsQuery,
  traysQuery,
} from '../../../client/src/api/queries.ts';
import { emptySearch } from '../../../server/contract/search-api.ts';

describe('keys of queries', () => {
  test('equal questions have equal keys, others not', () => {
    const ask = (q: string) => searchQuery({ ...emptySearch, q }).queryKey;
    expect(ask('a')).toEqual(ask('a'));
    expect(ask('a')).not.toEqual(ask('b'));
  });

  test('the hits of a document do not depend on the list’s page, order or size', () => {
    const plain = documentHitsQuery('d', { ...emptySearch, q: 'x' }).queryKey;
    expect(documentHitsQuery('d', { ...emptySearch, q: 'x', page: 4, perPage: 50, sort: 'filed' }).queryKey).toEqual(
      plain,
    );
  });

  test.each([
    [pageQuery('d', 2).queryKey, keys.document('d')],
    [passagesQuery('d', 2).queryKey, keys.document('d')],
    [tagsQuery().queryKey, keys.tags],
    [traysQuery().queryKey, keys.trays],
  ])('%j lies in the family %j that a change invalidates', (key, family) => {
    expect(key.slice(0, family.length)).toEqual([...family]);
  });
});
