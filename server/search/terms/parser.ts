// A query in one of three dialects → the one tree. A Pratt parser written by hand: three tables of binding powers over one loop, and
// faults in the words of the field (two readings to choose from), which a parser generator's errors would have to be rebuilt into.
// In: the query. Out: its tree. Refuses, with the position: what is not closed, mixed, misplaced or past the bounds.
import { PinciteError } from '../../contract/errors.ts';
import { maxQueryLength, type Dialect } from '../../contract/search-api.ts';
import { lexemesOf, type Lexeme } from './lexer.ts';
import { conjunction, disjunction, proximity, refuseMixture, type Part, type Placed } from './combine.ts';
import { likeNode } from './like-node.ts';
import { queryFault } from './query-fault.ts';
import { isPlace, isText, type PlaceNode, type QueryNode, type TextNode } from './query-tree.ts';
import { fieldNode, streamOf } from './written-fields.ts';
import { writtenWords } from './written-words.ts';

/** How a query is read. */
export interface ParseOptions {
  readonly dialect?: Dialect;
  /** Exact mode was forced: small `and`, `or`, `not` connect too. Westlaw and dtSearch always read them so. */
  readonly forced?: boolean;
  /** What two neighbours without a connector are; `refused` in a report, where nobody sees the explanation in time. */
  readonly neighbours?: 'read' | 'refused';
}

/** Bounds of a query; past them it is refused, never cut. */
export const maxDepth = 20;
export const maxTerms = 200;

type Binding =
  'phrase' | 'or' | 'nearOrdered' | 'near' | 'sentenceOrdered' | 'sentence' | 'paragraphOrdered' | 'paragraph';
type Powers = Readonly<Partial<Record<Binding | 'and' | 'not' | 'neighbours', number>>>;

// Greater binds tighter. Words in a row first, then numbers of words, sentences, paragraphs, as Westlaw orders them. Where AND and OR
// have no power they are a list of their own, which may not be mixed.
const proximityPowers = {
  near: 70,
  nearOrdered: 70,
  sentence: 50,
  sentenceOrdered: 50,
  paragraph: 30,
  paragraphOrdered: 30,
};
const powersOf: Record<Dialect, Powers> = {
  pincite: proximityPowers,
  dtsearch: { ...proximityPowers, neighbours: 90 },
  // Westlaw: space and OR, +n, /n, +s, /s, +p, /p, &, %.
  westlaw: {
    neighbours: 90,
    or: 90,
    nearOrdered: 80,
    near: 70,
    sentenceOrdered: 60,
    sentence: 50,
    paragraphOrdered: 40,
    paragraph: 30,
    and: 20,
    not: 10,
  },
};

/** Parses a query. Throws `query-syntax` or `query-too-long` with the position. */
export function parseQuery(q: string, options: ParseOptions = {}): QueryNode {
  if (q.length > maxQueryLength) {
    throw new PinciteError(
      'query-too-long',
      `The query has ${q.length.toLocaleString('en-US')} characters; ${maxQueryLength.toLocaleString('en-US')} are the most.`,
      { field: 'q', position: maxQueryLength },
    );
  }
  const { dialect = 'pincite', forced = false, neighbours = 'read' } = options;
  const lexemes = lexemesOf(q, dialect, forced || dialect !== 'pincite');
  return new QueryParser(q, lexemes, dialect, neighbours).whole();
}

class QueryParser {
  readonly #q: string;
  readonly #lexemes: readonly Lexeme[];
  readonly #dialect: Dialect;
  readonly #neighbours: 'read' | 'refused';
  readonly #powers: Powers;
  #at = 0;
  #depth = 0;
  #terms = 0;

  constructor(q: string, lexemes: readonly Lexeme[], dialect: Dialect, neighbours: 'read' | 'refused') {
    this.#q = q;
    this.#lexemes = lexemes;
    this.#dialect = dialect;
    this.#neighbours = neighbours;
    this.#powers = powersOf[dialect];
  }

  whole(): QueryNode {
    const part = this.#expression();
    const rest = this.#next();
    if (rest !== undefined) {
      throw queryFault(rest.from, 'A closing bracket has no opening one.', 'a word, a connector or the end');
    }
    return this.#nodeOf(part);
  }

