// Choices of a request, tried on values: as the engine tries them on its copies.
import { describe, expect, test } from '@jest/globals';
import { emptySearch, type SearchRequest } from '../../server/contract/search-api.ts';
import { facetKey } from '../../server/engine/index-fields.ts';
import { choicesOf, isChosen, isWithinDates } from '../../server/search/choices.ts';

describe('choices', () => {
  test('are of facets in which something is chosen, and of the names asked for', () => {
    const request = { include: { type: ['order'], kind: ['table'] }, exclude: { type: ['motion'], court: [] } };
    expect(choicesOf(request, ['type', 'court', 'year'])).toEqual([
      { name: 'type', wanted: new Set(['order']), unwanted: new Set(['motion']) },
    ]);
    expect(choicesOf(emptySearch, ['type', 'kind'])).toEqual([]);
  });

  const rows: [include: string[], exclude: string[], own: string[], chosen: boolean, why: string][] = [
    [['a'], [], ['a'], true, 'it is the one'],
    [['a', 'b'], [], ['b', 'c'], true, 'one of several is enough'],
    [['a'], [], ['b'], false, 'another'],
    [['a'], [], [], false, 'what is not known is none of them'],
    [[], ['a'], [], true, 'nor is it what was left out'],
    [[], ['a'], ['a', 'b'], false, 'left out, whatever it has besides'],
    [['a'], ['b'], ['a', 'b'], false, 'left out wins'],
    [['ACME '], [], ['acme'], true, 'capitals and space do not matter'],
    [['ﬁrm'], [], ['firm'], true, 'nor forms of the same character'],
    [['Doe'], [], ['Does'], false, 'whole values only'],
  ];
  test.each(rows)('%j without %j of %j: %s (%s)', (include, exclude, own, chosen) => {
    const [choice] = choicesOf({ include: { filer: include }, exclude: { filer: exclude } }, ['filer']);
    expect(choice === undefined ? null : isChosen(choice, own.map(facetKey))).toBe(chosen);
  });
});

describe('dates', () => {
  const rows: [from: string | null, to: string | null, filedOn: string | null, within: boolean, why: string][] = [
    [null, null, null, true, 'no range: anything'],
    [null, null, '2024-01-01', true, 'also with a date'],
    ['2024-01-01', null, '2024-01-01', true, 'from, inclusive'],
    ['2024-01-01', null, '2023-12-31', false, 'the day before'],
    [null, '2024-01-01', '2024-01-01', true, 'to, inclusive'],
    [null, '2024-01-01', '2024-01-02', false, 'the day after'],
    ['2024-01-01', '2024-01-31', '2024-01-15', true, 'between'],
    ['2024-01-01', null, null, false, 'no date lies nowhere'],
    [null, '2024-01-01', null, false, 'nor before'],
  ];
  test.each(rows)('%s to %s: %s is %s (%s)', (filedFrom, filedTo, filedOn, within) => {
    const request: SearchRequest = { ...emptySearch, filedFrom, filedTo };
    expect(isWithinDates(request, filedOn)).toBe(within);
  });
});
