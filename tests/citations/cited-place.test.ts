// Where a cited text stands: from the first word to the last, furniture and line breaks aside, scattered or in one piece.
import { describe, expect, test } from '@jest/globals';
import { pinOf } from '../../server/citations/pin.ts';
import { placeOfPassage, placeOfSpans } from '../../server/citations/cited-place.ts';
import type { Page, Span } from '../../server/contract/page.ts';
import type { Passage } from '../../server/contract/passage.ts';
import { passagesOf } from '../catalog/readings.ts';
import { setPage, type SetLine } from '../passages/page-maker.ts';
import { styled } from './filings-to-cite.ts';

/** A pleading page: PDF page n is printed n - 2, its lines are numbered from `first`. */
function pleading(pageNumber: number, texts: readonly string[], first = 1): Page {
  const lines = texts.flatMap((text, at): SetLine[] => [
    { text: String(first + at), furniture: 'line-number', x: 60 },
    { text, number: first + at, gap: 0 },
  ]);
  const stamp: SetLine = { text: 'Case 3:20-cv-08570-JD Document 1', furniture: 'stamp', number: null };
  const footer: SetLine = { text: 'COMPLAINT', furniture: 'footer' };
  return setPage(pageNumber, [stamp, ...lines, footer], { pageLabel: String(pageNumber - 2) });
}

/** The span of words on a page. */
function spanOf(page: Page, from: string, to = from): Span {
  const [start, end] = [page.text.indexOf(from), page.text.indexOf(to)];
  if (start < 0 || end < 0) throw new Error(`${from} … ${to} is not on page ${page.pageNumber}`);
  return { pageNumber: page.pageNumber, from: start, to: end + to.length };
}

/** A passage of given words; numbers as the table says. */
function passage(ordinal: number, spans: readonly Span[], extra: Partial<Passage> = {}): Passage {
  const [base] = passagesOf('f', [setPage(1, [{ text: 'any' }])]);
  if (base === undefined) throw new Error('no passage');
  return { ...base, id: `p${ordinal}`, ordinal, spans, ...extra };
}

const three = pleading(3, ['Alpha one', 'beta two', 'gamma three', 'delta four'], 25);
const four = pleading(4, ['epsilon five', 'zeta six', 'eta seven', '1 A note below.'], 1);
const five = pleading(5, ['theta eight'], 1);
const seven = pleading(7, ['iota nine'], 1);
const pages = [three, four, five, seven];

function pin(spans: readonly Span[], passages: readonly Passage[] = []): string | null {
  const place = placeOfSpans(pages, spans, passages);
  return place === null ? null : pinOf(place, styled()).text;
}

describe('the place of spans', () => {
  const breakStart = three.text.indexOf('\n', three.text.indexOf('Alpha'));
  const rows: [readonly Span[], string, string][] = [
    [[spanOf(three, 'beta')], '1:26', 'a word'],
    [[spanOf(three, 'Alpha', 'delta four')], '1:25–28', 'margin numbers inside are passed over'],
    [
      [{ pageNumber: 3, from: breakStart, to: three.text.indexOf('beta') + 4 }],
      '1:26',
      'begins at the break before its line',
    ],
    [
      [{ pageNumber: 3, from: three.text.indexOf('beta'), to: three.text.indexOf('gamma') }],
      '1:26',
      'ends in the next margin number',
    ],
    [[{ pageNumber: 3, from: 0, to: three.text.indexOf('Alpha') + 5 }], '1:25', 'begins in the stamp'],
    [
      [spanOf(three, 'gamma', 'delta four'), spanOf(four, 'epsilon five')],
      '1:27–2:1',
      'over a page break, stamp and footer between',
    ],
    [
      [spanOf(four, 'epsilon five'), spanOf(three, 'gamma', 'delta four')],
      '1:27–2:1',
      'in whatever order they are given',
    ],
    [[spanOf(three, 'Alpha'), spanOf(three, 'gamma')], '1:25, 1:27', 'scattered on a page'],
    [[spanOf(three, 'Alpha', 'beta'), spanOf(three, 'gamma')], '1:25–27', 'line after line is one stretch'],
    [[spanOf(three, 'delta'), spanOf(seven, 'iota')], '1:28, 5:1', 'pages apart: never `1:28–5:1`'],
    [[spanOf(three, 'Alpha'), spanOf(four, 'zeta')], '1:25, 2:2', 'neighbouring pages with text between'],
    [[spanOf(three, 'Alpha', 'beta two'), spanOf(three, 'one')], '1:25–26', 'one within the other'],
    [[{ pageNumber: 3, from: 0, to: 4 }], '1', 'furniture alone has no line'],
  ];
  test.each(rows.map(([spans, expected, why]) => ({ spans, expected, why })))(
    '$expected ($why)',
    ({ spans, expected }) => {
      expect(pin(spans)).toBe(expected);
    },
  );

  test('a footnote at the foot of the page does not break what goes on overleaf', () => {
    const spans = [spanOf(four, 'zeta six', 'eta seven'), spanOf(five, 'theta')];
    const note = passage(9, [spanOf(four, '1 A note below.')], { note: '1', kind: 'footnote' });
    expect(pin(spans)).toBe('2:2–3, 3:1');
    expect(pin(spans, [note])).toBe('2:2–3:1');
  });

  test('two passages hold nothing together', () => {
    const [one, other] = [spanOf(three, 'Alpha one'), spanOf(three, 'gamma three')];
    expect(pin([spanOf(three, 'Alpha'), spanOf(three, 'gamma')], [passage(0, [one]), passage(1, [other])])).toBe(
      '1:25, 1:27',
    );
  });

  test('what one passage holds together is one stretch', () => {
    const spans = [spanOf(three, 'Alpha'), spanOf(three, 'delta')];
    expect(pin(spans, [passage(0, [spanOf(three, 'Alpha', 'delta four')])])).toBe('1:25–28');
  });

  test.each([
    [[], 'no spans'],
    [[spanOf(three, 'Alpha'), { pageNumber: 99, from: 0, to: 4 }], 'a page that is not there'],
  ])('none for %j (%s)', (spans) => {
    expect(placeOfSpans(pages, spans, [])).toBeNull();
  });
});

