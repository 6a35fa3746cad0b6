import { expect, test } from '@jest/globals';
import { isRunning, reportQuery, reportsQuery } from '../../../client/src/reports/reports-queries.ts';

test('a report is asked again under another key when a newer run is done', () => {
  const keyOf = (latest: string | null) => reportQuery('a', { run: null, compare: null, latest }).queryKey;
  expect(keyOf('r2')).not.toEqual(keyOf('r1'));
  expect(keyOf('r1')[0]).toBe(reportsQuery().queryKey[0]);
});

test('under way while any run is', () => {
  const run = { id: 'r', at: '', done: 0, of: 1, failure: null, result: null } as const;
  expect(isRunning({ runs: [{ ...run, state: 'done' }] })).toBe(false);
  expect(
    isRunning({
      runs: [
        { ...run, state: 'running' },
        { ...run, state: 'done' },
      ],
    }),
  ).toBe(true);
});
