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
  const valueOf = (value: string, label: string, count: number): FacetValue => {
    const key = facetKey(value);
    return { value, label, count, selected: include.has(key), excluded: exclude.has(key) };
  };
  const values = Object.entries(counts).map(([stored, count]) => {
    const { id, label } = partsOfLabelled(stored);
    return valueOf(id, label, count);
  });
  const known = new Set(values.map(({ value }) => facetKey(value)));
  for (const value of [...(request.include[facet] ?? []), ...(request.exclude[facet] ?? [])]) {
    if (known.has(facetKey(value))) continue;
    known.add(facetKey(value));
    values.push(valueOf(value, labels.get(labelKey(facet, value)) ?? value, 0));
  }
  return values.toSorted(orderOf(facet));
}

type Order = (a: FacetValue, b: FacetValue) => number;

function orderOf(facet: FacetName): Order {
  if (facet === 'year') return (a, b) => (a.value < b.value ? 1 : -1);
  if (facet === 'amount') return byPlaceIn(amountBuckets.map(({ value }) => value));
  if (facet === 'kind') return (a, b) => b.count - a.count || byPlaceIn(passageKinds)(a, b);
  return (a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en', { numeric: true });
}

function byPlaceIn(order: readonly string[]): Order {
  return (a, b) => order.indexOf(a.value) - order.indexOf(b.value);
}
