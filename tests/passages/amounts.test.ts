import { expect, test } from '@jest/globals';
import { amountsIn } from '../../server/passages/amounts.ts';

test.each([
  ['an agreement to spend $150 million', [[150_000_000, '$150 million']]],
  [
    '$1,234.56 and $40',
    [
      [1235, '$1,234.56'],
      [40, '$40'],
    ],
  ],
  ['USD 150m', [[150_000_000, 'USD 150m']]],
  ['150 million dollars', [[150_000_000, '150 million dollars']]],
  ['forty million dollars', [[40_000_000, 'forty million dollars']]],
  ['one hundred fifty million dollars', [[150_000_000, 'one hundred fifty million dollars']]],
  ['$0.5 billion', [[500_000_000, '$0.5 billion']]],
  ['US$200 million a year', [[200_000_000, 'US$200 million']]],
  ['$40 million in 2015, $40 million again', [[40_000_000, '$40 million']]],
  ['€40 million', []],
  ['40 percent', []],
  ['40 million users', []],
  ['$5 minutes', [[5, '$5']]],
])('%s', (text, expected) => {
  expect(amountsIn(text).map(({ dollars, text: printed }) => [dollars, printed])).toEqual(expected);
});
