// The facet values that a passage has by itself, from one place: the index stores them, and exact search counts the same ones.
// In: a passage. Out: values by facet. Its tags are not among them: they are not in its text.
import { amountBucketOf, type FacetName } from '../contract/facets.ts';
import type { FacetedPassage } from '../contract/word-index.ts';
import { facetValue } from './index-fields.ts';

export const passageFacetNames = [
  'person',
  'organization',
  'product',
  'amount',
  'kind',
] as const satisfies readonly FacetName[];
export type PassageFacetName = (typeof passageFacetNames)[number];

/** Values by facet, each once. */
export function passageFacetsOf({ kind, entities }: FacetedPassage): Record<PassageFacetName, readonly string[]> {
  return {
    person: namesOf(entities.people),
    organization: namesOf(entities.organizations),
    product: namesOf(entities.products),
    amount: [...new Set(entities.amounts.map(({ dollars }) => amountBucketOf(dollars)))],
    kind: [kind],
  };
}

function namesOf(names: readonly string[]): readonly string[] {
  return [...new Set(names.map(facetValue))].filter((name) => name !== '');
}
