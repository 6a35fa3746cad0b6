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

test('an exact hit is a link to its very match, which the reader counts from 1', () => {
  const search = readerSearch({ ...emptySearch, q: 'titan' }, { pageNumber: 4, passageId: 'p', matchIndex: 6 });
  expect(readReaderState(search)).toMatchObject({ at: 4, passageId: 'p', hit: 7 });
});

test('how the question is asked goes with it: the reader must paint what the list counted', () => {
  const request = { ...emptySearch, q: 'titan /s inbox', mode: 'exact' as const, dialect: 'westlaw' as const };
  expect(readReaderState(readerSearch(request, { pageNumber: 1 })).request).toMatchObject(request);
});
