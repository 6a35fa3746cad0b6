// Names a question asked of one state of the corpus: the same id means the same answer (ARCHITECTURE §2.3).
import { createHash } from 'node:crypto';
import { emptySearch, type SearchRequest } from '../contract/search-api.ts';
import { encodeSearch } from '../text/search-parameters.ts';
import { modeOf } from './mode-choice.ts';

/**
 * Id of a question; page, page size, order and grouping of the list do not belong to it, nor the order in which values were
 * chosen. A mode left out is the one that answers; instant mode has no dialects.
 */
export function searchIdOf(request: SearchRequest, fingerprint: string): string {
  const { q, include, exclude, filedFrom, filedTo } = request;
  const mode = modeOf(request);
  const dialect = mode === 'exact' ? request.dialect : emptySearch.dialect;
  const question = encodeSearch({ ...emptySearch, q, mode, dialect, include, exclude, filedFrom, filedTo });
  const parts = [...question].map(([name, value]) => JSON.stringify([name, value])).toSorted();
  if (readsMore(request)) parts.push('small connectors');
  return createHash('sha256')
    .update([fingerprint, ...parts].join('\n'))
    .digest('base64url')
    .slice(0, 22);
}

/** Exact mode chosen by hand reads small `and`, `or`, `not` as connectors, which are words to it otherwise: that is another question. */
function readsMore({ q, mode, dialect }: SearchRequest): boolean {
  const isSmall = (word: string): boolean => /^(?:and|or|not)$/i.test(word) && word !== word.toUpperCase();
  return mode === 'exact' && dialect === 'pincite' && q.split(/[^\p{L}]+/u).some(isSmall);
}
