// Saved searches in words: a name for a question, what is new, and the question that a saved one stands for.
// In: questions and saved searches. Out: texts, requests.
import type { SavedSearch } from '../../../server/contract/saved-search-api.ts';
import { emptySearch, type SearchRequest } from '../../../server/contract/search-api.ts';
import { decodeSearch, encodeSearch } from '../../../server/text/search-parameters.ts';
import { countOf, countText } from './format.ts';
import { filterTexts } from './filter-words.ts';

/** A name that can be changed before it is saved: the words, or else the filters. */
export function nameOf(request: SearchRequest): string {
  const words = request.q.replaceAll(/\s+/g, ' ').trim();
  const name = words === '' ? filterTexts(request, {}).join(', ') : words;
  const signs = Array.from(name);
  return signs.length <= 80 ? name : `${signs.slice(0, 79).join('')}…`;
}

/** As it is saved: what is asked and how it is listed, not which page was open. */
export function parametersOf(request: SearchRequest): string {
  return encodeSearch({ ...request, page: emptySearch.page, perPage: emptySearch.perPage, facets: null }).toString();
}

/** The question of a saved search; null when an older version wrote what this one does not know. */
export function requestOf({ parameters }: Pick<SavedSearch, 'parameters'>): SearchRequest | null {
  try {
    return decodeSearch(new URLSearchParams(parameters));
  } catch {
    // The row says by its own fault why it cannot be asked; there is only no link.
    return null;
  }
}

/** The saved search that asks the same; undefined when none does. */
export function savedAs(searches: readonly SavedSearch[], request: SearchRequest): SavedSearch | undefined {
  const parameters = parametersOf(request);
  return searches.find((each) => each.parameters === parameters);
}

/** `7 documents, 2 new`. */
export function foundText({ documents, newDocuments }: Pick<SavedSearch, 'documents' | 'newDocuments'>): string {
  const found = countOf(documents, 'document');
  return newDocuments === 0 ? found : `${found}, ${countText(newDocuments)} new`;
}