describe('paragraph, note and testimony of spans', () => {
  const alpha = [spanOf(three, 'Alpha one')];
  const beta = [spanOf(three, 'beta two')];
  const both = [spanOf(three, 'Alpha', 'beta')];
  const rows: [readonly Passage[], readonly Span[], object, string][] = [
    [[passage(0, alpha, { paragraph: '34' })], alpha, { paragraph: '34' }, 'a numbered paragraph'],
    [
      [passage(0, alpha, { paragraph: '34' }), passage(1, beta, { paragraph: '35' })],
      both,
      { paragraph: '34–35' },
      'two',
    ],
    [
      [passage(1, beta, { paragraph: '35' }), passage(0, alpha, { paragraph: '34' })],
      both,
      { paragraph: '34–35' },
      'in order',
    ],
    [
      [passage(0, alpha, { paragraph: '34' }), passage(1, beta)],
      both,
      { paragraph: null },
      'text without a number besides',
    ],
    [
      [passage(0, alpha, { paragraph: '34' }), passage(1, beta)],
      alpha,
      { paragraph: '34' },
      'what is not touched does not count',
    ],
    [[passage(0, alpha, { note: '2' })], alpha, { note: '2' }, 'a footnote'],
    [[passage(0, alpha, { note: '2' }), passage(1, beta)], both, { note: null }, 'body and footnote'],
    [[passage(0, alpha, { kind: 'testimony' })], alpha, { isTestimony: true }, 'testimony'],
    [[passage(0, alpha)], alpha, { isTestimony: false, paragraph: null, note: null }, 'plain text'],
    [[], alpha, { isTestimony: false, paragraph: null, note: null }, 'text of no passage'],
  ];
  test.each(rows.map(([passages, spans, expected, why]) => ({ passages, spans, expected, why })))(
    '$expected ($why)',
    ({ passages, spans, expected }) => {
      expect(placeOfSpans(pages, spans, passages)).toMatchObject(expected);
    },
  );
});

describe('the place of a passage', () => {
  const crossing = passage(0, [spanOf(three, 'delta four'), spanOf(four, 'epsilon five')], {
    pageNumber: 3,
    pageLabel: '1',
    stampPage: 3,
    bates: 'META-3',
    toPageLabel: '2',
    toStampPage: 4,
    lines: { from: 28, to: 1, toPageNumber: 4 },
  });

  test('over a page break each end has the numbers of its page', () => {
    const place = placeOfPassage(crossing, { pageNumber: 4, pageLabel: '2', stampPage: 4, bates: 'META-4' });
    expect(place.from).toEqual({ pageNumber: 3, pageLabel: '1', stampPage: 3, bates: 'META-3', line: 28 });
    expect(place.to).toEqual({ pageNumber: 4, pageLabel: '2', stampPage: 4, bates: 'META-4', line: 1 });
    expect(pinOf(place, styled()).text).toBe('1:28–2:1');
    expect(pinOf(place, styled({ pageBasis: 'ecf' })).text).toBe('3:28–4:1');
    expect(pinOf(place, styled({ pageBasis: 'bates' })).text).toBe('META-3–META-4');
  });

  test('the Bates number of a last page that was not given is unknown, not that of the first', () => {
    expect(placeOfPassage(crossing).to.bates).toBeNull();
  });

  test('on one page both ends are that page', () => {
    const place = placeOfPassage(
      passage(0, [spanOf(three, 'Alpha', 'gamma')], {
        pageNumber: 3,
        pageLabel: '1',
        lines: { from: 25, to: 27, toPageNumber: 3 },
      }),
    );
    expect(pinOf(place, styled()).text).toBe('1:25–27');
  });

  test('spans and passage give the same citation', () => {
    const place = placeOfSpans(pages, crossing.spans, [crossing]);
    expect(place === null ? null : pinOf(place, styled()).text).toBe(pinOf(placeOfPassage(crossing), styled()).text);
  });
});
