// What stands outside the text: stamps, numbers, footer, page labels, Bates numbers, and the mark that no specimen may lack.
import { describe, expect, test } from '@jest/globals';
import {
  docketNumber,
  furnish,
  gridOf,
  labelsOf,
  numberBeside,
  roman,
  specimenMark,
  stampHead,
  stampText,
} from '../../../docs-corpus/typesetter/furnish.ts';
import type { FilledPage } from '../../../docs-corpus/typesetter/paginate.ts';
import { papers } from '../../../docs-corpus/typesetter/papers.ts';
import { textOfLine } from '../../../docs-corpus/typesetter/truth.ts';
import { placedLine, sampleSource } from './sample-source.ts';

const factsOf = (facts: Readonly<Record<string, string>> = {}) => sampleSource('Text.', facts).facts;
const pagesOf = (count: number, restartAt = -1): FilledPage[] =>
  Array.from({ length: count }, (_, index) => ({ lines: [placedLine('Text.')], restart: index === restartAt }));

test.each([
  [1, 'i'],
  [4, 'iv'],
  [9, 'ix'],
  [14, 'xiv'],
  [20, 'xx'],
  [39, 'xxxix'],
])('%i is %s', (value, expected) => {
  expect(roman(value)).toBe(expected);
});

describe('the stamp', () => {
  test.each([
    ['a main document', { entry: '9005' }, 'Case 3:20-cv-00000-SPC   Document 9005   Filed 05/11/23'],
    ['an attachment', { entry: '9007', attachment: '2' }, 'Case 3:20-cv-00000-SPC   Document 9007-2   Filed 05/11/23'],
    ['another day', { filed: '2020-12-03' }, 'Case 3:20-cv-00000-SPC   Document 9099   Filed 12/03/20'],
  ])('%s', (_, facts, expected) => {
    expect(stampHead(factsOf(facts))).toBe(expected);
  });
  test('ends in the page and the count of pages', () => {
    expect(stampText('Case X', 3, 25)).toBe('Case X   Page 3 of 25');
  });
});

describe('page labels', () => {
  test.each([
    ['from one', {}, pagesOf(3), ['1', '2', '3']],
    ['a cover without a number', { cover: 'unnumbered' }, pagesOf(3), [null, '2', '3']],
    ['a cover that is not counted', { cover: 'unnumbered', firstPage: '0' }, pagesOf(3), [null, '1', '2']],
    ['an excerpt', { firstPage: '45' }, pagesOf(3), ['45', '46', '47']],
    ['tables in roman, the text from one', { cover: 'unnumbered' }, pagesOf(5, 3), [null, 'i', 'ii', '1', '2']],
    ['roman from the first page', {}, pagesOf(3, 2), ['i', 'ii', '1']],
  ])('%s', (_, facts, pages, expected) => {
    expect(labelsOf(pages, factsOf(facts))).toEqual(expected);
  });
});

describe('the number beside a line', () => {
  const grid = gridOf(papers.pleading);
  const [first = 0] = grid;
  test('the grid has one baseline a number, a pitch apart', () => {
    expect(grid).toHaveLength(28);
    expect(first - (grid[1] ?? 0)).toBe(24);
  });
  test.each([
    ['on a number', first, 1],
    ['a little below it', first - 9, 1],
    ['half-way: a tie goes to the upper', first - 12, 1],
    ['within 0.15 of the pitch a tie is a tie', first - 12 - 1.7, 1],
    ['beyond that the lower is nearer', first - 12 - 2, 2],
    ['the last', first - 27 * 24, 28],
    ['just above the first', first + 9, 1],
    ['far below the last', first - 28 * 24, null],
    ['far above the first', first + 24, null],
  ])('%s', (_, y, expected) => {
    expect(numberBeside(y, grid)).toBe(expected);
  });
  test('paper without numbers has none', () => {
    expect(gridOf(papers.letter)).toEqual([]);
    expect(numberBeside(700, [])).toBeNull();
  });
});

describe('a furnished page', () => {
  const furnished = (facts: Readonly<Record<string, string>>, pages = pagesOf(3)) => {
    const read = factsOf(facts);
    return furnish(pages, papers[read.paper], read);
  };
  const of = (page: ReturnType<typeof furnish>[number] | undefined, kind: string) =>
    page?.lines.filter(({ furniture }) => furniture === kind).map(textOfLine) ?? [];

  test.each(Object.keys(papers))('on %s paper each page bears the mark and the stamp', (paper) => {
    for (const page of furnished({ paper })) {
      expect(of(page, 'margin')).toContain(specimenMark);
      expect(of(page, 'stamp')[0]).toBe(
        `Case ${docketNumber} Document 9099 Filed 05/11/23 Page ${page.pageNumber} of 3`,
      );
    }
  });
  test.each([
    ['pleading paper: the number alone', { paper: 'pleading' }, ['2']],
    ['plain paper: between hyphens', { paper: 'plain' }, ['- 2 -']],
    ['a transcript: at the upper right', { paper: 'transcript' }, ['2']],
  ])('%s', (_, facts, expected) => {
    expect(of(furnished(facts)[1], 'page-number')).toEqual(expected);
  });
  test('a transcript’s number stands above the text, a brief’s below it', () => {
    const y = (paper: string) => furnished({ paper })[1]?.lines.find(({ furniture }) => furniture === 'page-number')?.y;
    expect(y('transcript')).toBeGreaterThan(papers.transcript.height - papers.transcript.top);
    expect(y('pleading')).toBeLessThan(papers.pleading.height - papers.pleading.bottom);
  });
  test('an older stamp stands under this filing’s own', () => {
    const [page] = furnished({ innerStamp: 'Case 3:19-cv-00001-SPC   Document 8088   Filed 11/20/20' });
    expect(of(page, 'stamp')).toEqual([
      expect.stringContaining('Document 9099'),
      'Case 3:19-cv-00001-SPC Document 8088 Filed 11/20/20 Page 1 of 3',
    ]);
    const [outer, inner] = page?.lines.filter(({ furniture }) => furniture === 'stamp') ?? [];
    expect(outer?.y).toBeGreaterThan(inner?.y ?? Infinity);
  });
  test('Bates numbers go on from the first', () => {
    const pages = furnished({ paper: 'plain', bates: '141' });
    expect(pages.map(({ bates }) => bates)).toEqual(['META-SPEC-000141', 'META-SPEC-000142', 'META-SPEC-000143']);
    expect(of(pages[2], 'bates')).toEqual(['META-SPEC-000143']);
  });
  test('the title at the foot', () => {
    expect(of(furnished({ footer: "PLS.' BRIEF" })[0], 'footer')).toEqual(['PLS.’ BRIEF']);
    expect(of(furnished({})[0], 'footer')).toEqual([]);
  });
  test('numbers that miss the lines move together and are still counted', () => {
    const line = placedLine('Text.', { y: (gridOf(papers.pleading)[4] ?? 0) - 0.3 });
    const page = furnished({ numberOffset: '1.1' }, [{ lines: [line], restart: false }])[0];
    expect(page?.lines.find(({ furniture }) => furniture === null)?.number).toBe(5);
    const top = page?.lines.find(({ furniture }) => furniture === 'line-number')?.y ?? 0;
    expect(top - (gridOf(papers.pleading)[0] ?? 0)).toBeCloseTo(1.1, 5);
  });
});
