// Settings from the list of fields, and whether an index already has them. meili-engine.test.ts applies them to a real index.
import { describe, expect, test } from '@jest/globals';
import { facetNames } from '../../server/contract/facets.ts';
import { facetFieldsOf, sortableFields } from '../../server/engine/index-fields.ts';
import { settingsToApply, wantedSettings } from '../../server/engine/settings.ts';

describe('what is wanted', () => {
  test('every field a facet may name is filterable, so that none is dropped in silence', () => {
    const filterable = new Set(
      wantedSettings.filterableAttributes.flatMap(({ attributePatterns }) => attributePatterns),
    );
    for (const facet of facetNames) {
      const { filter, count } = facetFieldsOf(facet);
      expect(filterable).toContain(filter);
      expect(filterable).toContain(count);
    }
    expect(wantedSettings.sortableAttributes).toEqual(sortableFields);
  });

  test('no cap lies below what can be there', () => {
    expect(wantedSettings.pagination.maxTotalHits).toBeGreaterThanOrEqual(1_000_000);
    expect(wantedSettings.faceting.maxValuesPerFacet).toBeGreaterThanOrEqual(1_000_000);
  });
});

describe('what is to be changed', () => {
  test('nothing, when the index has all of it, more besides, and sets in another order', () => {
    const current = {
      ...wantedSettings,
      sortableAttributes: wantedSettings.sortableAttributes.toReversed(),
      filterableAttributes: wantedSettings.filterableAttributes.toReversed(),
      typoTolerance: { ...wantedSettings.typoTolerance, disableOnWords: [] },
      synonyms: {},
    };
    expect(settingsToApply(current)).toBeNull();
  });

  const changes: readonly (readonly [why: string, current: object, changed: readonly string[]])[] = [
    ['an index just made', {}, Object.keys(wantedSettings)],
    ['a value differs', { ...wantedSettings, pagination: { maxTotalHits: 1000 } }, ['pagination']],
    [
      'the order of rules matters',
      { ...wantedSettings, rankingRules: wantedSettings.rankingRules.toReversed() },
      ['rankingRules'],
    ],
    ['a field is missing', { ...wantedSettings, sortableAttributes: ['place'] }, ['sortableAttributes']],
    [
      'a field too many',
      { ...wantedSettings, displayedAttributes: [...wantedSettings.displayedAttributes, 'document'] },
      ['displayedAttributes'],
    ],
    [
      'deep inside',
      { ...wantedSettings, typoTolerance: { ...wantedSettings.typoTolerance, disableOnNumbers: false } },
      ['typoTolerance'],
    ],
    ['nothing where something is wanted', { ...wantedSettings, faceting: null }, ['faceting']],
  ];
  test.each(changes)('%s', (_, current, changed) => {
    expect(Object.keys(settingsToApply(current) ?? {})).toEqual(changed);
  });
});
