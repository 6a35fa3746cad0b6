import { describe, expect, test } from '@jest/globals';
import { isOrdinary, lastNameOf, personKey, personNameOf, usualLetters } from '../../server/passages/person-names.ts';

describe('names of people', () => {
  test.each([
    ['Mark Zuckerberg', 'Mark Zuckerberg', 'two words'],
    ['WILLIAM F. LEE', 'William F. Lee', 'capitals in usual letters'],
    ['Mr. Mark E. Zuckerberg', 'Mark E. Zuckerberg', 'a title is no part'],
    ['NANCY G. ROSS, ESQ.', 'Nancy G. Ross', 'nor is what stands behind'],
    ['Peter Arcidiacono, Ph.D.', 'Peter Arcidiacono', 'nor a degree'],
    ['Cheever, Roger [rcheever@harvard.example]', 'Roger Cheever', 'last name first, as in e-mails'],
    ['Fitzsimmons, William R.', 'William R. Fitzsimmons', 'with an initial'],
    ['"Doe, Jane" <jane@x.example>', 'Jane Doe', 'quotes and an address'],
    ['BENJAMIN P. McCALLEN', 'Benjamin P. McCallen', 'small letters in capitals'],
    ['Sinéad O’Connor', 'Sinéad O’Connor', 'other letters'],
    ['Jaime F. Cardenas-Navia', 'Jaime F. Cardenas-Navia', 'a hyphen'],
    ['Ludwig van der Berg', 'Ludwig van der Berg', 'particles'],
    ['Daniel Johnson, Jr.', 'Daniel Johnson, Jr.', 'a generation'],
    ['Robert S. Mueller III', 'Robert S. Mueller III', 'a generation in figures'],
  ])('%s', (printed, expected) => {
    expect(personNameOf(printed)).toBe(expected);
  });

  test.each([
    ['Zuckerberg', 'one word may be anything'],
    ['District Court', 'a court'],
    ['Santa Clara', 'a place'],
    ['Standing Order', 'a heading'],
    ['Market Street', 'an address'],
    ['Inbox API', 'capitals beside usual letters'],
    ['Rooter Plumbing LLC', 'a company'],
    ['A. B.', 'initials'],
    ['Plaintiff’s Brief', 'a possessive'],
    ['lower case', 'no capitals'],
    ['China Fortune Land Development', 'more words than a name has'],
    ['E.D. Mich', 'a court, abbreviated'],
    ['jane@x.example', 'an address'],
    ['', 'nothing'],
  ])('none: %s', (printed) => {
    expect(personNameOf(printed)).toBeNull();
  });
});

test.each([
  ['Nancy G. Ross', 'NANCY ROSS', true, 'with and without an initial'],
  ['Daniel Johnson, Jr.', 'Daniel Johnson', true, 'a generation is often left out'],
  ['Nancy Ross', 'Nelson Ross', false, 'another first name'],
])('%s and %s are one: %s', (one, other, expected) => {
  expect(personKey(one) === personKey(other)).toBe(expected);
});

test('last names, letters and ordinary words', () => {
  expect(['Jane Doe', 'Daniel Johnson, Jr.', 'Robert S. Mueller III'].map(lastNameOf)).toEqual([
    'Doe',
    'Johnson',
    'Mueller',
  ]);
  expect(['O’BRIEN', 'MCKOOL', 'Ross', 'III', 'J.'].map(usualLetters)).toEqual([
    'O’Brien',
    'McKool',
    'Ross',
    'III',
    'J.',
  ]);
  expect(['Court', 'Plaintiff’s', 'Defendant-Appellee', 'A.', 'Ross'].map(isOrdinary)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
