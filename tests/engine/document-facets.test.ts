// What a document gives to its passages: one answer for the index and for the figures of what was not searched.
import { describe, expect, test } from '@jest/globals';
import { unknownDetails, type FilingDetails } from '../../server/contract/filing.ts';
import {
  caseLabelOf,
  dayNumberOf,
  documentFacetNames,
  documentFacetsOf,
  documentLabelOf,
} from '../../server/engine/document-facets.ts';
import { documentOf } from '../indexing/stored-passages.ts';

describe('facets of a document', () => {
  test('what is known', () => {
    const document = documentOf('d1', {
      court: 'cand',
      type: 'order',
      filer: ' Meta\nPlatforms ',
      judge: 'James Donato',
      filedOn: '2024-03-23',
      entry: '735',
    });
    expect(documentFacetsOf({ ...document, flags: ['redacted', 'ocr'] })).toEqual({
      case: ['case-1'],
      court: ['cand'],
      type: ['order'],
      filer: ['Meta Platforms'],
      judge: ['James Donato'],
      year: ['2024'],
      document: ['d1'],
      entry: ['735'],
      flag: ['redacted', 'ocr'],
    });
  });

  test('what nothing says has no value, not an empty or guessed one', () => {
    const facets = documentFacetsOf(documentOf('d1', { ...unknownDetails, filer: ' ' }));
    expect(documentFacetNames.filter((name) => facets[name].length > 0)).toEqual(['case', 'document']);
  });
});

test.each([
  ['2024-03-23', 20240323],
  ['0999-01-01', 9990101],
  [null, null],
])('day %s is %s', (date, day) => {
  expect(dayNumberOf(date)).toBe(day);
});

describe('names', () => {
  const documents: readonly (readonly [details: Partial<FilingDetails>, label: string, why: string])[] = [
    [
      { entry: '735', attachment: 2, shortTitle: 'Doe Decl.', title: 'Declaration' },
      '735-2 · Doe Decl.',
      'short first',
    ],
    [{ entry: '735', attachment: 0, title: 'Declaration' }, '735 · Declaration', 'then the title'],
    [{}, 'd1.pdf', 'then the file name'],
  ];
  test.each(documents)('%j is called %s (%s)', (details, label) => {
    expect(documentLabelOf(documentOf('d1', details))).toBe(label);
  });

  const cases: readonly (readonly [details: Partial<FilingDetails>, label: string])[] = [
    [{ caseName: 'Klein v. Meta', docketNumber: '3:20-cv-08570-JD' }, 'Klein v. Meta'],
    [{ docketNumber: '3:20-cv-08570-JD' }, '3:20-cv-08570-JD'],
    [{}, 'case-1'],
  ];
  test.each(cases)('the case of %j is called %s', (details, label) => {
    expect(caseLabelOf(documentOf('d1', details))).toBe(label);
  });
});

test.each([
  ['Plaintiff Klein', 'Plaintiffs', 'many spellings are one side'],
  ['Meta', 'Defendants', 'a party by its name in the caption'],
  ['Court Reporter', 'Court Reporter', 'who is on no side stands as printed'],
])('a filing by %s is found under %s', (filer, expected) => {
  const details = { ...unknownDetails, caseName: 'Klein v. Meta Platforms, Inc.', filer };
  expect(documentFacetsOf(documentOf('d1', details)).filer).toEqual([expected]);
});
