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
  const missing = new Map<string, string>();
  for (const value of [...(request.include[facet] ?? []), ...(request.exclude[facet] ?? [])]) {
    const key = facetKey(value);
    if (!missing.has(key)) missing.set(key, value);
  }
  if (missing.size > 0) for (const { id } of counted) missing.delete(facetKey(id));
  const without = [...missing.values()].map((id) => ({ id, label: labels.get(labelKey(facet, id)) ?? id, count: 0 }));
  // Normalising a thousand ids is left alone where none of them can be chosen.
  const isAmong = (keys: ReadonlySet<string>, id: string): boolean => keys.size > 0 && keys.has(facetKey(id));
  return [...counted, ...without]
    .map(({ id, label, count }) => ({
      value: id,
      label,
      count,
      selected: isAmong(include, id),
      excluded: isAmong(exclude, id),
    }))
    .toSorted(orderOf(facet));
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
