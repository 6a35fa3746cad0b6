// A corpus in memory where the catalog would be: words as they are made when a file is read, candidates found by looking at every bag.
import type { IndexedDocument, WordSource } from '../../../server/contract/word-index.ts';
import type { Page } from '../../../server/contract/page.ts';
import type { StoredDocument, StoredPassage } from '../../../server/contract/record.ts';
import { answerExact, type ExactEngine } from '../../../server/search/exact/exact-engine.ts';
import { ExactEvaluator } from '../../../server/search/exact/exact-evaluator.ts';
import { SearchableCorpus } from '../../../server/search/exact/searchable-corpus.ts';
import type { ExactParts } from '../../../server/search/search-parts.ts';
import { wordsOfFile } from '../../../server/search/terms/file-words.ts';

/** Documents in the order in which they first come; `pagesOf` gives those with furniture. */
export function memorySource(
  stored: readonly StoredPassage[],
  pagesOf: (document: StoredDocument) => readonly Page[] = () => [],
  extra: readonly IndexedDocument[] = [],
): WordSource {
  const documents = [...new Map(stored.map(({ document }) => [document.id, document])).values()];
  const passagesOf = (id: string) => stored.filter(({ document }) => document.id === id);
  const words = documents.map((document) =>
    wordsOfFile(
      passagesOf(document.id).map(({ passage }) => passage),
      pagesOf(document),
    ),
  );
  const vocabulary = [...new Set(words.flatMap(({ bag }) => bag.split(' ')))];
  return {
    revision: () => 1,
    documents: () => [...documents.map((document, fileId) => ({ document, fileId })), ...extra],
    candidates: () => [...documents.keys()],
    vocabulary: (form, most) => {
      const pattern = form
        .replaceAll(/[^*?]/gu, String.raw`\$&`)
        .replaceAll('*', '.*')
        .replaceAll('?', '.');
      const found = vocabulary.filter((word) =>
        new RegExp(`^${pattern.replaceAll(/\\(?=[\p{L}\p{N}])/gu, '')}$`, 'su').test(word),
      );
      return found.length > most ? null : found;
    },
    words: (fileId) => words[fileId]?.data ?? null,
    facets: (fileId) => passagesOf(documents[fileId]?.id ?? '').map(({ passage }) => passage),
    tags: () =>
      stored.flatMap(({ document, passage, tags }) =>
        tags.map((tag) => ({ documentId: document.id, tag, ordinals: [passage.ordinal] })),
      ),
    close: () => undefined,
  };
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

/** What the exact mode wants of a catalog, for these passages. */
export function exactPartsOf(stored: readonly StoredPassage[]): ExactParts {
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
