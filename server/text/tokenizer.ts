// What a word is (ARCHITECTURE §3), in one place: exact search, its candidates, its counts and what it paints are all made of these.
// In: any text. Out: words as they are compared, each with its position among the words and its offsets in the text.
// A word written in parts (`cross-device`, `facebook.com`) stands in its parts and, over the same positions, as a whole.
import { pieceFrom } from './word-pieces.ts';

/** Raised whenever the same text yields other words: what is stored of words is then made again. */
export const tokenizerVersion = '1';

/** A word. Positions count words from 0; offsets are UTF-16, end exclusive. */
export interface Token {
  /** NFKC, case folded, straight apostrophes. */
  readonly word: string;
  readonly position: number;
  /** Greater than `position` only for a whole that stands over its parts. */
  readonly lastPosition: number;
  readonly from: number;
  readonly to: number;
}

/** A whole is not made of more parts than these: a row of hyphens is no word. */
const mostParts = 8;

const apostrophe = /^['’‘ʼ＇]$/u;
const hyphen = /^[-\u2010\u2011]$/u;
const asciiOnly = /^[\0-\x7f]*$/;

/** A stretch of the text that takes one position. */
interface Unit {
  word: string;
  from: number;
  /** Without a possessive, which is no part of the word; `rawTo` is behind it. */
  to: number;
  rawTo: number;
  /** How it hangs on the unit before: a hyphen, a stop or comma, or not at all. */
  readonly link: '-' | '.' | ',' | '';
}

/**
 * The words of a text. With `wild`, `*` and `?` count as letters: so a query's word falls into the same parts as the text's. With
 * `until`, reading ends somewhere behind the word at that position.
 */
export function tokensOf(text: string, { wild = false, until = Number.POSITIVE_INFINITY } = {}): Token[] {
  const tokens: Token[] = [];
  let chain: Unit[] = [];
  let position = 0;
  const close = () => {
    if (chain.length === 0) return;
    position = pushChain(tokens, chain, position);
    chain = [];
  };
  for (let next = pieceFrom(text, 0, wild); next !== null; next = pieceFrom(text, next.to, wild)) {
    const { from, to } = next;
    const piece = text.slice(from, to);
    // Most words stand between spaces: they hang on nothing, and nothing on them.
    if ((chain.length === 0 || text[from - 1] === ' ') && (to === text.length || text[to] === ' ')) {
      close();
      if (position > until) break;
      tokens.push({ word: folded(piece), position, lastPosition: position, from, to });
      position += 1;
      continue;
    }
    const before = chain.at(-1);
    const gap = before === undefined ? ' ' : text.slice(before.rawTo, from);
    if (before !== undefined && isPossessive(piece, gap)) {
      before.rawTo = to;
      continue;
    }
    const how = before === undefined || isSign(piece) || isSign(before.word) ? null : joint(before.word, gap, piece);
    if (how === 'within' && before !== undefined) {
      before.word += (apostrophe.test(gap) ? "'" : gap) + folded(piece);
      before.to = to;
      before.rawTo = to;
      continue;
    }
    if (how === null) close();
    if (position > until) break;
    chain.push({ word: folded(piece), from, to, rawTo: to, link: how === null || how === 'within' ? '' : how });
  }
  close();
  return tokens;
}

/** `Meta's`, `U.S.'s`, `1990's`. */
function isPossessive(piece: string, gap: string): boolean {
  return /^s$/i.test(piece) && /^\.?['’‘ʼ＇]$/u.test(gap);
}

function isSign(piece: string): boolean {
  return /^(?:[$%§¶]|\p{No}+)$/u.test(piece);
}

/** How a piece hangs on the word before: within the same word, as a part of a whole, or not (null). */
function joint(word: string, gap: string, piece: string): 'within' | '-' | '.' | ',' | null {
  if (hyphen.test(gap)) return '-';
  if (gap !== '.' && gap !== ',' && !apostrophe.test(gap)) return null;
  const [before, after] = [word.at(-1) ?? '', piece[0] ?? ''];
  const isWild = /[*?]/.test(before + after);
  const inFigures = isWild || (/\p{Nd}$/u.test(word) && /^\p{Nd}/u.test(piece));
  const inLetters = isWild || (!/\p{Nd}$/u.test(word) && !/^\p{Nd}/u.test(piece));
  if (!inFigures && !inLetters) return null;
  if (gap !== '.' && gap !== ',') return 'within';
  // `1,000` is a number; `3,4` are two, and yet one as it is written.
  if (inFigures) return gap === '.' || /^\p{Nd}{3}(?!\p{Nd})/u.test(piece) ? 'within' : ',';
  // `U.S.C` is one word; in `facebook.com` or `end.Next` each part is one too.
  const isInitials = gap === '.' && /^(?:.\p{M}*\.)*.\p{M}*$/u.test(word) && /^.[\p{M}\p{Cf}]*$/u.test(piece);
  return isInitials ? 'within' : gap;
}

/** NFKC and case folding (through capitals, so that `ß` is `ss` and a final `ς` is `σ`). */
function folded(piece: string): string {
  if (asciiOnly.test(piece)) return piece.toLowerCase();
  let word = '';
  for (const sign of piece.replaceAll(/\p{Cf}/gu, '').normalize('NFKC')) word += sign.toUpperCase().toLowerCase();
  return word.normalize('NFKC');
}

/** Adds the units of a chain and the wholes that stand over them; gives the next free position. */
function pushChain(tokens: Token[], chain: readonly Unit[], position: number): number {
  chain.forEach(({ word, from, to }, at) => {
    tokens.push({ word, position: position + at, lastPosition: position + at, from, to });
  });
  if (chain.length < 2) return position + chain.length;
  const wholes = new Set<string>();
  const add = (first: number, last: number) => {
    const units = chain.slice(first, last + 1);
    const [begin, end] = [units[0], units.at(-1)];
    if (begin === undefined || end === undefined || units.length < 2 || units.length > mostParts) return;
    if (wholes.has(`${first} ${last}`)) return;
    wholes.add(`${first} ${last}`);
    const word = units.map((unit, at) => (at === 0 || unit.link === '-' ? '' : unit.link) + unit.word).join('');
    tokens.push({ word, position: position + first, lastPosition: position + last, from: begin.from, to: end.to });
  };
  add(0, chain.length - 1);
  // Within `www.meta-data.com` also `metadata`: stretches that hang together by the same sign.
  for (let first = 0, at = 1; at <= chain.length; at += 1) {
    if (at < chain.length && (at === first + 1 || chain[at]?.link === chain[at - 1]?.link)) continue;
    add(first, at - 1);
    first = at - 1;
  }
  return position + chain.length;
}
