// The corpus as exact search looks at it: read when the catalog has changed, and not again before.
import { describe, expect, test } from '@jest/globals';
import type { WordSource } from '../../../server/contract/word-index.ts';
import { caseLabelOf } from '../../../server/engine/document-facets.ts';
import { KeptWords, makeRoom } from '../../../server/search/exact/kept-words.ts';
import { SearchableCorpus } from '../../../server/search/exact/searchable-corpus.ts';
import { documentOf, passageOf } from '../../indexing/stored-passages.ts';
import { indexedOf, memorySource } from './memory-corpus.ts';

const tags = ['t1', 't2'].map((id) => ({ id, name: `tag ${id}`, color: '#aa0000' }));
const one = documentOf(
  'd1',
  { title: 'Order', type: 'order', filer: 'Meta', entry: '735', attachment: 2, filedOn: '2024-03-23' },
  { flags: ['ocr'], sha256: 'sha-shared' },
);
const two = documentOf('d2', { entry: '735' }, { sha256: 'sha-shared' });
const unread = documentOf('d3');
const stored = [
  passageOf(one, 0, 'titan', {}, tags),
  passageOf(one, 1, 'inbox', { kind: 'table' }, tags.slice(0, 1)),
  passageOf(two, 0, 'titan'),
  passageOf(two, 1, 'inbox', { kind: 'table' }),
];

interface Changes {
  readonly wordBytes?: number;
  readonly keptBytes?: number;
}

/** A source that counts what it is asked for, and changes when told: what its facets are, or the number of its words. */
function counted({ wordBytes, keptBytes = 1_000_000 }: Changes = {}) {
  const asked: string[] = [];
  let [revision, facetsRevision, moved] = [1, 0, 0];
  const plain = memorySource(stored, undefined, [indexedOf(unread, null)]);
  const source: WordSource = {
    ...plain,
    revision: () => revision,
    documents: (version) => {
      asked.push('documents');
      return [...plain.documents(version)].map((each) => ({
        ...each,
        fileId: each.fileId === null ? null : each.fileId + moved,
        facetsRevision,
      }));
    },
    words: (fileId) => {
      asked.push(`words ${fileId}`);
      return wordBytes === undefined ? plain.words(fileId - moved) : new Uint8Array(wordBytes);
    },
    facets: (fileId) => {
      asked.push(`facets ${fileId}`);
      return plain.facets(fileId - moved);
    },
  };
  const change = (what: 'tags' | 'names' | 'words'): void => {
    revision += 1;
    if (what === 'names') facetsRevision += 1;
    if (what === 'words') moved += 1;
  };
  return { corpus: new SearchableCorpus(source, new KeptWords(makeRoom(keptBytes, 1), 0)), asked, change };
}

describe('documents', () => {
  const { corpus } = counted();
  const { documents, byId, familySizes, facetRevisions } = corpus.now();

  test('in their order, with what fields ask of them', () => {
    expect(documents.map(({ id }) => id)).toEqual(['d1', 'd2', 'd3']);
    expect(documents[0]?.details).toEqual({
      title: 'Order',
      type: 'order',
      filer: 'Meta',
      ecf: '735-2',
      filedOn: '2024-03-23',
      tags: ['tag t1', 'tag t2'],
      flags: ['ocr'],
    });
  });

  test('that may satisfy: each that shows a file whose words do, and none without words', () => {
    const candidates = (word: string) => corpus.candidates(corpus.now(), `"${word}"`).map(({ id }) => id);
    expect([candidates('titan'), candidates('nowhere')]).toEqual([['d1', 'd2'], []]);
    expect([[...corpus.now().fileIds], corpus.now().withoutWords.map(({ id }) => id)]).toEqual([[0, 0, -1], ['d3']]);
  });

  const shown = (numbers: Iterable<number> = []) =>
    [...numbers].map(
      (each) => `${corpus.values.facetOf(each) ?? ''}: ${corpus.values.idOf(each)} ${corpus.values.labelOf(each)}`,
    );

  test('with their facet values, and what people call them', () => {
    expect(shown(documents[0]?.values)).toEqual([
      `case: case-1 ${caseLabelOf(one)}`,
      'type: order order',
      'filer: Meta Meta',
      'year: 2024 2024',
      'document: d1 735-2 · Order',
      'entry: 735 735',
      'flag: ocr ocr',
    ]);
    expect(shown(documents[1]?.values)).not.toContainEqual(expect.stringMatching(/^filer/));
  });

  test('with tags by passage, each document its own, also where they share a file', () => {
    const tagged = (at: number, ordinal: number) => shown(documents[at]?.tags.get(ordinal));
    const [first, second] = tags.map(({ id, name }) => `tag: ${id} ${name}`);
    expect([tagged(0, 0), tagged(0, 1), tagged(1, 0)]).toEqual([[first, second], [first], []]);
  });

  test('by file and by id; those without words by id only', () => {
    const [shared] = facetRevisions.keys();
    expect(['d1', 'd2'].map((id) => byId.get(id)?.fileId)).toEqual([shared, shared]);
    expect(facetRevisions.size).toBe(1);
    expect([byId.get('d3')?.fileId, byId.get('d2')?.file]).toEqual([null, two.sha256]);
    expect([...familySizes.values()].toSorted((a, b) => a - b)).toEqual([1, 2]);
  });

  test('facets of passages, by their place in the file', () => {
    const faceted = corpus.passageFacets(0);
    const values = [0, 1, 2].map((ordinal) => shown(faceted.at(ordinal)));
    expect([faceted.size, values]).toEqual([2, [['kind: paragraph paragraph'], ['kind: table table'], []]]);
    expect(corpus.passageFacets(0)).toBe(faceted);
  });
});

describe('reading', () => {
  test('is done once, until the catalog has changed', () => {
    const { corpus, asked, change } = counted();
    const first = corpus.now();
    expect(corpus.now()).toBe(first);
    expect(asked).toEqual(['documents']);
    change('tags');
    const second = corpus.now();
    expect(second).not.toBe(first);
    expect([second.revision, asked.length]).toEqual([2, 2]);
    // What was made of a document that stayed is kept.
    expect(second.documents[0]?.values).toBe(first.documents[0]?.values);
  });

  const rows: [changed: Parameters<ReturnType<typeof counted>['change']>[0], read: string[]][] = [
    ['tags', []],
    ['names', ['facets 0']],
    ['words', ['words 1', 'facets 1']],
  ];
  test.each(rows)('after a change of %s is done of %j again', (changed, read) => {
    const { corpus, asked, change } = counted();
    const look = (): void => {
      const [fileId = -1] = corpus.now().facetRevisions.keys();
      corpus.words(fileId);
      corpus.passageFacets(fileId);
      corpus.words(fileId);
      corpus.passageFacets(fileId);
    };
    look();
    expect(asked).toEqual(['documents', 'words 0', 'facets 0']);
    change(changed);
    look();
    expect(asked.slice(4)).toEqual(read);
  });

  test('of words that are gone gives none, and is tried again', () => {
    const { corpus, asked } = counted();
    expect([corpus.words(9), corpus.words(9)]).toEqual([null, null]);
    expect(asked).toEqual(['words 9', 'words 9']);
  });

  test('keeps the words asked for first, within a bound', () => {
    const { corpus, asked } = counted({ wordBytes: 20, keptBytes: 48 });
    for (const fileId of [1, 2, 3, 1, 2, 3]) corpus.words(fileId);
    expect(asked).toEqual(['words 1', 'words 2', 'words 3', 'words 3']);
  });
});
