import { describe, expect, test } from '@jest/globals';
import { parseQuery } from '../../../server/search/terms/parser.ts';

test('the words of a text, beside anything else', () => {
  expect(parseQuery('like("The Titan-API,\nit is") AND type:order')).toEqual({
    kind: 'and',
    of: [
      { kind: 'like', text: 'The Titan-API, it is', words: ['the', 'titan', 'api', 'it', 'is'] },
      { kind: 'type', type: 'order' },
    ],
  });
});

describe('faults', () => {
  const rows: [q: string, position: number, words: RegExp][] = [
    ['like(titan)', 5, /quotation marks/],
    ['like("titan"', 4, /not closed/],
    ['like("titan)', 5, /quotation mark is missing/],
    ['like("—")', 6, /no word/],
    [`like("${'a '.repeat(401)}")`, 6, /401 words/],
    ['like("a b") w/5 titan', 0, /./],
  ];
  test.each(rows)('%.20s', (q, position, words) => {
    expect(() => parseQuery(q)).toThrow(
      expect.objectContaining({ code: 'query-syntax', position, message: expect.stringMatching(words) }),
    );
  });
});
