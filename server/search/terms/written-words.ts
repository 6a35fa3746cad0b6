// A word as written in a query → the words it asks for, split by the tokenizer's own rule, so that a query's word and the text's
// fall into the same parts. In: a chunk without white space. Out: nodes that stand side by side. Refuses wildcards without letters.
import type { Dialect } from '../../contract/search-api.ts';
import { tokensOf, type Token } from '../../text/tokenizer.ts';
import { queryFault } from './query-fault.ts';
import type { TextNode, WordNode } from './query-tree.ts';

/** Letters or figures that must stand beside a wildcard. */
const leastLetters = 2;

/** The nodes of a chunk; none when it holds no word. `position` is where it begins, for faults. */
export function writtenWords(chunk: string, position: number, dialect: Dialect): TextNode[] {
  refuseSigns(chunk, position, dialect);
  const { text, optional } = withPlainWildcards(chunk, position, dialect);
  const tokens = tokensOf(text, { wild: true });
  const last = tokens.reduce((most, { lastPosition }) => Math.max(most, lastPosition), -1);
  const wordOf = ({ word, lastPosition }: Token): WordNode =>
    wordNode(lastPosition === last ? word + '¿'.repeat(optional) : word, position);
  const parts = tokens.filter((token) => token.position === token.lastPosition);
  const wholes = tokens.filter((token) => token.position < token.lastPosition);
  const nodes: TextNode[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at];
    if (part === undefined) break;
    // The longest whole that begins here; shorter ones within it stand in the text too, in parts.
    const whole = wholes.find((each) => each.position === at);
    if (whole === undefined) {
      nodes.push(wordOf(part));
    } else {
      const inside = parts.slice(at, whole.lastPosition + 1).map(wordOf);
      const written = chunk.slice(whole.from, whole.to);
      nodes.push({ kind: 'variants', written, of: [{ kind: 'phrase', of: inside }, wordOf(whole)] });
      at = whole.lastPosition;
    }
  }
  return nodes;
}

/** Signs that mean something in the dialect which is not offered, and so may not pass as text. */
function refuseSigns(chunk: string, position: number, dialect: Dialect): void {
  if (/^-[\p{L}\p{N}"(]/u.test(chunk)) {
    throw queryFault(
      position,
      'A leading “-” excludes in the instant search only.',
      'a word, or NOT before what is to be left out',
      `Write NOT ${chunk.slice(1)}, or leave the “-” out.`,
    );
  }
  const rows: readonly (readonly [Dialect, RegExp, string])[] = [
    ['dtsearch', /(?<=\p{L})%|%(?=\p{L})/u, 'Fuzzy search (%) guesses; exact search does not.'],
    ['dtsearch', /^#[\p{L}\p{N}]/u, 'Sound-alikes (#) are guesses; exact search makes none.'],
    ['dtsearch', /(?<=[\p{L}\p{N}])~$/u, 'Stemming (~) is not offered.'],
    ['dtsearch', /(?<=[\p{L}\p{N}])&$/u, 'Synonyms (&) are not offered.'],
    ['dtsearch', /(?<=[\p{L}\p{N}])=|=(?=[\p{L}\p{N}])/u, 'One figure (=) is not offered.'],
    ['dtsearch', /!/, 'dtSearch writes an ending with “*”, not with “!”.'],
    ['westlaw', /\?/, 'Westlaw writes one character with “*”, not with “?”.'],
    ['westlaw', /^#[\p{L}\p{N}]/u, 'No plurals are added, so “#” has nothing to turn off.'],
  ];
  for (const [of, sign, wrong] of rows) {
    const at = of === dialect ? chunk.search(sign) : -1;
    if (at >= 0) {
      throw queryFault(position + at, wrong, 'a word, or one with an ending', 'Write * for an ending (Westlaw: !).');
    }
  }
}

/** Rewrites endings and wildcards to `*` and `?`; `optional` counts Westlaw's stars at the end, each one character or none. */
function withPlainWildcards(chunk: string, position: number, dialect: Dialect): { text: string; optional: number } {
  const mark = chunk.search(/!(?=.*[\p{L}\p{N}])/u);
  if (mark >= 0) {
    throw queryFault(position + mark, '“!” stands inside a word.', '“!” at its end only', 'Write * inside a word.');
  }
  const bare = chunk.replace(/[^\p{L}\p{M}\p{N}*?!$%§¶]+$/u, '');
  if (dialect === 'pincite' && bare.endsWith('?')) {
    throw queryFault(
      position + bare.length - 1,
      '“?” stands at the end of a word.',
      '“?” for one character inside a word',
      `Write ${bare.slice(0, -1)}* for any ending, or leave the “?” out.`,
    );
  }
  if (dialect !== 'westlaw') return { text: bare.replaceAll(/!+/g, '*'), optional: 0 };
  const stars = /\*+$/.exec(bare)?.[0].length ?? 0;
  const text = bare
    .slice(0, bare.length - stars)
    .replaceAll('*', '?')
    .replaceAll(/!+/g, '*');
  return { text, optional: stars };
}

function wordNode(word: string, position: number): WordNode {
  if (!/[*?¿]/.test(word)) return { kind: 'term', word };
  const pattern = word.replaceAll(/\*+/g, '*');
  if ((pattern.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < leastLetters) {
    throw queryFault(
      position,
      `“${word}” would match nearly every word.`,
      `at least ${leastLetters} letters beside a wildcard`,
    );
  }
  const stem = pattern.slice(0, -1);
  return pattern.endsWith('*') && !/[*?¿]/.test(stem) ? { kind: 'prefix', stem } : { kind: 'pattern', pattern };
}
