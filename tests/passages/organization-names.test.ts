import { describe, expect, test } from '@jest/globals';
import {
  bareName,
  isOrganization,
  organizationKey,
  organizationNameOf,
  organizationsIn,
} from '../../server/passages/organization-names.ts';

describe('organisations in running text', () => {
  test.each([
    [
      'an agreement between Meta Platforms, Inc. and Netflix, Inc., which',
      ['Meta Platforms, Inc.', 'Netflix, Inc.'],
      'forms of companies',
    ],
    ['The Defendant Google LLC moved.', ['Google LLC'], 'what stands before is none of it'],
    ['Proofpoint, Inc. and Cloudmark LLC moved', ['Proofpoint, Inc.', 'Cloudmark LLC'], 'two that “and” joins'],
    ['the University of Michigan and Harvard College', ['University of Michigan', 'Harvard College'], 'bodies'],
    ['the U.S. Department of Justice', ['U.S. Department of Justice'], 'a department'],
    ['counsel at QUINN EMANUEL URQUHART & SULLIVAN, LLP', ['Quinn Emanuel Urquhart & Sullivan, LLP'], 'capitals'],
    ['JANE DOE, ESQUIRE Consovoy McCarthy Park PLLC', ['Consovoy McCarthy Park PLLC'], 'a person before a firm'],
    [
      'filed by Finnegan, Henderson, Farabow, Garrett & Dunner, LLP',
      ['Finnegan, Henderson, Farabow, Garrett & Dunner, LLP'],
      'many partners',
    ],
    ['NantMobile LLC. The next', ['NantMobile LLC'], 'the end of a sentence'],
    ['Bank of America’s program', ['Bank of America'], 'a possessive'],
    ['the Company and its Board', [], 'words that mean somebody else in each filing'],
    ['Hammoud & Associates PLLC Co-Counsel', ['Hammoud & Associates PLLC'], 'what follows is no form'],
    ['United States District Court', [], 'a court'],
  ])('%s', (text, expected) => {
    expect(organizationsIn(text).map(({ name }) => name)).toEqual(expected);
  });

  test('places point at the text', () => {
    const text = 'Plaintiff Dish Network, LLC agreed';
    const [found] = organizationsIn(text);
    expect(found === undefined ? null : text.slice(found.at, found.at + found.length)).toBe('Dish Network, LLC');
  });
});

test.each<[string, string | null, string]>([
  ['UNITED STATES OF AMERICA', 'United States of America', 'a party in capitals'],
  ['ARAB AMERICAN CIVIL RIGHTS LEAGUE (“ACRL”)', 'Arab American Civil Rights League', 'without its short name'],
  ['PRESIDENT AND FELLOWS OF HARVARD COLLEGE', 'President and Fellows of Harvard College', 'small words'],
  ['Jane Doe', null, 'a person'],
  ['Foundation', null, 'one word'],
  ['Klein v. Meta Platforms, Inc.', null, 'a case'],
  ['Secretary of U.S. Department of Labor', null, 'an office is a person’s'],
  ['Order of the Board Inc.', null, 'a paper'],
])('%s', (printed, expected) => {
  expect(organizationNameOf(printed)).toBe(expected);
});

test('spellings that are one, and what running text says', () => {
  expect(organizationKey('META PLATFORMS, INC.')).toBe(organizationKey('Meta Platforms'));
  expect(organizationKey('The Boeing Company')).toBe(organizationKey('Boeing Company'));
  expect(organizationKey('Vizio Services, LLC')).not.toBe(organizationKey('Vizio, Inc.'));
  expect(['Meta Platforms, Inc.', 'Google LLC', 'Harvard College', 'Charles Schwab & Co., Inc.'].map(bareName)).toEqual(
    ['Meta Platforms', null, null, null],
  );
  expect(['Bean, Kinney & Korman, P.C.', 'Jane Doe'].map(isOrganization)).toEqual([true, false]);
});
