// The address of Reports, there and back.
import { describe, expect, test } from '@jest/globals';
import {
  closed,
  nothingTaken,
  readReportsState,
  writeReportsState,
  type ReportsState,
} from '../../../client/src/reports/reports-state.ts';

const start: ReportsState = { ...closed, taken: nothingTaken };

describe('there and back', () => {
  const rows: [change: Partial<ReportsState>, record: Record<string, string | string[]>, why: string][] = [
    [{}, {}, 'what is at its default is left out'],
    [
      { reportId: 'a', runId: 'r', compareId: 'q', show: 'changed' },
      { report: 'a', run: 'r', compare: 'q', show: 'changed' },
      'a run beside another',
    ],
    [{ isNew: true, from: 'a' }, { new: 'yes', from: 'a' }, 'a form with another list'],
    [
      {
        isNew: true,
        taken: { ...nothingTaken, q: 'titan', dialect: 'dtsearch', include: { type: ['order', 'motion'] } },
      },
      { new: 'yes', q: 'titan', dialect: 'dtsearch', 'f.type': ['order', 'motion'] },
      'what was taken along from the Search place',
    ],
  ];
  test.each(rows)('%j (%#)', (change, record) => {
    expect(writeReportsState({ ...start, ...change })).toEqual(record);
    expect(readReportsState(record)).toEqual({ ...start, ...change, problem: null });
  });
});

test('an address that cannot be read keeps its report and says what is wrong', () => {
  expect(readReportsState({ report: 'a', show: 'some', 'f.colour': 'red' })).toEqual({
    ...start,
    reportId: 'a',
    problem: expect.stringMatching(/colour/),
  });
});
