import { expect, test } from '@jest/globals';
import { readerSearch } from '../../../client/src/url/reader-link.ts';
import { readReaderState } from '../../../client/src/url/reader-state.ts';
import { emptySearch } from '../../../server/contract/search-api.ts';

test('a link to a hit keeps the question and leaves the list’s page, size and order out', () => {
  const request = {
    ...emptySearch,
    q: 'titan',
    include: { type: ['order'] },
    page: 3,
    perPage: 50,
    sort: 'filed' as const,
  };
  const search = readerSearch(request, { pageNumber: 4, passageId: 'p' });
  expect(search).toEqual({ q: 'titan', 'f.type': 'order', at: '4', passage: 'p' });
  expect(readReaderState(search)).toMatchObject({ at: 4, passageId: 'p', problem: null });
});
