// The facets of API.md, in the order the client shows them; search settings, requests and the client all read this list.

export const facetNames = [
  'case',
  'court',
  'type',
  'filer',
  'judge',
  'year',
  'document',
  'entry',
  'person',
  'organization',
  'product',
  'amount',
  'kind',
  'tag',
  'flag',
] as const;
export type FacetName = (typeof facetNames)[number];

/** Flags of a document: `unreadable-pages` when any of its pages is not searched. */
export const documentFlags = ['ocr', 'redacted', 'badly-redacted', 'unreadable-pages'] as const;
export type DocumentFlag = (typeof documentFlags)[number];

/** Buckets of the `amount` facet, by whole dollars: from inclusive, below exclusive. */
export const amountBuckets = [
  { value: 'under $10,000', from: 0, below: 10_000 },
  { value: '$10,000–$999,999', from: 10_000, below: 1_000_000 },
  { value: '$1–9.9 million', from: 1_000_000, below: 10_000_000 },
  { value: '$10–99 million', from: 10_000_000, below: 100_000_000 },
  { value: '$100–999 million', from: 100_000_000, below: 1_000_000_000 },
  { value: '$1 billion and more', from: 1_000_000_000, below: Number.POSITIVE_INFINITY },
] as const;

/** The bucket a whole-dollar amount falls in. */
export function amountBucketOf(dollars: number): string {
  const bucket = amountBuckets.find(({ from, below }) => dollars >= from && dollars < below);
  return bucket === undefined ? amountBuckets[0].value : bucket.value;
}
