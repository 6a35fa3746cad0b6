// Counts → facet values to show: labels, chosen and excluded ones marked, in an order people can read.
// In: values with their counts. Out: FacetValue[]. A chosen value stays in the list with 0 when nothing has it any more.
import { amountBuckets, type FacetName } from '../contract/facets.ts';
import { passageKinds } from '../contract/passage.ts';
import type { FacetValue, SearchRequest } from '../contract/search-api.ts';
import { facetKey } from '../engine/index-fields.ts';
import { labelKey, type ChoiceLabels } from './choice-labels.ts';
import type { CountedValue } from './counted-values.ts';

/** Values of one facet. `labels`: of chosen values that have no count. */
export function facetValuesOf(
  facet: FacetName,
  counted: readonly CountedValue[],
  request: SearchRequest,
  labels: ChoiceLabels = new Map(),
): FacetValue[] {
  const keysOf = (values: readonly string[] = []): ReadonlySet<string> => new Set(values.map(facetKey));
  const [include, exclude] = [keysOf(request.include[facet]), keysOf(request.exclude[facet])];
  if (include.size + exclude.size === 0) {
    return counted
      .map(({ id, label, count }) => ({ value: id, label, count, selected: false, excluded: false }))
      .toSorted(orderOf(facet));
  }
  const known = new Set<string>();
  const valueOf = (value: string, label: string, count: number): FacetValue => {
    const key = facetKey(value);
    known.add(key);
    return { value, label, count, selected: include.has(key), excluded: exclude.has(key) };
  };
  const values = counted.map(({ id, label, count }) => valueOf(id, label, count));
  for (const value of [...(request.include[facet] ?? []), ...(request.exclude[facet] ?? [])]) {
    if (!known.has(facetKey(value))) values.push(valueOf(value, labels.get(labelKey(facet, value)) ?? value, 0));
  }
  return values.toSorted(orderOf(facet));
}

/** Made once: with thousands of documents in a facet, comparing by `localeCompare` costs more than the whole search. */
const collator = new Intl.Collator('en', { numeric: true });

/** How people look labels up: capitals aside, numbers by their size. */
export const compareLabels = (one: string, other: string): number => collator.compare(one, other);

type Order = (a: FacetValue, b: FacetValue) => number;

function orderOf(facet: FacetName): Order {
  if (facet === 'year') return (a, b) => (a.value < b.value ? 1 : -1);
  if (facet === 'amount') return byPlaceIn(amountBuckets.map(({ value }) => value));
  if (facet === 'kind') return (a, b) => b.count - a.count || byPlaceIn(passageKinds)(a, b);
  return (a, b) => b.count - a.count || compareLabels(a.label, b.label);
}

function byPlaceIn(order: readonly string[]): Order {
  return (a, b) => order.indexOf(a.value) - order.indexOf(b.value);
}
