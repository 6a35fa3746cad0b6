// Passages against the typesetter's truth: each kind of error costs its own figure.
import { describe, expect, test } from '@jest/globals';
import type { Passage } from '../../server/contract/passage.ts';
import { readSpecimenPassages } from './specimen-passages.ts';
import type { TruePassage } from './specimen-truth.ts';

function passage(ordinal: number, text: string, extra: Partial<Passage> = {}): Passage {
  return {
    id: `id-${ordinal}`,
    ordinal,
    kind: 'paragraph',
    text,
    runs: [],
    spans: [{ pageNumber: extra.pageNumber ?? 1, from: 0, to: text.length }],
    pageNumber: 1,
    pageLabel: null,
    toPageLabel: null,
    stampPage: null,
    toStampPage: null,
    bates: null,
    lines: { from: 3, to: 4, toPageNumber: 1 },
    paragraph: null,
    note: null,
    speaker: null,
    headings: ['I. FACTS'],
    entities: { people: [], organizations: [], products: [], amounts: [] },
    ...extra,
  };
}

const truth: TruePassage[] = [
  {
    kind: 'paragraph',
    text: 'The Titan API was private.',
    pageNumber: 1,
    toPageNumber: 1,
    lines: { from: 3, to: 4, toPageNumber: 1 },
    paragraph: null,
    headings: ['I. Facts'],
  },
  {
    kind: 'paragraph',
    text: 'It was shown to a few.',
    pageNumber: 1,
    toPageNumber: 2,
    lines: { from: 28, to: 1, toPageNumber: 2 },
    paragraph: null,
    headings: ['I. Facts'],
  },
];

const over: Partial<Passage> = {
  lines: { from: 28, to: 1, toPageNumber: 2 },
  spans: [
    { pageNumber: 1, from: 0, to: 9 },
    { pageNumber: 2, from: 0, to: 9 },
  ],
};
const first = passage(0, 'The Titan API was private.');
const second = passage(1, 'It was shown to a few.', over);

const all = {
  'passage words': '11/11',
  'passage kinds': '11/11',
  'passage starts': '2/2',
  'passage places': '4/4',
  'passage headings': '2/2',
  'paragraph numbers': '2/2',
};

describe('readSpecimenPassages', () => {
  test.each<[string, Passage[], Partial<typeof all>, RegExp | null]>([
    ['all right', [first, second], {}, null],
    [
      'cut at a sentence, the parts bear their own places',
      [
        first,
        passage(1, 'It was', { lines: { from: 28, to: 28, toPageNumber: 1 } }),
        passage(2, 'shown to a few.', { ...over, lines: { from: 1, to: 1, toPageNumber: 2 } }),
      ],
      {},
      null,
    ],
    [
      'gathered: the second does not begin a passage',
      [passage(0, `${first.text} ${second.text}`, { ...over, lines: { from: 3, to: 1, toPageNumber: 2 } })],
      { 'passage starts': '1/2', 'passage places': '2/2', 'passage headings': '1/1', 'paragraph numbers': '1/1' },
      /“It” stands inside of paragraph 0/,
    ],
    ['another kind', [first, { ...second, kind: 'quote' }], { 'passage kinds': '5/11' }, /taken for quote/],
    [
      'words missing',
      [passage(0, 'The API was private.'), second],
      { 'passage words': '10/11', 'passage kinds': '10/10' },
      /1 words are missing: Titan/,
    ],
    [
      'a wrong line',
      [{ ...first, lines: { from: 2, to: 4, toPageNumber: 1 } }, second],
      { 'passage places': '3/4' },
      /begins at page 1 line 3, read page 1 line 2/,
    ],
    [
      'a wrong last page',
      [first, { ...second, spans: [{ pageNumber: 1, from: 0, to: 9 }] }],
      { 'passage places': '3/4' },
      /ends at page 2 line 1, read page 1 line 1/,
    ],
    ['a wrong ¶', [first, { ...second, paragraph: '2' }], { 'paragraph numbers': '1/2' }, /is ¶ null, read 2/],
    ['another path', [first, { ...second, headings: [] }], { 'passage headings': '1/2' }, /under i facts, read none/],
  ])('%s', (_, passages, changed, fault) => {
    const { figures, faults } = readSpecimenPassages(passages, truth);
    const written = Object.entries(figures).map(([name, value]) => [
      name,
      'count' in value ? '' : `${value.good}/${value.of}`,
    ]);
    expect(Object.fromEntries(written)).toEqual({ ...all, ...changed });
    if (fault === null) expect(faults).toEqual([]);
    else expect(faults.map((each) => each.fault).join('\n')).toMatch(fault);
  });

  test('turns of testimony may be gathered', () => {
    const turns = truth.map((each) => ({ ...each, kind: 'testimony' }));
    const gathered = passage(0, `${first.text} ${second.text}`, {
      ...over,
      kind: 'testimony',
      lines: { from: 3, to: 1, toPageNumber: 2 },
    });
    const { figures } = readSpecimenPassages([gathered], turns);
    expect(figures['passage starts']).toEqual({ good: 0, of: 0 });
    expect(figures['passage kinds']).toEqual({ good: 11, of: 11 });
  });
});
