// A query's characters → its parts: words, phrases, connectors, brackets, functions and fields, each with its place.
// In: the query, its dialect, whether small letters connect. Refuses connectors that are no connectors (`w/x`) and unknown fields.
import type { Dialect } from '../../contract/search-api.ts';
import { queryFault } from './query-fault.ts';
import { fieldNames, type FieldName } from './written-fields.ts';

/** A part of a query; `from` and `to` are UTF-16 offsets, end exclusive. */
export type Lexeme = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'word'; readonly text: string }
  /** `distance`: of `"a b"~5`. */
  | { readonly kind: 'phrase'; readonly text: string; readonly textFrom: number; readonly distance: number | null }
  | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' }
  | { readonly kind: 'near'; readonly words: number; readonly ordered: boolean }
  | { readonly kind: 'same'; readonly unit: 'sentence' | 'paragraph'; readonly ordered: boolean }
  /** Before an opening bracket. */
  | { readonly kind: 'atLeast'; readonly times: number }
  | { readonly kind: 'title' }
  /** `like("…")`. */
  | { readonly kind: 'like'; readonly text: string; readonly textFrom: number }
  | { readonly kind: 'field'; readonly name: FieldName; readonly value: string; readonly valueFrom: number }
);

export const maxDistance = 1000;
const maxTimes = 10_000;

