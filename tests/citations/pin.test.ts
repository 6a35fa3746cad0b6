// Pins: the number that the style asks for, and no other in its guise.
import { describe, expect, test } from '@jest/globals';
import type { CitedPlace } from '../../server/citations/cited-place.ts';
import { pinOf } from '../../server/citations/pin.ts';
import type { CitationStyle } from '../../server/contract/work-api.ts';
import { end, place, styled } from './filings-to-cite.ts';

const bates = (number: string) => ({ bates: number });

const rows: [CitedPlace, Partial<CitationStyle>, string, string][] = [
  [place([[end('3', 14), end('3', 22)]]), {}, '3:14–22', 'lines on one page'],
  [place([[end('3', 14), end('3', 14)]]), {}, '3:14', 'one line'],
  [place([[end('3', 27), end('4', 5)]]), {}, '3:27–4:5', 'lines over a page break: both pages in full'],
  [place([[end('3', 14), end('3', 22)]]), { lines: false }, '3', 'lines off'],
  [place([[end('3', 27), end('4', null)]]), {}, '3–4', 'half a range of lines cannot be cited'],
  [place([[end('3'), end('5')]]), {}, '3–5', 'several pages'],
  [place([[end('99'), end('101')]]), {}, '99–101', 'full numbers'],
  [
    place([
      [end('3'), end('3')],
      [end('7'), end('7')],
    ]),
    {},
    '3, 7',
    'scattered pages',
  ],
  [
    place([
      [end('3'), end('4')],
      [end('4'), end('5')],
    ]),
    {},
    '3–5',
    'stretches that meet on a page are one range',
  ],
  [
    place([
      [end('3', 2), end('3', 4)],
      [end('3', 9), end('3', 9)],
    ]),
    {},
    '3:2–4, 3:9',
    'the page again: `3:2–4, 9` would be page 9',
  ],
  [
    place([
      [end('3', 2), end('3', 4)],
      [end('3', 9), end('3', 9)],
    ]),
    { lines: false },
    '3',
    'one page is said once',
  ],
  [
    place([
      [end('3', 2), end('3', 4)],
      [end('7'), end('7')],
    ]),
    {},
    '3:2–4, 7',
    'lines where there are lines',
  ],
  [place([[end('3', 14), end('3', 22)]]), { pageBasis: 'ecf' }, '5:14–22', 'ECF page numbers'],
  [place([[end('3', 14), end('4', 2)]]), { pageBasis: 'ecf' }, '5:14–6:2', 'ECF page numbers over a break'],
  [
    place([[end('3', 14, bates('META-1')), end('3', 22, bates('META-1'))]]),
    { pageBasis: 'bates' },
    'META-1',
    'a produced page has no pleading lines',
  ],
  [
    place([[end('3', 1, bates('META-1')), end('4', 2, bates('META-2'))]]),
    { pageBasis: 'bates' },
    'META-1–META-2',
    'Bates numbers in full',
  ],
  [
    place([[end('3', null, bates('META-1')), end('4')]]),
    { pageBasis: 'bates' },
    '3–4',
    'an end without a number: the next basis for both',
  ],
  [place([[end(null), end(null)]]), {}, 'ECF p. 5', 'no printed number: the stamp’s, openly'],
  [place([[end(null), end('4')]]), {}, 'ECF pp. 5–6', 'one of two printed numbers is not enough'],
  [place([[end(null, 3), end(null, 9)]]), {}, 'ECF p. 5:3–9', 'lines of one page are not several pages'],
  [
    place([[end(null, null, { stampPage: null }), end(null, null, { stampPage: null })]]),
    {},
    'PDF p. 5',
    'neither: the file’s own page',
  ],
  [
    place([[end('3', null, { stampPage: null }), end('3', null, { stampPage: null })]]),
    { pageBasis: 'ecf' },
    'printed p. 3',
    'a judge who asks for ECF pages must not read 3 as one',
  ],
  [place([[end('3', 14), end('3', 15)]], { note: '2' }), {}, '3 n.2', 'notes are cited by number, not by line'],
  [place([[end('3'), end('4')]], { note: '2' }), {}, '3–4 n.2', 'a note over two pages'],
  [place([[end('9'), end('9')]], { paragraph: '34' }), {}, '¶ 34', 'a numbered paragraph'],
  [place([[end('9'), end('10')]], { paragraph: '34–36' }), {}, '¶¶ 34–36', 'several paragraphs'],
  [place([[end('9'), end('10')]], { paragraph: '34, 37' }), {}, '¶¶ 34, 37', 'scattered paragraphs'],
  [
    place([[end('45', 12), end('46', 3)]], { isTestimony: true }),
    { lines: false },
    '45:12–46:3',
    'testimony is always cited to the line',
  ],
  [
    place([[end('45', 12), end('46', 3)]], { isTestimony: true }),
    { pageBasis: 'ecf' },
    '45:12–46:3',
    'and by the transcript’s own pages',
  ],
  [
    place([[end('ii', null, { pageNumber: 4, stampPage: 4 }), end('ii', null, { pageNumber: 4, stampPage: 4 })]]),
    {},
    'ii',
    'front matter keeps its numerals',
  ],
];

describe('pins', () => {
  test.each(rows.map(([at, style, expected, why]) => ({ at, style, expected, why })))(
    '$expected ($why)',
    ({ at, style, expected }) => {
      expect(pinOf(at, styled(style)).text).toBe(expected);
    },
  );

  test.each([
    ['a page', place([[end('3'), end('3')]]), { isParagraph: false, isNamed: false, isBates: false }],
    ['a page of another kind', place([[end(null), end(null)]]), { isParagraph: false, isNamed: true, isBates: false }],
    [
      'a paragraph',
      place([[end('3'), end('3')]], { paragraph: '34' }),
      { isParagraph: true, isNamed: false, isBates: false },
    ],
  ])('%s says how it is joined to the title', (_, at, kind) => {
    expect(pinOf(at, styled())).toMatchObject(kind);
  });
});
