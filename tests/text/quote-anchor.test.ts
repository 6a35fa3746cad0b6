import { describe, expect, test } from '@jest/globals';
import { anchorOf, createQuoteFinder, isSameQuote } from '../../server/text/quote-anchor.ts';
import { pageOf } from '../catalog/readings.ts';
import { setPage } from '../passages/page-maker.ts';

const span = (pageNumber: number, from: number, to: number) => ({ pageNumber, from, to });

describe('an anchor', () => {
  const pages = [pageOf(1, ['The agreement gave commu-', 'nications partners the Titan API.'])];
  test('is the quote as one would write it, with what stands around it', () => {
    const from = pages[0]?.text.indexOf('commu') ?? 0;
    expect(anchorOf(pages, [span(1, from, from + 16)])).toEqual({
      quote: 'communications',
      prefix: 'The agreement gave ',
      suffix: expect.stringMatching(/^ partners the/),
    });
  });
  test.each([
    [[span(1, 0, 5000)], 'beyond the page'],
    [[span(2, 0, 5)], 'a page that is not there'],
    [[span(1, 5, 5)], 'nothing'],
    [[], 'no span'],
  ])('is none for %j (%s)', (spans) => {
    expect(anchorOf(pages, spans)).toBeNull();
  });
});

describe('a quote over words that are blacked out', () => {
  // Lines at y 720 and 696; six points a letter from x 108; a box behind the words of the first.
  const redactions = [
    { pageNumber: 1, box: [190, 717, 300, 717, 300, 731, 190, 731] as const, bad: false, characters: 0 },
  ];
  const lines = [
    { text: 'The witness lives in' },
    { text: '7', furniture: 'line-number' as const, gap: 0 },
    { text: 'and works there.' },
  ];
  const page = setPage(
    1,
    lines.map((line, at) => (at === 0 ? { ...line, text: 'He lives in' } : line)),
    { redactions },
  );
  const all = [span(1, 0, 11), span(1, 14, 30)];

  test('shows the hole, within a span and between spans, and says no more in its context', () => {
    expect(anchorOf([page], [span(1, 0, 11)])?.quote).toBe('He lives in █');
    expect(anchorOf([page], all)?.quote).toBe('He lives in █ and works there.');
    expect(anchorOf([page], [span(1, 3, 8)])).toEqual({
      quote: 'lives',
      prefix: 'He ',
      suffix: expect.not.stringContaining('█'),
    });
  });

  test('one that begins behind it shows none', () => {
    expect(anchorOf([page], [span(1, 14, 30)])?.quote).toBe('and works there.');
  });

  test.each([
    ['as it was taken', 'He lives in █ and works there.'],
    ['taken before the hole was shown', 'He lives in and works there.'],
  ])('is found where it stands, %s', (_, quote) => {
    const anchor = { ...(anchorOf([page], all) ?? { prefix: '', suffix: '' }), quote };
    expect(createQuoteFinder([page]).find(anchor, all)).toEqual({ spans: all, state: 'exact' });
    // And where the text has moved.
    const moved = setPage(1, [{ text: 'A new first line.' }, { text: 'He lives in and works there.', gap: 48 }]);
    const found = createQuoteFinder([moved]).find(anchor, all);
    expect(found.state).toBe('moved');
    expect(found.spans.map(({ from, to }) => moved.text.slice(from, to)).join('|')).toBe(
      'He lives in and works there.',
    );
  });
});

test.each([
  ['He lives in █ and works.', 'He lives in and works.', true],
  ['He lives in █', 'He lives', false],
])('“%s” and “%s” have the same words: %s', (one, other, expected) => {
  expect(isSameQuote(one, other)).toBe(expected);
});

describe('a quote found again', () => {
  const before = [pageOf(1, ['Plaintiffs allege that the Titan API', 'was private.'])];
  const spans = [span(1, 27, 36)];
  const anchor = anchorOf(before, spans) ?? { quote: '', prefix: '', suffix: '' };
  const textAt = (
    pages: ReturnType<typeof pageOf>[],
    found: readonly { pageNumber: number; from: number; to: number }[],
  ) =>
    found.map(({ pageNumber, from, to }) => pages.find((page) => page.pageNumber === pageNumber)?.text.slice(from, to));

  const rows: [string, string[][], string, string[]][] = [
    ['nothing changed', [['Plaintiffs allege that the Titan API', 'was private.']], 'exact', ['Titan API']],
    [
      'the lines fall otherwise',
      [['Plaintiffs allege that the Ti-', 'tan API was private.']],
      'moved',
      ['Ti-\ntan API'],
    ],
    [
      'it moved to another page',
      [['A new cover.'], ['Plaintiffs allege that the Titan API was private.']],
      'moved',
      ['Titan API'],
    ],
    [
      'twice, the context decides',
      [['The Titan API was public. They allege that the Titan API was private.']],
      'moved',
      ['Titan API'],
    ],
    ['twice alike', [['Titan API'], ['Titan API']], 'uncertain', ['Titan API']],
    ['gone', [['Plaintiffs allege nothing.']], 'lost', []],
  ];
  test.each(rows)('%s', (_, lines, state, texts) => {
    const pages = lines.map((page, at) => pageOf(at + 1, page));
    const found = createQuoteFinder(pages).find(anchor, spans);
    expect({ state: found.state, texts: textAt(pages, found.spans) }).toEqual({ state, texts });
  });

  test('the context chose the second one', () => {
    const pages = [pageOf(1, ['The Titan API was public. They allege that the Titan API was private.'])];
    expect(createQuoteFinder(pages).find(anchor, spans).spans[0]?.from).toBe(47);
  });

  test('furniture between two pages does not part a quote', () => {
    const [one, two] = [pageOf(1, ['they gave the Titan', 'Case 3:20-cv-1 Page 1']), pageOf(2, ['API away'])];
    const pages = [
      { ...one, lines: one.lines.map((line, at) => (at === 1 ? { ...line, furniture: 'stamp' as const } : line)) },
      two,
    ];
    const found = createQuoteFinder(pages).find(anchor, spans);
    expect(textAt(pages, found.spans)).toEqual(['Titan', 'API']);
  });
});
