// Bates numbers among the short texts at the edges of pages.
import { describe, expect, test } from '@jest/globals';
import { findBates } from '../../server/parse/bates.ts';

const found = (...texts: (readonly [number, string])[]) =>
  [...findBates(texts.map(([pageNumber, text]) => ({ pageNumber, text })))].map(
    ([page, bates]) => `${page} ${bates.join(' + ')}`,
  );

describe('findBates', () => {
  test.each([
    ['a long serial is unmistakable', [[1, 'META-000123']], ['1 META-000123']],
    ['several prefixes', [[1, 'PALM-FB-00012345']], ['1 PALM-FB-00012345']],
    ['without a hyphen', [[1, 'INFOFREE000028']], ['1 INFOFREE000028']],
    [
      'a short one that counts with the pages',
      [
        [1, 'DOE 101'],
        [2, 'DOE 102'],
      ],
      ['1 DOE 101', '2 DOE 102'],
    ],
    [
      'a trial exhibit numbers its pages besides: the Bates number comes first',
      [
        [1, 'DX024.0001'],
        [1, 'HARV00018164'],
        [2, 'DX024.0002'],
        [2, 'HARV00018165'],
      ],
      ['1 HARV00018164 + DX024.0001', '2 HARV00018165 + DX024.0002'],
    ],
    ['a short one alone is left', [[1, 'DOE 101']], []],
    [
      'one that does not count is left',
      [
        [1, 'DOE 101'],
        [2, 'DOE 101'],
      ],
      [],
    ],
    [
      'a page number is none',
      [
        [1, 'Page 1'],
        [2, 'Page 2'],
        [3, 'Page 3'],
        [4, 'Page 4'],
        [5, 'Page 5'],
      ],
      [],
    ],
    [
      'a zip code is none',
      [
        [1, 'CA 94105'],
        [2, 'CA 94106'],
      ],
      [],
    ],
    ['an exhibit number is none', [[1, 'EXHIBIT 100001']], []],
    ['a case number is none', [[1, 'Case 20081']], []],
  ] as [string, (readonly [number, string])[], string[]][])('%s', (_, texts, expected) => {
    expect(found(...texts)).toEqual(expected);
  });
});
