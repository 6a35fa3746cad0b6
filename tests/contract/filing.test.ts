import { describe, expect, test } from '@jest/globals';
import { ecfOf, unknownDetails } from '../../server/contract/filing.ts';

describe('ECF number', () => {
  const rows: [string | null, number | null, string | null, string][] = [
    ['735', 0, '735', 'main document'],
    ['735', null, '735', 'attachment not known'],
    ['735', 2, '735-2', 'attachment'],
    ['28.1', 0, '28.1', 'appellate'],
    [null, 2, null, 'an attachment without entry cites nothing'],
  ];
  test.each(rows)('entry %s attachment %s → %s (%s)', (entry, attachment, ecf) => {
    expect(ecfOf({ entry, attachment })).toBe(ecf);
  });

  test('unknown details are all unknown', () => {
    expect(Object.values(unknownDetails).filter((value) => value !== null)).toEqual([false]);
  });
});
