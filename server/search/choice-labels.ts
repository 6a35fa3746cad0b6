// Names of chosen facet values that the counts do not name: a chosen document without a hit still is called what people call it.
// In: a request and the counts by facet. Out: labels by `facet id`; asks the engine only when one is missing, which is rare.
import type { FacetName } from '../contract/facets.ts';
import type { SearchRequest } from '../contract/search-api.ts';
import { facetFieldsOf, facetKey, partsOfLabelled } from '../engine/index-fields.ts';
import type { SearchEngine } from '../engine/search-engine.ts';
import type { CountedValue } from './counted-values.ts';

/** Labels of values, to be asked with `labelKey`. */
export type ChoiceLabels = ReadonlyMap<string, string>;

export function labelKey(facet: FacetName, id: string): string {
  return `${facet} ${facetKey(id)}`;
}

/** Finds the labels. */
export async function choiceLabels(
  engine: Pick<SearchEngine, 'multiSearch'>,
  { include, exclude }: Pick<SearchRequest, 'include' | 'exclude'>,
  counts: ReadonlyMap<FacetName, readonly CountedValue[]>,
): Promise<ChoiceLabels> {
  const missing = [...counts].flatMap(([facet, counted]) => {
    const { filter, count } = facetFieldsOf(facet);
    const chosen = [...(include[facet] ?? []), ...(exclude[facet] ?? [])];
    if (filter === count || chosen.length === 0) return [];
    const named = new Set(counted.map(({ id }) => facetKey(id)));
    const ids = chosen.filter((id) => !named.has(facetKey(id)));
    return ids.length === 0 ? [] : [{ facet, filter, count, ids }];
  });
  if (missing.length === 0) return new Map();
  const answers = await engine.multiSearch(
    missing.map(({ filter, count, ids }) => ({
      q: '',
      filter: [{ field: filter, anyOf: ids }],
      sort: [],
      facets: [count],
      hits: null,
    })),
  );
  return new Map(
    missing.flatMap(({ facet, count }, at) =>
      Object.keys(answers[at]?.counts[count] ?? {}).map((stored) => {
        const { id, label } = partsOfLabelled(stored);
        return [labelKey(facet, id), label] as const;
      }),
    ),
  );
}
