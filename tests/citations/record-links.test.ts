import { describe, expect, test } from '@jest/globals';
import { linkCitations, missingNameOf, pageOfPin } from '../../server/citations/record-links.ts';
import { unknownDetails, type FilingDetails } from '../../server/contract/filing.ts';
import type { StoredDocument } from '../../server/contract/record.ts';
import { citeRecord } from '../../server/passages/cite-record.ts';
import { pageOf, passagesOf } from '../catalog/readings.ts';

function document(id: string, details: Partial<FilingDetails>): StoredDocument {
  return {
    id,
    sha256: id,
    files: [id],
    filename: `${id}.pdf`,
    caseId: 'case',
    details: { ...unknownDetails, attachment: 0, ...details },
    readFrom: {},
    pageCount: 9,
    state: 'ready',
    flags: [],
    sources: [],
  };
}
const record = [
  document('complaint', { entry: '1', type: 'complaint', title: 'Complaint', shortTitle: 'Compl.' }),
  document('amended', { entry: '9', type: 'complaint', title: 'First Amended Complaint' }),
  document('decl', { entry: '12', type: 'declaration', title: 'Declaration of Jane Doe', shortTitle: 'Doe Decl.' }),
  document('exA', { entry: '12', attachment: 1, type: 'exhibit', title: 'Exhibit A' }),
  document('exB', { entry: '12', attachment: 2, type: 'exhibit', title: 'Exhibit B: E-mails' }),
  document('brief', { entry: '14', type: 'brief', title: 'Brief' }),
  document('order1', { entry: '15', type: 'order', title: 'Order' }),
  document('order2', { entry: '16', type: 'order', title: 'Order re Sealing' }),
];
const brief = record[5];
const citationsOf = (text: string) => citeRecord(passagesOf('f'.repeat(64), [pageOf(1, [text])]));
const linked = (text: string, from = brief) =>
  from === undefined
    ? []
    : linkCitations(from, citationsOf(text), record).map(({ state, targets }) => [
        state,
        ...targets.map(({ id }) => id),
      ]);

describe('what a citation means', () => {
  const rows: [text: string, means: string[][], why: string][] = [
    ['Dkt. 1 at 3', [['found', 'complaint']], 'a main document'],
    ['Dkt. 12-2 at 3', [['found', 'exB']], 'an attachment'],
    ['ECF Nos. 14–16', [['found', 'brief', 'order1', 'order2']], 'a range of entries'],
    ['Dkt. 12, Ex. A at 2', [['found', 'exA']], 'an exhibit of that entry'],
    ['Dkt. 99 at 3', [['missing']], 'not in the corpus'],
    ['Compl. ¶ 12', [['found', 'complaint']], 'by its short title'],
    ['FAC ¶ 12', [['found', 'amended']], 'the amended one by its own name'],
    ['SAC ¶ 12', [['unclear']], 'a complaint that is not there'],
    ['Doe Decl. ¶ 2', [['found', 'decl']], 'a declaration by name'],
    ['Roe Decl. ¶ 2', [['unclear']], 'of somebody else'],
    ['Doe Decl. Ex. B at 4', [['found', 'exB']], 'an exhibit of a declaration'],
    ['Doe Decl. Exs. A–B', [['found', 'exA', 'exB']], 'several'],
    ['Order at 3', [['unclear']], 'two orders'],
    ['Ex. A at 2', [['missing']], 'the brief has no exhibits'],
    [
      'Compl. ¶ 2. Id. ¶ 3.',
      [
        ['found', 'complaint'],
        ['found', 'complaint'],
      ],
      'Id. is what came before',
    ],
    ['Roe v. Poe, 1:14-cv-03600-VEC, Dkt. 1 at 3', [['elsewhere']], 'the docket of another case'],
  ];
  test.each(rows)('%s → %j (%s)', (text, means) => {
    expect(linked(text)).toEqual(means);
  });

  test('an exhibit cited in its declaration is the one beside it', () => {
    expect(linked('attached as Exhibit A', record[2])).toEqual([['found', 'exA']]);
  });

  test('what is missing has a name', () => {
    expect(citationsOf('Dkt. 645-2 at 3; Ex. C at 1; Roe Decl. ¶ 1').map(missingNameOf)).toEqual([
      'ECF No. 645-2',
      'Ex. C',
      'Roe Decl.',
    ]);
  });
});

describe('the page of a pin', () => {
  const pages = [
    { pageNumber: 1, pageLabel: 'i', stampPage: 1 },
    { pageNumber: 2, pageLabel: '1', stampPage: 2 },
    { pageNumber: 3, pageLabel: '2', stampPage: 3 },
  ];
  const bare = pages.map(({ pageNumber }) => ({ pageNumber, pageLabel: null, stampPage: null }));
  const rows: [text: string, pages: typeof pages | typeof bare, page: number | null, why: string][] = [
    ['Dkt. 1 at 2', pages, 3, 'the printed number comes first'],
    ['Dkt. 1 at 3', pages, 3, 'the stamp where nothing is printed so'],
    ['Dkt. 1 at i', pages, 1, 'front matter'],
    ['Dkt. 1 at 9', pages, null, 'no such page'],
    ['Dkt. 1', pages, null, 'no pin'],
    ['Dkt. 1 at 2', bare, 2, 'a file with no numbers of its own'],
  ];
  test.each(rows)('%s → %p (%#: %s)', (text, map, page) => {
    const [cited] = citationsOf(text);
    expect(cited === undefined ? undefined : pageOfPin(cited.citation.pin, map)).toBe(page);
  });
});
