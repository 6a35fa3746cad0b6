// Sums, shares and verdicts.
import { describe, expect, test } from '@jest/globals';
import { count, isFigureName, isMet, percent, share, sumOf, type FigureName, type FigureValue } from './figures.ts';

test('sums add goods and alls, and leave out what nobody measured', () => {
  const sum = sumOf([
    { 'word recall': share(9, 10), contradictions: count(1) },
    { 'word recall': share(90, 90), contradictions: count(2), 'Page IDs': count(5) },
  ]);
  expect(sum).toEqual({ 'word recall': { good: 99, of: 100 }, contradictions: { count: 3 }, 'Page IDs': { count: 5 } });
  expect(sumOf([])).toEqual({});
});

test.each<[number, number, string, string]>([
  [10, 10, '100', 'all'],
  [99_999, 100_000, '99.99', 'never rounded up to all'],
  [995, 1000, '99.50', 'two digits'],
  [0, 0, '100', 'nothing to be wrong about'],
])('%d of %d is %s', (good, of, text) => {
  expect(percent({ good, of })).toBe(text);
});

describe('isMet', () => {
  test.each<[FigureName, FigureValue, boolean | null, string]>([
    ['word recall', share(995, 1000), true, 'just met'],
    ['word recall', share(994, 1000), false, 'just missed'],
    ['word recall', share(0, 0), false, 'what was not measured is never green'],
    ['false stamps', count(0), true, 'no fault'],
    ['false stamps', count(1), false, 'one is too many'],
    ['printed numbers', share(1, 2), null, 'nothing is asked for'],
    ['Page IDs', count(3), null, 'a count is neither'],
  ])('%s %j', (name, value, met) => {
    expect(isMet(name, value)).toBe(met);
  });
});

test('names are those of the table only', () => {
  expect(isFigureName('word recall')).toBe(true);
  expect(isFigureName('toString')).toBe(false);
});
