// Table T12: months by their abbreviation, three of them whole.
import { expect, test } from '@jest/globals';
import { bluebookDate } from '../../server/citations/bluebook-date.ts';

test.each<[string, string | null, string]>([
  ['2022-08-31', 'Aug. 31, 2022', 'DOMAIN.md’s example'],
  ['2024-03-04', 'Mar. 4, 2024', 'no leading zero'],
  ['2021-05-01', 'May 1, 2021', 'May stands whole'],
  ['2021-06-01', 'June 1, 2021', 'June stands whole'],
  ['2021-07-01', 'July 1, 2021', 'July stands whole'],
  ['2021-09-09', 'Sept. 9, 2021', 'four letters'],
  ['2024-02-29', 'Feb. 29, 2024', 'a leap year'],
  ['2023-02-29', null, 'no such day'],
  ['2022-13-01', null, 'no such month'],
  ['2022-08-00', null, 'no such day'],
  ['08/31/2022', null, 'another form is not guessed at'],
  ['2022-08', null, 'half a date'],
])('%s → %s (%s)', (date, expected) => {
  expect(bluebookDate(date)).toBe(expected);
});
