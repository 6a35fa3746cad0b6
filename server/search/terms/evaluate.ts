// The positional evaluator: whether a document satisfies a query, and every match in it (DOMAIN.md §6). The one truth behind counts,
// highlights, reports and exports. In: a tree and a document's words and details. Out: matches in reading order. Pure.
import { isText, type PlaceNode, type QueryNode, type StreamChoice, type TextNode } from './query-tree.ts';
import { meetsField, type SearchedDetails } from './field-tests.ts';
import { likenesses } from './likeness.ts';
import { PackedWords, packWords } from './packed-words.ts';
import { distinct, merged, tokenStream, type Places } from './token-stream.ts';
import { shortestOf, windowsOperand } from './operand-windows.ts';
import { eitherOperand, placesOperand, type Operand } from './operands.ts';
import { minimalWindows, operandWindows, type Nearness, type Occurrence } from './windows.ts';
import { fixedStart, patternTest } from './word-pattern.ts';

/** A document as it is asked. */
export interface SearchedDocument {
  readonly words: PackedWords;
  readonly details: SearchedDetails;
}

/** A match: from its first to its last position, and the stretches that are painted, in reading order. */
export interface Match extends Places {
  readonly spans: readonly Places[];
}

/** What a document answers. A document may satisfy a query without a match (`NOT titan`, `type:order`). */
export interface Evaluation {
  readonly satisfied: boolean;
  readonly matches: readonly Match[];
}

/** Hears how often each operand of the Boolean connectors stands in the document, and of a text how much the best place is alike. */
export type Tally = (operand: QueryNode, matches: number, alike?: number) => void;

/** Called often; throws when the answer is not wanted any more. */
export type Check = () => void;

const nothing: Evaluation = { satisfied: false, matches: [] };
const everything: Evaluation = { satisfied: true, matches: [] };

/** Evaluates a query on one document. Body and footnotes are read unless the query says otherwise. */
export function evaluate(
  tree: QueryNode,
  document: SearchedDocument,
  tally: Tally = () => undefined,
  check: Check = () => undefined,
): Evaluation {
  return evaluateIn(tree, document, { from: 0, to: document.words.furniture, check }, tally);
}

/** Positions from `from` to before `to` are read. */
interface Reach extends Places {
  readonly check: Check;
}

function reachOf(choice: StreamChoice, { footnotes, furniture }: PackedWords): Places {
  if (choice === 'body') return { from: 0, to: footnotes };
  return choice === 'footnotes'
    ? { from: footnotes, to: furniture }
    : { from: furniture, to: Number.POSITIVE_INFINITY };
}

function evaluateIn(node: QueryNode, document: SearchedDocument, reach: Reach, tally: Tally): Evaluation {
  switch (node.kind) {
    case 'and': {
      const answers: Evaluation[] = [];
      for (const each of node.of) {
        const answer = evaluateIn(each, document, reach, tally);
        if (!answer.satisfied) return nothing;
        answers.push(answer);
      }
      return { satisfied: true, matches: union(answers) };
    }
    // Alternatives of places are operands of an OR here: each ranks by its own rarity.
    case 'anyOf':
    case 'or': {
      const answers = node.of
        .map((each) => evaluateIn(each, document, reach, tally))
        .filter(({ satisfied }) => satisfied);
      return { satisfied: answers.length > 0, matches: union(answers) };
    }
    case 'not':
      return evaluateIn(node.of, document, reach, () => undefined).satisfied ? nothing : everything;
    case 'within':
      return evaluateIn(node.of, document, { ...reach, ...reachOf(node.streams, document.words) }, tally);
    case 'atLeast': {
      const matches = matchesOf(node.of, document.words, reach);
      if (matches.length < node.times) return nothing;
      tally(node, matches.length);
      return { satisfied: true, matches };
    }
    case 'like': {
      const matches = likenesses(node.words, document.words, reach);
      tally(node, matches.length, Math.max(0, ...matches.map(({ alike }) => alike)));
      return { satisfied: matches.length > 0, matches };
    }
    case 'title': {
      const stream = tokenStream('body', document.details.title ?? '');
      const words = new PackedWords(packWords([{ stream, pieces: [] }]));
      return evaluate(node.of, { words, details: document.details }).satisfied ? everything : nothing;
    }
    case 'type':
    case 'filer':
    case 'ecf':
    case 'filed':
    case 'tag':
    case 'has':
      return meetsField(node, document.details) ? everything : nothing;
    default: {
      const matches = matchesOf(node, document.words, reach);
      tally(node, matches.length);
      return { satisfied: matches.length > 0, matches };
    }
  }
}

/** The matches of a place. */
function matchesOf(node: PlaceNode, words: PackedWords, reach: Reach): Match[] {
  return matchOccurrences(node, { words, reach }).map((occurrence) => ({
    from: occurrence.from,
    to: occurrence.to,
    spans: spansOf(occurrence),
  }));
}

/** The words that are read. */
interface Reading {
  readonly words: PackedWords;
  readonly reach: Reach;
}

