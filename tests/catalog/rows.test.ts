// Rows and the contract's values: what is written is what is read.
import { describe, expect, test } from '@jest/globals';
import {
  annotationOf,
  documentOf,
  jobOf,
  joinNotes,
  pageFactsOf,
  pageOf as pageFrom,
  pageRow,
  passageOf,
  passageRow,
  trayItemOf,
} from '../../server/catalog/rows.ts';
import { unknownDetails } from '../../server/contract/filing.ts';
import type { Page } from '../../server/contract/page.ts';
import type { Passage } from '../../server/contract/passage.ts';
import { pageOf, passagesOf } from './readings.ts';

const quad = [0, 0, 10, 0, 10, 10, 0, 10] as const;

describe('a page', () => {
  const full: Page = pageOf(3, ['One line.', 'Another.'], {
    pageLabel: 'ii',
    stampPage: 5,
    bates: 'META-000123',
    pageId: '365',
    view: [10, 20, 622, 812],
    rotate: 90,
    userUnit: 2.5,
    stamps: [
      {
        docketNumber: '20-cv-1',
        document: '7',
        filedOn: '2024-03-23',
        page: 5,
        pageCount: 9,
        pageId: '365',
        text: 'Case',
      },
    ],
    redactions: [{ pageNumber: 3, box: quad, bad: true, characters: 9 }],
    unread: { reason: 'unreadable', detail: 'garbage from a bad font' },
  });
  const bare = pageOf(1, [], { pageLabel: null, stampPage: null });
  test.each([
    ['with everything', full],
    ['with nothing', bare],
  ])('%s comes back', (_, page) => {
    const row = pageRow('sha', page);
    const { lines, ...rest } = pageFrom(row);
    expect({ ...page, lines: [] }).toEqual({ ...rest, lines: [] });
    expect(lines.map(({ from, to }) => [from, to])).toEqual(page.lines.map(({ from, to }) => [from, to]));
    const { pageNumber, pageLabel, stampPage, bates, pageId, view, rotate, userUnit, unread } = page;
    expect(pageFactsOf(row)).toEqual({
      pageNumber,
      pageLabel,
      stampPage,
      bates,
      pageId,
      view,
      rotate,
      userUnit,
      unread,
    });
  });
});

describe('a passage', () => {
  const [plain] = passagesOf('sha', [pageOf(1, ['The Titan API.'])]);
  const rows: [string, Partial<Passage>, number][] = [
    ['plain', {}, 1],
    ['over three pages', { spans: [1, 2, 3].map((pageNumber) => ({ pageNumber, from: 0, to: 5 })) }, 3],
    ['of testimony', { kind: 'testimony', speaker: 'Q', lines: { from: 27, to: 3, toPageNumber: 2 } }, 1],
    [
      'with names and amounts',
      {
        entities: {
          people: ['Reed Hastings'],
          organizations: ['Meta'],
          products: ['Titan API'],
          amounts: [{ dollars: 150_000_000, text: '$150 million' }],
        },
      },
      1,
    ],
    [
      'with all its numbers',
      {
        bates: 'META-1',
        paragraph: '34',
        note: '2',
        toPageLabel: '3',
        toStampPage: 5,
        headings: ['II. ARGUMENT', 'A.'],
      },
      1,
    ],
    [
      'with several runs',
      {
        runs: [
          { at: 0, pageNumber: 1, from: 0, length: 4 },
          { at: 5, pageNumber: 2, from: 9, length: 3 },
        ],
      },
      1,
    ],
  ];
  test.each(rows)('%s comes back', (_, extra, lastPage) => {
    if (plain === undefined) throw new Error('no passage');
    const passage = { ...plain, ...extra };
    const row = passageRow('sha', passage);
    expect(passageOf(row)).toEqual(passage);
    // Asked for by page, it is found on each page it touches.
    expect([row.pageNumber, row.toPageNumber]).toEqual([1, lastPage]);
  });
});

describe('a job', () => {
  const row = {
    id: 'j',
    sha256: 'aa',
    filename: 'a.pdf',
    source: 'upload',
    state: 'failed' as const,
    attempts: 2,
    pagesDone: 3,
    pageCount: 9,
    errorCode: 'unreadable-pdf',
    errorDetail: 'damaged',
    leaseOwner: 'w',
    leaseUntil: 5,
    createdAt: 'c',
    updatedAt: 'u',
    seq: 1,
    documentId: 'd',
    otherNamesJson: '["b.pdf"]',
  };
  test('shows its error and other names, and nothing of its lease', () => {
    expect(jobOf(row)).toEqual({
      id: 'j',
      filename: 'a.pdf',
      otherNames: ['b.pdf'],
      state: 'failed',
      documentId: 'd',
      pagesDone: 3,
      pageCount: 9,
      attempts: 2,
      error: { code: 'unreadable-pdf', detail: 'damaged' },
      createdAt: 'c',
      updatedAt: 'u',
    });
  });
  test('without an error has none', () => {
    expect(jobOf({ ...row, errorCode: null, errorDetail: null, otherNamesJson: null })).toMatchObject({
      error: null,
      otherNames: [],
    });
  });
});

test('a document is addressed by its first file', () => {
  const row = {
    id: 'd',
    caseId: 'c',
    filename: 'a.pdf',
    detailsJson: JSON.stringify(unknownDetails),
    readFromJson: '{"title":"person"}',
    type: null,
    filedOn: null,
    entry: null,
    attachment: null,
    specimen: 0,
    pageCount: 3,
    flagsJson: '["redacted"]',
    sortKey: 'k',
  };
  expect(documentOf(row, { files: ['aa', 'bb'], sources: ['upload'], state: 'ready' })).toEqual({
    id: 'd',
    sha256: 'aa',
    files: ['aa', 'bb'],
    filename: 'a.pdf',
    caseId: 'c',
    details: unknownDetails,
    readFrom: { title: 'person' },
    pageCount: 3,
    state: 'ready',
    flags: ['redacted'],
    sources: ['upload'],
  });
});

test('annotations and tray items keep quote and context', () => {
  const spans = [{ pageNumber: 1, from: 4, to: 13 }];
  const common = { id: 'x', documentId: 'd', quote: 'q', prefix: 'p', suffix: 's', note: 'n' };
  const annotation = { author: 'me', createdAt: '2026', state: 'moved' as const };
  expect(annotationOf({ ...common, ...annotation, spansJson: JSON.stringify(spans) }, ['t'])).toEqual({
    ...common,
    ...annotation,
    spans,
    tagIds: ['t'],
  });
  expect(
    trayItemOf({ ...common, spansJson: JSON.stringify(spans), trayId: 't', position: 0, passageId: null }),
  ).toEqual({ ...common, spans, passageId: null });
});

test.each([
  ['', '', '', 'nothing'],
  ['one', '', 'one', 'no second'],
  ['', 'two', 'two', 'no first'],
  ['one', 'two', 'one\ntwo', 'both'],
  ['one\ntwo', 'two', 'one\ntwo', 'it is there'],
  ['one\ntwo', 'one\ntwo', 'one\ntwo', 'several lines sent again'],
  ['twofold', 'two', 'twofold\ntwo', 'part of a word is not there'],
])('notes %j and %j → %j (%s)', (one, other, expected) => {
  expect(joinNotes(one, other)).toBe(expected);
});
