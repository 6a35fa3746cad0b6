import { expect, test } from '@jest/globals';
import { createEntityFinder } from '../../server/passages/entities.ts';

const find = createEntityFinder({
  people: [{ name: 'Reed Hastings', aliases: ['Hastings', 'Mr. Hastings'] }],
  organizations: [{ name: 'Netflix, Inc.', aliases: ['Netflix'] }],
  products: [
    { name: 'Titan API', aliases: ['Titan'] },
    { name: 'Inbox API', aliases: [] },
  ],
});

test.each([
  ['Netflix asked for the Titan API', { organizations: ['Netflix, Inc.'], products: ['Titan API'] }],
  ['Mr. Hastings and Hastings', { people: ['Reed Hastings'] }],
  ['the titan of industry', { products: [] }],
  ['the titan api', { products: ['Titan API'] }],
  ['THE INBOX API', { products: ['Inbox API'] }],
  ['Titanic', { products: [] }],
  ['the Inbox\u00a0API', { products: ['Inbox API'] }],
  ['Netflix’s report', { organizations: ['Netflix, Inc.'] }],
  ['the Inbox API and the Titan API', { products: ['Inbox API', 'Titan API'] }],
])('%s', (text, expected) => {
  expect(find(text)).toMatchObject(expected);
});

test('signs of patterns in names are letters like others', () => {
  const finder = createEntityFinder({
    people: [],
    organizations: [{ name: 'A+B (Holdings)', aliases: [] }],
    products: [],
  });
  expect(finder('by A+B (Holdings) only').organizations).toEqual(['A+B (Holdings)']);
  expect(finder('by AAB Holdings only').organizations).toEqual([]);
});

test('amounts and dates come with the names; a text without a date says nothing of dates', () => {
  expect(find('On May 4, 2015 Netflix paid $150 million')).toEqual({
    people: [],
    organizations: ['Netflix, Inc.'],
    products: [],
    amounts: [{ dollars: 150_000_000, text: '$150 million' }],
    dates: ['2015-05-04'],
  });
  expect(find('Nothing')).not.toHaveProperty('dates');
});
