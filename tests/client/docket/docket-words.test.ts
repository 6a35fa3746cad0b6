// What the Docket says in words.
import { describe, expect, test } from '@jest/globals';
import {
  courtText,
  furtherText,
  lineOf,
  missingText,
  nameOf,
  onlyText,
  rangeText,
  stateText,
  versionWords,
} from '../../../client/src/docket/docket-words.ts';
import { onlyChoices } from '../../../client/src/docket/docket-state.ts';
import type { DocketDocument } from '../../../server/contract/docket-api.ts';
import { missingReasons, versionRelations } from '../../../server/contract/docket.ts';

const paper: DocketDocument = {
  id: 'd',
  attachment: 2,
  ecf: '735-2',
  title: null,
  shortTitle: null,
  type: null,
  filer: null,
  filedOn: null,
  filename: null,
  pageCount: 13,
  state: 'ready',
  flags: [],
  unread: null,
  corrected: [],
  versions: [],
  missing: null,
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each<[Partial<DocketDocument>, string]>([
  [{ title: 'Exhibit B', shortTitle: 'Ex. B' }, 'Exhibit B'],
  [{ shortTitle: 'Ex. B', filename: 'b.pdf' }, 'Ex. B'],
  [{ filename: 'b.pdf' }, 'b.pdf'],
  [{ filename: 'b.pdf', missing: 'listed' }, 'Attachment 2'],
  [{ attachment: 0, missing: 'gap' }, 'Main document'],
])('a document of which is known %j is called %s', (known, name) => {
  expect(nameOf({ ...paper, ...known })).toBe(name);
});

test.each<[Partial<DocketDocument>, string]>([
  [{}, 'Read'],
  [{ state: 'parsing' }, 'Being read'],
  [{ state: 'failed' }, 'Could not be read'],
  [{ state: null }, ''],
  [{ unread: { pages: 2, firstPageNumber: 4 } }, '2 of 13 pages not read'],
  [{ unread: { pages: 13, firstPageNumber: 1 } }, '13 pages not read'],
  [{ unread: { pages: 1, firstPageNumber: 1 }, pageCount: 1 }, '1 page not read'],
])('%j: %s', (state, words) => {
  expect(plain(stateText({ ...paper, ...state }))).toBe(words);
});

describe('the text of the docket', () => {
  test.each<[string | null, string | null, string | null, string]>([
    [
      'MOTION to Compel, filed by Meta. (Roe)',
      'MOTION to Compel',
      'filed by Meta. (Roe)',
      'the title is not said twice',
    ],
    ['MOTION to Compel', 'MOTION to Compel', null, 'nothing further'],
    ['MOTION to Compel', 'Notice of Motion', 'MOTION to Compel', 'other words than the paper’s'],
    ['Minutes', null, 'Minutes', 'no title'],
    [null, 'Order', null, 'no text'],
  ])('%j under %j: %j (%s)', (text, title, further) => {
    expect(furtherText(text, title)).toBe(further);
  });
  test('stands for an entry without a paper', () => {
    const entry = { entry: '4', filedOn: null, filer: null, description: null, missing: false, documents: [] };
    expect(lineOf({ ...entry, description: 'Minutes' })).toBe('Minutes');
    expect(lineOf(entry)).toBe('An entry without a paper');
    expect(lineOf({ ...entry, documents: [paper] })).toBe('Only attachments');
  });
});

test('a version is named by its number, else by its title', () => {
  const version = { id: 'd', ecf: '9013', title: 'Letter Brief', relation: 'unsealed' } as const;
  expect(plain(Object.values(versionWords(version)).join(' '))).toBe('Unsealed as ECF No. 9013');
  expect(versionWords({ ...version, ecf: null }).name).toBe('Letter Brief');
  expect(versionWords({ ...version, ecf: null, title: null }).name).toBe('another filing');
});

test('every relation, reason and condition has words of its own', () => {
  const version = { id: 'd', ecf: '1', title: null };
  const words = [
    versionRelations.map((relation) => versionWords({ ...version, relation }).says),
    missingReasons.map(missingText),
    onlyChoices.map(onlyText),
  ];
  expect(words.filter((each) => new Set(each).size !== each.length || each.includes(''))).toEqual([]);
});

test.each([
  ['cand', 'N.D. Cal.'],
  ['ca9', '9th Cir.'],
  ['calctapp', 'calctapp'],
])('court %s is %s', (court, text) => {
  expect(courtText(court)).toBe(text);
});

test.each([
  ['2', '14', 'Entries 2–14'],
  ['2', '2', 'Entry 2'],
])('%s to %s: %s', (from, to, text) => {
  expect(rangeText('Entry', 'Entries', from, to)).toBe(text);
});
