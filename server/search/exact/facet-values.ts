// Facet values as numbers: a name stands in thousands of passages, and exact search counts it for every document.
// In: values of documents and passages. Out: their numbers, what a number means, and the number by which it is chosen. Two spellings
// that the engine compares as one have one number, of which the first that is met is shown.
import type { FacetName } from '../../contract/facets.ts';
import type { FacetedPassage } from '../../contract/word-index.ts';
import { facetKey, facetValue, labelledValue } from '../../engine/index-fields.ts';
import { passageFacetNames, passageFacetsOf } from '../../engine/passage-facets.ts';
import { compareLabels } from '../counted-values.ts';

/** Numbers of what a passage or document has. */
export type FacetNumbers = readonly number[];

/** What the numbers mean. */
export class FacetValueTable {
  /** By facet and key. */
  readonly #choices = new Map<string, number>();
  /** By facet and spelling, since normalising one takes longer than looking it up. */
  readonly #known = new Map<string, number>();
  readonly #facets: FacetName[] = [];
  readonly #ids: (string | null)[] = [];
  readonly #labels: (string | null)[] = [];
  readonly #chosenBy: number[] = [];
  /** Lists of numbers, each once: most passages have the same few. */
  readonly #lists = new Map<string, FacetNumbers>();
  /** All numbers in the order of their labels, and of each its place there; null: there are others since. */
  readonly #ordered: number[] = [];
  #ranks: Uint32Array | null = null;

  /**
   * The number of a value. An id that people call something has a number for each name, since the caption of a case is not the same on
   * all its filings and all are counted; they are chosen by one.
   */
  numberOf(facet: FacetName, value: string, label: string | null = null): number {
    const spelling = `${facet} ${label === null ? value : labelledValue(value, label)}`;
    const known = this.#known.get(spelling);
    if (known !== undefined) return known;
    const choice = this.choiceOf(facet, facetKey(value));
    const number = label === null ? choice : this.#add(facet, choice);
    this.#ids[number] ??= value;
    this.#labels[number] ??= label === null ? value : facetValue(label);
    this.#ranks = null;
    this.#known.set(spelling, number);
    return number;
  }

  /** The number by which whatever is compared as this key is chosen, whether or not anything has it yet. */
  choiceOf(facet: FacetName, key: string): number {
    const name = `${facet} ${key}`;
    const known = this.#choices.get(name);
    if (known !== undefined) return known;
    const choice = this.#add(facet, this.#facets.length);
    this.#choices.set(name, choice);
    return choice;
  }

  /** The number by which a value is chosen. */
  chosenBy(number: number): number {
    return this.#chosenBy[number] ?? number;
  }

  facetOf(number: number): FacetName | undefined {
    return this.#facets[number];
  }

  /** The id; empty for a number that nothing has. */
  idOf(number: number): string {
    return this.#ids[number] ?? '';
  }

  /** What people call it: the id itself where it has no label. */
  labelOf(number: number): string {
    return this.#labels[number] ?? '';
  }

  /** Of each number its place among all when they are looked up by label. */
  ranks(): Uint32Array {
    if (this.#ranks !== null) return this.#ranks;
    for (let number = this.#ordered.length; number < this.size; number += 1) this.#ordered.push(number);
    // Those that were in order are gone through once, the few new ones are put between them.
    this.#ordered.sort((one, other) => compareLabels(this.labelOf(one), this.labelOf(other)));
    const ranks = new Uint32Array(this.size);
    for (const [rank, number] of this.#ordered.entries()) ranks[number] = rank;
    this.#ranks = ranks;
    return ranks;
  }

  /** The one list of these numbers. */
  listOf(numbers: FacetNumbers): FacetNumbers {
    const key = numbers.join(' ');
    const known = this.#lists.get(key);
    if (known !== undefined) return known;
    this.#lists.set(key, numbers);
    return numbers;
  }

  /** How many numbers there are. */
  get size(): number {
    return this.#facets.length;
  }

  #add(facet: FacetName, choice: number): number {
    this.#ids.push(null);
    this.#labels.push(null);
    this.#ranks = null;
    this.#chosenBy.push(choice);
    return this.#facets.push(facet) - 1;
  }
}

/** The values of a file's passages. */
export class FacetedFile {
  readonly #passages: readonly FacetNumbers[];

  constructor(passages: readonly FacetedPassage[], table: FacetValueTable) {
    this.#passages = passages.map((passage) => {
      const facets = passageFacetsOf(passage);
      return table.listOf(
        passageFacetNames.flatMap((name) => facets[name].map((value) => table.numberOf(name, value))),
      );
    });
  }

  /** How many passages there are. */
  get size(): number {
    return this.#passages.length;
  }

  /** The numbers of a passage; none for one that is not there. */
  at(ordinal: number): FacetNumbers {
    return this.#passages[ordinal] ?? noNumbers;
  }
}

const noNumbers: FacetNumbers = [];
