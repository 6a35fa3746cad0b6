// What a search could not look at: pages without text, within the same filters (ARCHITECTURE §2.4).
// In: a request and the unread pages with their documents. Out: counts by reason. Filters on passages (kind, tag, names) cannot
// be tried on a page nobody has read: it counts as not searched.
import type { StoredDocument, UnreadPage } from '../contract/record.ts';
import type { SearchRequest, Unsearched } from '../contract/search-api.ts';
import { documentFacetNames, documentFacetsOf, type DocumentFacetName } from '../engine/document-facets.ts';
import { facetKey } from '../engine/index-fields.ts';

/** A document with pages that were not read. */
export interface UnreadDocument {
  readonly document: StoredDocument;
  readonly pages: readonly UnreadPage[];
}

/** Counts unread pages of documents that the filters let through. */
export function unsearchedOf(request: SearchRequest, unread: readonly UnreadDocument[]): Unsearched {
  const chosen = choicesOf(request);
  const within = unread.filter(({ document }) => passes(request, chosen, document));
  const byReason: Record<string, number> = {};
  for (const { reason } of within.flatMap(({ pages }) => pages)) byReason[reason] = (byReason[reason] ?? 0) + 1;
  return {
    pages: within.reduce((sum, { pages }) => sum + pages.length, 0),
    documents: within.length,
    byReason,
  };
}

/** A facet in which something is chosen; values by `facetKey`. */
interface Choice {
  readonly name: DocumentFacetName;
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
}

/** Compared as the engine compares: else a filter would let a document's passages through and not its unread pages. */
function choicesOf({ include, exclude }: SearchRequest): readonly Choice[] {
  return documentFacetNames
    .map((name) => ({
      name,
      wanted: (include[name] ?? []).map(facetKey),
      unwanted: (exclude[name] ?? []).map(facetKey),
    }))
    .filter(({ wanted, unwanted }) => wanted.length + unwanted.length > 0);
}

function passes({ filedFrom, filedTo }: SearchRequest, chosen: readonly Choice[], document: StoredDocument): boolean {
  const facets = chosen.length === 0 ? null : documentFacetsOf(document);
  for (const { name, wanted, unwanted } of chosen) {
    const own = new Set(facets?.[name].map(facetKey));
    const has = (values: readonly string[]): boolean => values.some((value) => own.has(value));
    if ((wanted.length > 0 && !has(wanted)) || has(unwanted)) return false;
  }
  const { filedOn } = document.details;
  if (filedFrom !== null && (filedOn === null || filedOn < filedFrom)) return false;
  return filedTo === null || (filedOn !== null && filedOn <= filedTo);
}