/** Each occurrence of words and phrases, minimal windows of proximity. */
function matchOccurrences(node: PlaceNode, reading: Reading): readonly Occurrence[] {
  if (node.kind === 'near' || node.kind === 'same') {
    const [left, right] = [besideOthers(node.left, reading), besideOthers(node.right, reading)];
    return left.length === 0 || right.length === 0 ? [] : minimalWindows(left, right, nearnessOf(node, reading));
  }
  if (node.kind !== 'anyOf') return withoutHolders(occurrencesOf(node, reading));
  return merged(node.of.map((each) => matchOccurrences(each, reading)));
}

/** As an operand of proximity: everywhere it stands; of windows those that a minimal one can be made of. */
function besideOthers(node: PlaceNode, reading: Reading): readonly Occurrence[] {
  if (isText(node)) return occurrencesOf(node, reading);
  if (node.kind === 'anyOf') return merged(node.of.map((each) => besideOthers(each, reading)));
  const { left, right } = node;
  if (!isText(left) || !isText(right)) return shortestOf(operandOf(node, reading));
  return operandWindows(occurrencesOf(left, reading), occurrencesOf(right, reading), nearnessOf(node, reading));
}

/** As an operand within an operand: everywhere it stands, every window. */
function operandOf(node: PlaceNode, reading: Reading): Operand {
  if (isText(node)) return placesOperand(occurrencesOf(node, reading));
  if (node.kind === 'anyOf') return eitherOperand(node.of.map((each) => operandOf(each, reading)));
  return windowsOperand(
    operandOf(node.left, reading),
    operandOf(node.right, reading),
    nearnessOf(node, reading),
    reading.reach.check,
  );
}

/** Everywhere it stands. */
function occurrencesOf(node: TextNode, reading: Reading): readonly Occurrence[] {
  switch (node.kind) {
    case 'term':
      return within(reading, reading.words.placesOf(node.word));
    case 'prefix':
      return wordsThat(reading, node.stem, null);
    case 'pattern':
      return wordsThat(reading, fixedStart(node.pattern), patternTest(node.pattern));
    case 'phrase':
      return phraseOccurrences(node.of, reading);
    case 'variants':
    case 'anyOf':
      return merged(node.of.map((each) => occurrencesOf(each, reading)));
  }
}

function nearnessOf(node: PlaceNode & { kind: 'near' | 'same' }, { words }: Reading): Nearness {
  const { ordered } = node;
  if (node.kind === 'near') return { ordered, words: node.words, starts: null };
  return { ordered, words: null, starts: node.unit === 'sentence' ? words.sentenceStarts : words.paragraphStarts };
}

function wordsThat(reading: Reading, start: string, test: ((word: string) => boolean) | null): readonly Occurrence[] {
  const found: Occurrence[] = [];
  // They are many words of few places: to sort these is faster than to merge them.
  for (const places of reading.words.startingWith(start, test)) {
    for (const place of within(reading, places)) found.push(place);
  }
  return distinct(found);
}

/** Those that are read. */
function within({ reach }: Reading, places: readonly Places[]): readonly Places[] {
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return places;
  if (first.from >= reach.from && last.from < reach.to) return places;
  return places.filter(({ from }) => from >= reach.from && from < reach.to);
}

/** Each part begins where the one before it has ended. */
function phraseOccurrences(parts: readonly TextNode[], reading: Reading): readonly Occurrence[] {
  const [first, ...others] = parts;
  if (first === undefined) return [];
  let found = occurrencesOf(first, reading);
  for (const part of others) {
    if (found.length === 0) return found;
    found = distinct(followedBy(found, occurrencesOf(part, reading)));
  }
  return found;
}

/** Each of the first that one of the others begins behind, with it. All in reading order. */
function followedBy(occurrences: readonly Occurrence[], others: readonly Occurrence[]): Occurrence[] {
  const joined: Occurrence[] = [];
  let next = 0;
  for (const { from, to } of occurrences) {
    // One that is longer may end behind where a later one ends.
    while (next > 0 && (others[next - 1]?.from ?? 0) > to) next -= 1;
    while (next < others.length && (others[next]?.from ?? 0) <= to) next += 1;
    for (let at = next; others[at]?.from === to + 1; at += 1) joined.push({ from, to: others[at]?.to ?? to });
  }
  return joined;
}

/**
 * `cross!` stands at `cross` and at the whole `crossdevice` over it: that is one occurrence, the shorter. In: reading order.
 */
function withoutHolders(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  if (occurrences.every(({ from }, at) => at === 0 || (occurrences[at - 1]?.to ?? 0) < from)) return occurrences;
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

/** The words and phrases of a window, in reading order: of two parts one begins behind the other. */
function spansOf(occurrence: Occurrence): readonly Places[] {
  const { of } = occurrence;
  return of === undefined ? [occurrence] : of.flatMap(spansOf);
}

/** The matches of several, in reading order, of equal places one. */
function union(answers: readonly Evaluation[]): readonly Match[] {
  return merged(answers.map(({ matches }) => matches));
}
