// Counts documents by facet value while an exact question is evaluated. In a facet with a choice of its own the other values keep their
// counts: they are counted as if it were not. In: documents with the passages of their matches. Out: counts by stored value.
import type { FacetName } from '../../contract/facets.ts';
import {
  caseLabelOf,
  documentFacetNames,
  documentLabelOf,
  type DocumentFacetName,
} from '../../engine/document-facets.ts';
import { facetKey, labelledValue } from '../../engine/index-fields.ts';
import { passageFacetNames, type PassageFacetName } from '../../engine/passage-facets.ts';
import { choicesOf, isChosen, isWithinDates, type Choice, type Filters } from '../choices.ts';
import type { FacetCounts } from './exact-question.ts';
import type { FacetValueTable } from './facet-values.ts';
import type { CorpusDocument } from './searchable-corpus.ts';

/** Facets of passages. */
const ofPassages = [...passageFacetNames, 'tag'] as const;

/** A choice among values of passages, by their numbers. */
interface PassageChoice {
  readonly name: PassageFacetName;
  readonly wanted: ReadonlySet<number>;
  readonly unwanted: ReadonlySet<number>;
}

/** What a document or a passage does not fulfil: nothing, one choice (its facet still counts it), or more. */
export type Failing = FacetName | 'dates' | 'nothing' | 'more';

/** The filters of a question. */
export class ExactFilters {
  readonly #filters: Filters;
  readonly #document: readonly Choice<DocumentFacetName>[];
  readonly #passage: readonly PassageChoice[];
  readonly #tag: readonly Choice<'tag'>[];

  constructor(filters: Filters, table: FacetValueTable) {
    this.#filters = filters;
    this.#document = choicesOf(filters, documentFacetNames);
    this.#passage = choicesOf(filters, passageFacetNames).map(({ name, wanted, unwanted }) => {
      const ids = (keys: ReadonlySet<string>) => new Set([...keys].map((key) => table.idOfKey(name, key)));
      return { name, wanted: ids(wanted), unwanted: ids(unwanted) };
    });
    this.#tag = choicesOf(filters, ['tag']);
  }

  /** Whether passages are chosen among. */
  get choosesPassages(): boolean {
    return this.#passage.length + this.#tag.length > 0;
  }

  document({ facets, document }: CorpusDocument): Failing {
    let failing: Failing = isWithinDates(this.#filters, document.details.filedOn) ? 'nothing' : 'dates';
    for (const choice of this.#document) {
      if (isChosen(choice, facets[choice.name].keys)) continue;
      if (failing !== 'nothing') return 'more';
      failing = choice.name;
    }
    return failing;
  }

  passage(passage: PassagePick): Failing {
    let failing: Failing = 'nothing';
    for (const { name, wanted, unwanted } of this.#passage) {
      const isWanted = wanted.size === 0 || passage.values.some((id) => wanted.has(id));
      if (isWanted && !passage.values.some((id) => unwanted.has(id))) continue;
      if (failing !== 'nothing') return 'more';
      failing = name;
    }
    for (const choice of this.#tag) {
      const keys = passage.tags.map(({ id }) => facetKey(id));
      if (isChosen(choice, keys)) continue;
      if (failing !== 'nothing') return 'more';
      failing = 'tag';
    }
    return failing;
  }
}

/** A passage with what facets ask of it. */
export interface PassagePick {
  /** Numbers of its values. */
  readonly values: Uint32Array;
  readonly tags: readonly { readonly id: string; readonly name: string }[];
}

/** Counts of one answer. */
export class FacetTally {
  readonly #wanted: ReadonlySet<FacetName>;
  readonly #keepsOwn: boolean;
  readonly #counts = new Map<FacetName, Map<string, number>>();
  readonly #months = new Map<string, number>();
  readonly #table: FacetValueTable;
  /** By number of a value: how many documents have it, and the last of them. */
  readonly #byId: number[] = [];
  readonly #lastWith: number[] = [];
  #documents = 0;

  /** `own`: whether a facet's own choice is left out of its counts, as a list of values to choose from wants it, or kept. */
  constructor(table: FacetValueTable, wanted: readonly FacetName[], own: 'left out' | 'kept' = 'left out') {
    this.#table = table;
    this.#keepsOwn = own === 'kept';
    this.#wanted = new Set(wanted);
    for (const facet of wanted) this.#counts.set(facet, new Map());
  }

  /** Whether any facet of passages is counted: only then their values are needed. */
  get asksPassages(): boolean {
    return ofPassages.some((facet) => this.#wanted.has(facet));
  }

  /**
   * A document that satisfies the question. `failing`: the one choice that it fails; `isThrough`: whether the choices among passages let
   * it through. `passages`: those of its matches (all of it, when it has none), each with the one choice that it fails.
   */
  add(
    found: CorpusDocument,
    failing: FacetName | 'dates' | 'nothing',
    isThrough: boolean,
    passages: ReadonlyMap<PassagePick, FacetName | 'nothing'>,
  ): void {
    if (isThrough) this.#addDocument(found, failing);
    if (failing !== 'nothing' || (this.#keepsOwn && !isThrough)) return;
    this.#documents += 1;
    for (const [{ values }, fails] of passages) {
      for (const id of values) {
        if (fails !== 'nothing' && (this.#keepsOwn || fails !== this.#table.facetOf(id))) continue;
        // A document counts for a value once.
        if (this.#lastWith[id] === this.#documents) continue;
        this.#lastWith[id] = this.#documents;
        this.#byId[id] = (this.#byId[id] ?? 0) + 1;
      }
    }
    if (this.#wanted.has('tag')) this.#addTags(passages);
  }

  #addTags(passages: ReadonlyMap<PassagePick, FacetName | 'nothing'>): void {
    const values = new Set<string>();
    for (const [{ tags }, fails] of passages) {
      if (fails !== 'nothing' && (this.#keepsOwn || fails !== 'tag')) continue;
      for (const { id, name } of tags) values.add(labelledValue(id, name));
    }
    for (const value of values) this.#count('tag', value);
  }

  #addDocument({ document, facets }: CorpusDocument, failing: FacetName | 'dates' | 'nothing'): void {
    const month = document.details.filedOn?.slice(0, 7);
    if (month !== undefined && (failing === 'nothing' || failing === 'dates')) {
      this.#months.set(month, (this.#months.get(month) ?? 0) + 1);
    }
    for (const facet of documentFacetNames) {
      if (!this.#wanted.has(facet) || (failing !== 'nothing' && (this.#keepsOwn || failing !== facet))) continue;
      for (const value of facets[facet].values) {
        this.#count(
          facet,
          facet === 'document'
            ? labelledValue(value, documentLabelOf(document))
            : facet === 'case'
              ? labelledValue(value, caseLabelOf(document))
              : value,
        );
      }
    }
  }

  #count(facet: FacetName, value: string): void {
    const counts = this.#counts.get(facet);
    counts?.set(value, (counts.get(value) ?? 0) + 1);
  }

  counts(): Partial<Record<FacetName, FacetCounts>> {
    const counted = new Map([...this.#counts].map(([facet, counts]) => [facet, Object.fromEntries(counts)]));
    for (const [id, count] of this.#byId.entries()) {
      const facet = this.#table.facetOf(id);
      const counts = facet === undefined ? undefined : counted.get(facet);
      // The list has holes where no document of this answer has the value.
      if (counts !== undefined && count > 0) counts[this.#table.valueOf(id)] = count;
    }
    return Object.fromEntries(counted);
  }

  months(): FacetCounts {
    return Object.fromEntries(this.#months);
  }
}
