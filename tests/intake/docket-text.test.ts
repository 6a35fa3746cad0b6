// Docket texts as CM/ECF composes them: title, side, attachments. Forms from dockets of real courts, with the names of parties changed.
import { describe, expect, test } from '@jest/globals';
import { attachmentsOfText, filerOfText, titleOfText } from '../../server/intake/docket-text.ts';

describe('the title', () => {
  const rows: [string, string | null, string][] = [
    [
      'COMPLAINT against ROE DIRT WORKS, LLC, filed by All Plaintiffs. (Filing fee $405, receipt number AINSDC-1)',
      'COMPLAINT against ROE DIRT WORKS, LLC',
      'who filed is no title',
    ],
    [
      'BRIEF/MEMORANDUM in Support re 13 MOTION for Default Judgment, filed by Plaintiffs',
      'BRIEF/MEMORANDUM in Support',
      'the entry it refers to has a title of its own',
    ],
    ['ORDER GRANTING AUDIT - The request for an audit is GRANTED. Defendant must', 'ORDER GRANTING AUDIT', 'a summary'],
    ['NOTICE of Appearance by Jane Roe on behalf of Plaintiffs DOE.', 'NOTICE of Appearance by Jane Roe', 'for whom'],
    ['Summons Issued as to ROE. (KAA) (Entered: 04/22/2024)', 'Summons Issued as to ROE', 'initials of the clerk'],
    ['**VACATED PER DKT 20 **Clerk’s ENTRY OF DEFAULT - Pursuant', 'Clerk’s ENTRY OF DEFAULT', 'a note of the clerk'],
    ['STIPULATED  PROTECTIVE\n ORDER', 'STIPULATED PROTECTIVE ORDER', 'line breaks of an export'],
    ['MOTION for Pre-Trial Conference', 'MOTION for Pre-Trial Conference', 'a hyphen inside a word parts nothing'],
    ['(Court only) minutes', null, 'nothing before the parenthesis'],
    ['', null, 'CourtListener writes nothing as empty text'],
    [`ORDER ${'GRANTING '.repeat(30)}`, null, 'a whole order is no title'],
  ];
  test.each(rows)('%j → %j (%s)', (text, title) => {
    expect(titleOfText(text)).toBe(title);
  });
});

describe('who filed', () => {
  const rows: [string, string | null, string][] = [
    ['MOTION, filed by All Plaintiffs. (Att', 'Plaintiffs', 'all'],
    ['MOTION, filed by Plaintiffs DOE, ROE.', 'Plaintiffs', 'with their names'],
    ['ANSWER filed by Defendant Roe, Inc.', 'Defendant', 'one'],
    ['MOTION filed by Roe, Inc.', null, 'which side that is, the text does not say'],
    ['ORDER as to motion against Plaintiffs', null, 'named, not filing'],
  ];
  test.each(rows)('%j → %j (%s)', (text, filer) => {
    expect(filerOfText(text)).toBe(filer);
  });
});

describe('attachments', () => {
  const rows: [string, [number, string | null][], string][] = [
    [
      'MOTION. (Attachments: # 1 Declaration of J. Roe, # 2 Exhibit A (Part 1), # 3 Exhibit A, Part 2)(Roe, Jane)',
      [
        [1, 'Declaration of J. Roe'],
        [2, 'Exhibit A (Part 1)'],
        [3, 'Exhibit A, Part 2'],
      ],
      'parentheses and commas inside a title',
    ],
    [
      'JUDGMENT. (PRR) (Additional attachment(s) added on 1/3/2013: # 1 Judgment with costs added) (NKD).',
      [[1, 'Judgment with costs added']],
      'added later',
    ],
    [
      'MOTION (Attachments: # 1, # 2 Exhibit)',
      [
        [1, null],
        [2, 'Exhibit'],
      ],
      'one without a title',
    ],
    [
      'MOTION (Attachments: # 2 B, # 1 A',
      [
        [1, 'A'],
        [2, 'B'],
      ],
      'cut off, and in another order',
    ],
    ['ORDER re # 1 (see Attachments below)', [], 'no list'],
    ['ORDER', [], 'none'],
  ];
  test.each(rows)('%j → %j (%s)', (text, expected) => {
    expect(attachmentsOfText(text).map(({ attachment, title }) => [attachment, title])).toEqual(expected);
  });
});
