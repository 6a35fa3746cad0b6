// Nonsense told from text. The garbled rows are common words under the maps of the real files they are named after.
import { describe, expect, test } from '@jest/globals';
import { quadOf } from '../../server/contract/geometry.ts';
import { isGarbled, isPoorlyRecognised, unreadOf, type PageMake } from '../../server/parse/legibility.ts';

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
    [
      'signs alone between a few letters (TAMReview)',
      "' & % % & The Theory ; 6 % % 3* & ; 6 ( # ** , ! % 3* 1 % % % % ".repeat(2),
      true,
    ],
    ['glyph numbers', 'Case (cid:31)(cid:3)(cid:88)(cid:12) (cid:7)(cid:9)(cid:41) No.', true],
    ['one glyph number in prose', `${prose} (cid:31)`, false],
    [
      'spaced capitals and leaders',
      '* * C O N T E N T S * * PAGE STIPULATIONS . . . . . . . . . 5 JURAT . . . . . . . . . . 119 '.repeat(3),
      false,
    ],
  ])('%s', (_, body, expected) => {
    expect(isGarbled(body)).toBe(expected);
  });
});

describe('isPoorlyRecognised', () => {
  test.each([
    ['prose', prose.repeat(2), false],
    [
      'dirt (P002)',
      '::c H Cl ::c SEARCHES = V+M !Eth/States -< 8 |||| ,, ·Rigt1searers _____ Tf3so-=16oo-·· k-:O,wTfi:cL.- '.repeat(
        4,
      ),
      true,
    ],
    [
      'a table with leaders (1950-09)',
      'San Juan_______ Part time ..... $2,500 $3,000 Burlington ________ 1,200 1,800 Vermont — '.repeat(5),
      false,
    ],
    ['grades', 'A* (same as A+) = 4.3 A = 4.0 B = 3.0 if the applicant is taking a gap year '.repeat(4), false],
    ['too few words to tell', ':: | ~ ,, ·', false],
  ])('%s', (_, body, expected) => {
    expect(isPoorlyRecognised(body)).toBe(expected);
  });
});

describe('unreadOf', () => {
  const sheet: PageMake = {
    failure: null,
    imageShare: 0,
    shapes: 0,
    layerShare: 0,
    redactions: [],
    view: [0, 0, 612, 792],
  };
  const bar = { pageNumber: 1, box: quadOf([72, 100, 540, 700]), bad: false, characters: 0 };
  const sticker = 'United States District Court District of Massachusetts DX 24 Case No. 1:14-cv-14176';
  const dirt = '::c H Cl ::c = V+M !Eth -< 8 || ,, ·Rigt1searers _____ Tf3so-=16oo-·· k-:O,wT the of and '.repeat(4);
  test.each<[string, Partial<PageMake>, string, string | null]>([
    ['prose', {}, prose, null],
    ['prose beside a picture of half the page', { imageShare: 0.55 }, prose.repeat(2), null],
    ['a scan', { imageShare: 1 }, '', 'is an image without text'],
    ['a scan with an exhibit sticker', { imageShare: 0.8 }, sticker, 'few words'],
    ['the same words as the scan’s own layer: a cover', { imageShare: 0.8, layerShare: 1 }, sticker, null],
    ['a layer with next to nothing', { imageShare: 1, layerShare: 1 }, 'EXHIBIT 4', 'few words'],
    ['a poor layer', { imageShare: 1, layerShare: 1 }, dirt, 'poor recognition'],
    ['the same as printed text: signs, not a layer', { imageShare: 0.1 }, dirt, null],
    ['pictures and no word', { imageShare: 0.1 }, '', 'has images'],
    ['letters as outlines', { shapes: 900 }, '', 'drawn without letters'],
    ['nothing', {}, '', 'has no text'],
    ['bars over all of it', { redactions: [bar], shapes: 900 }, '', null],
    ['one bar on an empty page', { redactions: [{ ...bar, box: quadOf([72, 690, 540, 700]) }] }, '', 'has no text'],
  ])('%s', (_, make, body, expected) => {
    const found = unreadOf({ ...sheet, ...make }, body);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toMatchObject({ reason: 'awaiting-ocr', detail: expect.stringContaining(expected) });
  });

  test('a page that could not be read says why', () => {
    expect(unreadOf({ ...sheet, failure: 'Page 3 is damaged.' }, prose)).toEqual({
      reason: 'unreadable',
      detail: 'Page 3 is damaged.',
    });
  });
});
