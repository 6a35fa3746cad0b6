// Page numbers without a truth: how many there are, and which cannot both be right.
import { describe, expect, test } from '@jest/globals';
import { setPage } from '../passages/page-maker.ts';
import { numberIn, readPageNumbers } from './page-number-figures.ts';

describe('readPageNumbers', () => {
  test.each<[string, (string | null)[], string[]]>([
    ['rising', ['1', '2', '3'], []],
    ['front matter, then the body', ['i', 'ii', '1', '2'], []],
    ['a page without a number', ['1', null, '3'], []],
    ['excerpts of a deposition', ['45', '46', '112'], []],
    ['an exhibit counts anew', ['8', '9', '1', '2'], []],
    ['an exhibit whose cover has no number', ['8', null, '2'], []],
    ['the same number twice', ['5', '5'], ['pageLabel 5 after 5']],
    ['a fall', ['51', '5'], ['pageLabel 5 after 51']],
    ['a cover and the first page are both i', ['i', 'i'], []],
    ['a title page and the text both begin at 1', ['1', '1', '2'], []],
    ['no number at all', ['A', 'A'], []],
  ])('%s', (_, labels, faults) => {
    const found = readPageNumbers(labels.map((pageLabel, at) => setPage(at + 1, [], { pageLabel })));
    expect(found.faults.map(({ fault }) => fault)).toEqual(faults);
    expect(found.figures.contradictions).toEqual({ count: faults.length });
    expect(found.figures['printed numbers']).toEqual({
      good: labels.filter((label) => label !== null).length,
      of: labels.length,
    });
  });

  test('Bates numbers never fall, and unread pages are not counted', () => {
    const pages = [
      setPage(1, [], { bates: 'META-000012', pageId: '7' }),
      setPage(2, [], { bates: 'PALM-000003' }),
      setPage(3, [], { bates: 'META-000002' }),
      setPage(4, [], { bates: 'META-000099', unread: { reason: 'awaiting-ocr', detail: '' } }),
    ];
    const { figures, faults } = readPageNumbers(pages);
    expect(figures['Bates numbers']).toEqual({ count: 3 });
    expect(figures['Page IDs']).toEqual({ count: 1 });
    expect(faults).toEqual([{ pageNumber: 3, fault: 'bates META-000002 after META-000012' }]);
  });
});

test.each<[string, number | undefined, string | undefined]>([
  ['12', 12, ''],
  ['META-000123', 123, 'META-'],
  ['A-3', 3, 'A-'],
  ['xiv', 14, 'roman'],
  ['IX', 9, 'ROMAN'],
  ['cover', undefined, undefined],
])('%s', (text, value, style) => {
  expect([numberIn(text)?.value, numberIn(text)?.style]).toEqual([value, style]);
});
