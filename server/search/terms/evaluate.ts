// The positional evaluator: whether a document satisfies a query, and every match in it (DOMAIN.md §6). The one truth behind counts,
// highlights, reports and exports. In: a tree and a document's token streams and details. Out: matches in reading order. Pure.
import type { PlaceNode, QueryNode, StreamChoice } from './query-tree.ts';
import { meetsField, type SearchedDetails } from './field-tests.ts';
import { inOrder, tokenStream, type Places, type TokenStream } from './token-stream.ts';
import { allWindows, minimalWindows, type Nearness, type Occurrence } from './windows.ts';
import { patternTest } from './word-pattern.ts';

/** A document as it is asked. */
export interface SearchedDocument {
  /** In reading order. */
  readonly streams: readonly TokenStream[];
  readonly details: SearchedDetails;
}

/** A match: from its first to its last position in a stream, and the stretches that are painted, in reading order. */
export interface Match extends Places {
  /** Index of the stream. */
  readonly stream: number;
  readonly spans: readonly Places[];
}

/** What a document answers. A document may satisfy a query without a match (`NOT titan`, `type:order`). */
export interface Evaluation {
  readonly satisfied: boolean;
  readonly matches: readonly Match[];
}

const nothing: Evaluation = { satisfied: false, matches: [] };
const everything: Evaluation = { satisfied: true, matches: [] };

/** Evaluates a query on one document. Body and footnotes are read unless the query says otherwise. */
export function evaluate(tree: QueryNode, document: SearchedDocument): Evaluation {
  return evaluateIn(tree, document, ['body', 'footnote']);
}

const kindsOf: Record<StreamChoice, readonly TokenStream['kind'][]> = {
  body: ['body'],
  footnotes: ['footnote'],
  furniture: ['furniture'],
};

function evaluateIn(node: QueryNode, document: SearchedDocument, kinds: readonly TokenStream['kind'][]): Evaluation {
  switch (node.kind) {
    case 'and': {
      const answers: Evaluation[] = [];
      for (const each of node.of) {
        const answer = evaluateIn(each, document, kinds);
        if (!answer.satisfied) return nothing;
        answers.push(answer);
      }
      return { satisfied: true, matches: union(answers) };
    }
    case 'or': {
      const answers = node.of.map((each) => evaluateIn(each, document, kinds)).filter(({ satisfied }) => satisfied);
      return { satisfied: answers.length > 0, matches: union(answers) };
    }
    case 'not':
      return evaluateIn(node.of, document, kinds).satisfied ? nothing : everything;
    case 'within':
      return evaluateIn(node.of, document, kindsOf[node.streams]);
    case 'atLeast': {
      const matches = matchesOf(node.of, document, kinds);
      return matches.length >= node.times ? { satisfied: true, matches } : nothing;
    }
    case 'title': {
      const title = { streams: [tokenStream('body', document.details.title ?? '')], details: document.details };
      return evaluateIn(node.of, title, ['body']).satisfied ? everything : nothing;
    }
    case 'type':
    case 'filer':
    case 'ecf':
    case 'filed':
    case 'tag':
    case 'has':
      return meetsField(node, document.details) ? everything : nothing;
    default: {
      const matches = matchesOf(node, document, kinds);
      return { satisfied: matches.length > 0, matches };
    }
  }
}

/** The matches of a place in all streams of these kinds. */
function matchesOf(node: PlaceNode, document: SearchedDocument, kinds: readonly TokenStream['kind'][]): Match[] {
  return document.streams.flatMap((stream, index) => {
    if (!kinds.includes(stream.kind)) return [];
    return matchOccurrences(node, stream).map((occurrence) => ({
      stream: index,
      from: occurrence.from,
      to: occurrence.to,
      spans: spansOf(occurrence),
    }));
  });
}

