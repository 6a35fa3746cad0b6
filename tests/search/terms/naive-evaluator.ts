// The definition of a match (DOMAIN.md §6) written down as plainly as can be: every pair of places is tried, nothing is sorted out early.
// Slow, and only for tests: the evaluator must agree with it.
import type { PlaceNode, QueryNode } from '../../../server/search/terms/query-tree.ts';
import type { TokenStream } from '../../../server/search/terms/token-stream.ts';
import type { AskedDocument } from './asked-document.ts';

type Place = readonly [from: number, to: number];
export interface NaiveAnswer {
  readonly satisfied: boolean;
  /** `stream:from-to`, in reading order. */
  readonly matches: readonly string[];
}

export function naiveAnswer(tree: QueryNode, document: AskedDocument, kinds = ['body', 'footnote']): NaiveAnswer {
  const ask = (node: QueryNode) => naiveAnswer(node, document, kinds);
  const yes = (satisfied: boolean): NaiveAnswer => ({ satisfied, matches: [] });
  switch (tree.kind) {
    case 'and':
      return tree.of.every((each) => ask(each).satisfied) ? joined(tree.of.map(ask)) : yes(false);
    case 'or':
      return tree.of.some((each) => ask(each).satisfied)
        ? joined(tree.of.map(ask).filter(({ satisfied }) => satisfied))
        : yes(false);
    case 'not':
      return yes(!ask(tree.of).satisfied);
    case 'within':
      return naiveAnswer(tree.of, document, [tree.streams.replace('footnotes', 'footnote')]);
    case 'atLeast': {
      const inside = ask(tree.of);
      return inside.matches.length >= tree.times ? inside : yes(false);
    }
    case 'type':
      return yes(document.details.type === tree.type);
    case 'like':
    case 'title':
    case 'filer':
    case 'ecf':
    case 'filed':
    case 'tag':
    case 'has':
      throw new Error('asked in a table of its own');
    default: {
      const matches = document.streams.flatMap((stream, index) =>
        kinds.includes(stream.kind) ? matchPlaces(tree, stream).map(([from, to]) => `${index}:${from}-${to}`) : [],
      );
      return { satisfied: matches.length > 0, matches };
    }
  }
}

function joined(answers: readonly NaiveAnswer[]): NaiveAnswer {
  const matches = [...new Set(answers.flatMap((each) => each.matches))];
  const numbers = (match: string) => match.split(/[:-]/).map(Number);
  matches.sort((one, other) => {
    const [a, b] = [numbers(one), numbers(other)];
    const at = a.findIndex((number, place) => number !== b[place]);
    return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
  });
  return { satisfied: true, matches };
}

function matchPlaces(node: PlaceNode, stream: TokenStream): Place[] {
  if (node.kind === 'anyOf') return sorted(node.of.flatMap((each) => matchPlaces(each, stream)));
  const all = places(node, stream);
  const minimal = all.filter(([from, to]) => !all.some(([a, b]) => a >= from && b <= to && (a > from || b < to)));
  if (node.kind !== 'near' && node.kind !== 'same') return minimal;
  const apart: Place[] = [];
  for (const place of minimal) if (apart.every(([, to]) => to < place[0])) apart.push(place);
  return apart;
}

function places(node: PlaceNode, stream: TokenStream): Place[] {
  const words = [...stream.words].flatMap(([word, found]) =>
    found.map(({ from, to }) => ({ word, place: [from, to] as const })),
  );
  const those = (test: (word: string) => boolean) =>
    sorted(words.filter(({ word }) => test(word)).map(({ place }) => place));
  switch (node.kind) {
    case 'term':
      return those((word) => word === node.word);
    case 'prefix':
      return those((word) => word.slice(0, node.stem.length) === node.stem);
    case 'pattern': {
      const form = node.pattern.replaceAll('?', '.').replaceAll('¿', '.?').replaceAll('*', '.*');
      return those((word) => new RegExp(`^${form}$`, 'u').test(word));
    }
    case 'variants':
    case 'anyOf':
      return sorted(node.of.flatMap((each) => places(each, stream)));
    case 'phrase': {
      const [first, ...others] = node.of.map((each) => places(each, stream));
      return sorted(
        others.reduce<Place[]>(
          (before, after) =>
            before.flatMap(([from, end]) =>
              after.flatMap(([begin, to]): Place[] => (begin === end + 1 ? [[from, to]] : [])),
            ),
          first ?? [],
        ),
      );
    }
    case 'near':
    case 'same': {
      const windows: Place[] = [];
      for (const left of places(node.left, stream)) {
        for (const right of places(node.right, stream)) {
          const [first, second] = left[0] <= right[0] ? [left, right] : [right, left];
          if (first[1] >= second[0] || (node.ordered && first !== left)) continue;
          const near =
            node.kind === 'near'
              ? second[0] - first[1] <= node.words
              : isOneStretch(
                  node.unit === 'sentence' ? stream.sentenceStarts : stream.paragraphStarts,
                  first[0],
                  second[1],
                );
          if (near) windows.push([first[0], second[1]]);
        }
      }
      return sorted(windows);
    }
  }
}

/** No stretch begins behind `from` up to `to`. */
function isOneStretch(starts: readonly number[], from: number, to: number): boolean {
  return !starts.some((start) => start > from && start <= to);
}

function sorted(list: readonly Place[]): Place[] {
  return [...new Map(list.map((place) => [place.join(), place])).values()].toSorted(
    (a, b) => a[0] - b[0] || a[1] - b[1],
  );
}
