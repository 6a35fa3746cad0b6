// What a reader expects of passages: whole paragraphs, their place, their headings, and a way back to the page unit by unit.
import { describe, expect, test } from '@jest/globals';
import { cutPassages } from '../../server/passages/cut-passages.ts';
import type { DocumentType } from '../../server/contract/filing.ts';
import type { Page } from '../../server/contract/page.ts';
import { full, setPage, type SetLine } from './page-maker.ts';

const gazetteer = { people: [], organizations: [], products: [{ name: 'Titan API', aliases: [] }] };
const cut = (pages: readonly Page[], documentType: DocumentType | null = null) =>
  cutPassages(pages, { sha256: 'a'.repeat(64), gazetteer, documentType });

const body = (start: number): SetLine[] => [
  full('The agreement gave the partner the Titan API, and it asked in return', { x: 144, number: start }),
  full('for a written report every two weeks; the commu-', { number: start + 1 }),
  { text: 'nications team kept it.', number: start + 2 },
];

describe('a paragraph', () => {
  const [passage] = cut([setPage(3, [...body(14)])]);
  test('is one text, hyphens mended, with its lines', () => {
    expect(passage).toMatchObject({
      kind: 'paragraph',
      text: 'The agreement gave the partner the Titan API, and it asked in return for a written report every two weeks; the communications team kept it.',
      pageNumber: 3,
      lines: { from: 14, to: 16, toPageNumber: 3 },
      entities: { products: ['Titan API'] },
    });
  });
  test('leads back to the page, unit by unit', () => {
    const page = setPage(3, [...body(14)]);
    for (const { at, from, length } of passage?.runs ?? []) {
      expect(passage?.text.slice(at, at + length)).toBe(page.text.slice(from, from + length));
    }
    expect(passage?.spans).toEqual([{ pageNumber: 3, from: 0, to: page.text.length }]);
  });
});

test('a paragraph goes on over a page break, furniture left out', () => {
  const one = setPage(1, [
    full('A sentence that is not yet at its end because the page is full of it and', { x: 144, number: 28 }),
    { text: 'MOTION TO COMPEL', furniture: 'footer' },
  ]);
  const two = setPage(2, [
    { text: 'Case 3:20 Page 2', furniture: 'stamp' },
    full('it goes on here until it ends.', { number: 1 }),
    full('34. Another one begins with the next line and is set in from the margin.', { x: 144, number: 2 }),
  ]);
  const passages = cut([one, two]);
  expect(passages.map(({ text }) => text)).toEqual([
    'A sentence that is not yet at its end because the page is full of it and it goes on here until it ends.',
    '34. Another one begins with the next line and is set in from the margin.',
  ]);
  expect(passages[0]).toMatchObject({
    pageNumber: 1,
    pageLabel: '1',
    toPageLabel: '2',
    lines: { from: 28, to: 1, toPageNumber: 2 },
  });
});

test('headings lead to what stands under them', () => {
  const passages = cut([
    setPage(1, [
      { text: 'II. ARGUMENT', x: 270, bold: true },
      ...body(2),
      { text: 'A. The Inbox API', bold: true },
      ...body(6).map((line) => ({ ...line, text: line.text.replace('The agreement', 'An agreement') })),
    ]),
  ]);
  expect(passages.map(({ kind, headings }) => [kind, headings])).toEqual([
    ['heading', []],
    ['paragraph', ['II. ARGUMENT']],
    ['heading', ['II. ARGUMENT']],
    ['paragraph', ['II. ARGUMENT', 'A. The Inbox API']],
  ]);
});

describe('numbered paragraphs', () => {
  const page = setPage(1, [
    full('1. Plaintiffs bring this action on behalf of everybody who used the service', { x: 144 }),
    { text: 'in the last years.' },
    full('2. Defendant is a corporation with its principal place of business in the', { x: 144 }),
    { text: 'Northern District.' },
  ]);
  test.each([
    ['complaint' as const, ['1', '2'], 'are cited by number'],
    ['brief' as const, [null, null], 'are lists elsewhere'],
  ])('in a %s', (type, numbers, _why) => {
    expect(cut([page], type).map(({ paragraph }) => paragraph)).toEqual(numbers);
  });
});

test('a footnote is a passage of its own, and its mark is its number, not its text', () => {
  const passages = cut([
    setPage(4, [
      full('The text of the page refers to a note at the end of this line and goes on', { x: 144 }),
      full('with more words so that the size of the body is known to the reader.'),
      { text: '2 The note explains what the text leaves open.', size: 9, raised: 1, gap: 60 },
    ]),
  ]);
  expect(passages.at(-1)).toMatchObject({
    kind: 'footnote',
    note: '2',
    text: 'The note explains what the text leaves open.',
  });
});

test('a block quote is a quote', () => {
  const passages = cut([
    setPage(1, [
      full('The report that the parties agreed upon is described by the agreement thus', { x: 144 }),
      full('and the description leaves nothing open that would need an explanation:'),
      { text: 'daily counts of recommendation sends and of clicks', x: 180, end: 500, gap: 24 },
      { text: 'by interface, surface and variant, every two weeks', x: 180, end: 500, gap: 13 },
      full('After the quotation the paragraph goes on in the spacing of the paper itself', { x: 144 }),
      full('until the page ends with a line that is as long as every other line here.'),
    ]),
  ]);
  expect(passages.map(({ kind }) => kind)).toEqual(['paragraph', 'quote', 'paragraph']);
});

