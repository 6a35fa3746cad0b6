import { describe, expect, test } from '@jest/globals';
import type { PassageKind } from '../../server/contract/passage.ts';
import { partiesOf, printedNamesIn } from '../../server/passages/printed-names.ts';
import { setPage } from './page-maker.ts';

function namesIn(kind: PassageKind, lines: readonly string[]): string[] {
  const page = setPage(
    1,
    lines.map((text) => ({ text })),
  );
  const passage = { kind, text: lines.join(' '), spans: [{ pageNumber: 1, from: 0, to: page.text.length }] };
  return printedNamesIn([passage], [page]).map(
    ({ kind: of, name, source }) => `${of === 'person' ? 'p' : 'o'} ${name} ${source}`,
  );
}

describe('parties of a caption', () => {
  test.each([
    [
      'CLIFTON W. MARSHALL, et al., Plaintiffs, v. NORTHROP GRUMMAN CORPORATION, et al., Defendants. Case No. 1',
      ['Clifton W. Marshall', 'Northrop Grumman Corporation'],
      'et al. is nobody',
    ],
    [
      'DONALD M. LUSNAK, on behalf of himself and all others similarly situated, Plaintiff, v. BANK OF AMERICA, N.A.; and DOES 1 through 10, inclusive, Defendant.',
      ['Donald M. Lusnak', 'Bank of America, N.A.'],
      'descriptions and Does',
    ],
    [
      'SOUTHERN DIVISION SAMIR ALMASMARI, WALID JAMMOUL, Plaintiffs, v. DONALD TRUMP, President of the United States, Defendants.',
      ['Samir Almasmari', 'Walid Jammoul', 'Donald Trump'],
      'what stands above the parties; an office',
    ],
    [
      'ABANTE ROOTER AND PLUMBING, INC., Plaintiff, v. TOTAL MERCHANT SERVICES, LLC, a Delaware limited liability company, Defendant.',
      ['Abante Rooter and Plumbing, Inc.', 'Total Merchant Services, LLC'],
      '“and” within a name',
    ],
    [
      'JANE DOE and RICHARD ROE, Plaintiffs, v. ROE, INC., Defendant.',
      ['Jane Doe', 'Richard Roe', 'Roe, Inc.'],
      '“and” between names',
    ],
    [
      'United States of America, Appellee, v. Robert Wilson, Jr., Appellant.',
      ['United States of America', 'Robert Wilson, Jr.'],
      'of an appeal',
    ],
    ['The parties met. Defendants moved.', [], 'no caption'],
  ])('%s', (caption, expected) => {
    expect(partiesOf(caption).map(({ name }) => name)).toEqual(expected);
  });
});

test('two parties on a line below counsel are two; a firm with “and” in its name is one', () => {
  expect(
    namesIn('caption', ['PROOFPOINT, INC. and CLOUDMARK LLC', 'WILMER CUTLER PICKERING HALE AND DORR LLP']),
  ).toEqual([
    'o Proofpoint, Inc. caption',
    'o Cloudmark LLC caption',
    'o Wilmer Cutler Pickering Hale and Dorr LLP caption',
  ]);
});

describe('counsel, signatures and those who testify', () => {
  test.each<[PassageKind, readonly string[], readonly string[], string]>([
    [
      'signature',
      ['Dated: May 10, 2019', 'MAYER BROWN LLP', 'By: /s/ Nancy G. Ross', 'Nancy G. Ross', 'Attorneys for Defendants'],
      ['o Mayer Brown LLP signature', 'p Nancy G. Ross signature', 'p Nancy G. Ross signature'],
      'a firm, a signature, and the name below it',
    ],
    ['signature', ['/s/ Jane Doe Jane Doe'], ['p Jane Doe signature'], 'both on one line'],
    [
      'signature',
      ['Dated: June 10, 2021', 'JACQUELINE SCOTT CORLEY', 'United States Magistrate Judge'],
      ['p Jacqueline Scott Corley signature'],
      'a judge',
    ],
    ['signature', ['Respectfully submitted', 'San Jose', 'Oakland Tower'], [], 'lines of an address'],
    [
      'caption',
      [
        'Michael W. Sobol (State Bar No. 194857)',
        'msobol@lchb.example',
        'LIEFF CABRASER HEIMANN & BERNSTEIN, LLP',
        '275 Battery Street',
        'Attorneys for Plaintiffs',
      ],
      ['p Michael W. Sobol caption', 'o Lieff Cabraser Heimann & Bernstein, LLP caption'],
      'counsel above a caption',
    ],
    ['paragraph', ['I, Jane A. Doe, declare as follows:'], ['p Jane A. Doe testimony'], 'a declarant'],
    ['paragraph', ['ROGER BANKS, having been first duly sworn, testified'], ['p Roger Banks testimony'], 'a witness'],
    ['testimony', ['WILLIAM F. LEE, ESQ.'], ['p William F. Lee signature'], 'an appearance'],
    ['paragraph', ['I declare that Jane Doe was there.'], [], 'somebody in a sentence'],
  ])('%s %j', (kind, lines, expected) => {
    expect(namesIn(kind, lines)).toEqual(expected);
  });

  test('those who write and receive e-mails', () => {
    const head = {
      from: 'Doe, Jane [j@x.example]',
      to: ['Richard Roe', 'All staff'],
      cc: ['p@x.example'],
      sent: null,
      sentOn: null,
      subject: null,
    };
    const passage = { kind: 'paragraph' as const, text: 'From: …', spans: [], emails: [head] };
    expect(printedNamesIn([passage], []).map(({ name, source }) => [name, source])).toEqual([
      ['Jane Doe', 'e-mail'],
      ['Richard Roe', 'e-mail'],
    ]);
  });
});