const quote = /["“”„‟＂]/;
const chunkPattern = /[^\s()"“”„‟＂]+/y;
/** `1782(a)(1)`: the brackets of a section are text. */
const section = /(?:\([\p{L}\p{N}]{1,4}\))+/uy;

/** Where reading stands. */
interface Reading {
  readonly q: string;
  readonly dialect: Dialect;
  /** Small `and`, `or`, `not` connect. */
  readonly loose: boolean;
}

/** The parts of a query, in order. */
export function lexemesOf(q: string, dialect: Dialect, loose: boolean): Lexeme[] {
  const lexemes: Lexeme[] = [];
  const reading = { q, dialect, loose };
  let at = 0;
  while (at < q.length) {
    const sign = q.charAt(at);
    if (/\s/.test(sign)) {
      at += 1;
      continue;
    }
    const lexeme: Lexeme =
      sign === '(' || sign === ')'
        ? { kind: sign === '(' ? 'open' : 'close', from: at, to: at + 1 }
        : quote.test(sign)
          ? phraseAt(q, at)
          : chunkAt(reading, at, lexemes.at(-1));
    lexemes.push(lexeme);
    at = lexeme.to;
  }
  return lexemes;
}

function phraseAt(q: string, from: number): Lexeme & { kind: 'phrase' } {
  const length = q.slice(from + 1).search(quote);
  if (length < 0) {
    throw queryFault(from, 'A quotation mark is missing.', 'a second quotation mark that ends the phrase');
  }
  const end = from + length + 2;
  const text = q.slice(from + 1, end - 1);
  if (q.charAt(end) !== '~') return { kind: 'phrase', text, textFrom: from + 1, distance: null, from, to: end };
  const digits = /^\d*/.exec(q.slice(end + 1))?.[0] ?? '';
  return {
    kind: 'phrase',
    text,
    textFrom: from + 1,
    distance: distanceOf(digits, end + 1, 'behind “~”'),
    from,
    to: end + 1 + digits.length,
  };
}

function chunkAt(reading: Reading, from: number, before: Lexeme | undefined): Lexeme {
  const { q } = reading;
  chunkPattern.lastIndex = from;
  const text = chunkPattern.exec(q)?.[0] ?? '';
  const to = from + text.length;
  return (
    connectorAt(reading, text, from) ??
    functionAt(q, text, from) ??
    fieldAt(q, text, from) ??
    wordAt(q, text, from, to, before)
  );
}

function wordAt(q: string, text: string, from: number, to: number, before: Lexeme | undefined): Lexeme {
  if (q.charAt(to) !== '(' || text === '§') return { kind: 'word', text, from, to };
  const afterSection = before?.kind === 'word' && before.text.endsWith('§');
  section.lastIndex = to;
  const brackets = /\p{N}/u.test(text) || afterSection ? (section.exec(q)?.[0] ?? '') : '';
  if (brackets !== '') return { kind: 'word', text: text + brackets, from, to: to + brackets.length };
  throw queryFault(
    to,
    `“${text}(” is no function.`,
    'a space or a connector before the bracket, title(…) or atleast3(…)',
    `Write ${text} AND (…), or quotation marks around what is text.`,
  );
}

function connectorAt({ q, dialect, loose }: Reading, text: string, from: number): Lexeme | null {
  const to = from + text.length;
  if (text === '&' || text === '%') {
    if (dialect === 'dtsearch') {
      throw queryFault(from, `“${text}” connects nothing in dtSearch.`, 'AND, OR or NOT');
    }
    if (/\S/.test(q.charAt(from - 1)) || /\S/.test(q.charAt(to))) {
      throw queryFault(from, `“${text}” connects only with a space on both sides.`, 'a space on both sides');
    }
    return { kind: text === '&' ? 'and' : 'not', from, to };
  }
  const word = loose ? text.toUpperCase() : text;
  if (word === 'AND' || word === 'OR' || word === 'NOT') {
    return { kind: word === 'AND' ? 'and' : word === 'OR' ? 'or' : 'not', from, to };
  }
  if (word === 'BUT') {
    const not = (loose ? /^\s+not(?![^\s()"“”])/i : /^\s+NOT(?![^\s()"“”])/).exec(q.slice(to));
    if (not !== null) return { kind: 'not', from, to: to + not[0].length };
  }
  return proximityAt(text, from);
}

function proximityAt(text: string, from: number): Lexeme | null {
  const match = /^(w\/|near\/|pre\/|\/|\+)(.*)$/i.exec(text);
  if (match === null) return null;
  const [, sign = '', after = ''] = match;
  const to = from + text.length;
  const ordered = sign === '+' || sign.toLowerCase() === 'pre/';
  if (/^[sp]$/i.test(after)) {
    return { kind: 'same', unit: after.toLowerCase() === 's' ? 'sentence' : 'paragraph', ordered, from, to };
  }
  if (/^\d+$/.test(after)) {
    return { kind: 'near', words: distanceOf(after, from + sign.length, `behind “${sign}”`), ordered, from, to };
  }
  throw queryFault(
    from,
    `“${text}” is no connector.`,
    `a number of words, s (sentence) or p (paragraph) behind “${sign}”`,
    `Write ${sign}5, or quotation marks around what is text.`,
  );
}

function distanceOf(digits: string, position: number, where: string): number {
  const words = Number(digits);
  if (digits === '' || words < 1 || words > maxDistance) {
    throw queryFault(position, `The distance ${where} is “${digits}”.`, `a number of words from 1 to ${maxDistance}`);
  }
  return words;
}

function functionAt(q: string, text: string, from: number): Lexeme | null {
  const to = from + text.length;
  if (q.charAt(to) !== '(') return null;
  const [, digits] = /^at_?least(\d*)$/i.exec(text) ?? [];
  if (digits !== undefined) {
    const times = Number(digits);
    if (times < 1 || times > maxTimes) {
      throw queryFault(from, `“${text}” says no number.`, `atleast1 to atleast${maxTimes}`, 'Write atleast3(…).');
    }
    return { kind: 'atLeast', times, from, to };
  }
  if (text.toLowerCase() === 'like') return likeAt(q, from, to);
  return /^(?:title|ti)$/i.test(text) ? { kind: 'title', from, to } : null;
}

function likeAt(q: string, from: number, open: number): Lexeme {
  const start = open + 1 + (/^\s*/.exec(q.slice(open + 1))?.[0].length ?? 0);
  if (!quote.test(q.charAt(start))) {
    throw queryFault(
      start,
      'like( takes a text in quotation marks.',
      'a quotation mark',
      'Write like("the text to find").',
    );
  }
  const { text, textFrom, to: end } = phraseAt(q, start);
  const close = end + (/^\s*/.exec(q.slice(end))?.[0].length ?? 0);
  if (q.charAt(close) !== ')') throw queryFault(open, 'This bracket is not closed.', '“)” behind the text');
  return { kind: 'like', text, textFrom, from, to: close + 1 };
}

function fieldAt(q: string, text: string, from: number): Lexeme | null {
  const match = /^(\p{L}{2,}):(.*)$/su.exec(text);
  if (match === null) return null;
  const [, written = '', plain = ''] = match;
  const to = from + text.length;
  const valueFrom = from + written.length + 1;
  const quoted = plain === '' && quote.test(q.charAt(to)) ? phraseAt(q, to) : null;
  // `Re: the order` ends in a colon, and asks no field.
  const name = fieldNames.find((each) => each === written.toLowerCase());
  if (name === undefined) {
    if (plain === '' && quoted === null) return null;
    const near = fieldNames.find((each) => each.startsWith(written.toLowerCase().slice(0, 3)));
    throw queryFault(
      from,
      `There is no field “${written}”.`,
      `one of ${fieldNames.map((each) => `${each}:`).join(' ')}`,
      near === undefined ? 'Put quotation marks around what is text.' : `Did you mean ${near}:?`,
    );
  }
  const value = quoted === null ? plain : quoted.text.trim();
  if (value === '') {
    throw queryFault(to, `“${written}:” has no value.`, 'a value right behind the colon', `Write ${written}:"…".`);
  }
  return { kind: 'field', name, value, valueFrom: quoted?.textFrom ?? valueFrom, from, to: quoted?.to ?? to };
}
