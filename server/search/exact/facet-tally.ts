// Counts documents by facet value while an exact question is evaluated. In a facet with a choice of its own the other values keep their
// counts: they are counted as if it were not. In: documents with the passages of their matches. Out: counts by value.
import { facetNames, type FacetName } from '../../contract/facets.ts';
import { documentFacetNames } from '../../engine/document-facets.ts';
import { passageFacetNames } from '../../engine/passage-facets.ts';
import { choicesOf, isWithinDates, type Filters } from '../choices.ts';
import type { CountedValue } from '../counted-values.ts';
import type { FacetCounts } from './exact-question.ts';
import type { FacetNumbers, FacetValueTable } from './facet-values.ts';
import type { CorpusDocument } from './searchable-corpus.ts';

/** Facets of passages. */
const ofPassages = [...passageFacetNames, 'tag'] as const;

/** A choice, by the numbers of what is chosen. */
interface NumberedChoice {
  readonly name: FacetName;
  readonly wanted: ReadonlySet<number>;
  readonly unwanted: ReadonlySet<number>;
}

/** What a document or a passage does not fulfil: nothing, one choice (its facet still counts it), or more. */
export type Failing = FacetName | 'dates' | 'nothing' | 'more';

/** Of passages of a document what each has with its tags, by the one choice that it fails. */
export type TouchedPassages = ReadonlyMap<FacetName | 'nothing', readonly FacetNumbers[]>;

/** The filters of a question. */
export class ExactFilters {
  readonly #filters: Filters;
  readonly #table: FacetValueTable;
  readonly #document: readonly NumberedChoice[];
  readonly #passage: readonly NumberedChoice[];
  readonly #choosesNoDocuments: boolean;

  constructor(filters: Filters, table: FacetValueTable) {
    this.#filters = filters;
    this.#table = table;
    const numbered = (names: readonly FacetName[]): NumberedChoice[] =>
      choicesOf(filters, names).map(({ name, wanted, unwanted }) => {
        const numbers = (keys: ReadonlySet<string>) => new Set([...keys].map((key) => table.choiceOf(name, key)));
        return { name, wanted: numbers(wanted), unwanted: numbers(unwanted) };
      });
    this.#document = numbered(documentFacetNames);
    this.#passage = numbered(ofPassages);
    this.#choosesNoDocuments = this.#document.length === 0 && filters.filedFrom === null && filters.filedTo === null;
  }

  /** Whether passages are chosen among. */
  get choosesPassages(): boolean {
    return this.#passage.length > 0;
  }

