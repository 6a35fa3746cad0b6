// The explained page: lines with their passages, and the text of it.
import { describe, expect, test } from '@jest/globals';
import { cutPassages } from '../../server/passages/cut-passages.ts';
import { full, setPage } from '../passages/page-maker.ts';
import { explainPage, explanationText, passageName } from './explain-page.ts';

const pages = [
  setPage(1, [
    full('I. ARGUMENT', { x: 260, end: 388, bold: true }),
    full('The Titan API was private, and it was shown to no more than', { x: 144 }),
    full('a few companies.', { end: 200 }),
    full('4', { x: 300, end: 306, furniture: 'page-number' }),
  ]),
  setPage(2, [], { unread: { reason: 'awaiting-ocr', detail: 'The page has no text.' }, pageLabel: null }),
];
const passages = cutPassages(pages, {
  sha256: 'f'.repeat(64),
  gazetteer: { people: [], organizations: [], products: [] },
  documentType: null,
});

describe('explainPage', () => {
  test('each line with its passage, the first of each marked', () => {
    const { lines } = explainPage(pages, passages, 1);
    expect(lines.map(({ kind, isFirst, passage }) => [kind, isFirst, passage?.ordinal])).toEqual([
      ['heading', true, 0],
      ['paragraph', true, 1],
      ['paragraph', false, 1],
      ['page-number', false, undefined],
    ]);
  });

  test('a page that is not there is refused', () => {
    expect(() => explainPage(pages, passages, 3)).toThrow('There is no page 3: the file has 2.');
  });
});

test('the text has a row per line and the headings it stands under', () => {
  const text = explanationText(explainPage(pages, passages, 1)).join('\n');
  expect(text).toContain('PDF page 1, stamp page 1, printed 1, Bates –, Page ID –');
  expect(text).toMatch(/260 +720 +– {2}#0 heading of level 1 +“I\. ARGUMENT”/);
  expect(text).toMatch(/── under I\. ARGUMENT\n +144 +696 +– {2}#1 paragraph +“The Titan/);
  expect(text).toMatch(/#1 … +“a few companies\.”/);
});

test('an unread page says why', () => {
  expect(explanationText(explainPage(pages, passages, 2)).join('\n')).toContain(
    'not read (awaiting-ocr): The page has no text.',
  );
});

test('a passage is named by what a citation would need', () => {
  const [, paragraph] = passages;
  if (paragraph === undefined) throw new Error('no passage');
  expect(passageName({ ...paragraph, paragraph: '12' })).toBe('#1 paragraph ¶ 12');
  expect(passageName({ ...paragraph, kind: 'footnote', note: '3' })).toBe('#1 footnote n.3');
  expect(passageName({ ...paragraph, kind: 'testimony', speaker: 'THE COURT' })).toBe('#1 testimony THE COURT');
});
