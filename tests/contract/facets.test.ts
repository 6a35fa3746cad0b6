import { describe, expect, test } from '@jest/globals';
import { amountBucketOf, amountBuckets, facetNames } from '../../server/contract/facets.ts';

describe('facets', () => {
  test('are those of API.md, each once', () => {
    expect(new Set(facetNames).size).toBe(15);
  });

  const rows: [number, string][] = [
    [0, 'under $10,000'],
    [9_999, 'under $10,000'],
    [10_000, '$10,000–$999,999'],
    [40_000_000, '$10–99 million'],
    [150_000_000, '$100–999 million'],
    [1e12, '$1 billion and more'],
  ];
  test.each(rows)('$%i falls in %s', (dollars, bucket) => {
    expect(amountBucketOf(dollars)).toBe(bucket);
  });

  test('buckets touch without gap or overlap', () => {
    amountBuckets.slice(1).forEach((bucket, at) => {
      expect(bucket.from).toBe(amountBuckets[at]?.below);
    });
  });
});
