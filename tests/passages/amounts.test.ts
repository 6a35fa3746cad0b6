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
  // Both ends of a range, also where only the second says the scale.
  [
    '$150 million to $200 million',
    [
      [150_000_000, '$150 million'],
      [200_000_000, '$200 million'],
    ],
  ],
  [
    'worth $150–200 million',
    [
      [150_000_000, '$150–200 million'],
      [200_000_000, '200 million'],
    ],
  ],
  [
    'between $5 and $10 million',
    [
      [5_000_000, '$5 and $10 million'],
      [10_000_000, '$10 million'],
    ],
  ],
  // Five hundred is more than two: the scale is not its own.
  [
    'from $500 to $2 million',
    [
      [500, '$500'],
      [2_000_000, '$2 million'],
    ],
  ],
  // Two sums, no range.
  [
    'paid $5 and $10 million',
    [
      [5, '$5'],
      [10_000_000, '$10 million'],
    ],
  ],
  ['$1.5 billion', [[1_500_000_000, '$1.5 billion']]],
  ['$3.2B', [[3_200_000_000, '$3.2B']]],
  ['$150MM', [[150_000_000, '$150MM']]],
  ['$ 1,234', [[1234, '$ 1,234']]],
  ['150 million USD', [[150_000_000, '150 million USD']]],
  ['a 150-million-dollar deal', [[150_000_000, '150-million-dollar']]],
  ['two million five hundred thousand dollars', [[2_500_000, 'two million five hundred thousand dollars']]],
  ['and fifty thousand dollars', [[50_000, 'fifty thousand dollars']]],
  ['five hundred dollars', [[500, 'five hundred dollars']]],
  ['a million dollars', [[1_000_000, 'a million dollars']]],
  // The form of settlements: words, then figures.
  [
    'One Hundred Fifty Million Dollars ($150,000,000.00)',
    [
      [150_000_000, 'One Hundred Fifty Million Dollars'],
      [150_000_000, '$150,000,000.00'],
    ],
  ],
  // Other dollars, and letters that are words of their own.
  ['C$40 million and HK$12', []],
  ['(a) $500 b) nothing', [[500, '$500']]],
  ['thousand million dollars', []],
])('%s', (text, expected) => {
  expect(amountsIn(text).map(({ dollars, text: printed }) => [dollars, printed])).toEqual(expected);
});
