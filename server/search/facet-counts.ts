// The engine's counts → facet values to show: labels, chosen and excluded ones marked, in an order people can read.
// In: counts by stored value. Out: FacetValue[]. A chosen value stays in the list with 0 when nothing has it any more.
import { amountBuckets, type FacetName } from '../contract/facets.ts';
import { passageKinds } from '../contract/passage.ts';
import type { FacetValue, SearchRequest } from '../contract/search-api.ts';
import { partsOfLabelled } from '../engine/index-fields.ts';

/** Values of one facet. `labels`: of chosen values that have no count. */
export function facetValuesOf(
  facet: FacetName,
  counts: Readonly<Record<string, number>>,
  request: SearchRequest,
  labels: ReadonlyMap<string, string> = new Map(),
): FacetValue[] {
  const [include, exclude] = [new Set(request.include[facet]), new Set(request.exclude[facet])];
  const values = Object.entries(counts).map(([stored, count]) => {
    const { id, label } = partsOfLabelled(stored);
    return { value: id, label, count, selected: include.has(id), excluded: exclude.has(id) };
  });
  const known = new Set(values.map(({ value }) => value));
  for (const value of [...include, ...exclude]) {
    if (known.has(value)) continue;
    const [selected, excluded] = [include.has(value), exclude.has(value)];
    values.push({ value, label: labels.get(value) ?? value, count: 0, selected, excluded });
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
