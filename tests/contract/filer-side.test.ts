import { expect, test } from '@jest/globals';
import { sideOf } from '../../server/contract/filer-side.ts';

test.each<[string | null, string | null, string]>([
  ['Plaintiff', 'Plaintiffs', 'one of them'],
  ['Plaintiffs', 'Plaintiffs', 'all of them'],
  ['Plaintiff Klein', 'Plaintiffs', 'with a name'],
  ['Lead Plaintiffs Robert Wolfson and Frank Pino', 'Plaintiffs', 'with a rank'],
  ['Consumer Plaintiffs', 'Plaintiffs', 'a class'],
  ['Pls.', 'Plaintiffs', 'short'],
  ['Defendant Meta Platforms, Inc.', 'Defendants', 'with a name'],
  ['ALL DEFENDANTS', 'Defendants', 'capitals'],
  ['Defendant, Counter-Claimant and', 'Defendants', 'what a party is first of all'],
  ['Plaintiff and Counter-Defendant Doe', 'Plaintiffs', 'the same, the other way'],
  ['Plaintiff and Intervenor-Defendant', 'Plaintiffs', 'who intervened in another case first'],
  ['Intervenor-Defendant Roe', 'Third party', 'an intervenor'],
  ['Counter-Defendant', null, 'either side may be'],
  ['Third-Party Plaintiff Roe', null, 'a defendant, of whom is not said'],
  ['Third-Party Defendant Roe', 'Third party', 'drawn in'],
  ['Non-Party Spotify', 'Third party', 'a witness'],
  ['Amici Curiae', 'Third party', 'friends of the court'],
  ['Plaintiffs and Defendants', 'Parties', 'both'],
  ['All Parties', 'Parties', 'all'],
  ['The Court', 'Court', 'an order'],
  ['Judge James Donato', 'Court', 'a judge'],
  ['Court Reporter', null, 'no side'],
  ['Meta', 'Defendants', 'the beginning of the defendant’s name'],
  ['Klein', 'Plaintiffs', 'the last name of the plaintiff'],
  ['Klein Class', null, 'more than the party'],
  ['Netflix', null, 'somebody else'],
  ['', null, 'nothing'],
  [null, null, 'not known'],
])('%s → %s (%s)', (filer, expected) => {
  expect(sideOf(filer, 'Maximilian Klein v. Meta Platforms, Inc.')).toBe(expected);
});

test.each<[string, string | null, string]>([
  ['Doe', 'Jane Doe v. Richard Doe', 'both are called so'],
  ['Meta', null, 'no case name'],
  ['Meta', 'In re Meta', 'one party'],
])('%s in %s is in doubt', (filer, caseName) => {
  expect(sideOf(filer, caseName)).toBeNull();
});
