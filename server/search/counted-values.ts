// Values with their counts, as facets of both modes have them: of the engine's counts by stored value each id once, with one label.
// In: counts by stored value (server/engine/index-fields.ts). Out: CountedValue by the id's `facetKey`, or in the order people read.
import { facetKey, partsOfLabelled } from '../engine/index-fields.ts';

/** A value counted: its id, which is the value itself where it has no label. An id is counted once. */
export interface CountedValue {
  readonly id: string;
  readonly label: string;
  readonly count: number;
}

/**
 * Counts by `facetKey` of the id. One id may come with several labels (the caption of a case is not on every filing): it is one
 * value, called what most of its passages call it, and by its id only if none calls it otherwise.
 */
export function countsById(counts: Readonly<Record<string, number>>): ReadonlyMap<string, CountedValue> {
  const values = new Map<string, CountedValue & { readonly most: number }>();
  for (const [stored, count] of Object.entries(counts)) {
    const { id, label } = partsOfLabelled(stored);
    const weight = label === id ? 0 : count;
    const key = facetKey(id);
    const before = values.get(key);
    values.set(key, {
      id,
      label: before === undefined || weight > before.most ? label : before.label,
      most: Math.max(weight, before?.most ?? 0),
      count: count + (before?.count ?? 0),
    });
  }
  return values;
}

/** The same as a list: what most have first, then by label. */
export function countedValuesOf(counts: Readonly<Record<string, number>>): readonly CountedValue[] {
  return [...countsById(counts).values()].toSorted(
    (one, other) => other.count - one.count || compareLabels(one.label, other.label),
  );
}

/** Made once: with thousands of documents in a facet, comparing by `localeCompare` costs more than the whole search. */
const collator = new Intl.Collator('en', { numeric: true });

/** How people look labels up: capitals aside, numbers by their size. */
export const compareLabels = (one: string, other: string): number => collator.compare(one, other);
