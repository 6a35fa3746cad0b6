// Facet values of passages as numbers: a name stands in thousands of passages, and exact search counts it for every document.
// In: passages of files. Out: for each passage the numbers of its values, and what a number means. Two spellings that the engine
// compares as one have one number; the first that is met is shown.
import type { FacetedPassage } from '../../contract/word-index.ts';
import { facetKey } from '../../engine/index-fields.ts';
import { passageFacetNames, passageFacetsOf, type PassageFacetName } from '../../engine/passage-facets.ts';

/** What the numbers mean. */
export class FacetValueTable {
  readonly #ids = new Map<string, number>();
  /** By spelling, since normalising one takes longer than looking it up. */
  readonly #known = new Map<string, number>();
  readonly #facets: PassageFacetName[] = [];
  readonly #values: (string | null)[] = [];

  /** The number of a value that a passage has. */
  idOf(facet: PassageFacetName, value: string): number {
    const spelling = `${facet} ${value}`;
    const known = this.#known.get(spelling);
    if (known !== undefined) return known;
    const id = this.idOfKey(facet, facetKey(value));
    this.#values[id] ??= value;
    this.#known.set(spelling, id);
    return id;
  }

  /** The number of whatever is compared as this key, whether or not any passage has it yet. */
  idOfKey(facet: PassageFacetName, key: string): number {
    const name = `${facet} ${key}`;
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = this.#facets.push(facet) - 1;
    this.#values.push(null);
    this.#ids.set(name, id);
    return id;
  }

  facetOf(id: number): PassageFacetName | undefined {
    return this.#facets[id];
  }

  /** As it is shown; empty for a number that no passage has. */
  valueOf(id: number): string {
    return this.#values[id] ?? '';
  }
}

/** The values of a file's passages. */
export class FacetedFile {
  /** Where each passage's numbers begin, and where the last one's end. */
  readonly #starts: Uint32Array;
  readonly #ids: Uint32Array;

  constructor(passages: readonly FacetedPassage[], table: FacetValueTable) {
    const ids: number[] = [];
    const starts = [0];
    for (const passage of passages) {
      const facets = passageFacetsOf(passage);
      for (const name of passageFacetNames) for (const value of facets[name]) ids.push(table.idOf(name, value));
      starts.push(ids.length);
    }
    this.#starts = Uint32Array.from(starts);
    this.#ids = Uint32Array.from(ids);
  }

  /** How many passages there are. */
  get size(): number {
    return this.#starts.length - 1;
  }

  /** The numbers of a passage; none for one that is not there. */
  at(ordinal: number): Uint32Array {
    return this.#ids.subarray(this.#starts[ordinal] ?? 0, this.#starts[ordinal + 1] ?? 0);
  }
}
