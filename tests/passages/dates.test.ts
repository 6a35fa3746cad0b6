import { expect, test } from '@jest/globals';
import { datesIn } from '../../server/passages/dates.ts';

test.each([
  ['On March 23, 2024, Netflix', ['2024-03-23'], 'the usual form'],
  ['Filed Mar. 3, 2024', ['2024-03-03'], 'Bluebook table T12'],
  ['(9th Cir. Sept. 5, 2019)', ['2019-09-05'], 'four letters and a stop'],
  ['Dated: 3/4/15', ['2015-03-04'], 'American order, two figures for the year'],
  ['Filed 04/03/2024', ['2024-04-03'], 'with zeros'],
  ['this 15th day of June, 2017', ['2017-06-15'], 'orders and affidavits'],
  ['23 March 2024', ['2024-03-23'], 'the day first'],
  ['2024-03-23', ['2024-03-23'], 'ISO'],
  ['January 3–5, 2020', ['2020-01-03', '2020-01-05'], 'a range in a month gives each end'],
  ['In May 2020 and in November of 2019', ['2019-11', '2020-05'], 'a month is a month, not its first day'],
  ['they may 2020 times', [], 'a verb'],
  ['on March 23', [], 'no year: not guessed'],
  ['on March 23, and in 2024', [], 'a year elsewhere is not its year'],
  ['February 30, 2021', [], 'no day of the calendar'],
  ['13/13/2021', [], 'no month'],
  ['June 30, 2021 and 12/31/2021', ['2021-06-30', '2021-12-31'], 'days that not every month has'],
  ['February 29, 2024 and 2/29/2023', ['2024-02-29'], 'a leap year has one more'],
  ['the 23rd of June., 2024', [], 'a stop that no style puts there: not guessed'],
  ['Case 3:20-cv-08570-JD, 415-555-2012', [], 'docket and phone numbers'],
  ['yesterday, next Tuesday, in two weeks', [], 'what hangs on the day of reading is no date of the record'],
  ['March 23, 2024 and again March 23, 2024', ['2024-03-23'], 'each once'],
  ['March\u00a023,\n2024', ['2024-03-23'], 'any white space'],
])('%s', (text, expected) => {
  expect(datesIn(text)).toEqual(expected);
});
