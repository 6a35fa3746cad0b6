// The docket put together from what is here and what is listed.
import { describe, expect, test } from '@jest/globals';
import { familiesOf, type DocketFiling } from '../../server/catalog/docket-families.ts';
import type { ListedDocument, ListedEntry } from '../../server/contract/docket.ts';

const here = (
  entry: string | null,
  attachment: number,
  more: Partial<DocketFiling['document']> = {},
): DocketFiling => ({
  entry,
  document: {
    id: `${entry}-${attachment}`,
    attachment,
    ecf: entry,
    title: 'Read',
    shortTitle: null,
    type: null,
    filer: null,
    filedOn: null,
    filename: 'a.pdf',
    pageCount: 3,
    state: 'ready',
    flags: [],
    unread: null,
    corrected: [],
    versions: [],
    missing: null,
    ...more,
  },
});
const paper = (attachment: number, more: Partial<ListedDocument> = {}): ListedDocument => ({
  attachment,
  title: `Listed ${attachment}`,
  pageCount: null,
  file: null,
  sealed: false,
  ...more,
});
const line = (
  entry: string | null,
  documents: readonly ListedDocument[],
  more: Partial<ListedEntry> = {},
): ListedEntry => ({
  entry,
  filedOn: null,
  filer: null,
  description: null,
  documents,
  ...more,
});
/** `735: 0 1 2?listed`: entries with their documents, the missing ones with the reason. */
const shown = (filings: readonly DocketFiling[], listed: readonly ListedEntry[] = []): string[] =>
  familiesOf(filings, listed).map(({ entry, missing, documents, description }) =>
    [
      `${entry ?? description ?? 'none'}${missing ? ' (missing)' : ''}:`,
      ...documents.map((each) => `${each.attachment}${each.missing === null ? '' : `?${each.missing}`}`),
    ].join(' '),
  );

describe('what is missing', () => {
  const rows: [string, DocketFiling[], ListedEntry[], string[]][] = [
    ['nothing', [here('735', 0), here('735', 1)], [], ['735: 0 1']],
    ['a gap between attachments', [here('735', 0), here('735', 1), here('735', 3)], [], ['735: 0 1 2?gap 3']],
    ['the main document', [here('735', 1)], [], ['735: 0?gap 1']],
    [
      'a listed attachment after the last that is here',
      [here('735', 0)],
      [line('735', [paper(0), paper(1)])],
      ['735: 0 1?listed'],
    ],
    ['a gap in the list, too', [here('735', 0)], [line('735', [paper(0), paper(2)])], ['735: 0 1?gap 2?listed']],
    ['a sealed one', [here('735', 0)], [line('735', [paper(1, { sealed: true })])], ['735: 0 1?sealed']],
    ['a whole entry', [here('1', 0)], [line('2', [paper(0), paper(1)])], ['1: 0', '2 (missing): 0?listed 1?listed']],
    ['a line without a paper is not missing', [], [line('3', [])], ['3:']],
    [
      'what is here beyond the list',
      [here('735', 4)],
      [line('735', [paper(0)])],
      ['735: 0?listed 1?gap 2?gap 3?gap 4'],
    ],
  ];
  test.each(rows)('%s', (_what, filings, listed, expected) => {
    expect(shown(filings, listed)).toEqual(expected);
  });
});

describe('the order', () => {
  test('is that of the numbers, not of their digits; parts stand between', () => {
    expect(shown([here('100', 0), here('28.1', 0), here('29', 0), here('28', 0)])).toEqual([
      '28: 0',
      '28.1: 0',
      '29: 0',
      '100: 0',
    ]);
  });
  test('attachments by number, twins side by side', () => {
    expect(shown([here('1', 10), here('1', 2), here('1', 0), here('1', 2, { id: 'twin' })])[0]).toMatch(
      /^1: 0 1\?gap 2 2 3\?gap/,
    );
  });
  test('lines without a number follow the entry they follow on the list; filings without one come last', () => {
    const listed = [
      line(null, [], { description: 'opened' }),
      line('1', [paper(0)]),
      line(null, [], { description: 'minutes' }),
      line('2', []),
    ];
    expect(shown([here(null, 0), here('1', 0)], listed)).toEqual(['opened:', '1: 0', 'minutes:', '2:', 'none: 0']);
  });
});

describe('what an entry says', () => {
  test('its own papers say who filed, the docket the day and the text', () => {
    const [entry] = familiesOf(
      [here('1', 1, { filer: 'Meta', filedOn: '2024-03-25' })],
      [line('1', [paper(0)], { filedOn: '2024-03-23', filer: 'Defendant', description: 'MOTION' })],
    );
    expect(entry).toMatchObject({ filedOn: '2024-03-23', filer: 'Meta', description: 'MOTION' });
  });
  test('without a list its papers say the day', () => {
    expect(familiesOf([here('1', 0, { filedOn: '2024-03-25' })], [])[0]?.filedOn).toBe('2024-03-25');
  });
  test('two lists add to one another, the first goes before', () => {
    const listed = [
      line('1', [paper(0, { title: null, pageCount: 4 })], { description: 'FIRST' }),
      line('1', [paper(0, { title: 'Motion', sealed: true }), paper(1)], { description: 'SECOND', filer: 'Meta' }),
    ];
    const [entry] = familiesOf([], listed);
    expect(entry).toMatchObject({ description: 'FIRST', filer: 'Meta' });
    expect(entry?.documents).toMatchObject([
      { title: 'Motion', pageCount: 4, missing: 'sealed', ecf: '1', id: null },
      { ecf: '1-1', missing: 'listed' },
    ]);
  });
});
