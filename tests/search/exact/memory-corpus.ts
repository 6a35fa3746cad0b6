// A corpus in memory where the catalog would be: words as they are made when a file is read, candidates found by a real table of bags.
import { DatabaseSync } from 'node:sqlite';
import type { IndexedDocument, WordSource } from '../../../server/contract/word-index.ts';
import type { Page } from '../../../server/contract/page.ts';
import type { StoredDocument, StoredPassage } from '../../../server/contract/record.ts';
import { answerExact, type ExactEngine } from '../../../server/search/exact/exact-engine.ts';
import { ExactEvaluator } from '../../../server/search/exact/exact-evaluator.ts';
import { SearchableCorpus } from '../../../server/search/exact/searchable-corpus.ts';
import type { ExactParts } from '../../../server/search/search-parts.ts';
import { wordsOfFile } from '../../../server/search/terms/file-words.ts';
import { bagTokenSigns } from '../../../server/text/word-bag.ts';

/**
 * Documents in the order in which they first come; those of one SHA-256 show one file. `pagesOf` gives those with furniture, `extra` are
 * documents besides, for instance such whose words are not kept.
 */
export function memorySource(
  stored: readonly StoredPassage[],
  pagesOf: (document: StoredDocument) => readonly Page[] = () => [],
  extra: readonly IndexedDocument[] = [],
): WordSource {
  const documents = [...new Map(stored.map(({ document }) => [document.id, document])).values()];
  const files = [...new Map(documents.toReversed().map((document) => [document.sha256, document])).values()];
  const passagesOf = (of: StoredDocument | undefined) =>
    stored.filter(({ document }) => document.id === of?.id).map(({ passage }) => passage);
  const words = files.map((document) => wordsOfFile(passagesOf(document), pagesOf(document)));
  const database = new DatabaseSync(':memory:');
  const signs = bagTokenSigns.replaceAll("'", "''");
  database.exec(`
    create virtual table bags using fts5(words, detail=none, tokenize="ascii tokenchars '${signs}'");
    create virtual table wordsOfBags using fts5vocab(bags, row);
  `);
  const insert = database.prepare('insert into bags (rowid, words) values (?, ?)');
  for (const [fileId, { bag }] of words.entries()) insert.run(fileId, bag);
  return {
    revision: () => 1,
    documents: () => [
      ...documents.map((document) =>
        indexedOf(
          document,
          files.findIndex(({ sha256 }) => sha256 === document.sha256),
        ),
      ),
      ...extra,
    ],
    candidates: (expression) =>
      database
        .prepare('select rowid from bags where bags match ?')
        .all(expression)
        .map(({ rowid }) => Number(rowid)),
    vocabulary: (form, most) => {
      const found = database.prepare('select term from wordsOfBags where term glob ?').all(form);
      return found.length > most ? null : found.map(({ term }) => String(term));
    },
    words: (fileId) => words[fileId]?.data ?? null,
    facets: (fileId) => passagesOf(files[fileId]),
    tags: () =>
      stored.flatMap(({ document, passage, tags }) =>
        tags.map((tag) => ({ documentId: document.id, tag, ordinals: [passage.ordinal] })),
      ),
    steadily: (read) => read(),
    close: () => database.close(),
  };
}

/** A document as a source gives it, with the number of its words. */
export function indexedOf(document: StoredDocument, fileId: number | null): IndexedDocument {
  return { id: document.id, fileId, facetsRevision: 0, written: JSON.stringify(document), read: () => document };
}

/** An engine that answers on the spot. */
export function engineOn(source: WordSource): ExactEngine {
  const evaluator = new ExactEvaluator(new SearchableCorpus(source));
  return {
    // The answer is of the question's kind.
    ask: (ask, signal) =>
      Promise.resolve().then(() => answerExact(evaluator, ask, () => signal?.throwIfAborted()) as never),
  };
}

/** What the exact mode wants of a catalog, for these passages; pages are what a library makes of them. */
export function exactPartsOf(stored: readonly StoredPassage[]): Omit<ExactParts, 'pagesAt' | 'citedPagesAt'> {
  return {
    engine: engineOn(memorySource(stored)),
    passagesAt: (places) =>
      Promise.resolve(
        places.flatMap(
          ({ documentId, ordinal }) =>
            stored.find(({ document, passage }) => document.id === documentId && passage.ordinal === ordinal) ?? [],
        ),
      ),
    citeMatch: ({ document, spans }) => {
      const end = { pageNumber: spans[0]?.pageNumber ?? 0, pageLabel: null, stampPage: null, bates: null, line: null };
      return spans.length === 0
        ? null
        : { from: end, to: end, paragraph: null, full: `${document.id} at ${end.pageNumber}.`, short: document.id };
    },
  };
}
