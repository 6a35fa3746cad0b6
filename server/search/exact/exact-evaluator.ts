// Exact search over the whole corpus: candidates by the bags of words, the evaluator's word on each, counts and facets in one pass.
// In: questions. Out: counts, a page of the list, the matches of one document — all of the same evaluation. Keeps no matches: those that
// are shown are found again, since the same question on the same words gives the same. Runs in a thread; `check` throws to stop it.
import type { FacetName } from '../../contract/facets.ts';
import type { SearchSort } from '../../contract/search-api.ts';
import { candidatesOf } from '../terms/candidates.ts';
import { unnamedWord } from '../../text/word-bag.ts';
import { evaluate, type Check, type Match } from '../terms/evaluate.ts';
import type { PackedWords } from '../terms/packed-words.ts';
import type { Places } from '../terms/token-stream.ts';
import { patternTest } from '../terms/word-pattern.ts';
import type { ExactCounts, ExactList, ExactQuestion, FoundMatch, WantedList } from './exact-question.ts';
import { ExactFilters, FacetTally, type Failing, type TouchedPassages } from './facet-tally.ts';
import type { FacetNumbers } from './facet-values.ts';
import { Ranking } from './ranking.ts';
import type { CorpusDocument, SearchableCorpus, Snapshot } from './searchable-corpus.ts';

/** A document that satisfies a question, and how many of its matches the filters let through. */
interface Found {
  readonly found: CorpusDocument;
  readonly matches: number;
}

interface Result {
  readonly revision: number;
  readonly documents: readonly Found[];
  /** Of each document. */
  readonly scores: Float64Array;
  readonly tally: FacetTally;
  readonly notIndexed: number;
}

/** What the choices among passages leave of a document. */
interface Picked {
  /** Passages of its matches (all of them, when it has none) that fail one choice at most. */
  readonly passages: TouchedPassages;
  readonly kept: readonly Match[];
  readonly isThrough: boolean;
}

/** Words looked through for those of a form. */
const mostWords = 5000;
/** Results kept: who pages through a list asks the same again. */
const keptResults = 8;

const noPassages: TouchedPassages = new Map();

export class ExactEvaluator {
  readonly #corpus: SearchableCorpus;
  readonly #results = new Map<string, Result>();

  constructor(corpus: SearchableCorpus) {
    this.#corpus = corpus;
  }

  /** Reads the corpus, which the first question would wait for. */
  prepare(): void {
    this.#corpus.now();
  }

