// A request's choices, tried on one document or passage: the engine tries them on its own copies, exact search and the count of what was
// not searched on the catalog's. In: a request. Out: tests. Compared as the engine compares, so that all answers mean the same.
import type { FacetName } from '../contract/facets.ts';
import type { SearchRequest } from '../contract/search-api.ts';
import { facetKey } from '../engine/index-fields.ts';

/** The narrowing part of a request. */
export type Filters = Pick<SearchRequest, 'include' | 'exclude' | 'filedFrom' | 'filedTo'>;

/** A facet in which something is chosen; values by `facetKey`. */
export interface Choice<Name extends FacetName> {
  readonly name: Name;
  readonly wanted: ReadonlySet<string>;
  readonly unwanted: ReadonlySet<string>;
}

/** The choices within some facets; a facet without a choice has none. */
export function choicesOf<Name extends FacetName>(
  { include, exclude }: Pick<Filters, 'include' | 'exclude'>,
  names: readonly Name[],
): Choice<Name>[] {
  const keys = (values: readonly string[] = []): ReadonlySet<string> => new Set(values.map(facetKey));
  return names
    .map((name) => ({ name, wanted: keys(include[name]), unwanted: keys(exclude[name]) }))
    .filter(({ wanted, unwanted }) => wanted.size + unwanted.size > 0);
}

/** Whether values (by `facetKey`) are what was chosen. */
export function isChosen({ wanted, unwanted }: Choice<FacetName>, keys: readonly string[]): boolean {
  return (wanted.size === 0 || keys.some((key) => wanted.has(key))) && !keys.some((key) => unwanted.has(key));
}

/** Whether a filing date lies within the request's; what is not known lies nowhere. */
export function isWithinDates({ filedFrom, filedTo }: Filters, filedOn: string | null): boolean {
  if (filedFrom === null && filedTo === null) return true;
  return filedOn !== null && (filedFrom === null || filedOn >= filedFrom) && (filedTo === null || filedOn <= filedTo);
}
