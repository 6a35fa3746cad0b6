// The engine's hits → hits to show: everything fresh from the catalog.
import { describe, expect, test } from '@jest/globals';
import type { EngineHit } from '../../server/engine/search-engine.ts';
import { writeHitKey } from '../../server/engine/hit-key.ts';
import { hitEnd, hitStart, indexableText } from '../../server/engine/search-words.ts';
import { documentLineOf, loadHits } from '../../server/search/hits.ts';
import type { StoredPassage } from '../../server/contract/record.ts';
import { documentOf, passageOf } from '../indexing/stored-passages.ts';
import { partsOfLibrary } from './library.ts';

const document = documentOf('d1', {
  title: 'Brief',
  entry: '735',
  attachment: 2,
  filedOn: '2024-03-23',
  specimen: true,
});
const first = passageOf(
  document,
  0,
  'The “Titan” API, $150 <b>million</b>.',
  {
    pageNumber: 3,
    pageLabel: '2',
    stampPage: 3,
    bates: 'META-000123',
    lines: { from: 14, to: 22, toPageNumber: 3 },
    paragraph: '34',
    kind: 'quote',
    headings: ['II. ARGUMENT'],
  },
  [{ id: 't1', name: 'ad spend', color: '#123456' }],
);
const second = passageOf(document, 1, 'word '.repeat(200).trim());

function engineHit(stored: StoredPassage, marks: (text: string) => string = (text) => text): EngineHit {
  const hit = writeHitKey({ documentId: stored.document.id, passageId: stored.passage.id });
  return { id: stored.key, hit, marked: marks(indexableText(stored.passage.text)) };
}
const titan = (text: string) => text.replace('Titan', `${hitStart}Titan${hitEnd}`);

describe('hits', () => {
  test('show what the catalog says of their passage', async () => {
    const [hit] = await loadHits(partsOfLibrary([first, second]), [engineHit(first, titan)], null);
    expect(hit).toEqual({
      passageId: 'sha-d1-0',
      documentId: 'd1',
      pageNumber: 3,
      pageLabel: '2',
      stampPage: 3,
      bates: 'META-000123',
      lines: { from: 14, to: 22, toPageNumber: 3 },
      paragraph: '34',
      kind: 'quote',
      headings: ['II. ARGUMENT'],
      segments: [
        { text: 'The “', hit: false },
        { text: 'Titan', hit: true },
        { text: '” API, $150 <b>million</b>.', hit: false },
      ],
      document: documentLineOf(document),
      citation: { full: 'd1 at 3.', short: 'd1' },
      tags: [{ id: 't1', name: 'ad spend', color: '#123456' }],
    });
  });

  test('stand in the engine’s order, and a long passage is cut to what was found', async () => {
    const hits = await loadHits(partsOfLibrary([first, second]), [engineHit(second), engineHit(first)], null);
    expect(hits.map(({ passageId }) => passageId)).toEqual(['sha-d1-1', 'sha-d1-0']);
    expect(hits[0]?.segments[0]?.text.split(' ')).toHaveLength(45);
    expect(hits[0]?.segments[0]?.text).toMatch(/…$/);
  });

  test('of a passage that the catalog no longer has are left out', async () => {
    expect(await loadHits(partsOfLibrary([second]), [engineHit(first), engineHit(second)], null)).toHaveLength(1);
  });

  test('of one passage that two documents have are two hits', async () => {
    const other = documentOf('d2', {}, { sha256: document.sha256 });
    const shared = passageOf(other, 0, first.passage.text);
    const hits = await loadHits(partsOfLibrary([first, shared]), [engineHit(shared), engineHit(first)], null);
    expect(hits.map(({ documentId, passageId }) => [documentId, passageId])).toEqual([
      ['d2', 'sha-d1-0'],
      ['d1', 'sha-d1-0'],
    ]);
  });

  test('grouped, say how many their document has; else they do not', async () => {
    const parts = partsOfLibrary([first]);
    expect((await loadHits(parts, [engineHit(first)], (id) => (id === 'd1' ? 7 : 0)))[0]?.hitsInDocument).toBe(7);
    expect((await loadHits(parts, [engineHit(first)], null))[0]).not.toHaveProperty('hitsInDocument');
  });
});

test('a document line says what lists show', () => {
  expect(documentLineOf(document)).toMatchObject({ title: 'Brief', ecf: '735-2', filename: 'd1.pdf', specimen: true });
});
