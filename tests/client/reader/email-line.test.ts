import { expect, test } from '@jest/globals';
import { dateRangeText, emailLine } from '../../../client/src/reader/email-line.ts';
import { dateText, monthText } from '../../../client/src/search/format.ts';

const email = {
  pageNumber: 1,
  from: 'Jane Doe',
  to: ['Richard Roe'],
  cc: [],
  sent: 'May 2, 2015 9:00',
  sentOn: '2015-05-02',
  subject: 'deck',
};

test.each([
  [{}, { subject: 'deck', who: 'Jane Doe to Richard Roe', when: dateText('2015-05-02') }, 'everything is known'],
  [{ to: ['Richard Roe', 'P'], cc: ['M'] }, { who: 'Jane Doe to Richard Roe and 2 more' }, 'many receivers'],
  [{ subject: null, from: null, to: [] }, { subject: 'Without a subject', who: 'Somebody' }, 'nothing is known'],
  [{ sentOn: null }, { when: 'May 2, 2015 9:00' }, 'a day that could not be read stands as printed'],
  [{ sentOn: null, sent: null }, { when: null }, 'no day'],
])('%j', (change, expected, _why) => {
  expect(emailLine({ ...email, ...change })).toMatchObject(expected);
});

test.each([
  [[], ''],
  [['2015-05'], monthText('2015-05')],
  [['2015-05-02'], dateText('2015-05-02')],
  [['2014-01', '2014-06-01', '2015-05-02'], `${monthText('2014-01')} to ${dateText('2015-05-02')}`],
])('%j', (dates, expected) => {
  expect(dateRangeText(dates)).toBe(expected);
});
