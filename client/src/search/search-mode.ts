// How a question is asked and who answered: the modes a person can choose, what each means in plain words, and units said right.
import type { Dialect, SearchAnswer, SearchRequest } from '../../../server/contract/search-api.ts';
import { countOf } from './format.ts';

export type ChosenMode = SearchRequest['mode'];

/** What can be chosen beside the box. */
export const modeChoices: readonly { readonly mode: ChosenMode; readonly name: string; readonly hint: string }[] = [
  {
    mode: null,
    name: 'Auto',
    hint: 'The query decides: a connector or a field makes it exact, plain words are instant',
  },
  { mode: 'instant', name: 'Instant', hint: 'Plain words, forgiving: for finding' },
  { mode: 'exact', name: 'Exact', hint: 'Terms and connectors, every match counted: for certifying' },
];

export const dialectChoices: readonly { readonly dialect: Dialect; readonly name: string }[] = [
  { dialect: 'pincite', name: 'Pincite' },
  { dialect: 'westlaw', name: 'Westlaw' },
  { dialect: 'dtsearch', name: 'dtSearch' },
];

/** The mode that answered, in a few words and in full. */
export const modeWords = {
  instant: {
    name: 'Instant',
    brief: 'forgiving, not for certification',
    meaning:
      'Every word must occur in a passage, in any order; the last word may be unfinished, and small typing errors are forgiven. ' +
      'Counts are of passages. It is made for finding, not for certifying that nothing else is there.',
  },
  exact: {
    name: 'Exact',
    brief: 'every match counted',
    meaning:
      'The query is read as terms and connectors and asked of whole documents; nothing is guessed or forgiven. Each match is ' +
      'counted, listed and marked on its page; filters count documents.',
  },
} as const;

/** The question as it is sent: without words there is nothing to read exactly. */
export function asSent(request: SearchRequest): SearchRequest {
  return request.q.trim() === '' ? { ...request, mode: null } : request;
}

type Unit = SearchAnswer['total']['unit'];

/** Rows of the whole list: documents when grouped; else its hits and, in exact search, the documents found without a match. */
export function lengthOfList(total: SearchAnswer['total'], group: SearchRequest['group']): number {
  return group === 'document' ? total.documents : (total.rows ?? total.hits);
}

/** `12 matches`, `1 passage`. */
function hitsText(count: number, unit: Unit): string {
  return unit === 'match' ? countOf(count, 'match', 'matches') : countOf(count, 'passage');
}

/** What was found in all: `12 matches` and ` in 5 documents`. A query of fields alone, or of NOT, finds documents without a match. */
export function foundWords({ hits, documents, unit }: SearchAnswer['total']): readonly [count: string, rest: string] {
  const within = countOf(documents, 'document');
  if (unit === 'match' && hits === 0 && documents > 0) return [within, ', with nothing in the text to count'];
  return [hitsText(hits, unit), ` in ${within}`];
}

/** `3 more matches`. */
export function moreText(count: number, unit: Unit): string {
  return unit === 'match' ? countOf(count, 'more match', 'more matches') : countOf(count, 'more passage');
}

/** `“inb” also found “inbox”, “inboxes”`. */
export function correctedText({ typed, found }: SearchAnswer['query']['corrected'][number]): string {
  return `“${typed}” also found ${found.map((word) => `“${word}”`).join(', ')}`;
}
