// Furnished pages → the contract's pages: offsets, numbers, why a page is not read.
import { describe, expect, test } from '@jest/globals';
import { furnish } from '../../server/parse/furniture.ts';
import type { Fragment } from '../../server/parse/lines.ts';
import { failedPage, type PageDraft } from '../../server/parse/page-draft.ts';
import { textVersionOf, toPage } from '../../server/parse/page-text.ts';
import { fragment } from './glyph-rows.ts';

const read = (fragments: readonly Fragment[], change: Partial<PageDraft> = {}) => {
  const [page] = furnish([{ ...failedPage(1, ''), failure: null, fragments, ...change }]);
  if (!page) throw new Error('no page');
  return toPage(page);
};

describe('toPage', () => {
  const page = read([
    fragment('First line of the body text', 72, 600),
    fragment('second3', 72, 580, { superscripts: [[6, 7]], bold: true }),
  ]);

  test('lines joined by one line feed that belongs to none', () => {
    expect(page.text).toBe('First line of the body text\nsecond3');
    expect(page.lines.map(({ from, to }) => [from, to])).toEqual([
      [0, 27],
      [28, 35],
    ]);
  });

  test('raised figures in page offsets', () => {
    expect(page.lines[1]?.superscripts).toEqual([[34, 35]]);
  });

  test('one advance for each unit of a line', () => {
    for (const line of page.lines) expect(line.advances).toHaveLength(line.to - line.from);
  });

  test('the same text, the same version; another text, another', () => {
    expect(page.textVersion).toBe(textVersionOf(page.text));
    expect(textVersionOf('a')).not.toBe(textVersionOf('b'));
  });

  test('a stamp with two pieces is furniture, the body is not', () => {
    const stamped = read([
      fragment('Case 3:20-cv-00000-SPC Document 9001 Filed 04/03/24 Page 3 of 12 Page ID #:77', 100, 770),
      fragment('Body text that goes on for a while', 72, 500),
    ]);
    expect([stamped.stampPage, stamped.pageId, stamped.lines.map(({ furniture }) => furniture)]).toEqual([
      3,
      '77',
      ['stamp', null],
    ]);
  });

  test('line numbers go to lines, not to furniture', () => {
    const numbers = Array.from({ length: 28 }, (_, i) => fragment(String(i + 1), 50, 720 - i * 23));
    const body = Array.from({ length: 10 }, (_, i) =>
      fragment(`line ${'abcdefghij'[i] ?? ''} of the body`, 90, 720 - i * 23),
    );
    const { lines } = read([...numbers, ...body]);
    expect(lines.filter(({ furniture }) => furniture === null).map(({ number }) => number)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    expect(lines.filter(({ furniture, number }) => furniture === 'line-number' && number !== null)).toEqual([]);
  });
});

describe('unread', () => {
  const words = fragment('Enough words to be worth searching for on this page', 72, 600);
  test.each([
    ['text', [words], {}, null],
    ['text on a scan', [words], { imageShare: 1, layerShare: 1 }, null],
    ['a scan without text', [], { imageShare: 1 }, 'awaiting-ocr'],
    ['a scan with an exhibit sticker', [fragment('EXHIBIT B', 300, 400)], { imageShare: 0.9 }, 'awaiting-ocr'],
    ['a slip-sheet without an image', [fragment('EXHIBIT B', 300, 400)], {}, null],
    [
      'only a stamp',
      [fragment('Case 3:20-cv-00000-SPC Document 9001 Filed 04/03/24 Page 3 of 12', 100, 770)],
      { imageShare: 1 },
      'awaiting-ocr',
    ],
    ['letters drawn as outlines', [], { shapes: 900 }, 'awaiting-ocr'],
    ['nothing at all', [], {}, 'awaiting-ocr'],
    [
      'letters without a meaning',
      [fragment('\ue001\ue002'.repeat(20), 72, 600), fragment('a', 72, 580)],
      {},
      'awaiting-ocr',
    ],
    ['a page pdf.js could not read', [], { failure: 'Page 1 is damaged: x' }, 'unreadable'],
  ] as [string, Fragment[], Partial<PageDraft>, string | null][])('%s', (_, fragments, change, expected) => {
    expect(read(fragments, change).unread?.reason ?? null).toBe(expected);
  });
});
