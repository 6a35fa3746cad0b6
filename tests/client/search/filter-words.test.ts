import { describe, expect, test } from '@jest/globals';
import { chosenText, datesText, filterTexts } from '../../../client/src/search/filter-words.ts';
import { emptySearch } from '../../../server/contract/search-api.ts';

test('a chosen value, and one that is left out', () => {
  expect(chosenText({ facet: 'type', label: 'order', side: 'include' })).toBe('Document type: order');
  expect(chosenText({ facet: 'type', label: 'order', side: 'exclude' })).toBe('Document type: not order');
});

describe('a range of dates', () => {
  test.each<[string | null, string | null, string]>([
    ['2024-03-01', '2024-03-31', 'Mar 1, 2024 – Mar 31, 2024'],
    ['2024-03-01', '2024-03-01', 'Mar 1, 2024'],
    ['2024-03-01', null, 'since Mar 1, 2024'],
    [null, '2024-03-31', 'until Mar 31, 2024'],
  ])('%s to %s', (from, to, text) => expect(datesText(from, to).replaceAll('\u00a0', ' ')).toBe(text));
});

test('every filter of a question, by the names that its answer has for them', () => {
  const request = {
    ...emptySearch,
    include: { document: ['d1'] },
    exclude: { type: ['order'] },
    filedFrom: '2024-03-01',
  };
  const value = { value: 'd1', label: '735 · Letter', count: 1, selected: true, excluded: false };
  const texts = filterTexts(request, { document: [value] }).map((text) => text.replaceAll('\u00a0', ' '));
  expect(texts).toHaveLength(3);
  expect(texts).toContain('Document type: not order');
  expect(texts).toContain('Filed: since Mar 1, 2024');
  expect(texts.join()).toContain('735 · Letter');
  expect(filterTexts(emptySearch, {})).toEqual([]);
});
