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
import type { CorpusDocument, PassageValues } from './searchable-corpus.ts';

/** Facets of passages. */
const ofPassages = [...passageFacetNames, 'tag'] as const;
type PassageChoice = (typeof ofPassages)[number];

/** What a document or a passage does not fulfil: nothing, one choice (its facet still counts it), or more. */
export type Failing = FacetName | 'dates' | 'nothing' | 'more';

/** The filters of a question. */
export class ExactFilters {
  readonly #filters: Filters;
  readonly #document: readonly Choice<DocumentFacetName>[];
  readonly #passage: readonly Choice<PassageChoice>[];

  constructor(filters: Filters) {
    this.#filters = filters;
    this.#document = choicesOf(filters, documentFacetNames);
    this.#passage = choicesOf(filters, ofPassages);
  }

  /** Whether passages are chosen among. */
  get choosesPassages(): boolean {
    return this.#passage.length > 0;
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
    for (const choice of this.#passage) {
      if (isChosen(choice, keysOf(passage, choice.name))) continue;
      if (failing !== 'nothing') return 'more';
      failing = choice.name;
    }
    return failing;
  }
}

/** A passage with what facets ask of it. */
export interface PassagePick {
  readonly values: PassageValues | undefined;
  readonly tags: readonly { readonly id: string; readonly name: string }[];
}

function keysOf({ values, tags }: PassagePick, name: PassageChoice): readonly string[] {
  return name === 'tag' ? tags.map(({ id }) => facetKey(id)) : (values?.[name].keys ?? []);
}

/** Counts of one answer. */
export class FacetTally {
  readonly #wanted: ReadonlySet<FacetName>;
  readonly #keepsOwn: boolean;
  readonly #counts = new Map<FacetName, Map<string, number>>();
  readonly #months = new Map<string, number>();

  /** `own`: whether a facet's own choice is left out of its counts, as a list of values to choose from wants it, or kept. */
  constructor(wanted: readonly FacetName[], own: 'left out' | 'kept' = 'left out') {
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
    for (const facet of ofPassages) {
      if (!this.#wanted.has(facet)) continue;
      // Two spellings that differ in capitals only are one value: a document counts for it once.
      const values = new Map<string, string>();
      for (const [passage, fails] of passages) {
        if (fails !== 'nothing' && (this.#keepsOwn || fails !== facet)) continue;
        const keys = keysOf(passage, facet);
        for (const [at, value] of storedOf(passage, facet).entries()) {
          const key = keys[at] ?? value;
          if (!values.has(key)) values.set(key, value);
        }
      }
      for (const value of values.values()) this.#count(facet, value);
    }
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
    return Object.fromEntries([...this.#counts].map(([facet, counts]) => [facet, Object.fromEntries(counts)]));
  }

  months(): FacetCounts {
    return Object.fromEntries(this.#months);
  }
}

function storedOf({ values, tags }: PassagePick, facet: PassageFacetName | 'tag'): readonly string[] {
  return facet === 'tag' ? tags.map(({ id, name }) => labelledValue(id, name)) : (values?.[facet].values ?? []);
}
