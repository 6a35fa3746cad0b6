// What a search could not look at: pages without text, within the same filters (ARCHITECTURE §2.4).
// In: a request and the unread pages with their documents. Out: counts by reason. Filters on passages (kind, tag, names) cannot
// be tried on a page nobody has read: it counts as not searched.
import type { StoredDocument, UnreadPage } from '../contract/record.ts';
import type { SearchRequest, Unsearched } from '../contract/search-api.ts';
import { documentFacetNames, documentFacetsOf, type DocumentFacetName } from '../engine/document-facets.ts';
import { facetKey } from '../engine/index-fields.ts';
import { choicesOf, isChosen, isWithinDates, type Choice } from './choices.ts';

/** A document with pages that were not read. */
export interface UnreadDocument {
  readonly document: StoredDocument;
  readonly pages: readonly UnreadPage[];
}

/** Of all that is unread: most questions choose nothing, and the list stays the same until the corpus is another. */
const ofAll = new WeakMap<readonly UnreadDocument[], Unsearched>();

/** Counts unread pages of documents that the filters let through. */
export function unsearchedOf(request: SearchRequest, unread: readonly UnreadDocument[]): Unsearched {
  const chosen = choicesOf(request, documentFacetNames);
  if (chosen.length > 0 || request.filedFrom !== null || request.filedTo !== null)
    return countOf(request, chosen, unread);
  const all = ofAll.get(unread) ?? countOf(request, chosen, unread);
  ofAll.set(unread, all);
  return { ...all, byReason: { ...all.byReason } };
}

function countOf(
  request: SearchRequest,
  chosen: readonly Choice<DocumentFacetName>[],
  unread: readonly UnreadDocument[],
): Unsearched {
  const byReason: Record<string, number> = {};
  const within = { pages: 0, documents: 0 };
  for (const { document, pages } of unread) {
    if (!passes(request, chosen, document)) continue;
    within.documents += 1;
    within.pages += pages.length;
    for (const { reason } of pages) byReason[reason] = (byReason[reason] ?? 0) + 1;
  }
  return { ...within, byReason };
}

function passes(
  request: SearchRequest,
  choices: readonly Choice<DocumentFacetName>[],
  document: StoredDocument,
): boolean {
  const facets = choices.length === 0 ? null : documentFacetsOf(document);
  const isWanted = choices.every((choice) => isChosen(choice, (facets?.[choice.name] ?? []).map(facetKey)));
  return isWanted && isWithinDates(request, document.details.filedOn);
}
