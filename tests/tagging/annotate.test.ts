// What is stored of a tagged passage: the words of the filing, and enough around them to find them again.
import { describe, expect, test } from '@jest/globals';
import { anchorSpans } from '../../server/tagging/annotate.ts';
import { createQuoteFinder } from '../../server/text/quote-anchor.ts';
import type { Page, Span } from '../../server/contract/page.ts';
import { setPage } from '../passages/page-maker.ts';

const stamp = { text: 'Case 3:20-cv-08570-JD Document 735', furniture: 'stamp' } as const;
const one = setPage(1, [
  stamp,
  { text: '27', furniture: 'line-number' },
  { text: 'Meta gave its commu-', number: 27 },
  { text: '28', furniture: 'line-number' },
  { text: 'nications partners the', number: 28 },
  { text: 'LETTER BRIEF', furniture: 'footer' },
]);
const two = setPage(2, [stamp, { text: '1', furniture: 'line-number' }, { text: 'Titan API in 2013.', number: 1 }]);
const pages = [one, two];

/** From the first words to the last, on one page. */
function over(page: Page, from: string, to: string): Span {
  return { pageNumber: page.pageNumber, from: page.text.indexOf(from), to: page.text.indexOf(to) + to.length };
}
const words = (spans: readonly Span[]) =>
  spans.map(({ pageNumber, from, to }) => pages[pageNumber - 1]?.text.slice(from, to));

const rows: { why: string; spans: Span[]; quote: string; pieces: string[] }[] = [
  { why: 'words of a line', spans: [over(two, 'Titan', 'API')], quote: 'Titan API', pieces: ['Titan API'] },
  {
    why: 'a selection over a page break holds stamp, footer and margin numbers',
    spans: [over(one, 'gave', 'BRIEF'), { pageNumber: 2, from: 0, to: two.text.indexOf(' in') }],
    quote: 'gave its communications partners the Titan API',
    pieces: ['gave its commu-', 'nications partners the', 'Titan API'],
  },
  {
    why: 'spans in any order, touching and overlapping, are one',
    spans: [over(two, 'API', '2013'), over(two, 'Titan', 'API'), over(two, 'API', 'API')],
    quote: 'Titan API in 2013',
    pieces: ['Titan API in 2013'],
  },
  {
    why: 'white space at the ends is not selected, furniture or none',
    spans: [over(two, '1\n', ' in')],
    quote: 'Titan API in',
    pieces: ['Titan API in'],
  },
  {
    why: 'nor is the space behind a word',
    spans: [{ pageNumber: 2, from: two.text.indexOf('API') - 1, to: two.text.indexOf('in 2013') }],
    quote: 'API',
    pieces: ['API'],
  },
  { why: 'it begins in the margin', spans: [over(two, '1\n', 'Titan')], quote: 'Titan', pieces: ['Titan'] },
  {
    why: 'who selects nothing but a stamp means the stamp',
    spans: [over(two, 'Case', '735')],
    quote: stamp.text,
    pieces: [stamp.text],
  },
];

describe('anchored spans', () => {
  test.each(rows)('$why', ({ spans, quote, pieces }) => {
    const anchored = anchorSpans(pages, spans);
    expect(anchored.quote).toBe(quote);
    expect(words(anchored.spans)).toEqual(pieces);
  });

  test('carry what stands on both sides', () => {
    expect(anchorSpans(pages, [over(two, 'API', 'API')])).toMatchObject({
      prefix: expect.stringMatching(/Titan $/),
      suffix: ' in 2013.',
    });
  });

  test('furniture in a selection does not keep it from being found in a better reading', () => {
    const anchored = anchorSpans(pages, [over(one, 'gave', 'BRIEF'), over(two, 'Case', 'API')]);
    const anew = [
      setPage(1, [{ text: 'Meta gave its communications' }, { text: '28', furniture: 'line-number' }]),
      setPage(2, [{ text: 'partners the Titan API in 2013.' }]),
    ];
    const found = createQuoteFinder(anew).find(anchored, anchored.spans);
    expect(found.state).toBe('moved');
    expect(found.spans.map(({ pageNumber, from, to }) => anew[pageNumber - 1]?.text.slice(from, to))).toEqual([
      'gave its communications',
      'partners the Titan API',
    ]);
  });

  test.each<[Span[], string]>([
    [[{ pageNumber: 2, from: 0, to: 5000 }], 'beyond the page'],
    [[{ pageNumber: 2, from: -1, to: 5 }], 'before it'],
    [[{ pageNumber: 9, from: 0, to: 5 }], 'a page that is not there'],
    [[{ pageNumber: 2, from: 5, to: 5 }], 'nothing'],
    [[over(two, '\n', '\n')], 'white space'],
    [[], 'no span'],
  ])('%j is refused with a remedy (%s)', (spans) => {
    expect(() => anchorSpans(pages, spans)).toThrow(
      expect.objectContaining({
        code: 'bad-request',
        field: 'spans',
        message: expect.stringMatching(/select it again/),
      }),
    );
  });
});
