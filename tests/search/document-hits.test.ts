// Hits within one document: places of the words on the page, in reading order. The engine is a stand-in that marks words;
// create-search.test.ts asks a real one.
import { describe, expect, test } from '@jest/globals';
import { emptySearch, type SearchRequest } from '../../server/contract/search-api.ts';
import type { StoredPassage } from '../../server/contract/record.ts';
import { writeHitKey } from '../../server/engine/hit-key.ts';
import type { EngineQuery, SearchEngine } from '../../server/engine/search-engine.ts';
import { hitEnd, hitStart, indexableText } from '../../server/engine/search-words.ts';
import { findDocumentHits } from '../../server/search/document-hits.ts';
import { pageOf } from '../catalog/readings.ts';
import { documentOf, passageOf } from '../indexing/stored-passages.ts';
import { partsOfLibrary } from './library.ts';

const document = documentOf('d1');

/** Finds every passage and marks a word in it, a page of hits at a time. */
function engineMarking(passages: readonly StoredPassage[], word: string) {
  const asked: EngineQuery[] = [];
  const multiSearch: SearchEngine['multiSearch'] = (queries) => {
    asked.push(...queries);
    return Promise.resolve(
      queries.map(({ hits }) => {
        const { page, perPage } = hits ?? { page: 1, perPage: 0 };
        return {
          totalHits: passages.length,
          tookMs: 0,
          counts: {},
          hits: passages.slice((page - 1) * perPage, page * perPage).map(({ key, document: of, passage }) => ({
            id: key,
            hit: writeHitKey({ documentId: of.id, passageId: passage.id }),
            marked: indexableText(passage.text).replaceAll(word, `${hitStart}${word}${hitEnd}`),
          })),
        };
      }),
    );
  };
  return { engine: { multiSearch } as SearchEngine, asked };
}

function find(passages: readonly StoredPassage[], word: string, changes: Partial<SearchRequest> = {}) {
  const { engine, asked } = engineMarking(passages, word);
  const parts = { ...partsOfLibrary(passages), engine };
  return findDocumentHits(parts, 'd1', { ...emptySearch, q: word, ...changes }).then((answer) => ({ answer, asked }));
}

describe('hits of a document', () => {
  test('stand where the words stand on the page, over the end of a page, and have boxes', async () => {
    // The passage’s text is derived: page 1 ends in “the Titan”, page 2 begins with “API.”
    const passage = passageOf(document, 0, 'the Titan API.', {
      runs: [
        { at: 0, pageNumber: 1, from: 20, length: 9 },
        { at: 10, pageNumber: 2, from: 5, length: 4 },
      ],
    });
    const pages = new Map([
      [1, pageOf(1, ['nothing of interest', 'the Titan'])],
      [2, pageOf(2, ['12 |', 'API.'])],
    ]);
    const { engine } = engineMarking([passage], 'Titan API');
    const answer = await findDocumentHits(
      { ...partsOfLibrary([passage]), engine, page: (_, pageNumber) => Promise.resolve(pages.get(pageNumber) ?? null) },
      'd1',
      { ...emptySearch, q: '"titan api"' },
    );
    expect(answer).toEqual({
      total: 1,
      hits: [
        {
          index: 0,
          passageIds: ['sha-d1-0'],
          spans: [
            { pageNumber: 1, from: 24, to: 29, boxes: [expect.any(Array)] },
            { pageNumber: 2, from: 5, to: 8, boxes: [expect.any(Array)] },
          ],
        },
      ],
    });
  });

  test('are all of them, however many, numbered in order', async () => {
    const passages = Array.from({ length: 2100 }, (_, at) => passageOf(document, at, `titan ${at}`));
    const { engine, asked } = engineMarking(passages, 'titan');
    const parts = { ...partsOfLibrary(passages), engine, page: () => Promise.resolve(null) };
    const answer = await findDocumentHits(parts, 'd1', { ...emptySearch, q: 'titan' });
    expect(answer.total).toBe(2100);
    expect(answer.hits.map(({ index }) => index)).toEqual(passages.map((_, at) => at));
    expect(asked.map(({ hits }) => hits?.page)).toEqual([1, 2, 3]);
    expect(asked[0]?.sort).toEqual([{ field: 'position', direction: 'asc' }]);
  });

  test('keep to the filters of the search, within this document only', async () => {
    const { asked } = await find([], 'titan', {
      include: { document: ['another'], kind: ['quote'] },
      filedFrom: '2024-01-01',
    });
    expect(asked[0]?.filter).toEqual([
      { field: 'document', anyOf: ['d1'] },
      { field: 'kind', anyOf: ['quote'] },
      { field: 'filedOn', from: 20240101, to: null },
    ]);
  });

  test('are whole passages when no words were asked for', async () => {
    const passage = passageOf(document, 0, 'a passage that is tagged');
    const { answer } = await find([passage], 'nowhere', { q: '', include: { tag: ['t1'] } });
    expect(answer.hits[0]?.spans).toMatchObject([{ pageNumber: 1, from: 0, to: passage.passage.text.length }]);
  });

  test('are whole passages when the engine saw an older text: no other words are painted', async () => {
    const passage = passageOf(document, 0, 'the Titan API');
    const { engine } = engineMarking([passageOf(document, 0, 'the older Titan API')], 'Titan');
    const answer = await findDocumentHits({ ...partsOfLibrary([passage]), engine }, 'd1', {
      ...emptySearch,
      q: 'titan',
    });
    expect(answer.hits[0]?.spans).toMatchObject([{ from: 0, to: 13 }]);
  });

  test('of passages that are gone are left out', async () => {
    const { engine } = engineMarking([passageOf(document, 0, 'titan'), passageOf(document, 1, 'titan')], 'titan');
    const answer = await findDocumentHits({ ...partsOfLibrary([passageOf(document, 1, 'titan')]), engine }, 'd1', {
      ...emptySearch,
      q: 'titan',
    });
    expect(answer).toMatchObject({ total: 1, hits: [{ index: 0, passageIds: ['sha-d1-1'] }] });
  });

  test('on a page that is not there have no boxes, rather than none at all', async () => {
    const passage = passageOf(document, 0, 'titan');
    const { engine } = engineMarking([passage], 'titan');
    const answer = await findDocumentHits(
      { ...partsOfLibrary([passage]), engine, page: () => Promise.resolve(null) },
      'd1',
      { ...emptySearch, q: 'titan' },
    );
    expect(answer.hits[0]?.spans).toEqual([{ pageNumber: 1, from: 0, to: 5, boxes: [] }]);
  });
});
