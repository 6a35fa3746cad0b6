// Counts → facet values: labels, what is chosen, and an order people can read.
import { describe, expect, test } from '@jest/globals';
import type { FacetName } from '../../server/contract/facets.ts';
import { emptySearch, type SearchRequest } from '../../server/contract/search-api.ts';
import { labelledValue } from '../../server/engine/index-fields.ts';
import { labelKey } from '../../server/search/choice-labels.ts';
import { countedValuesOf } from '../../server/search/counted-values.ts';
import { facetValuesOf } from '../../server/search/facet-counts.ts';

const brief = (values: ReturnType<typeof facetValuesOf>) => values.map(({ value, count }) => `${value} ${count}`);

describe('order', () => {
  const cases: readonly (readonly [facet: FacetName, counts: Record<string, number>, order: readonly string[]])[] = [
    ['type', { order: 2, motion: 5, exhibit: 2 }, ['motion 5', 'exhibit 2', 'order 2']],
    ['entry', { '10': 1, '9': 1, '735': 1 }, ['9 1', '10 1', '735 1']],
    ['year', { '2022': 9, '2024': 1, '2023': 3 }, ['2024 1', '2023 3', '2022 9']],
    [
      'amount',
      { '$1 billion and more': 9, 'under $10,000': 1, '$1–9.9 million': 4 },
      ['under $10,000 1', '$1–9.9 million 4', '$1 billion and more 9'],
    ],
    [
      'kind',
      { footnote: 1, heading: 1, paragraph: 1, table: 7 },
      ['table 7', 'paragraph 1', 'heading 1', 'footnote 1'],
    ],
  ];
  test.each(cases)('of %s', (facet, counts, order) => {
    expect(brief(facetValuesOf(facet, countedValuesOf(counts), emptySearch))).toEqual(order);
  });
});

describe('choices', () => {
  const request: SearchRequest = {
    ...emptySearch,
    include: { type: ['order', 'judgment'], document: ['d1', 'd9'], filer: ['acme'] },
    exclude: { type: ['notice'] },
  };

  test('chosen and excluded values are marked, and stay when nothing has them any more', () => {
    expect(facetValuesOf('type', countedValuesOf({ order: 3, notice: 2, motion: 1 }), request)).toEqual([
      { value: 'order', label: 'order', count: 3, selected: true, excluded: false },
      { value: 'notice', label: 'notice', count: 2, selected: false, excluded: true },
      { value: 'motion', label: 'motion', count: 1, selected: false, excluded: false },
      { value: 'judgment', label: 'judgment', count: 0, selected: true, excluded: false },
    ]);
  });

  test('ids have labels; one that the counts do not name has the label that was looked up', () => {
    const labels = new Map([[labelKey('document', 'd9'), '741 · Order']]);
    const values = facetValuesOf(
      'document',
      countedValuesOf({ [labelledValue('d1', '735 · Brief')]: 4 }),
      request,
      labels,
    );
    expect(values.map(({ value, label, count, selected }) => [value, label, count, selected])).toEqual([
      ['d1', '735 · Brief', 4, true],
      ['d9', '741 · Order', 0, true],
    ]);
  });

  test('those that nothing has come last, as they are looked up', () => {
    const chosen = { ...emptySearch, include: { entry: ['735', '10', '9'] } };
    expect(brief(facetValuesOf('entry', countedValuesOf({ '800': 1 }), chosen))).toEqual([
      '800 1',
      '9 0',
      '10 0',
      '735 0',
    ]);
  });

  test('a value chosen in other capitals is the same value, as it is to the engine', () => {
    expect(facetValuesOf('filer', countedValuesOf({ 'ACME ': 2 }), request)).toEqual([
      { value: 'ACME ', label: 'ACME ', count: 2, selected: true, excluded: false },
    ]);
  });

  test('a value chosen and excluded at once is listed once', () => {
    const both = { ...emptySearch, include: { type: ['order'] }, exclude: { type: ['order'] } };
    expect(facetValuesOf('type', [], both)).toEqual([
      { value: 'order', label: 'order', count: 0, selected: true, excluded: true },
    ]);
  });
});
