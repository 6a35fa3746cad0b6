// A query's tree in plain words: what is searched, so that nobody has to trust that the characters were read as they were meant.
// In: a tree. Out: one phrase that begins with “documents”. Every kind of node has its words here and a row in the test.
import { isPlace, type HasValue, type PlaceNode, type QueryNode, type StreamChoice } from './query-tree.ts';

/** What the query finds, in plain words. */
export function explain(tree: QueryNode): string {
  return `documents ${clause(tree)}`;
}

const streamWords: Record<StreamChoice, string> = {
  body: 'the body, not in footnotes',
  footnotes: 'footnotes',
  furniture: 'stamps, page numbers and margins',
};

const hasWords: Record<HasValue, string> = {
  redaction: 'with a redaction',
  'bad-redaction': 'with a bad redaction',
  ocr: 'with pages recognised from pictures',
  'unread-pages': 'with pages that could not be read',
};

function clause(node: QueryNode): string {
  if (isPlace(node)) return placeClause(node);
  switch (node.kind) {
    case 'title':
      return `whose title is one ${clause(node.of)}`;
    case 'type':
      return `of type “${node.type}”`;
    case 'filer':
      return `filed by “${node.name}”`;
    case 'ecf':
      return `with ECF No. ${node.number}`;
    case 'filed':
      return filedClause(node.from, node.to);
    case 'tag':
      return `with the tag “${node.name}”`;
    case 'has':
      return hasWords[node.what];
    case 'and':
      return conjunction(node.of);
    case 'or':
      return node.of.map(grouped).join(' or ');
    case 'like':
      return `with a passage that reads like “${clipped(node.text)}”`;
    case 'not':
      return `except those ${grouped(node.of)}`;
    case 'atLeast':
      return `where ${named(node.of)} stands at least ${node.times} ${node.times === 1 ? 'time' : 'times'}`;
    case 'within':
      return `${clause(node.of)}, looking only in ${streamWords[node.streams]}`;
  }
}

/** As much of a text as tells which it is. */
function clipped(text: string): string {
  const signs = Array.from(text);
  return signs.length <= 80 ? text : `${signs.slice(0, 79).join('')}…`;
}

function conjunction(nodes: readonly QueryNode[]): string {
  const wanted = nodes.filter(({ kind }) => kind !== 'not').map(grouped);
  const excluded = nodes.filter(({ kind }) => kind === 'not').map(clause);
  const parts = wanted.length === 0 ? excluded : [wanted.join(' and '), ...excluded];
  return parts.join(', ');
}

function grouped(node: QueryNode): string {
  const hasParts = ['and', 'or', 'anyOf', 'within'].includes(node.kind);
  return hasParts ? `(${clause(node)})` : clause(node);
}

function filedClause(from: string | null, to: string | null): string {
  if (from !== null && from === to) return `filed on ${from}`;
  if (from === null) return `filed on or before ${to ?? ''}`;
  return to === null ? `filed on or after ${from}` : `filed from ${from} to ${to}`;
}

function placeClause(node: PlaceNode): string {
  if (node.kind === 'near') {
    const { words, ordered } = node;
    const how = ordered
      ? words === 1
        ? 'right before'
        : `at most ${words} words before`
      : words === 1
        ? 'right beside'
        : `within ${words} words of`;
    return `where ${named(node.left)} stands ${how} ${named(node.right)}`;
  }
  if (node.kind === 'same') {
    return node.ordered
      ? `where ${named(node.left)} stands before ${named(node.right)} in the same ${node.unit}`
      : `where ${named(node.left)} and ${named(node.right)} stand in the same ${node.unit}`;
  }
  if (node.kind === 'anyOf') return node.of.map(placeClause).join(' or ');
  return `with ${named(node)}`;
}

/** A place as the operand of another. */
function named(node: PlaceNode): string {
  switch (node.kind) {
    case 'term':
      return `“${node.word}”`;
    case 'prefix':
      return `a word that begins with “${node.stem}”`;
    case 'pattern':
      return `a word of the form “${shownPattern(node.pattern)}”`;
    case 'phrase':
      return `the phrase “${node.of.map(withinPhrase).join(' ')}”`;
    case 'variants':
      return `“${node.written.toLowerCase()}” (also as one word or in parts)`;
    case 'anyOf':
      return `(${node.of.map(named).join(' or ')})`;
    case 'near':
    case 'same':
      return `(${placeClause(node).replace(/^where /, '')})`;
  }
}

function withinPhrase(node: PlaceNode): string {
  if (node.kind === 'term') return node.word;
  if (node.kind === 'prefix') return `${node.stem}…`;
  if (node.kind === 'pattern') return shownPattern(node.pattern);
  return node.kind === 'variants' ? node.written.toLowerCase() : named(node);
}

/** `?` one character, `*` any number, `(?)` one or none. */
function shownPattern(pattern: string): string {
  return pattern.replaceAll('¿', '(?)');
}
