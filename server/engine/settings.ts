// The settings of the index, made from the list of fields, and the question whether an index already has them.
// In: what Meilisearch says its settings are. Out: only the settings that differ.
import type { Settings } from 'meilisearch';
import { displayedFields, rangeFields, searchableFields, sortableFields, valueFields } from './index-fields.ts';
import { signWords } from './search-words.ts';

/** Counts and pages reach as far as this; sums of facet counts are exact beyond it. */
export const maxTotalHits = 1_000_000;

/** Words of so many characters may have one typing error, of nearly twice as many two. */
export const oneTypoFrom = 5;

export const wantedSettings = {
  searchableAttributes: [...searchableFields],
  displayedAttributes: [...displayedFields],
  sortableAttributes: [...sortableFields],
  filterableAttributes: [
    {
      attributePatterns: [...valueFields],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
    {
      attributePatterns: [...rangeFields],
      features: { facetSearch: false, filter: { equality: true, comparison: true } },
    },
  ],
  // A chosen order is kept strictly, so `sort` comes first; among equals the earlier passage of a document. There is one
  // searchable field: `attribute` would only prefer words near a passage's beginning.
  rankingRules: ['sort', 'words', 'typo', 'proximity', 'exactness', 'position:asc'],
  stopWords: [],
  // Numbers are never guessed: 735 is not 736.
  typoTolerance: { enabled: true, disableOnNumbers: true, minWordSizeForTypos: { oneTypo: oneTypoFrom, twoTypos: 9 } },
  nonSeparatorTokens: [...signWords],
  dictionary: [...signWords],
  // Above the largest facet (documents): fewer would be a silent cap.
  faceting: { maxValuesPerFacet: 1_000_000, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits },
  proximityPrecision: 'byWord',
  // Values are searched among the counted ones (create-search.ts): no second structure to keep.
  facetSearch: false,
  prefixSearch: 'indexingTime',
} as const satisfies Settings;

/** The wanted settings that the index does not have; null when it has all. */
export function settingsToApply(current: Settings): Settings | null {
  const changed = Object.entries(wantedSettings).filter(
    ([name, wanted]) => !holds(Reflect.get(current, name), wanted, orderMatters.has(name)),
  );
  return changed.length === 0 ? null : Object.fromEntries(changed);
}

const orderMatters = new Set(['rankingRules', 'searchableAttributes']);

/** Whether `current` says what `wanted` says; it may say more (defaults that were not set), and sets come in any order. */
function holds(current: unknown, wanted: unknown, ordered: boolean): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(current) || current.length !== wanted.length) return false;
    return wanted.every((each, at) =>
      ordered ? holds(current[at], each, ordered) : current.some((other) => holds(other, each, ordered)),
    );
  }
  if (typeof wanted === 'object' && wanted !== null) {
    return (
      typeof current === 'object' &&
      current !== null &&
      Object.entries(wanted).every(([name, value]) => holds(Reflect.get(current, name), value, ordered))
    );
  }
  return current === wanted;
}
