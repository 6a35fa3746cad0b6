import { describe, expect, test } from '@jest/globals';
import { isMet, notMeasured, percentile, tableOf, type Figure } from './measurements.ts';

describe('bench table', () => {
  const percentiles: [number[], number, number][] = [
    [[5, 1, 3, 2, 4], 0.5, 3],
    [[5, 1, 3, 2, 4], 0.95, 5],
    [[7], 0.5, 7],
    [[1, 2], 0.5, 1],
  ];
  test.each(percentiles)('%j at %d is %d', (samples, part, expected) => {
    expect(percentile(samples, part)).toBe(expected);
  });

  const figures: [Figure, boolean | null][] = [
    [{ name: 'a', value: 8, unit: 'ms', target: { atMost: 8 } }, true],
    [{ name: 'a', value: 8.1, unit: 'ms', target: { atMost: 8 } }, false],
    [{ name: 'a', value: 279, unit: 'pages/s', target: { atLeast: 280 } }, false],
    [{ name: 'a', value: 1, unit: '', target: null }, null],
    [{ name: 'a', value: Number.NaN, unit: '', target: { atMost: 8 } }, null],
  ];
  test.each(figures)('%j met: %s', (figure, expected) => {
    expect(isMet(figure)).toBe(expected);
  });

  test('a missed target is said', () => {
    const table = tableOf(
      [{ name: 'search p50', value: 12.34, unit: 'ms', target: { atMost: 8 }, note: 'all facets' }],
      'here',
    );
    expect(table).toContain('| search p50 | 12 ms | ≤ 8 | **missed** | all facets |');
  });

  test('what could not be measured is not a number that looks good, and says why', () => {
    const row = tableOf([notMeasured('x', 's', { atMost: 1 }, 'no such program')], '');
    expect(row).toContain('| x | **not measured** | ≤ 1 |  | no such program |');
  });

  test('a reason of several lines, or with a bar, stays in its cell', () => {
    const row = tableOf([notMeasured('x', 's', null, 'it said:\n| bad |')], '')
      .split('\n')
      .at(-2);
    expect(row).toBe(String.raw`| x | **not measured** | – |  | it said: \| bad \| |`);
  });
});
