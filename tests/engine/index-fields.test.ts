// The one list of fields: every facet has a field that can be filtered and counted, and values survive what the engine does to them.
import { describe, expect, test } from '@jest/globals';
import { facetNames } from '../../server/contract/facets.ts';
import {
  displayedFields,
  facetFieldsOf,
  facetKey,
  facetValue,
  labelledValue,
  partsOfLabelled,
  rangeFields,
  searchableFields,
  sortableFields,
  valueFields,
} from '../../server/engine/index-fields.ts';

describe('fields', () => {
  test.each(facetNames)('facet %s is filtered and counted by fields of the list', (facet) => {
    const { filter, count } = facetFieldsOf(facet);
    expect(valueFields).toContain(filter);
    expect(valueFields).toContain(count);
  });

  test('facets whose values are ids are counted with their label', () => {
    expect(facetNames.filter((facet) => facetFieldsOf(facet).count !== facetFieldsOf(facet).filter)).toEqual([
      'case',
      'document',
      'tag',
    ]);
  });

  test('only the passage’s own text is searched: each hit can be seen on the page', () => {
    expect(searchableFields).toEqual(['text']);
  });

  test('a field is filtered by value or by range, never both', () => {
    expect([...valueFields, ...rangeFields].filter((field, at, every) => every.indexOf(field) !== at)).toEqual([]);
    expect(rangeFields).toEqual(['filedOn']);
    expect(sortableFields).toEqual(['filedOn', 'place', 'position']);
    expect(displayedFields).toEqual(['id', 'text', 'hit']);
  });
});

describe('facet values', () => {
  const long = '𝔸'.repeat(150);
  const cases: readonly (readonly [text: string, value: string, why: string])[] = [
    ['  Meta\u0000 Platforms,\nInc. ', 'Meta Platforms, Inc.', 'control characters and line breaks'],
    ['\u001f', '', 'nothing is left'],
    ['half \ud800 character', 'half \ufffd character', 'the engine refuses those'],
    [long, `${'𝔸'.repeat(99)}…`, '100 characters at most, none cut in half'],
    ['x'.repeat(100), 'x'.repeat(100), 'exactly 100 stay'],
  ];
  test.each(cases)('%j becomes %j (%s)', (text, value) => {
    expect(facetValue(text)).toBe(value);
    expect(Buffer.byteLength(facetValue(text))).toBeLessThanOrEqual(468);
  });

  test.each([
    ['ACME Corp.', ' acme corp. ', true],
    ['\u00c1cme', 'A\u0301cme', true],
    ['ﬁler', 'filer', true],
    ['Acme', '\u00c1cme', false],
    ['Straße', 'STRASSE', false],
  ])('%j and %j are the same to the engine: %s', (one, other, same) => {
    expect(facetKey(one) === facetKey(other)).toBe(same);
  });
});

describe('labelled values', () => {
  test('id and label come back', () => {
    expect(partsOfLabelled(labelledValue('Q_x-9', '735-2 · Decl. of J. Doe'))).toEqual({
      id: 'Q_x-9',
      label: '735-2 · Decl. of J. Doe',
    });
  });
  test('a label cannot forge another id', () => {
    expect(partsOfLabelled(labelledValue('a', 'x\u001fy'))).toEqual({ id: 'a', label: 'x y' });
  });
  test('a value without a label is its own label', () => {
    expect(partsOfLabelled('exhibit')).toEqual({ id: 'exhibit', label: 'exhibit' });
  });
});
