// Names a question asked of one state of the corpus: the same id means the same answer (ARCHITECTURE §2.3).
import { createHash } from 'node:crypto';
import type { SearchRequest } from '../contract/search-api.ts';
import { encodeSearch } from '../text/search-parameters.ts';

/** Id of a question; page, page size, order and grouping of the list do not belong to it. */
export function searchIdOf(request: SearchRequest, fingerprint: string): string {
  const question = encodeSearch({ ...request, page: 1, perPage: 20, sort: 'relevance', group: 'none', facets: null });
  question.sort();
  return createHash('sha256').update(`${fingerprint}?${question.toString()}`).digest('base64url').slice(0, 22);
}
