// Parts of a query joined to one: AND, OR, proximity, and the scope that `in:` sets. In: parts with their places in the query.
// Refuses what has no one meaning: AND mixed with OR, whole documents as operands of proximity, `in:` beside OR.
import type { Lexeme } from './lexer.ts';
import { queryFault } from './query-fault.ts';
import { isPlace, type PlaceNode, type QueryNode, type StreamChoice } from './query-tree.ts';

/** What a stretch of the query asks. */
export interface Part {
  /** Null for `in:` alone. */
  readonly node: QueryNode | null;
  readonly streams?: StreamChoice;
  readonly from: number;
  readonly to: number;
}

/** A part in a list, with what stands before it. */
export interface Placed extends Part {
  readonly joint: 'and' | 'or' | 'neighbours';
  /** Where the connector stands, or the part without one. */
  readonly jointAt?: number;
}

/** All of them, in the streams that an `in:` among them chooses. */
export function conjunction(parts: readonly Placed[]): Part {
  const scopes = parts.filter(({ streams }) => streams !== undefined);
  const [scope, second] = scopes;
  if (second !== undefined) {
    throw queryFault(second.from, '“in:” stands here a second time.', 'one “in:” beside the words it is for');
  }
  const nodes = parts.flatMap(({ node }) => (node === null ? [] : node.kind === 'and' ? node.of : [node]));
  const place = placeOf(parts);
  const [first] = nodes;
  if (first === undefined) return { ...place, node: null, ...(scope?.streams && { streams: scope.streams }) };
  const node: QueryNode = nodes.length === 1 ? first : { kind: 'and', of: nodes };
  return { ...place, node: scope?.streams === undefined ? node : { kind: 'within', streams: scope.streams, of: node } };
}

/** Any of them. */
export function disjunction(parts: readonly Placed[]): Part {
  const nodes = parts.flatMap(({ node, from }): readonly QueryNode[] => {
    if (node === null) {
      throw queryFault(
        from,
        '“in:” says where to look and is no alternative.',
        'AND beside “in:”',
        'Write in:footnotes AND (… OR …).',
      );
    }
    return node.kind === 'or' || node.kind === 'anyOf' ? node.of : [node];
  });
  const places = nodes.filter(isPlace);
  return {
    ...placeOf(parts),
    node: places.length === nodes.length ? { kind: 'anyOf', of: places } : { kind: 'or', of: nodes },
  };
}

function placeOf(parts: readonly Part[]): { from: number; to: number } {
  return { from: parts[0]?.from ?? 0, to: parts.at(-1)?.to ?? 0 };
}

/** Refuses a list with both AND (or mere neighbours) and OR, and writes both readings out. */
export function refuseMixture(parts: readonly Placed[], q: string): void {
  const joints = parts.slice(1);
  const firstOr = joints.find(({ joint }) => joint === 'or');
  const firstAnd = joints.find(({ joint }) => joint !== 'or');
  if (firstOr === undefined || firstAnd === undefined) return;
  throw queryFault(
    Math.max(firstOr.jointAt ?? firstOr.from, firstAnd.jointAt ?? firstAnd.from),
    'AND and OR are mixed (a space is AND).',
    'brackets that say which comes first',
    `Write ${reading(parts, 'or', q)}, or ${reading(parts, 'and', q)}.`,
  );
}

/** The list with brackets around what is parted by `outer`. */
function reading(parts: readonly Placed[], outer: 'and' | 'or', q: string): string {
  const groups: Placed[][] = [];
  for (const part of parts) {
    const isOuter = (part.joint === 'or') === (outer === 'or');
    const last = groups.at(-1);
    if (last === undefined || isOuter) groups.push([part]);
    else last.push(part);
  }
  const inner = outer === 'or' ? ' AND ' : ' OR ';
  return groups
    .map((group) => {
      const text = group.map(({ from, to }) => q.slice(from, to)).join(inner);
      return group.length > 1 ? `(${text})` : text;
    })
    .join(` ${outer.toUpperCase()} `);
}

/** Two operands that stand near one another. */
export function proximity(left: Part, between: Lexeme & { kind: 'near' | 'same' }, right: Part, q: string): Part {
  const connector = q.slice(between.from, between.to);
  const sides = { left: operandOf(left, connector, right, q), right: operandOf(right, connector, left, q) };
  const { ordered } = between;
  const node: PlaceNode =
    between.kind === 'near'
      ? { kind: 'near', words: between.words, ordered, ...sides }
      : { kind: 'same', unit: between.unit, ordered, ...sides };
  return { node, from: left.from, to: right.to };
}

function operandOf(part: Part, connector: string, other: Part, q: string): PlaceNode {
  const { node, from } = part;
  if (node !== null && isPlace(node)) return node;
  const what =
    node?.kind === 'and'
      ? 'AND asks of whole documents'
      : node?.kind === 'not'
        ? 'NOT takes away whole documents'
        : node?.kind === 'atLeast'
          ? 'atleast counts in whole documents'
          : node?.kind === 'or'
            ? 'This OR asks of whole documents'
            : 'A field asks of whole documents';
  const near = q.slice(other.from, other.to);
  throw queryFault(
    from,
    `${what} and is no operand of ${connector}.`,
    'a word, a phrase, or a group of them joined by OR',
    node?.kind === 'and' ? `Write a AND b as two: (a ${connector} ${near}) AND (b ${connector} ${near}).` : '',
  );
}
