import { describe, expect, test } from '@jest/globals';
import { emptySearch, type SearchRequest } from '../../server/contract/search-api.ts';
import { decodeSearch, encodeSearch } from '../../server/text/search-parameters.ts';

describe('there and back', () => {
  const rows: [string, Partial<SearchRequest>, string][] = [
    ['', {}, 'what is at its default is left out'],
    ['q=titan+api', { q: 'titan api' }, 'words'],
    [
      'f.type=order&f.type=notice&not.filer=Court',
      { include: { type: ['order', 'notice'] }, exclude: { filer: ['Court'] } },
      'choices',
    ],
    [
      'filedFrom=2023-01-01&filedTo=2023-12-31&group=document&sort=-filed&page=3&perPage=50',
      {
        filedFrom: '2023-01-01',
        filedTo: '2023-12-31',
        group: 'document',
        sort: '-filed',
        page: 3,
        perPage: 50,
      },
      'everything about the list',
    ],
    ['q=a%26b%3Dc', { q: 'a&b=c' }, 'signs of the query string itself'],
    ['q=a+b&mode=exact&dialect=westlaw', { q: 'a b', mode: 'exact', dialect: 'westlaw' }, 'how it is read'],
    ['facets=type%2Ckind', { facets: ['type', 'kind'] }, 'a list of facets'],
  ];
  test.each(rows)('%s (%#)', (text, request) => {
    expect(decodeSearch(new URLSearchParams(text))).toEqual({ ...emptySearch, ...request });
    const again = encodeSearch({ ...emptySearch, ...request });
    again.sort();
    const wanted = new URLSearchParams(text);
    wanted.sort();
    expect(again.toString()).toBe(wanted.toString());
  });
});

describe('what it does not know is refused, with the field', () => {
  const rows: [string, string, RegExp][] = [
    ['qq=x', 'qq', /There are: q, mode/],
    ['f.colour=red', 'f.colour', /There are: case, court/],
    ['q=a&q=b', 'q', /one value/],
    ['sort=best', 'sort', /relevance, filed/],
    ['mode=fuzzy', 'mode', /instant, exact/],
    ['dialect=lexis', 'dialect', /pincite, westlaw, dtsearch/],
    ['page=0', 'page', /from 1/],
    ['page=1.5', 'page', /whole number/],
    ['perPage=201', 'perPage', /to 200/],
    ['filedFrom=2023-02-30', 'filedFrom', /a date such as/],
    ['filedFrom=2024-01-02&filedTo=2024-01-01', 'filedTo', /before/],
    ['facets=type,colour', 'facets', /colour/],
  ];
  test.each(rows)('%s → %s', (text, field, words) => {
    expect(() => decodeSearch(new URLSearchParams(text))).toThrow(
      expect.objectContaining({ code: 'bad-request', field, message: expect.stringMatching(words) }),
    );
  });

  test('a question of 10,000 characters says how many there may be', () => {
    const parameters = new URLSearchParams({ q: 'x'.repeat(10_000) });
    expect(() => decodeSearch(parameters)).toThrow(
      expect.objectContaining({
        code: 'query-too-long',
        position: 2000,
        message: expect.stringMatching(/10,000.*2,000/),
      }),
    );
  });
});
