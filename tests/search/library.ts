// A small library to search: documents and passages in memory where the catalog would be, and what the search wants of them.
import type { Page } from '../../server/contract/page.ts';
import type { StoredDocument, StoredPassage, UnreadPage } from '../../server/contract/record.ts';
import type { SearchParts } from '../../server/search/search-parts.ts';
import { pageOf } from '../catalog/readings.ts';
import { exactPartsOf } from './exact/memory-corpus.ts';

export type LibraryParts = Omit<SearchParts, 'engine' | 'waiting'>;

/** What a catalog of these passages would answer; passages without runs on a page share page 1. */
export function partsOfLibrary(passages: readonly StoredPassage[], unread: readonly UnreadPage[] = []): LibraryParts {
  const documents = new Map<string, StoredDocument>(passages.map(({ document }) => [document.id, document]));
  const byName = new Map(passages.map((each) => [`${each.document.id} ${each.passage.id}`, each]));
  const pagesAt: LibraryParts['exact']['pagesAt'] = (places) =>
    Promise.resolve(
      places.flatMap(({ documentId, pageNumber }) => {
        const page = pageIn(passages, documentId, pageNumber);
        return page === null ? [] : [{ documentId, page }];
      }),
    );
  return {
    exact: { ...exactPartsOf(passages), pagesAt, citedPagesAt: pagesAt },
    fingerprint: () => Promise.resolve('fingerprint-1'),
    unread: () => Promise.resolve(unread),
    document: (id) => Promise.resolve(documents.get(id) ?? null),
    passagesById: (ids) =>
      Promise.resolve(ids.flatMap(({ passageId, documentId }) => byName.get(`${documentId} ${passageId}`) ?? [])),
    page: (documentId, pageNumber) => Promise.resolve(pageIn(passages, documentId, pageNumber)),
    cite: ({ document, passage }) => ({ full: `${document.id} at ${passage.pageNumber}.`, short: document.id }),
  };
}

function pageIn(passages: readonly StoredPassage[], documentId: string, pageNumber: number): Page | null {
  const own = passages.filter(
    ({ document, passage }) => document.id === documentId && passage.pageNumber === pageNumber,
  );
  return own.length === 0
    ? null
    : pageOf(
        pageNumber,
        own.map(({ passage }) => passage.text),
      );
}
