import { describe, expect, test } from '@jest/globals';
import { documentTypeOf, filerIn, shortTitleOf } from '../../server/passages/document-type.ts';

describe('types and short titles', () => {
  const rows: [string, string | null, string | null, string | null][] = [
    ['Plaintiffs’ Opposition to Defendant’s Motion to Dismiss', 'opposition', 'Plaintiffs', 'Pls.’ Opp’n'],
    ['Defendant’s Notice of Motion and Motion to Dismiss', 'motion', 'Defendant', 'Mot.'],
    ['Declaration of Jane Doe in Support of Motion to Seal', 'declaration', null, 'Doe Decl.'],
    ['Order Granting in Part Motions to Seal', 'order', 'Court', 'Order'],
    ['[Proposed] Order', 'order', null, 'Order'],
    ['End-User Plaintiffs’ Reply', 'reply', 'Plaintiffs', 'Pls.’ Reply'],
    ['Lead Plaintiffs’ Reply', 'reply', 'Plaintiffs', 'Pls.’ Reply'],
    ['Memorandum in Support of Motion to Disqualify Defendants’ Expert', 'motion', null, 'Mot.'],
    ['Opposition to Defendants’ Motion to Dismiss', 'opposition', null, 'Opp’n'],
    ['Memorandum in Support of Defendants’ Evidentiary Objections', 'brief', 'Defendants', 'Br.'],
    ['Defendant Le-Vel’s Reply in Support of Motion', 'reply', 'Defendant', 'Def.’s Reply'],
    ['Second Amended Complaint', 'complaint', null, 'Second Am. Compl.'],
    ['Complaint for Damages', 'complaint', null, 'Compl.'],
    ['Defendants’ Reply in Support of Motion', 'reply', 'Defendants', 'Defs.’ Reply'],
    ['Joint Discovery Letter Brief', 'letter brief', 'Parties', 'Letter Br.'],
    ['Deposition of Witness Roe', 'deposition', null, 'Roe Dep.'],
    ['Transcript of Proceedings', 'transcript', null, 'Hr’g Tr.'],
    ['Stipulation to Extend Time', 'stipulation', 'Parties', 'Stip.'],
    ['Notice of Appearance', 'notice', null, 'Notice'],
    ['Exhibit B', 'exhibit', null, 'Ex. B'],
    ['Something Else', null, null, null],
  ];
  test.each(rows)('%s → %s, %s, %s', (title, type, filer, short) => {
    const read = documentTypeOf(title);
    const by = filerIn(title);
    expect([read, by, shortTitleOf(read, title, by)]).toEqual([type, filer, short]);
  });
});
