// A tree on one line, for tables of tests: `AND(titan, near5(a, b))`.
import type { QueryNode } from '../../../server/search/terms/query-tree.ts';

export function shownTree(node: QueryNode): string {
  const list = (nodes: readonly QueryNode[]) => nodes.map(shownTree).join(', ');
  switch (node.kind) {
    case 'term':
      return node.word;
    case 'prefix':
      return `${node.stem}…`;
    case 'pattern':
      return `/${node.pattern}/`;
    case 'phrase':
      return `"${node.of.map(shownTree).join(' ')}"`;
    case 'variants':
      return `{${list(node.of)}}`;
    case 'anyOf':
      return `ANY(${list(node.of)})`;
    case 'and':
      return `AND(${list(node.of)})`;
    case 'or':
      return `OR(${list(node.of)})`;
    case 'not':
      return `NOT(${shownTree(node.of)})`;
    case 'near':
      return `${node.ordered ? 'pre' : 'near'}${node.words}(${list([node.left, node.right])})`;
    case 'same':
      return `${node.ordered ? 'ordered ' : ''}${node.unit}(${list([node.left, node.right])})`;
    case 'like':
      return `LIKE(${node.words.join(' ')})`;
    case 'atLeast':
      return `${node.times}×(${shownTree(node.of)})`;
    case 'title':
      return `title(${shownTree(node.of)})`;
    case 'within':
      return `${node.streams}[${shownTree(node.of)}]`;
    case 'filed':
      return `filed:${node.from ?? ''}..${node.to ?? ''}`;
    case 'type':
      return `type:${node.type}`;
    case 'ecf':
      return `ecf:${node.number}`;
    case 'has':
      return `has:${node.what}`;
    case 'filer':
    case 'tag':
      return `${node.kind}:${node.name}`;
  }
}
