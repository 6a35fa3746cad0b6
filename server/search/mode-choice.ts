// Which mode answers a question: what was chosen by hand, else what the question's own signs say (API.md).
// In: a request. Out: the mode. A connector, a wildcard or a field makes it exact: read as words they would find something else.
import type { SearchRequest } from '../contract/search-api.ts';

/** `AND OR NOT`, `w/5 /s pre/5 +p NEAR/5`, `atleast3( title(`, `"a b"~5`, `advertis! wom?n`, ` & ` and ` % `. */
const connector =
  /(?:^|\s|\()(?:AND|OR|NOT|NEAR\/\d+|[wW]\/(?:\d+|[sp])|pre\/(?:\d+|[sp])|[+/](?:\d+|[sp])|(?:at_?least\d+|title|like)\(.*\)|[&%])(?=[\s()]|$)|"~\d|\p{L}[!*](?=[\s)"]|$)|[\p{L}\p{N}][?*][\p{L}\p{N}]|(?:^|[\s(])[*?]+\p{L}{2}/u;
const field = /(?:^|[\s(])(?:type|filer|ecf|filed|tag|has|in|title):\S/;

/** Whether a question can be meant exactly only. */
export function usesConnectors(q: string): boolean {
  return connector.test(q) || field.test(q);
}

/** The mode that answers; without words there is nothing to be exact about. */
export function modeOf({ q, mode }: Pick<SearchRequest, 'q' | 'mode'>): 'instant' | 'exact' {
  if (q.trim() === '') return 'instant';
  return mode ?? (usesConnectors(q) ? 'exact' : 'instant');
}
