// Printed page numbers.
import { describe, expect, test } from '@jest/globals';
import { findPageLabels, type LabelText } from '../../server/parse/page-labels.ts';

const foot = (pageNumber: number, text: string, at = 0.5, v = 40): LabelText => ({
  pageNumber,
  text,
  zone: 'foot',
  at,
  v,
});
const head = (pageNumber: number, text: string, at = 0.9): LabelText => ({
  pageNumber,
  text,
  zone: 'head',
  at,
  v: 750,
});

const rows: readonly (readonly [why: string, texts: readonly LabelText[], expected: Record<number, string>])[] = [
  ['plain numbers', [foot(1, '1'), foot(2, '2'), foot(3, '3')], { 1: '1', 2: '2', 3: '3' }],
  ['a cover sheet shifts them', [foot(2, '1'), foot(3, '2')], { 2: '1', 3: '2' }],
  ['dressed with hyphens', [foot(2, '- 2 -'), foot(3, '- 3 -')], { 2: '2', 3: '3' }],
  [
    'roman, then arabic',
    [foot(1, 'i'), foot(2, 'ii'), foot(3, 'iii'), foot(4, '1'), foot(5, '2')],
    { 1: 'i', 2: 'ii', 3: 'iii', 4: '1', 5: '2' },
  ],
  ['a transcript at the head', [head(1, '45'), head(2, '46'), head(3, '47')], { 1: '45', 2: '46', 3: '47' }],
  [
    'with a title before it',
    [foot(1, 'COMPLAINT – 1'), foot(2, 'COMPLAINT – 2'), foot(3, 'COMPLAINT – 3')],
    { 1: '1', 2: '2', 3: '3' },
  ],
  ['Page 2 of 9', [foot(1, 'Page 1 of 9'), foot(2, 'Page 2 of 9')], { 1: '1', 2: '2' }],
  ['an appendix', [foot(4, 'A-1'), foot(5, 'A-2')], { 4: 'A-1', 5: 'A-2' }],
  [
    'in step, but a table in the middle of a sideways page: no witness (cand.315257 259-7, page 17)',
    [foot(17, '17', 0.5, 255)],
    {},
  ],
  [
    'between hyphens at the beginning of a foot',
    [2, 3, 4].map((page) => foot(page, `- ${page - 1} - Case No. 3:19-cv-04238-MMC`)),
    { 2: '1', 3: '2', 4: '3' },
  ],
  ['- 1/3 - counts the pages', [foot(1, '- 1/3 -'), foot(2, '- 2/3 -')], { 1: '1', 2: '2' }],
  ['the mark of a numbered paragraph is none, in step or not', [foot(7, '7.'), foot(8, '8.')], {}],
  [
    'the roman number of an index, where the other pages have theirs',
    [head(1, 'i'), head(2, '1'), head(3, '2'), head(4, '3')],
    { 1: 'i', 2: '1', 3: '2', 4: '3' },
  ],
  [
    'excerpts of a deposition: the numbers rise at one place',
    [head(1, 'Page 12'), head(2, 'Page 45'), head(3, 'Page 102')],
    { 1: '12', 2: '45', 3: '102' },
  ],
  [
    'bare numbers that rise at one place',
    [head(2, '12'), head(3, '45'), head(4, '102')],
    { 2: '12', 3: '45', 4: '102' },
  ],
  [
    'numbers at different places are none',
    [foot(2, '12', 0.5, 40), foot(3, '45', 0.5, 60), foot(4, '102', 0.1, 90)],
    {},
  ],
  [
    'a digit that was not recognised: 1 between 2 and 16 is none',
    [
      head(3, 'Page 2'),
      head(4, 'Page 1'),
      head(5, 'Page 16'),
      head(6, 'Page 17'),
      head(7, 'Page 18'),
      head(2, 'Page 1'),
    ],
    { 2: '1', 3: '2', 5: '16', 6: '17', 7: '18' },
  ],
  [
    'the appendix of a petition',
    [head(61, '22a'), head(62, '23a'), head(63, '24a')],
    { 61: '22a', 62: '23a', 63: '24a' },
  ],
  [
    'a digit lost on two pages that happen to count along',
    [head(1, 'Page 69'), head(2, 'Page 70'), head(3, 'Page 7'), head(4, 'Page 8'), head(5, 'Page 73')]
      .slice(0, 3)
      .concat(head(5, 'Page 72'), head(6, 'Page 73')),
    { 1: '69', 2: '70', 5: '72', 6: '73' },
  ],
  [
    'a page that counts anew',
    [foot(1, '1'), foot(2, '2'), foot(3, '3'), foot(4, '4'), foot(9, '1')],
    { 1: '1', 2: '2', 3: '3', 4: '4', 9: '1' },
  ],
  ['numbers that fall are none', [foot(2, '45'), foot(3, '12'), foot(4, '102')], {}],
  [
    'pages of the Federal Register',
    [head(1, '47698', 0.1), head(2, '47699', 0.9), head(3, '47700', 0.1), head(4, '47701', 0.9)],
    { 1: '47698', 2: '47699', 3: '47700', 4: '47701' },
  ],
  ['a lone number out of step is no label', [foot(5, '17')], {}],
  ['a lone number in step at the foot is one', [foot(5, '5')], { 5: '5' }],
  ['numbers that do not count are none', [foot(1, '28'), foot(2, '28'), foot(3, '28')], {}],
  ['a year in a footer is none', [foot(1, 'Filed 2024'), foot(2, 'Filed 2024')], {}],
  ['words are none', [foot(1, 'mix'), foot(2, 'civic')], {}],
];

describe('findPageLabels', () => {
  test.each(rows)('%s', (_, texts, expected) => {
    const labels = Object.fromEntries([...findPageLabels(texts)].map(([page, { label }]) => [page, label]));
    expect(labels).toEqual(expected);
  });

  test('a number alone is told from one in a footer', () => {
    const labels = findPageLabels([1, 2, 3].flatMap((page) => [foot(page, `REPLY BRIEF – ${page}`)]));
    expect([...labels.values()].map(({ alone }) => alone)).toEqual([false, false, false]);
  });
});
