// Furniture of a whole file, on drafts made by hand: what is taken away from the text, and above all what is not.
import { describe, expect, test } from '@jest/globals';
import { furnish } from '../../server/parse/furniture.ts';
import type { Fragment } from '../../server/parse/lines.ts';
import { failedPage, type PageDraft } from '../../server/parse/page-draft.ts';
import { fragment } from './glyph-rows.ts';

const draft = (pageNumber: number, fragments: readonly Fragment[], asides: readonly Fragment[] = []): PageDraft => ({
  ...failedPage(pageNumber, ''),
  fragments,
  asides,
  failure: null,
});

const body = (page: number) =>
  Array.from({ length: 12 }, (_, i) =>
    fragment(`body line ${page}.${i} says something of its own ${'abcdefghijkl'[i] ?? ''}`, 90, 650 - i * 24),
  );
const pleading = () => Array.from({ length: 28 }, (_, i) => fragment(String(i + 1), 50, 720 - i * 23));
const stamp = (page: number) =>
  fragment(`Case 3:20-cv-00000-SPC Document 9001 Filed 04/03/24 Page ${page} of 5`, 110, 770);

/** What of a page is furniture, as `kind text`. */
const marked = (pages: readonly PageDraft[], index = 1) => {
  const page = furnish(pages)[index];
  return [...(page?.furniture ?? [])].map(([{ text }, kind]) => `${kind} ${text}`);
};

describe('furnish', () => {
  const pages = [1, 2, 3, 4, 5].map((page) =>
    draft(
      page,
      [
        stamp(page),
        ...body(page),
        fragment(`META-00012${page}`, 480, 20),
        fragment(String(page), 303, 50),
        fragment('REPLY IN SUPPORT OF MOTION', 180, 36),
      ],
      [fragment('LAW OFFICES', 200, -30, { angle: 90, x: 30, y: 200 })],
    ),
  );

  test('stamp, Bates number, page number, footer and margin', () => {
    expect(marked(pages).toSorted()).toEqual([
      'bates META-000122',
      'footer REPLY IN SUPPORT OF MOTION',
      'margin LAW OFFICES',
      'page-number 2',
      'stamp Case 3:20-cv-00000-SPC Document 9001 Filed 04/03/24 Page 2 of 5',
    ]);
  });

  test('labels, Bates numbers and stamps are told for each page', () => {
    expect(furnish(pages).map(({ pageLabel, bates, stamps }) => [pageLabel, bates, stamps[0]?.page])).toEqual(
      [1, 2, 3, 4, 5].map((page) => [String(page), `META-00012${page}`, page]),
    );
  });

  test('what is all a page says is its text, however often it is said; over a picture it is a head', () => {
    const same = (extra: Partial<PageDraft> = {}) =>
      [1, 2].map((page) => ({ ...draft(page, [fragment('The parties met and conferred.', 90, 720)]), ...extra }));
    expect(marked(same())).toEqual([]);
    expect(marked(same({ imageShare: 0.8 }))).toEqual(['header The parties met and conferred.']);
  });

  test('line numbers of pleading paper, and what stands left of them', () => {
    const paper = [1, 2].map((page) => draft(page, [...pleading(), ...body(page), fragment('Firm', 20, 400)]));
    const kinds = marked(paper, 0);
    expect(kinds.filter((kind) => kind.startsWith('line-number'))).toHaveLength(28);
    expect(kinds).toContain('margin Firm');
    expect(kinds.filter((kind) => kind.includes('body'))).toEqual([]);
  });

  test('beside the last line number a speaker or a paragraph number is text, a whole row that runs is a foot', () => {
    const at28 = 720 - 27 * 23;
    const rows = [1, 2, 3, 4].map((page) =>
      draft(page, [
        ...pleading(),
        ...body(page),
        fragment('A.', 110, at28 + 23, { row: 900 }),
        fragment(`Answer ${'pqrs'[page] ?? ''} to what was asked`, 140, at28 + 23, { row: 900 }),
        fragment('PLAINTIFFS’ REPLY IN SUPPORT OF MOTION', 110, at28 - 4, { row: 901 }),
        fragment(String(page), 303, at28 - 4, { row: 901 }),
      ]),
    );
    const kinds = marked(rows).filter((kind) => !kind.startsWith('line-number'));
    expect(kinds).toEqual(['page-number 2', 'footer PLAINTIFFS’ REPLY IN SUPPORT OF MOTION']);
  });

  test('a firm’s name whose end reaches below the line numbers is margin', () => {
    const paper = [1, 2].map((page) => draft(page, [...pleading(), ...body(page), fragment('LAW OFFICES', 12, 400)]));
    expect(marked(paper)).toContain('margin LAW OFFICES');
  });

  test('a last page with few numbers counts when the file has full columns', () => {
    const short = draft(2, [...pleading().slice(0, 5), ...body(2).slice(0, 2)]);
    expect(
      marked([draft(1, [...pleading(), ...body(1)]), short]).filter((kind) => kind.startsWith('line-number')),
    ).toHaveLength(5);
  });

  test('a heading at the top of one page is body', () => {
    expect(marked([draft(1, body(1)), draft(2, [fragment('ARGUMENT', 280, 740), ...body(2)])])).toEqual([]);
  });

  test('a numbered list is body', () => {
    const list = Array.from({ length: 6 }, (_, i) => [
      fragment(`${i + 1}`, 72, 600 - i * 14),
      fragment('an item', 90, 600 - i * 14),
    ]);
    expect(marked([draft(1, list.flat())], 0)).toEqual([]);
  });

  test('a page that is mostly turned text keeps it', () => {
    const sideways = [fragment('A table that runs up the page with many words', 100, -300, { angle: 90 })];
    expect(marked([draft(1, [fragment('Exhibit', 280, 400)], sideways)], 0)).toEqual([]);
  });
});
