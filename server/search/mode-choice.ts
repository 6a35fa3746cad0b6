// Which mode answers a question: what was chosen by hand, else what the question's own signs say (API.md).
// In: a request. Out: the mode. A connector, a wildcard or a field makes it exact: read as words they would find something else. What
// stands in quotation marks, and addresses of the web, are text.
import type { SearchRequest } from '../contract/search-api.ts';
import { fieldNames } from './terms/written-fields.ts';

// As lexer.ts reads them: capitals matter to AND, OR and NOT only.
const quotes = '"“”„‟＂';
const before = `(?:^|[\\s()${quotes}])`;
const behind = `(?=[\\s()${quotes}]|$)`;
const address = /(?:https?:\/\/|www\.)\S+/giu;
const phrase = new RegExp(`[${quotes}][^${quotes}]*[${quotes}]`, 'gu');

/** Within quotation marks too: `"a b"~5`, `advertis! wom?n *book`. */
const anywhere: readonly RegExp[] = [
  new RegExp(`[${quotes}]~\\d`, 'u'),
  new RegExp(`(?:\\p{L}|[\\p{L}\\p{N}]{2})[!*]${behind}`, 'u'),
  /[\p{L}\p{N}][?*]+[\p{L}\p{N}]/u,
  new RegExp(`${before}[*?]+[\\p{L}\\p{N}]{2}`, 'u'),
];

/** Outside: `AND OR NOT`, ` & ` and ` % `, `w/5 /s pre/5 +p NEAR/5`, `atleast3( title( like(`, `type:order`. */
const outside: readonly RegExp[] = [
  new RegExp(`${before}(?:AND|OR|NOT)${behind}`, 'u'),
  /(?:^|\s)[&%](?=\s|$)/u,
  new RegExp(`${before}(?:w/|near/|pre/|/|\\+)(?:\\d+|[sp])${behind}`, 'iu'),
  // `w/x` is refused with a suggestion rather than searched as a word; `w/o` and its like are text.
  new RegExp(`${before}(?:w|near|pre)/(?!(?:o|out|in|i|e|r)(?![\\p{L}\\p{N}]))[\\p{L}\\p{N}]+${behind}`, 'iu'),
  new RegExp(`${before}(?:at_?least\\d+|title|like)\\(`, 'iu'),
  new RegExp(`${before}(?:${fieldNames.join('|')}):\\S`, 'iu'),
];

/** Whether a question can be meant exactly only. */
export function usesConnectors(q: string): boolean {
  const text = q.replaceAll(address, ' ');
  const plain = text.replaceAll(phrase, '""');
  return anywhere.some((sign) => sign.test(text)) || outside.some((sign) => sign.test(plain));
}

/** The mode that answers; without words there is nothing to be exact about. */
export function modeOf({ q, mode }: Pick<SearchRequest, 'q' | 'mode'>): 'instant' | 'exact' {
  if (q.trim() === '') return 'instant';
  return mode ?? (usesConnectors(q) ? 'exact' : 'instant');
}
