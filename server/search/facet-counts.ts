// Counts → facet values to show: labels, chosen and excluded ones marked, in an order people can read.
// In: values with their counts, what most have first. Out: FacetValue[]. A chosen value stays in the list with 0, at its end, when
// nothing has it any more.
import { amountBuckets, type FacetName } from '../contract/facets.ts';
import { passageKinds } from '../contract/passage.ts';
import type { FacetValue, SearchRequest } from '../contract/search-api.ts';
import { facetKey } from '../engine/index-fields.ts';
import { labelKey, type ChoiceLabels } from './choice-labels.ts';
import { compareLabels, type CountedValue } from './counted-values.ts';

/** Values of one facet. `counted`: what most have first, then by label; `labels`: of chosen values that have no count. */
export function facetValuesOf(
  facet: FacetName,
  counted: readonly CountedValue[],
  request: SearchRequest,
  labels: ChoiceLabels = new Map(),
): FacetValue[] {
  const keysOf = (values: readonly string[] = []): ReadonlySet<string> => new Set(values.map(facetKey));
  const [include, exclude] = [keysOf(request.include[facet]), keysOf(request.exclude[facet])];
  const missing = new Map<string, string>();
  for (const value of [...(request.include[facet] ?? []), ...(request.exclude[facet] ?? [])]) {
    const key = facetKey(value);
    if (!missing.has(key)) missing.set(key, value);
  }
  if (missing.size > 0) for (const { id } of counted) missing.delete(facetKey(id));
  const without = [...missing.values()]
    .map((id) => ({ id, label: labels.get(labelKey(facet, id)) ?? id, count: 0 }))
    .toSorted((one, other) => compareLabels(one.label, other.label));
  // Normalising a thousand ids is left alone where none of them can be chosen.
  const isAmong = (keys: ReadonlySet<string>, id: string): boolean => keys.size > 0 && keys.has(facetKey(id));
  const values = [...counted, ...without].map(({ id, label, count }) => ({
    value: id,
    label,
    count,
    selected: isAmong(include, id),
    excluded: isAmong(exclude, id),
  }));
  const order = ownOrders[facet];
  return order === undefined ? values : values.toSorted(order);
}

type Order = (a: FacetValue, b: FacetValue) => number;

/** Facets that have another order. */
const ownOrders: Partial<Record<FacetName, Order>> = {
  year: (a, b) => (a.value < b.value ? 1 : -1),
  amount: byPlaceIn(amountBuckets.map(({ value }) => value)),
  kind: (a, b) => b.count - a.count || byPlaceIn(passageKinds)(a, b),
};

function byPlaceIn(order: readonly string[]): Order {
  return (a, b) => order.indexOf(a.value) - order.indexOf(b.value);
}