/** Each occurrence of words and phrases, minimal windows of proximity. */
function matchOccurrences(node: PlaceNode, stream: TokenStream): readonly Occurrence[] {
  if (node.kind === 'near' || node.kind === 'same') {
    const [left, right] = [occurrencesOf(node.left, stream), occurrencesOf(node.right, stream)];
    return left.length === 0 || right.length === 0 ? [] : minimalWindows(left, right, nearnessOf(node, stream));
  }
  if (node.kind !== 'anyOf') return withoutHolders(occurrencesOf(node, stream));
  return distinct(node.of.flatMap((each) => matchOccurrences(each, stream)));
}

/** Everywhere it stands; of proximity every window. */
function occurrencesOf(node: PlaceNode, stream: TokenStream): readonly Occurrence[] {
  switch (node.kind) {
    case 'term':
      return (stream.words.get(node.word) ?? []).map(single);
    case 'prefix':
      return wordsThat((word) => word.startsWith(node.stem), stream);
    case 'pattern':
      return wordsThat(patternTest(node.pattern), stream);
    case 'phrase':
      return phraseOccurrences(node.of, stream);
    case 'variants':
    case 'anyOf':
      return distinct(node.of.flatMap((each) => occurrencesOf(each, stream)));
    case 'near':
    case 'same': {
      const [left, right] = [occurrencesOf(node.left, stream), occurrencesOf(node.right, stream)];
      return left.length === 0 || right.length === 0 ? [] : allWindows(left, right, nearnessOf(node, stream));
    }
  }
}

function nearnessOf(node: PlaceNode & { kind: 'near' | 'same' }, stream: TokenStream): Nearness {
  const { ordered } = node;
  if (node.kind === 'near') return { ordered, words: node.words, starts: null };
  return { ordered, words: null, starts: node.unit === 'sentence' ? stream.sentenceStarts : stream.paragraphStarts };
}

function wordsThat(test: (word: string) => boolean, stream: TokenStream): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (const [word, places] of stream.words) if (test(word)) found.push(...places.map(single));
  return distinct(found);
}

/** Each part begins where the one before it has ended. */
function phraseOccurrences(parts: readonly PlaceNode[], stream: TokenStream): readonly Occurrence[] {
  const [first, ...others] = parts;
  if (first === undefined) return [];
  let found = occurrencesOf(first, stream);
  for (const part of others) {
    if (found.length === 0) return found;
    const byStart = Map.groupBy(occurrencesOf(part, stream), ({ from }) => from);
    found = distinct(
      found.flatMap(({ from, to }) => (byStart.get(to + 1) ?? []).map((next) => single({ from, to: next.to }))),
    );
  }
  return found;
}

function single({ from, to }: Places): Occurrence {
  return { from, to, of: null };
}

/**
 * `cross!` stands at `cross` and at the whole `crossdevice` over it: that is one occurrence, the shorter. In: reading order.
 */
function withoutHolders(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  const kept: Occurrence[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const occurrence of occurrences.toReversed()) {
    if (occurrence.to >= end) continue;
    if (kept.at(-1)?.from === occurrence.from) kept.pop();
    kept.push(occurrence);
    end = occurrence.to;
  }
  return kept.toReversed();
}

/** In reading order, of equal places one. */
function distinct(occurrences: readonly Occurrence[]): Occurrence[] {
  return occurrences.toSorted(inOrder).filter(({ from, to }, at, all) => {
    const before = all[at - 1];
    return before === undefined || before.from !== from || before.to !== to;
  });
}

/** The words and phrases of a window, in reading order. */
function spansOf({ from, to, of }: Occurrence): Places[] {
  return of === null ? [{ from, to }] : of.flatMap(spansOf).toSorted(inOrder);
}

/** The matches of several, in reading order, of equal places one. */
function union(answers: readonly Evaluation[]): readonly Match[] {
  const [first] = answers;
  if (first !== undefined && answers.length === 1) return first.matches;
  const all = answers
    .flatMap(({ matches }) => matches)
    .toSorted((one, other) => one.stream - other.stream || inOrder(one, other));
  return all.filter(({ stream, from, to }, at) => {
    const before = all[at - 1];
    return before === undefined || before.stream !== stream || before.from !== from || before.to !== to;
  });
}
