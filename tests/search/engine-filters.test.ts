// Choices → conditions: one facet's values are OR, facets are AND, and a facet can be counted as if nothing were chosen in it.
import { describe, expect, test } from '@jest/globals';
import { emptySearch, type SearchRequest } from '../../server/contract/search-api.ts';
import { filterExpression } from '../../server/engine/filter.ts';
import { filterOf, touchedFacets, type Omission } from '../../server/search/engine-filters.ts';

const full: SearchRequest = {
  ...emptySearch,
  include: { type: ['order', 'motion'], tag: ['t1'] },
  exclude: { type: ['notice'], kind: ['contents'] },
  filedFrom: '2024-01-01',
  filedTo: '2024-12-31',
};

describe('conditions', () => {
  const cases: readonly (readonly [
    why: string,
    request: SearchRequest,
    omitted: Omission,
    expression: string | null,
  ])[] = [
    ['nothing chosen lets everything through', emptySearch, null, null],
    [
      'everything chosen',
      full,
      null,
      'type IN ["order", "motion"] AND type NOT IN ["notice"] AND kind NOT IN ["contents"] AND tag IN ["t1"] ' +
        'AND filedOn >= 20240101 AND filedOn <= 20241231',
    ],
    [
      'without what is chosen and excluded in one facet',
      full,
      'type',
      'kind NOT IN ["contents"] AND tag IN ["t1"] AND filedOn >= 20240101 AND filedOn <= 20241231',
    ],
    [
      'without the dates',
      full,
      'dates',
      'type IN ["order", "motion"] AND type NOT IN ["notice"] AND kind NOT IN ["contents"] AND tag IN ["t1"]',
    ],
    ['leaving out what is not chosen changes nothing', emptySearch, 'type', null],
    ['from a day on', { ...emptySearch, filedFrom: '2024-03-23' }, null, 'filedOn >= 20240323'],
    ['an empty choice is no choice', { ...emptySearch, include: { type: [] } }, null, null],
  ];
  test.each(cases)('%s', (_, request, omitted, expression) => {
    expect(filterExpression(filterOf(request, omitted))).toBe(expression);
  });
});

test('facets in which something is chosen or excluded', () => {
  expect(touchedFacets(full)).toEqual(['type', 'kind', 'tag']);
  expect(touchedFacets({ ...emptySearch, include: { type: [] }, exclude: { tag: [] } })).toEqual([]);
});
