// From passages as they are really cut to matches, and back to what stands on the page.
import { describe, expect, test } from '@jest/globals';
import type { Page } from '../../../server/contract/page.ts';
import { cutPassages } from '../../../server/passages/cut-passages.ts';
import { documentStreams } from '../../../server/search/terms/document-streams.ts';
import { evaluate } from '../../../server/search/terms/evaluate.ts';
import { createMatchPlacer } from '../../../server/search/terms/match-places.ts';
import { parseQuery } from '../../../server/search/terms/parser.ts';
import { full, setPage } from '../../passages/page-maker.ts';
import { askedPlaced } from './asked-document.ts';

const gazetteer = { people: [], organizations: [], products: [] };

const pages: readonly Page[] = [
  setPage(1, [
    { text: 'Case 3:20-cv-08570-JD Document 741 Filed 04/03/24 Page 1 of 2', furniture: 'stamp' },
    full('Plaintiffs say that the Titan API was given to Netflix and that the commu-', { x: 144 }),
    { text: 'nications about it were kept from all others.' },
    { text: 'B. THE PROGRAM', bold: true, gap: 36 },
    full('Meta answers that the cross-device program was open to every partner, and', { x: 144 }),
    full('that the Inbox'),
    { text: '1 See the Titan agreement.', size: 9, gap: 60, raised: 1 },
    { text: '1', furniture: 'page-number', gap: 30 },
  ]),
  setPage(2, [
    { text: 'Case 3:20-cv-08570-JD Document 741 Filed 04/03/24 Page 2 of 2', furniture: 'stamp' },
    { text: 'API was not.' },
    { text: '2', furniture: 'page-number', gap: 500 },
  ]),
];
const passages = cutPassages(pages, { sha256: 'f', gazetteer, documentType: null });
const document = askedPlaced(documentStreams(passages, pages));
const place = createMatchPlacer({
  passage: (ordinal) => passages[ordinal],
  page: (pageNumber) => pages[pageNumber - 1],
});

function found(q: string): string[] {
  return evaluate(parseQuery(q), document).matches.map(({ spans }) =>
    spans
      .flatMap((span) => document.words.partsOf(span))
      .flatMap((part) => place(part)?.spans ?? [])
      .map(({ pageNumber, from, to }) => `${pageNumber}:${pages[pageNumber - 1]?.text.slice(from, to) ?? ''}`)
      .join(' | '),
  );
}

describe('matches on the page', () => {
  const rows: [q: string, found: string[], why: string][] = [
    ['titan', ['1:Titan', '1:Titan'], 'body and footnote'],
    ['"inbox api"', ['1:Inbox | 2:API'], 'across a page, its number, a stamp and a footnote'],
    ['communications', ['1:commu | 1:nications'], 'a word mended over two lines, without its hyphen'],
    ['cross-device', ['1:cross-device'], 'a whole'],
    ['netflix w/3 communications', [], 'farther off'],
    ['netflix w/4 communications', ['1:Netflix | 1:commu | 1:nications'], 'words of a window, not what is between'],
    ['titan w/50 agreement', ['1:Titan | 1:agreement'], 'within the footnote'],
    ['inbox w/20 agreement', [], 'not from the body into a footnote'],
    ['in:footnotes titan', ['1:Titan'], 'only there'],
    ['others /p program', [], 'not from one passage into another'],
    ['program /p partner', ['1:program | 1:partner'], 'within one'],
    ['741', [], 'furniture is not read'],
    ['in:furniture 741', ['1:741', '2:741'], 'unless asked for'],
  ];
  test.each(rows)('%s: %j (%s)', (q, places) => {
    expect(found(q)).toEqual(places);
  });
});

test('a long paragraph is one, though it is several passages', () => {
  const sentence = 'The court finds that the motion is granted in part and denied in part today. ';
  const words = `First. ${sentence.repeat(40)}Last word.`;
  const lines = words.match(/.{1,77}(?:\s|$)/g)?.map((text) => full(text.trimEnd())) ?? [];
  const long = [
    setPage(
      1,
      lines.map((line) => ({ ...line, gap: 12 })),
    ),
  ];
  const cut = cutPassages(long, { sha256: 'f', gazetteer, documentType: null });
  expect(cut.length).toBeGreaterThan(2);
  const [body] = documentStreams(cut, long);
  expect(body?.stream.paragraphStarts).toEqual([0]);
});

test('short paragraphs that are gathered in one passage stay paragraphs', () => {
  const list = [
    setPage(1, [
      full('The Titan contract is at issue. It was signed in the spring and was amended in', { x: 144 }),
      { text: 'the fall.' },
      full('Nothing is known of the Inbox terms. They were never produced to anybody by the', { x: 144, gap: 24 }),
      { text: 'defendant.' },
    ]),
  ];
  const cut = cutPassages(list, { sha256: 'f', gazetteer, documentType: null });
  expect(cut).toHaveLength(1);
  const gathered = askedPlaced(documentStreams(cut, list));
  const matches = (q: string) => evaluate(parseQuery(q), gathered).matches.length;
  expect([matches('titan /p amended'), matches('titan /p fall'), matches('titan /p inbox')]).toEqual([1, 1, 0]);
  expect(matches('fall w/5 inbox')).toBe(0);
  expect(matches('fall w/6 inbox')).toBe(1);
});

test('the passages of a match', () => {
  const [match] = evaluate(parseQuery('netflix w/30 partner'), document).matches;
  const touched = match?.spans.flatMap((span) => document.words.passagesOf(span));
  expect(touched).toEqual([0, 2]);
});
