// A search request's choices → conditions for the engine.
// In: a request, and a facet whose own choice is to be left out (disjunctive counts). Out: conditions, all of which hold.
import { facetNames, type FacetName } from '../contract/facets.ts';
import type { SearchRequest } from '../contract/search-api.ts';
import { dayNumberOf } from '../engine/document-facets.ts';
import type { EngineFilter, FilterCondition } from '../engine/filter.ts';
import { facetFieldsOf } from '../engine/index-fields.ts';

/** What to leave out: one facet's own choice, or the dates. */
export type Omission = FacetName | 'dates' | null;

/** Conditions of a request. */
export function filterOf(request: SearchRequest, omitted: Omission = null): EngineFilter {
  const conditions: FilterCondition[] = [];
  for (const facet of facetNames) {
    if (facet === omitted) continue;
    const { filter: field } = facetFieldsOf(facet);
    const [include, exclude] = [request.include[facet] ?? [], request.exclude[facet] ?? []];
    if (include.length > 0) conditions.push({ field, anyOf: include });
    if (exclude.length > 0) conditions.push({ field, noneOf: exclude });
  }
  const { filedFrom, filedTo } = request;
  if (omitted !== 'dates' && (filedFrom !== null || filedTo !== null)) {
    conditions.push({ field: 'filedOn', from: dayNumberOf(filedFrom), to: dayNumberOf(filedTo) });
  }
  return conditions;
}

/** Facets in which something is chosen or excluded: they are counted as if it were not. */
export function touchedFacets({ include, exclude }: SearchRequest): FacetName[] {
  return facetNames.filter((facet) => (include[facet]?.length ?? 0) > 0 || (exclude[facet]?.length ?? 0) > 0);
}
