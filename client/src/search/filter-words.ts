// Filters as people read them: chosen values and dates in → `Document type: not order`, `Mar 1, 2024 – Mar 31, 2024` out.
import type { SearchAnswer, SearchRequest } from '../../../server/contract/search-api.ts';
import { chosenOf, type Chosen } from './facets.ts';
import { dateText, facetLabels, valueLabel } from './format.ts';

/** One chosen value. */
export function chosenText({ facet, label, side }: Omit<Chosen, 'value'>): string {
  return `${facetLabels[facet]}: ${side === 'exclude' ? 'not ' : ''}${valueLabel(facet, label)}`;
}

/** A range of filing dates; one end may be open, not both. */
export function datesText(from: string | null, to: string | null): string {
  if (from !== null && to !== null) return from === to ? dateText(from) : `${dateText(from)} – ${dateText(to)}`;
  return from === null ? `until ${dateText(to ?? '')}` : `since ${dateText(from)}`;
}

/** Every filter of a question; the facets of its answer have the names of what is chosen by its id. */
export function filterTexts(request: SearchRequest, facets: SearchAnswer['facets']): string[] {
  const { filedFrom, filedTo } = request;
  return [
    ...chosenOf(request, facets).map(chosenText),
    ...(filedFrom === null && filedTo === null ? [] : [`Filed: ${datesText(filedFrom, filedTo)}`]),
  ];
}