  /** A page of the list, with counts. */
  list(question: ExactQuestion, wanted: WantedList, check: Check): ExactList {
    const result = this.#result(question, wanted, check);
    const { documents, tally, notIndexed } = result;
    const grouped = wanted.group === 'document';
    const rowsOf = ({ matches }: Found): number => (grouped ? 1 : Math.max(1, matches));
    const shown: FoundMatch[] = [];
    let skip = (wanted.page - 1) * wanted.perPage;
    for (const each of sorted(result, wanted.sort)) {
      const rows = rowsOf(each);
      if (shown.length >= wanted.perPage) break;
      if (skip < rows) {
        const matches = this.#shownOf(
          question,
          each.found,
          { skip, most: grouped ? 1 : wanted.perPage - shown.length },
          check,
        );
        shown.push(...matches);
      }
      skip = Math.max(0, skip - rows);
    }
    return {
      matches: documents.reduce((sum, { matches }) => sum + matches, 0),
      documents: documents.length,
      rows: documents.reduce((sum, each) => sum + rowsOf(each), 0),
      shown,
      counts: tally.counts(),
      months: tally.months(),
      notIndexed,
    };
  }

  /** All documents of the answer, with their numbers of matches. */
  counts(question: ExactQuestion, facets: readonly FacetName[], check: Check): ExactCounts {
    const corpus = this.#corpus.now();
    const { documents, tally, notIndexed } = this.#evaluate(
      corpus,
      question,
      new FacetTally(this.#corpus.values, facets, 'kept'),
      check,
    );
    return {
      documents: documents.map(({ found: { id, file, family }, matches }) => {
        return { documentId: id, matches, file, family, familySize: corpus.familySizes.get(family) ?? 1 };
      }),
      counts: tally.counts(),
      notIndexed,
    };
  }

  /** All matches of one document; none when it is not among the answer's. */
  matchesOf(question: ExactQuestion, documentId: string, check: Check): FoundMatch[] {
    const found = this.#corpus.now().byId.get(documentId);
    if (found === undefined || new ExactFilters(question.filters, this.#corpus.values).document(found) !== 'nothing')
      return [];
    return this.#shownOf(question, found, { skip: 0, most: Number.POSITIVE_INFINITY }, check).filter(
      ({ index }) => index !== null,
    );
  }

  #result(question: ExactQuestion, { facets }: WantedList, check: Check): Result {
    const corpus = this.#corpus.now();
    const key = JSON.stringify([question, facets]);
    const known = this.#results.get(key);
    this.#results.delete(key);
    const result =
      known?.revision === corpus.revision
        ? known
        : this.#evaluate(corpus, question, new FacetTally(this.#corpus.values, facets), check);
    this.#results.set(key, result);
    const [oldest] = this.#results.keys();
    if (this.#results.size > keptResults && oldest !== undefined) this.#results.delete(oldest);
    return result;
  }

  #evaluate(corpus: Snapshot, { tree, filters: given }: ExactQuestion, tally: FacetTally, check: Check): Result {
    const filters = new ExactFilters(given, this.#corpus.values);
    const ranking = new Ranking(corpus.documents.length);
    const documents: Found[] = [];
    const expression = candidatesOf(tree, (pattern) => this.#wordsOfForm(pattern));
    const candidates = expression === null ? corpus.documents : this.#corpus.candidates(corpus, expression);
    for (const document of candidates) {
      check();
      const failing = filters.document(document);
      if (failing === 'more') continue;
      const words = document.fileId === null ? null : this.#corpus.words(document.fileId);
      if (words === null) continue;
      ranking.begin(words.length);
      const { satisfied, matches } = evaluate(tree, { words, details: document.details }, ranking.tally, check);
      if (!satisfied) continue;
      const { passages, kept, isThrough } = this.#pick(document, words, matches, filters, tally.asksPassages);
      tally.add(document, failing, isThrough, passages);
      if (failing !== 'nothing' || !isThrough) continue;
      ranking.keep();
      documents.push({ found: document, matches: kept.length });
    }
    const notIndexed = corpus.withoutWords.filter((document) => filters.document(document) === 'nothing').length;
    return { revision: corpus.revision, documents, scores: ranking.scores(), tally, notIndexed };
  }

  #wordsOfForm(pattern: string): readonly string[] | null {
    const words = this.#corpus.vocabulary(pattern.replaceAll('¿', '*'), mostWords);
    return words === null ? null : [...words.filter(patternTest(pattern)), unnamedWord];
  }

  /**
   * Which matches the choices among passages let through, and what facets count of the passages touched. A document without a match is
   * let through by any of its passages.
   */
  #pick(
    { fileId, tags }: CorpusDocument,
    words: PackedWords,
    matches: readonly Match[],
    filters: ExactFilters,
    asksFacets: boolean,
  ): Picked {
    if (!filters.choosesPassages && !asksFacets) return { passages: noPassages, kept: matches, isThrough: true };
    const values = fileId === null ? null : this.#corpus.passageFacets(fileId);
    const valuesOf = (ordinal: number): FacetNumbers => withTags(values?.at(ordinal) ?? [], tags.get(ordinal));
    const all = (): number[] => Array.from({ length: values?.size ?? 0 }, (_, ordinal) => ordinal);
    if (!filters.choosesPassages) {
      const touched = matches.length === 0 ? all() : words.passagesTouched(spansOf(matches));
      return { passages: new Map([['nothing', touched.map(valuesOf)]]), kept: matches, isThrough: true };
    }
    const passages = new Map<FacetName | 'nothing', FacetNumbers[]>();
    const failings = new Map<number, Failing>();
    const failingOf = (ordinal: number): Failing => {
      const known = failings.get(ordinal);
      if (known !== undefined) return known;
      const ofPassage = valuesOf(ordinal);
      const failing = filters.passage(ofPassage);
      failings.set(ordinal, failing);
      if (failing !== 'more' && failing !== 'dates') {
        const others = passages.get(failing);
        if (others === undefined) passages.set(failing, [ofPassage]);
        else others.push(ofPassage);
      }
      return failing;
    };
    if (matches.length === 0) for (const ordinal of all()) failingOf(ordinal);
    const kept = matches.filter(({ spans }) => {
      const ordinals = spans.flatMap((span) => words.passagesOf(span));
      // Furniture is no passage: it has nothing that could be chosen.
      return (ordinals.length === 0 ? [-1] : ordinals).map(failingOf).includes('nothing');
    });
    return { passages, kept, isThrough: matches.length > 0 ? kept.length > 0 : passages.has('nothing') };
  }

  /** Matches of a document from the `skip`th on; one without a place when it satisfies without. */
  #shownOf(
    { tree, filters: given }: ExactQuestion,
    found: CorpusDocument,
    { skip, most }: { readonly skip: number; readonly most: number },
    check: Check,
  ): FoundMatch[] {
    const words = found.fileId === null ? null : this.#corpus.words(found.fileId);
    if (words === null) return [];
    const { satisfied, matches } = evaluate(tree, { words, details: found.details }, undefined, check);
    if (!satisfied) return [];
    const { kept } = this.#pick(found, words, matches, new ExactFilters(given, this.#corpus.values), false);
    const documentId = found.id;
    const matchesInDocument = kept.length;
    if (kept.length === 0) return [{ documentId, index: null, matchesInDocument, parts: [] }];
    return kept.slice(skip, skip + most).map(({ spans }, at) => ({
      documentId,
      index: skip + at,
      matchesInDocument,
      parts: spans.map((span) => words.partsOf(span)),
    }));
  }
}

function spansOf(matches: readonly Match[]): readonly Places[] {
  const all: Places[] = [];
  // There may be a hundred thousand of them, for which `flatMap` takes three times as long.
  for (const { spans } of matches) for (const span of spans) all.push(span);
  return all;
}

function withTags(values: FacetNumbers, tags: FacetNumbers | undefined): FacetNumbers {
  return tags === undefined ? values : [...values, ...tags];
}

/** The documents as a list shows them; found in the order of the dockets, in which equals stay. */
function sorted({ documents, scores }: Result, sort: SearchSort): readonly Found[] {
  if (sort === 'position') return documents;
  if (sort === 'relevance') {
    return documents
      .map((each, at) => ({ each, score: scores[at] ?? 0 }))
      .toSorted((one, other) => other.score - one.score)
      .map(({ each }) => each);
  }
  const sign = sort === 'filed' ? 1 : -1;
  return documents.toSorted((one, other) => {
    const [a, b] = [one.found.details.filedOn, other.found.details.filedOn];
    // What has no date comes last in either order.
    if (a === null || b === null || a === b) return Number(a === null) - Number(b === null);
    return a < b ? -sign : sign;
  });
}
