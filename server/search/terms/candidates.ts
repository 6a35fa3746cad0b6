// Which documents a query could match at all: an FTS5 expression of ours over the bags of their words (server/text/word-bag.ts), which
// finds a superset of what the evaluator finds. In: a tree. Out: the expression, or null when nothing restricts (all documents).
// Bounded: no word of the user's is ever read as FTS5's syntax, and its parser never meets more depth or words than it bears.
import { canAskFor } from '../../text/word-bag.ts';
import { mayMiss } from './likeness.ts';
import type { QueryNode } from './query-tree.ts';
import { fixedStart } from './word-pattern.ts';

/** Words that have a form (`*ook`), by the vocabulary of the corpus; null when there are too many to name. */
export type Expansion = (pattern: string) => readonly string[] | null;

/** Past these, a part of the query restricts nothing. */
const maxExpansion = 500;
const maxHeight = 60;

/** A restriction in alternating layers; null restricts nothing, an `any` of none excludes every document. */
type Restriction = string | { readonly joint: 'AND' | 'OR'; readonly of: readonly Restriction[] };

/** The expression for the table of bags; null: all documents. */
export function candidatesOf(tree: QueryNode, expand: Expansion = () => null): string | null {
  const restriction = restrictionOf(tree, expand, 0);
  return restriction === null ? null : written(restriction);
}

function restrictionOf(node: QueryNode, expand: Expansion, height: number): Restriction | null {
  if (height > maxHeight) return null;
  const inside = (nodes: readonly QueryNode[]) => nodes.map((each) => restrictionOf(each, expand, height + 1));
  switch (node.kind) {
    case 'term':
      return canAskFor(node.word) ? quoted(node.word) : null;
    case 'prefix':
      return prefix(node.stem);
    case 'pattern': {
      const words = expand(node.pattern);
      if (words === null || words.length > maxExpansion) return prefix(fixedStart(node.pattern));
      return anyOf(words.map((word) => (canAskFor(word) ? quoted(word) : null)));
    }
    case 'phrase':
    case 'and':
      return allOf(inside(node.of));
    case 'near':
    case 'same':
      return allOf(inside([node.left, node.right]));
    case 'variants':
    case 'anyOf':
    case 'or':
      return anyOf(inside(node.of));
    case 'like':
      return alike(node.words);
    case 'atLeast':
    case 'within':
      return restrictionOf(node.of, expand, height);
    // What takes documents away, or asks no text, restricts by no word.
    case 'not':
    case 'title':
    case 'type':
    case 'filer':
    case 'ecf':
    case 'filed':
    case 'tag':
    case 'has':
      return null;
  }
}

/** Of as many words as may be missing, and one more, at least one is there. The longest ones: they are rare. */
function alike(words: readonly string[]): Restriction | null {
  const enough = words.toSorted((a, b) => b.length - a.length).slice(0, mayMiss(words.length) + 1);
  return anyOf(enough.map((word) => (canAskFor(word) ? quoted(word) : null)));
}

function prefix(stem: string): string | null {
  return stem !== '' && canAskFor(stem) ? `${quoted(stem)}*` : null;
}

function quoted(word: string): string {
  return `"${word}"`;
}

/** What restricts nothing is left out of AND. */
function allOf(parts: readonly (Restriction | null)[]): Restriction | null {
  const of = flat(
    'AND',
    parts.filter((part) => part !== null),
  );
  const [first] = of;
  return first === undefined ? null : of.length === 1 ? first : { joint: 'AND', of };
}

/** What restricts nothing makes the whole OR restrict nothing. */
function anyOf(parts: readonly (Restriction | null)[]): Restriction | null {
  const restricting = parts.filter((part) => part !== null);
  if (restricting.length < parts.length || parts.length === 0) return null;
  const of = flat('OR', restricting);
  const [first] = of;
  return first === undefined ? null : of.length === 1 ? first : { joint: 'OR', of };
}

/** Layers of the same kind become one, and equal words one: a chain of proximities is no deeper than a list. */
function flat(joint: 'AND' | 'OR', parts: readonly Restriction[]): Restriction[] {
  return [...new Set(parts.flatMap((part) => (typeof part !== 'string' && part.joint === joint ? part.of : [part])))];
}

function written(restriction: Restriction): string {
  if (typeof restriction === 'string') return restriction;
  return `(${restriction.of.map(written).join(` ${restriction.joint} `)})`;
}