  document(document: CorpusDocument): Failing {
    if (this.#choosesNoDocuments) return 'nothing';
    const isInDates = isWithinDates(this.#filters, document.details.filedOn);
    return this.#failingOf(this.#document, document.values, isInDates ? 'nothing' : 'dates');
  }

  passage(values: FacetNumbers): Failing {
    return this.#failingOf(this.#passage, values, 'nothing');
  }

  #failingOf(choices: readonly NumberedChoice[], values: FacetNumbers, already: 'dates' | 'nothing'): Failing {
    let failing: Failing = already;
    for (const { name, wanted, unwanted } of choices) {
      const isWanted = wanted.size === 0 || values.some((each) => wanted.has(this.#table.chosenBy(each)));
      if (isWanted && !values.some((each) => unwanted.has(this.#table.chosenBy(each)))) continue;
      if (failing !== 'nothing') return 'more';
      failing = name;
    }
    return failing;
  }
}

/** Counts of one answer. */
export class FacetTally {
  readonly #wanted: readonly FacetName[];
  readonly #keepsOwn: boolean;
  readonly #months = new Map<string, number>();
  readonly #table: FacetValueTable;
  /** By number of a value: how many documents have it, and the last of them; 0: none. */
  #counts = new Uint32Array(0);
  #lastWith = new Uint32Array(0);
  /** The numbers that any has. */
  readonly #counted: number[] = [];
  #documents = 0;

  /** `own`: whether a facet's own choice is left out of its counts, as a list of values to choose from wants it, or kept. */
  constructor(table: FacetValueTable, wanted: readonly FacetName[], own: 'left out' | 'kept' = 'left out') {
    this.#table = table;
    this.#keepsOwn = own === 'kept';
    this.#wanted = facetNames.filter((facet) => wanted.includes(facet));
  }

  /** Whether any facet of passages is counted: only then their values are needed. */
  get asksPassages(): boolean {
    return ofPassages.some((facet) => this.#wanted.includes(facet));
  }

  /**
   * A document that satisfies the question. `failing`: the one choice that it fails; `isThrough`: whether the choices among passages let
   * it through. `passages`: those of its matches (all of it, when it has none) that fail one choice at most.
   */
  add(
    { values: ofDocument, month }: CorpusDocument,
    failing: FacetName | 'dates' | 'nothing',
    isThrough: boolean,
    passages: TouchedPassages,
  ): void {
    this.#documents += 1;
    this.#makeRoom();
    if (isThrough) {
      this.#addMonth(month, failing);
      this.#addValues(ofDocument, failing);
    }
    if (failing !== 'nothing' || (this.#keepsOwn && !isThrough)) return;
    for (const [fails, those] of passages) for (const values of those) this.#addValues(values, fails);
  }

  #addMonth(month: string | null, failing: FacetName | 'dates' | 'nothing'): void {
    if (month === null || (failing !== 'nothing' && failing !== 'dates')) return;
    this.#months.set(month, (this.#months.get(month) ?? 0) + 1);
  }

  /** A document counts for a value once, and for a facet whose choice it fails only there. */
  #addValues(values: FacetNumbers, failing: FacetName | 'dates' | 'nothing'): void {
    if (failing !== 'nothing' && this.#keepsOwn) return;
    for (const number of values) {
      if (this.#lastWith[number] === this.#documents) continue;
      if (failing !== 'nothing' && failing !== this.#table.facetOf(number)) continue;
      const before = this.#counts[number] ?? 0;
      if (before === 0) this.#counted.push(number);
      this.#counts[number] = before + 1;
      this.#lastWith[number] = this.#documents;
    }
  }

  /** For values that were met since: passages are read as they are needed. */
  #makeRoom(): void {
    const { size } = this.#table;
    if (size <= this.#counts.length) return;
    const grown = (numbers: Uint32Array): Uint32Array<ArrayBuffer> => {
      const larger = new Uint32Array(Math.ceil(size * 1.2));
      larger.set(numbers);
      return larger;
    };
    this.#counts = grown(this.#counts);
    this.#lastWith = grown(this.#lastWith);
  }

  counts(): FacetCounts {
    const counted = Map.groupBy(this.#counted, (number) => this.#table.facetOf(number));
    return Object.fromEntries(this.#wanted.map((facet) => [facet, this.#valuesOf(counted.get(facet) ?? [])]));
  }

  /** Numbers of one facet → its values. One id with several labels is one value, called what most of its documents call it. */
  #valuesOf(numbers: readonly number[]): CountedValue[] {
    const [table, ranks] = [this.#table, this.#table.ranks()];
    const values = new Map<number, { readonly called: number; readonly most: number; readonly count: number }>();
    for (const number of numbers) {
      const count = this.#counts[number] ?? 0;
      // A name that is only the id again is what it is called when nothing calls it otherwise.
      const weight = table.labelOf(number) === table.idOf(number) ? 0 : count;
      const choice = table.chosenBy(number);
      const before = values.get(choice);
      const isCalledSo = before === undefined || weight > before.most;
      values.set(choice, {
        called: isCalledSo ? number : before.called,
        most: isCalledSo ? weight : before.most,
        count: count + (before?.count ?? 0),
      });
    }
    return [...values.values()]
      .toSorted((a, b) => b.count - a.count || (ranks[a.called] ?? 0) - (ranks[b.called] ?? 0))
      .map(({ called, count }) => ({ id: table.idOf(called), label: table.labelOf(called), count }));
  }

  months(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#months);
  }
}
