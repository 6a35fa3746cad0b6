// The engine's counts → facet values to show: labels, chosen and excluded ones marked, in an order people can read.
// In: counts by stored value. Out: FacetValue[]. A chosen value stays in the list with 0 when nothing has it any more.
import { amountBuckets, type FacetName } from '../contract/facets.ts';
import { passageKinds } from '../contract/passage.ts';
import type { FacetValue, SearchRequest } from '../contract/search-api.ts';
import { facetKey, partsOfLabelled } from '../engine/index-fields.ts';
import { labelKey, type ChoiceLabels } from './choice-labels.ts';

/** Values of one facet. `labels`: of chosen values that have no count. */
export function facetValuesOf(
  facet: FacetName,
  counts: Readonly<Record<string, number>>,
  request: SearchRequest,
  labels: ChoiceLabels = new Map(),
): FacetValue[] {
  const keysOf = (values: readonly string[] = []): ReadonlySet<string> => new Set(values.map(facetKey));
  const [include, exclude] = [keysOf(request.include[facet]), keysOf(request.exclude[facet])];
  const valueOf = (key: string, value: string, label: string, count: number): FacetValue => ({
    value,
    label,
    count,
    selected: include.has(key),
    excluded: exclude.has(key),
  });
  const byId = countsById(counts);
  const values = [...byId].map(([key, { id, label, count }]) => valueOf(key, id, label, count));
  const known = new Set(byId.keys());
  for (const value of [...(request.include[facet] ?? []), ...(request.exclude[facet] ?? [])]) {
    const key = facetKey(value);
    if (known.has(key)) continue;
    known.add(key);
    values.push(valueOf(key, value, labels.get(labelKey(facet, value)) ?? value, 0));
  }
  return values.toSorted(orderOf(facet));
}

/** A value counted: its id, which is the value itself where it has no label. */
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

/** Made once: with thousands of documents in a facet, comparing by `localeCompare` costs more than the whole search. */
const { compare } = new Intl.Collator('en', { numeric: true });

type Order = (a: FacetValue, b: FacetValue) => number;

function orderOf(facet: FacetName): Order {
  if (facet === 'year') return (a, b) => (a.value < b.value ? 1 : -1);
  if (facet === 'amount') return byPlaceIn(amountBuckets.map(({ value }) => value));
  if (facet === 'kind') return (a, b) => b.count - a.count || byPlaceIn(passageKinds)(a, b);
  return (a, b) => b.count - a.count || compare(a.label, b.label);
}

function byPlaceIn(order: readonly string[]): Order {
  return (a, b) => order.indexOf(a.value) - order.indexOf(b.value);
}
