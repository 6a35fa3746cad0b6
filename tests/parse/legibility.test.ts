// Nonsense told from text. The garbled rows are common words under the maps of the real files they are named after.
import { describe, expect, test } from '@jest/globals';
import { isGarbled } from '../../server/parse/legibility.ts';

const prose =
  'The parties agree that the order of the court is to be read as it stands, and that nothing in it was meant for the press.';
/** Character codes off by 29, as a TrueType font without a map has them (cacd.667773.129). */
const shifted = (text: string) => text.replace(/[\w,.]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 29));

describe('isGarbled', () => {
  test.each([
    ['prose', prose, false],
    ['codes off by 29', shifted(`${prose} ${prose.toUpperCase()} September Title Plaintiff Case Animal`), true],
    [
      'signs for letters (nysd.413994.212)',
      ',-,5+(5:9 ;+., #/, 8,*,0<,+ (50,3A9 ;5+,8 ,+,8(3 !;3, 0<03 9:09A9 '.repeat(3),
      true,
    ],
    ['letters of the private area', '\ue001\ue002\ue003\ue004 '.repeat(10), true],
    ['a table of amounts', 'Total $1,204.00 $388.50 (12.4%) 2015 2016 2017 '.repeat(6), false],
    [
      'a table of contents',
      'ARGUMENT ........................... 12 CONCLUSION ..................... 14 '.repeat(4),
      false,
    ],
    [
      'counsel: capitals, abbreviations, numbers',
      'HORWITZ LAW, PLLC 4016 Westlawn Dr. Nashville, TN 37209 (615) 555-0100 roe@example.com Counsel of Record '.repeat(
        3,
      ),
      false,
    ],
    [
      'case numbers with a judge’s initials',
      'No. 8:14-cv-00341-JVS(DFMx) 16-137-GW(KKX) Smith v. Jones Cal. App. '.repeat(4),
      false,
    ],
    ['prose about NGSP, NGSB and NHTSA', `NGSP NGSB NHTSA ${prose}`, false],
    ['too few words to tell', '7LWOH &DVH', false],
    ['nothing', '', false],
  ])('%s', (_, body, expected) => {
    expect(isGarbled(body)).toBe(expected);
  });
});