  #next(): Lexeme | undefined {
    return this.#lexemes[this.#at];
  }

  #end(): number {
    return this.#q.trimEnd().length;
  }

  #expression(): Part {
    return this.#powers.and === undefined ? this.#list() : this.#climb(0);
  }

  /** What a part asks; `in:` alone asks nothing. */
  #nodeOf({ node, from }: Part): QueryNode {
    if (node !== null) return node;
    throw queryFault(from, '“in:” says only where to look.', 'something to look for', 'Write in:footnotes titan.');
  }

  /** Operands joined by AND, OR, NOT or nothing, all of one kind. */
  #list(): Part {
    const parts: Placed[] = [];
    for (;;) {
      const next = this.#next();
      if (next === undefined || next.kind === 'close') break;
      let joint: Placed['joint'] = 'neighbours';
      if (next.kind === 'and' || next.kind === 'or') {
        joint = next.kind;
        if (parts.length === 0) throw missingOperand(next, this.#q);
        this.#at += 1;
      }
      const not = this.#next();
      const isNot = not?.kind === 'not';
      if (isNot) this.#at += 1;
      if (joint === 'neighbours' && !isNot && parts.length > 0) this.#checkNeighbours(parts.at(-1), next);
      const operand = this.#climb(1);
      const part = isNot ? negated(operand, not.from) : operand;
      // `a NOT b` is `a AND NOT b`.
      parts.push({ ...part, joint: joint === 'neighbours' && isNot ? 'and' : joint, jointAt: next.from });
    }
    if (parts.length === 0) throw missingOperand(this.#next(), this.#q);
    refuseMixture(parts, this.#q);
    return parts.some(({ joint }, at) => at > 0 && joint === 'or') ? disjunction(parts) : conjunction(parts);
  }

  #checkNeighbours(before: Part | undefined, next: Lexeme): void {
    if (this.#neighbours === 'read' && this.#dialect !== 'dtsearch') return;
    if (before === undefined || isField(before) || next.kind === 'field') return;
    const [one, two] = [this.#q.slice(before.from, before.to), this.#q.slice(next.from, next.to)];
    throw queryFault(
      next.from,
      `No connector stands between ${one} and ${two}.`,
      'a connector',
      `Write ${one} AND ${two}, ${one} OR ${two}, or "${one} ${two}" for a phrase.`.replaceAll('""', '"'),
    );
  }

  /** Pratt's loop: an operand, and whatever binds to it at least as tightly as `least`. */
  #climb(least: number): Part {
    let left = this.#operand();
    for (;;) {
      const next = this.#next();
      if (next === undefined || next.kind === 'close') return left;
      const binding = bindingOf(next);
      const power = this.#powers[binding] ?? 0;
      if (power === 0 || power < least) return left;
      if (binding === 'neighbours') {
        const isPhrase = isPhrasePart(next) && left.node !== null && isPlace(left.node);
        if (this.#dialect === 'dtsearch' && !isPhrase) return left;
        if (this.#neighbours === 'refused') this.#checkNeighbours(left, next);
      } else {
        this.#at += 1;
        // `a AND NOT b`, and Westlaw's `%`, which is a NOT by itself.
        if (binding === 'and' && this.#next()?.kind === 'not') {
          this.#at += 1;
          const right = this.#climb(power + 1);
          left = conjunction([
            { ...left, joint: 'and' },
            { ...negated(right, next.from), joint: 'and' },
          ]);
          continue;
        }
      }
      const right = this.#climb(power + 1);
      left = this.#joined(left, next, binding, right);
    }
  }

  #joined(left: Part, between: Lexeme, binding: ReturnType<typeof bindingOf>, right: Part): Part {
    if (between.kind === 'near' || between.kind === 'same') return proximity(left, between, right, this.#q);
    const joint = binding === 'or' ? 'or' : 'and';
    if (binding === 'neighbours' && this.#dialect === 'dtsearch') {
      return { node: phraseOf([this.#textOf(left), this.#textOf(right)]), from: left.from, to: right.to };
    }
    if (binding === 'or' || binding === 'neighbours') {
      return disjunction([
        { ...left, joint: 'or' },
        { ...right, joint: 'or' },
      ]);
    }
    const second = binding === 'not' ? negated(right, between.from) : right;
    return conjunction([
      { ...left, joint },
      { ...second, joint },
    ]);
  }

  #textOf(part: Part): TextNode {
    const node = this.#nodeOf(part);
    if (isPlace(node) && isText(node)) return node;
    throw queryFault(part.from, 'A phrase is made of words.', 'a connector before what is no word');
  }

  #operand(): Part {
    const lexeme = this.#next();
    if (lexeme === undefined) throw missingOperand(lexeme, this.#q);
    this.#at += 1;
    const { from, to } = lexeme;
    switch (lexeme.kind) {
      case 'word':
        return { node: this.#words(lexeme.text, from), from, to };
      case 'phrase':
        return { node: this.#phrase(lexeme), from, to };
      case 'open':
        return this.#brackets(lexeme);
      case 'atLeast':
        return this.#atLeast(lexeme);
      case 'title': {
        const inside = this.#brackets(this.#opening());
        return { node: { kind: 'title', of: this.#nodeOf(inside) }, from, to: inside.to };
      }
      case 'like':
        return { node: likeNode(lexeme), from, to };
      case 'field':
        return this.#field(lexeme);
      case 'not':
        if (this.#powers.and !== undefined) return negated(this.#climb(21), from);
        throw queryFault(
          from,
          'NOT takes away whole documents and is no operand of a proximity connector.',
          'a word, a phrase or a group of them joined by OR',
        );
      default:
        throw missingOperand(lexeme, this.#q);
    }
  }

  #opening(): Lexeme {
    const open = this.#next();
    if (open === undefined) throw missingOperand(open, this.#q);
    this.#at += 1;
    return open;
  }

  #brackets(open: Lexeme): Part {
    this.#depth += 1;
    if (this.#depth > maxDepth) {
      throw queryFault(open.from, `Brackets stand ${this.#depth} deep.`, `${maxDepth} at most`);
    }
    const inside = this.#expression();
    const close = this.#next();
    if (close?.kind !== 'close') {
      throw queryFault(open.from, 'This bracket is not closed.', `“)” before position ${this.#end() + 1}`);
    }
    this.#at += 1;
    this.#depth -= 1;
    return { ...inside, from: open.from, to: close.to };
  }

  #atLeast({ from, times }: Lexeme & { kind: 'atLeast' }): Part {
    const inside = this.#brackets(this.#opening());
    const node = this.#nodeOf(inside);
    if (!isPlace(node)) {
      throw queryFault(
        inside.from,
        'atleast counts words, phrases and windows.',
        'no AND, NOT or field within',
        `Write atleast${times}(…) for each word, joined by AND.`,
      );
    }
    return { node: { kind: 'atLeast', times, of: node }, from, to: inside.to };
  }

  #field(lexeme: Lexeme & { kind: 'field' }): Part {
    const { name, value, valueFrom, from, to } = lexeme;
    if (name === 'in') return { node: null, streams: streamOf(value, valueFrom), from, to };
    if (name === 'title') {
      const words = value.split(/\s+/).flatMap((chunk) => writtenWords(chunk, valueFrom, this.#dialect));
      this.#count(words.length, valueFrom);
      if (words.length === 0) throw noWord(value, valueFrom);
      return { node: { kind: 'title', of: phraseOf(words) }, from, to };
    }
    return { node: fieldNode(name, value, valueFrom), from, to };
  }

  #words(text: string, from: number): TextNode {
    const words = writtenWords(text, from, this.#dialect);
    if (words.length === 0) throw noWord(text, from);
    this.#count(words.length, from);
    return phraseOf(words);
  }

  #phrase({ text, textFrom, distance }: Lexeme & { kind: 'phrase' }): PlaceNode {
    const words = [...text.matchAll(/\S+/g)].flatMap(({ 0: chunk, index }) =>
      writtenWords(chunk, textFrom + index, this.#dialect),
    );
    const [first, ...others] = words;
    if (first === undefined) throw noWord(`"${text}"`, textFrom - 1);
    this.#count(words.length, textFrom);
    if (distance === null) return phraseOf(words);
    if (others.length === 0) {
      throw queryFault(textFrom, 'One word stands before “~”.', 'two words or more within the quotation marks');
    }
    return others.reduce<PlaceNode>(
      (left, right) => ({ kind: 'near', words: distance, ordered: false, left, right }),
      first,
    );
  }

  #count(words: number, position: number): void {
    this.#terms += words;
    if (this.#terms > maxTerms) {
      throw queryFault(position, `The query asks for more than ${maxTerms} words.`, 'fewer, or several queries');
    }
  }
}

function phraseOf(words: readonly TextNode[]): TextNode {
  const [first] = words;
  if (first !== undefined && words.length === 1) return first;
  return { kind: 'phrase', of: words.flatMap((word) => (word.kind === 'phrase' ? word.of : [word])) };
}

function negated(part: Part, from: number): Part {
  if (part.node === null) {
    throw queryFault(
      part.from,
      '“in:” cannot be taken away.',
      'something to leave out',
      'Write in:body to leave footnotes out.',
    );
  }
  return { node: { kind: 'not', of: part.node }, from, to: part.to };
}

function bindingOf(lexeme: Lexeme): Binding | 'and' | 'not' | 'neighbours' {
  if (lexeme.kind === 'near') return lexeme.ordered ? 'nearOrdered' : 'near';
  if (lexeme.kind === 'same') return lexeme.ordered ? `${lexeme.unit}Ordered` : lexeme.unit;
  return lexeme.kind === 'and' || lexeme.kind === 'or' || lexeme.kind === 'not' ? lexeme.kind : 'neighbours';
}

function isPhrasePart(lexeme: Lexeme): boolean {
  return lexeme.kind === 'word' || (lexeme.kind === 'phrase' && lexeme.distance === null);
}

function isField({ node }: Part): boolean {
  return node === null || ['title', 'type', 'filer', 'ecf', 'filed', 'tag', 'has'].includes(node.kind);
}

function missingOperand(lexeme: Lexeme | undefined, q: string) {
  const at = lexeme?.from ?? q.trimEnd().length;
  if (q.trim() === '') return queryFault(0, 'There is nothing to search for.', 'a word or a phrase');
  const wrong =
    lexeme === undefined
      ? 'The query ends where a word should follow.'
      : `“${q.slice(lexeme.from, lexeme.to)}” stands where a word should.`;
  return queryFault(at, wrong, 'a word, a phrase, a field or a bracket', 'Put quotation marks around what is text.');
}

function noWord(text: string, position: number) {
  return queryFault(position, `There is no word in ${text}.`, 'a word or a phrase', 'Leave it out.');
}
