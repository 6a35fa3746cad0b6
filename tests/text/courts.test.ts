import { describe, expect, test } from '@jest/globals';
import { courtNamedIn, courtOf } from '../../server/text/courts.ts';

describe('abbreviations of table T1', () => {
  test.each([
    ['cand', 'N.D. Cal.'],
    ['nysd', 'S.D.N.Y.'],
    ['mad', 'D. Mass.'],
    ['dcd', 'D.D.C.'],
    ['ca9', '9th Cir.'],
    ['ca2', '2d Cir.'],
    ['cadc', 'D.C. Cir.'],
    ['canb', 'Bankr. N.D. Cal.'],
    ['candb', 'Bankr. N.D. Cal.'],
    ['CAND', 'N.D. Cal.'],
    ['ncmd', 'M.D.N.C.'],
    ['wvsd', 'S.D. W. Va.'],
  ])('%s → %s', (id, abbreviation) => {
    expect(courtOf(id)?.abbreviation).toBe(abbreviation);
  });
  test('an unknown id is no court', () => expect(courtOf('xyz')).toBeNull());
});

describe('courts that captions name', () => {
  test.each([
    ['UNITED STATES DISTRICT COURT\nNORTHERN DISTRICT OF CALIFORNIA\nSAN FRANCISCO DIVISION', 'cand'],
    ['IN THE UNITED STATES DISTRICT COURT\nFOR THE EASTERN DISTRICT OF NEW YORK', 'nyed'],
    ['United States District Court\nDistrict of Kansas', 'ksd'],
    ['UNITED STATES COURT OF APPEALS FOR THE NINTH CIRCUIT', 'ca9'],
    ['SUPERIOR COURT OF CALIFORNIA', null],
    ['district court northern district of california; district court southern district of new york', null],
  ])('%s', (words, id) => {
    expect(courtNamedIn(words)?.id ?? null).toBe(id);
  });
});
