// The words of an instant question as an exact query: what was typed in → words joined by AND, phrases in quotation marks, exclusions
// behind NOT out. Plain in every dialect: signs that mean something there are left out, and words that connect stand in quotation marks.
import type { SearchRequest } from '../../../server/contract/search-api.ts';

/** The same question, asked exactly. */
export function askedExactly(request: SearchRequest): SearchRequest {
  return { ...request, q: exactQueryOf(request.q), mode: 'exact', page: 1 };
}

/** Empty when there is no word in it. */
export function exactQueryOf(q: string): string {
  const wanted: string[] = [];
  const excluded: string[] = [];
  // Parted as the instant search parts it: a leading `-` excludes, a phrase without an end goes to the end.
  for (const [, sign, text = ''] of q.replaceAll(/[“”„‟＂]/g, '"').matchAll(/(-?)("[^"]*"?|[^\s"]+)/g)) {
    const part = literal(text);
    if (part !== '') (sign === '-' ? excluded : wanted).push(part);
  }
  return [wanted.join(' AND '), ...excluded.map((part) => `NOT ${part}`)].filter((part) => part !== '').join(' ');
}

const plainWord = /^[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*$/u;
const connecting = /^(?:and|or|not|but)$/i;

/** A word as it is, or a phrase in quotation marks; empty without a word. */
function literal(text: string): string {
  const words = text
    .replaceAll(/[^\p{L}\p{M}\p{N}'’.,$§¶%-]+/gu, ' ')
    // A per cent sign belongs to a figure; at a letter one dialect takes it for a guess.
    .replaceAll(/(?<!\p{N})%/gu, ' ')
    .replaceAll(/(?<![\p{L}\p{M}\p{N}])['’.,-]+|['’.,-]+(?![\p{L}\p{N}])/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (!/[\p{L}\p{N}$§¶%]/u.test(words)) return '';
  return plainWord.test(words) && !connecting.test(words) ? words : `"${words}"`;
}
