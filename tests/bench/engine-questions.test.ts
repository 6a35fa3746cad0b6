import { describe, expect, test } from '@jest/globals';
import { facetNames } from '../../server/contract/facets.ts';
import { facetFieldsOf } from '../../server/engine/index-fields.ts';
import { roundTripsOf } from './engine-questions.ts';

describe('what the program would ask of Meilisearch', () => {
  test('the question with hits and the counts of all facets, as GET /api/search sends it', async () => {
    const queries = (await roundTripsOf('titan api')).flat();
    expect(queries.some(({ q, hits }) => q.includes('titan') && hits !== null)).toBe(true);
    const counted = new Set<string>(queries.flatMap(({ facets }) => facets));
    expect(facetNames.filter((facet) => !counted.has(facetFieldsOf(facet).count))).toEqual([]);
  });
});
