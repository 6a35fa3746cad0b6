import { describe, expect, test } from '@jest/globals';
import {
  countOf,
  dateText,
  ecfText,
  monthText,
  pdfPageText,
  placeText,
  reasonText,
  titleOf,
  valueLabel,
} from '../../../client/src/search/format.ts';

/** No-break spaces shown as `_`, so that rows can be read. */
const plain = (text: string | null) => text?.replaceAll('\u00a0', '_') ?? null;
const place = { pageNumber: 3, pageLabel: '2', lines: null, paragraph: null };

describe('places', () => {
  test.each<[Parameters<typeof placeText>[0], string, string]>([
    [place, 'p._2', 'the printed page'],
    [{ ...place, pageLabel: null }, 'p._3', 'else the PDF page'],
    [{ ...place, lines: { from: 14, to: 22, toPageNumber: 3 } }, 'p._2, lines_14–22', 'lines'],
    [{ ...place, lines: { from: 14, to: 14, toPageNumber: 3 } }, 'p._2, line_14', 'one line'],
    [
      { ...place, lines: { from: 27, to: 5, toPageNumber: 4 } },
      'p._2, line_27 to line_5 of the next page',
      'over a page',
    ],
    [{ ...place, paragraph: '34' }, 'p._2, ¶_34', 'a numbered paragraph'],
  ])('%j → %s (%s)', (hit, text) => {
    expect(plain(placeText(hit))).toBe(text);
  });

  test('the PDF page is named where it differs', () => {
    expect(plain(pdfPageText(place))).toBe('PDF_page_3');
    expect(pdfPageText({ pageNumber: 2, pageLabel: '2' })).toBeNull();
  });
});

test.each([
  [countOf(1, 'passage'), '1_passage'],
  [countOf(1234, 'match', 'matches'), '1,234_matches'],
  [dateText('2024-03-23'), 'Mar_23,_2024'],
  [dateText('soon'), 'soon'],
  [monthText('2024-03'), 'Mar_2024'],
  [ecfText({ ecf: '735-2' }), 'ECF_No._735-2'],
  [ecfText({ ecf: null }), null],
  [valueLabel('flag', 'ocr'), 'read by OCR'],
  [valueLabel('entry', '735'), 'ECF_No._735'],
  [valueLabel('type', 'order'), 'order'],
  [reasonText('memory-limit'), 'needed too much memory'],
  [reasonText('new-reason'), 'new-reason'],
  [titleOf({ title: null, shortTitle: null, filename: 'a.pdf' }), 'a.pdf'],
])('%# → %s', (text, expected) => {
  expect(plain(text)).toBe(expected);
});
