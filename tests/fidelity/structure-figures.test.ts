// Sizes of passages, kinds, and sentences that were cut in two.
import { describe, expect, test } from '@jest/globals';
import type { Passage, PassageKind } from '../../server/contract/passage.ts';
import { endsSentence, readStructure } from './structure-figures.ts';

function passage(ordinal: number, kind: PassageKind, text: string, extra: Partial<Passage> = {}): Passage {
  return {
    id: `id-${ordinal}`,
    ordinal,
    kind,
    text,
    runs: [],
    spans: [{ pageNumber: 1, from: 0, to: text.length }],
    pageNumber: 1,
    pageLabel: null,
    toPageLabel: null,
    stampPage: null,
    toStampPage: null,
    bates: null,
    lines: null,
    paragraph: null,
    note: null,
    speaker: null,
    headings: [],
    entities: { people: [], organizations: [], products: [], amounts: [] },
    ...extra,
  };
}

const words = (number: number): string => Array.from({ length: number }, () => 'word').join(' ');

test('words in passages of 40 to 250 words, and kinds', () => {
  const { figures } = readStructure([
    passage(0, 'heading', words(39)),
    passage(1, 'paragraph', words(40)),
    passage(2, 'paragraph', words(250)),
    passage(3, 'footnote', words(251)),
  ]);
  expect(figures['fitting words']).toEqual({ good: 290, of: 580 });
  expect([figures.passages, figures.paragraph, figures.heading, figures.footnote, figures.quote]).toEqual(
    [4, 2, 1, 1, 0].map((count) => ({ count })),
  );
});

describe('cut sentences', () => {
  test.each<[string, Passage[], number]>([
    ['a sentence in two', [passage(0, 'paragraph', 'The court'), passage(1, 'paragraph', 'held that')], 1],
    ['two sentences', [passage(0, 'paragraph', 'It held.'), passage(1, 'paragraph', 'then')], 0],
    ['a new sentence', [passage(0, 'paragraph', 'The court'), passage(1, 'paragraph', 'Held')], 0],
    ['a quote inside a sentence', [passage(0, 'paragraph', 'He wrote that'), passage(1, 'quote', 'we agreed')], 0],
    ['a letter of a list', [passage(0, 'paragraph', 'namely'), passage(1, 'paragraph', 'a. the first')], 0],
    [
      'a note stands between the two parts',
      [
        passage(0, 'paragraph', 'The'),
        passage(1, 'footnote', 'See id.', { note: '1' }),
        passage(2, 'paragraph', 'court held'),
      ],
      1,
    ],
    ['two notes', [passage(0, 'footnote', 'See', { note: '1' }), passage(1, 'footnote', 'see also', { note: '2' })], 0],
    [
      'a note cut in two',
      [passage(0, 'footnote', 'See', { note: '1' }), passage(1, 'footnote', 'also', { note: '1' })],
      1,
    ],
    ['headings are no sentences', [passage(0, 'heading', 'Facts'), passage(1, 'heading', 'and law')], 0],
  ])('%s', (_, passages, cuts) => {
    const { figures, faults } = readStructure(passages);
    expect(figures['cut sentences']).toEqual({ count: cuts });
    expect(faults).toHaveLength(cuts);
  });
});

test.each<[string, boolean]>([
  ['It is so ordered.', true],
  ['“Is it?”', true],
  ['as agreed.12', true],
  ['as follows:', true],
  ['the first; ', true],
  ['the court', false],
  ['Inc., and', false],
])('%j ends a sentence: %s', (text, ends) => {
  expect(endsSentence(text)).toBe(ends);
});
