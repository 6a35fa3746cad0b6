// Changes of a question by its facets: a request and a click in → the next request out, always on its first page.
import { facetNames, type FacetName } from '../../../server/contract/facets.ts';
import type { FacetChoice, FacetValue, SearchAnswer, SearchRequest } from '../../../server/contract/search-api.ts';

export type Side = 'include' | 'exclude';

/** Chooses a value on one side, or takes the choice back; a value is never on both sides. */
export function toggleValue(request: SearchRequest, facet: FacetName, value: string, side: Side): SearchRequest {
  const other: Side = side === 'include' ? 'exclude' : 'include';
  const chosen = request[side][facet] ?? [];
  const next = chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
  return {
    ...request,
    page: 1,
    [side]: withValues(request[side], facet, next),
    [other]: withValues(
      request[other],
      facet,
      (request[other][facet] ?? []).filter((each) => each !== value),
    ),
  };
}

/** Takes back every choice of one facet. */
export function clearFacet(request: SearchRequest, facet: FacetName): SearchRequest {
  return {
    ...request,
    page: 1,
    include: withValues(request.include, facet, []),
    exclude: withValues(request.exclude, facet, []),
  };
}

/** Takes back every choice and the dates; the words stay. */
export function clearFilters(request: SearchRequest): SearchRequest {
  return { ...request, page: 1, include: {}, exclude: {}, filedFrom: null, filedTo: null };
}

/** Sets the range of filing dates (`YYYY-MM-DD`, inclusive); a range the wrong way round is turned. */
export function setDates(request: SearchRequest, from: string | null, to: string | null): SearchRequest {
  const turned = from !== null && to !== null && from > to;
  return { ...request, page: 1, filedFrom: turned ? to : from, filedTo: turned ? from : to };
}

/** A choice as the row of chips over the list shows it. */
export interface Chosen {
  readonly facet: FacetName;
  readonly value: string;
  readonly label: string;
  readonly side: Side;
}

/** Every chosen value with its label, in the order of the facets. */
export function chosenOf(request: SearchRequest, facets: SearchAnswer['facets']): Chosen[] {
  return facetNames.flatMap((facet) =>
    (['include', 'exclude'] as const).flatMap((side) =>
      (request[side][facet] ?? []).map((value) => ({
        facet,
        value,
        side,
        label: facets[facet]?.find((each) => each.value === value)?.label ?? value,
      })),
    ),
  );
}

/** Chosen and excluded values first, the others as the server ordered them. */
export function chosenFirst(values: readonly FacetValue[]): readonly FacetValue[] {
  const isChosen = (value: FacetValue) => value.selected || value.excluded;
  return values.some(isChosen) ? [...values.filter(isChosen), ...values.filter((value) => !isChosen(value))] : values;
}

/** Facets that start open; the others open when a value in them is chosen. */
const openAtFirst: ReadonlySet<FacetName> = new Set(['type', 'filer', 'product', 'organization', 'tag']);

/** Whether a facet is worth room: without a choice, a single value narrows nothing. */
export function startsOpen(facet: FacetName, values: readonly FacetValue[]): boolean {
  if (values.some(({ selected, excluded }) => selected || excluded)) return true;
  return openAtFirst.has(facet) && values.length > 1;
}

function withValues(choice: FacetChoice, facet: FacetName, values: readonly string[]): FacetChoice {
  const { [facet]: _, ...rest } = choice;
  return values.length === 0 ? rest : { ...rest, [facet]: values };
}
