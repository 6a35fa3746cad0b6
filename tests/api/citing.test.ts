// Citations of what the catalog holds: passages and spans, and places that are gone.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { citationsOf, citeSpans, lookUpSpans } from '../../server/api/citing.ts';
import { citationStyleSchema } from '../../server/contract/work-api.ts';
import { startApi, type RunningApi } from './running-api.ts';
import { storeFiling, type StoredFiling } from './stored-filing.ts';

let api: RunningApi;
let filing: StoredFiling;
beforeAll(async () => {
  api = await startApi();
  const details = { entry: '735', attachment: 0, shortTitle: 'Pls.’ Letter Br.', specimen: true } as const;
  filing = await storeFiling(api, 'a.pdf', [['The Titan', 'API was private.'], ['The end.']], details);
});
afterAll(() => api.close());

const style = citationStyleSchema.parse({});
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const lookUp = (...spans: { pageNumber: number; from: number; to: number }[]) =>
  lookUpSpans(api.catalog, filing.documentId, spans);

test('a passage is cited in both forms, a specimen as one', async () => {
  const [passage] = await api.catalog.documents.passages(filing.documentId, 1);
  if (passage === undefined) throw new Error('no passage was stored');
  const { full, short } = citationsOf(passage);
  expect([plain(full), plain(short)]).toEqual([
    'Pls.’ Letter Br. 1:1–2, ECF No. 735. [specimen, not a court record]',
    'ECF No. 735 at 1:1–2. [specimen, not a court record]',
  ]);
});

describe('spans', () => {
  test('of one line and of two pages, in any order', async () => {
    const line = await lookUp({ pageNumber: 1, from: 10, to: 13 });
    const pages = await lookUp({ pageNumber: 2, from: 0, to: 3 }, { pageNumber: 1, from: 4, to: 9 });
    if (line === null || pages === null) throw new Error('not found');
    expect(plain(citeSpans(line, style, 'short').text)).toMatch(/^ECF No\. 735 at 1:2\./);
    expect(plain(citeSpans(pages, style, 'short').text)).toMatch(/^ECF No\. 735 at 1:1.*2:1\./);
    expect([line.quote, pages.quote]).toEqual(['API', 'Titan The']);
  });

  test('carry the tags of the passages they touch, each once', async () => {
    const tag = { parentId: null, definition: '', shortcut: null };
    const { id } = await api.catalog.tags.create({ ...tag, name: 'intent', color: '#112233' });
    const note = { quote: '', prefix: '', suffix: '', note: '', author: 'local', createdAt: '2026' };
    for (const [from, to] of [
      [0, 3],
      [4, 9],
    ] as const) {
      const spans = [{ pageNumber: 1, from, to }];
      await api.catalog.annotations.create({ ...note, documentId: filing.documentId, spans, tagIds: [id] });
    }
    expect((await lookUp({ pageNumber: 1, from: 0, to: 9 }))?.tags.map(({ name }) => name)).toEqual(['intent']);
    expect((await lookUp({ pageNumber: 2, from: 0, to: 3 }))?.tags).toEqual([]);
  });

  test('beyond the text are a place without a quote', async () => {
    expect(await lookUp({ pageNumber: 2, from: 100, to: 120 })).toMatchObject({ quote: null });
  });

  test('of a page or document that is gone are nothing', async () => {
    expect(await lookUp({ pageNumber: 9, from: 0, to: 3 })).toBeNull();
    expect(await lookUp()).toBeNull();
    expect(await lookUpSpans(api.catalog, 'none-such', [{ pageNumber: 1, from: 0, to: 3 }])).toBeNull();
  });
});
