// A passage → its record: what is searched, filtered, counted and sorted by, and how records travel.
import { describe, expect, test } from '@jest/globals';
import type { FilingDetails } from '../../server/contract/filing.ts';
import { readHitKey } from '../../server/engine/hit-key.ts';
import { partsOfLabelled } from '../../server/engine/index-fields.ts';
import { indexRecordOf, recordChunks } from '../../server/indexing/index-record.ts';
import { documentOf, passageOf } from './stored-passages.ts';

describe('a record', () => {
  const document = documentOf('d1', {
    court: 'cand',
    type: 'order',
    filer: null,
    filedOn: '2024-03-23',
    entry: '735',
    attachment: 2,
    caseName: 'Klein v. Meta',
    shortTitle: 'Order',
  });
  const stored = passageOf(
    document,
    3,
    'The Titan® API — $150 million.',
    {
      kind: 'quote',
      entities: {
        people: ['Jane Doe', ' Jane  Doe ', ' '],
        organizations: ['Meta'],
        products: [],
        amounts: [
          { dollars: 150_000_000, text: '$150 million' },
          { dollars: 100_000_000, text: '$100 million' },
          { dollars: 5, text: '$5' },
        ],
      },
    },
    [{ id: 't1', name: 'ad spend', color: '#123456' }],
  );

  test('holds what filters and facets need, and names its passage', () => {
    const record = indexRecordOf(stored);
    expect(record).toMatchObject({
      id: 'd1-sha-d1-3',
      document: 'd1',
      case: 'case-1',
      court: ['cand'],
      type: ['order'],
      filer: [],
      year: ['2024'],
      entry: ['735'],
      person: ['Jane Doe'],
      organization: ['Meta'],
      product: [],
      amount: ['$100–999 million', 'under $10,000'],
      kind: 'quote',
      tag: ['t1'],
      month: '2024-03',
      filedOn: 20240323,
      position: 3,
    });
    expect(readHitKey(record.hit)).toEqual({ documentId: 'd1', passageId: 'sha-d1-3' });
    expect(partsOfLabelled(record.documentLabel)).toEqual({ id: 'd1', label: '735-2 · Order' });
    expect(partsOfLabelled(record.caseLabel)).toEqual({ id: 'case-1', label: 'Klein v. Meta' });
    expect(record.tagLabel.map(partsOfLabelled)).toEqual([{ id: 't1', label: 'ad spend' }]);
  });

  test('has a text of words only, each at its place', () => {
    expect(indexRecordOf(stored).text).toBe('The Titan  API   $150 million ');
  });

  test('without a date has none, rather than a wrong one', () => {
    expect(indexRecordOf(passageOf(documentOf('d2'), 0, 'x'))).toMatchObject({ month: null, filedOn: null, year: [] });
  });
});

test('places sort as a docket does', () => {
  const docket: readonly (readonly [id: string, details: Partial<FilingDetails>, why: string])[] = [
    ['a', { entry: '9' }, 'a number, not a text: before 28'],
    ['b', { entry: '28' }, 'the main document'],
    ['c', { entry: '28', attachment: 2 }, 'its attachments'],
    ['d', { entry: '28', attachment: 10 }, 'by number'],
    ['e', { entry: '28.1' }, 'appellate sub-entries'],
    ['f', { entry: '28.10' }, 'by number too'],
    ['g', { entry: '29' }, 'then the next'],
    ['h', { entry: '00117684624' }, 'numbers of an appellate court’s own'],
    ['i', {}, 'undocketed ones last'],
  ];
  const places = docket.map(([id, details]) => ({
    id,
    place: indexRecordOf(passageOf(documentOf(id, details), 0, '')).place,
  }));
  const sorted = places.toSorted((one, other) => (one.place < other.place ? -1 : 1));
  expect(sorted.map(({ id }) => id)).toEqual(docket.map(([id]) => id));
});

describe('chunks', () => {
  const document = documentOf('d1');
  const passages = Array.from({ length: 7 }, (_, at) => passageOf(document, at, `passage ${at}`));
  const line = JSON.stringify(indexRecordOf(passageOf(document, 0, 'passage 0'))).length;

  test.each([
    [10_000_000, [7], 'all in one'],
    [line * 3 + 3, [3, 3, 1], 'as many as fit'],
    [1, [1, 1, 1, 1, 1, 1, 1], 'one too long goes alone'],
  ])('of at most %d characters hold %j records (%s)', (characters, counts) => {
    const chunks = [...recordChunks(passages, characters)];
    expect(chunks.map((chunk) => chunk.split('\n').length)).toEqual(counts);
    const ids = chunks.flatMap((chunk) => chunk.split('\n')).map((each) => (JSON.parse(each) as { id: string }).id);
    expect(ids).toEqual(passages.map(({ key }) => key));
  });

  test('of nothing are none', () => {
    expect([...recordChunks([], 100)]).toEqual([]);
  });

  test('a line break in a text does not break a line', () => {
    const [chunk = ''] = recordChunks([passageOf(document, 0, 'two\nlines\u2028and more', { kind: 'table' })], 1000);
    expect(chunk.split(/[\n\u2028]/)).toHaveLength(1);
  });
});