test('testimony keeps who speaks and is cited by page and line', () => {
  const lines = [
    'Q. Did the partner receive access to the message inboxes of its users at all?',
    'A. It received what the agreement says that it would receive, and no more.',
    'Q. Who decided that?',
    'A. The platform team decided it, in the spring of the year that you mention.',
    'MR. ROE: Objection. Lacks foundation, and the document speaks for itself here.',
    'THE WITNESS: I do not recall the day on which it was decided by the team there.',
  ];
  const passages = cut(
    [
      setPage(
        45,
        lines.map((text, at) => ({ text, number: at + 1 })),
      ),
    ],
    'deposition',
  );
  expect(passages.every(({ kind }) => kind === 'testimony')).toBe(true);
  expect(passages[0]).toMatchObject({ speaker: 'Q', lines: { from: 1, toPageNumber: 45 } });
  expect(passages.map(({ text }) => text).join(' ')).toBe(lines.join(' '));
});

test('a note stands under the headings of its call, a signature under none', () => {
  const [first, ...others] = body(2);
  const called = first === undefined ? [] : [{ ...first, text: `1 ${first.text}`, raised: 1 }];
  const passages = cut([
    setPage(1, [
      { text: 'I. FACTS', x: 280, bold: true },
      ...called,
      ...others,
      { text: 'II. ARGUMENT', x: 270, bold: true },
      ...body(6).map((line) => ({ ...line, text: line.text.replace('The agreement', 'An agreement') })),
      { text: 'Dated: April 22, 2024', gap: 48 },
      { text: '/s/ Counsel', gap: 14 },
      { text: '1 A note.', size: 9, raised: 1, gap: 60 },
    ]),
  ]);
  const under = (kind: string) => passages.find((passage) => passage.kind === kind)?.headings;
  expect(under('footnote')).toEqual(['I. FACTS']);
  expect(under('signature')).toEqual([]);
});

test('text below the list of a notice has no number, that of a complaint belongs to its last paragraph', () => {
  const items = [1, 2, 3, 4, 5].map((number) =>
    full(`${number}. An item of the list with some more words in it.`, { x: 144, end: 400 }),
  );
  const tail = (named: string) =>
    full(`${named} is what was to be said after the list, with words enough to be a passage.`, { x: 144, end: 500 });
  const pages = [setPage(1, [...items, tail('This')])];
  expect(cut(pages, 'notice').at(-1)?.paragraph).toBeNull();
  expect(cut(pages, 'complaint').at(-1)?.paragraph).toBe('5');
});

test('a table of contents is kept and marked', () => {
  const rows = ['INTRODUCTION', 'BACKGROUND', 'ARGUMENT', 'A. The Titan API', 'CONCLUSION'];
  const passages = cut([
    setPage(
      2,
      rows.map((row, at) => ({ text: `${row} ${'.'.repeat(60)} ${at + 1}` })),
    ),
  ]);
  expect(passages.map(({ kind }) => kind)).toEqual(['contents']);
});

test('what heads a table of authorities heads nothing below it', () => {
  const entry = (name: string) => full(`${name} ${'.'.repeat(40)} 12`);
  const passages = cut([
    setPage(1, [
      { text: 'TABLE OF AUTHORITIES', x: 260, end: 390, bold: true },
      { text: 'Cases', bold: true },
      ...['Doe v. Roe', 'Roe v. Doe', 'Poe v. Doe', 'In re Doe'].map(entry),
    ]),
    setPage(2, [{ text: 'I. The Facts', bold: true }, ...body(1)]),
  ]);
  expect(passages.map(({ kind, headings }) => [kind, headings])).toEqual([
    ['heading', []],
    ['heading', ['TABLE OF AUTHORITIES']],
    ['contents', ['TABLE OF AUTHORITIES', 'Cases']],
    ['heading', []],
    ['paragraph', ['I. The Facts']],
  ]);
});

test('long text is cut at sentences, and nothing of it is lost', () => {
  const sentence = 'The platform kept a list of partners that received the extended interfaces in that year.';
  const lines = Array.from({ length: 60 }, () => full(sentence));
  const passages = cut([setPage(1, lines)]);
  expect(passages.length).toBeGreaterThan(2);
  // One paragraph, which begins in the first.
  expect(passages.map(({ paragraphs }) => paragraphs)).toEqual([undefined, ...passages.slice(1).map(() => [])]);
  expect(passages.every(({ text }) => text.endsWith('.'))).toBe(true);
  expect(passages.map(({ text }) => text).join(' ')).toBe(Array.from({ length: 60 }, () => sentence).join(' '));
});

describe('ids', () => {
  const pages = [setPage(1, [...body(1)]), setPage(2, [...body(1)])];
  test('are the same for the same text, whatever its lines', () => {
    const other = setPage(1, [
      full('The agreement gave the partner the Titan API, and it asked in return for a', { x: 144 }),
      full('written report every two weeks; the communications team kept it.'),
    ]);
    expect(cut([other])[0]?.id).toBe(cut(pages.slice(0, 1))[0]?.id);
  });
  test('tell equals apart', () => {
    const ids = cut(pages).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(2);
  });
});

test('a page that was not read has no passages', () => {
  expect(cut([setPage(1, [], { unread: { reason: 'awaiting-ocr', detail: '' } })])).toEqual([]);
});
