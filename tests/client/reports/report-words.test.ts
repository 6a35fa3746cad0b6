import { describe, expect, test } from '@jest/globals';
import {
  changeText,
  filtersOf,
  listOfRows,
  questionOf,
  questionWithin,
  runText,
  suggestedName,
  timeText,
  unsearchedTexts,
} from '../../../client/src/reports/report-words.ts';
import type { ReportRun } from '../../../server/contract/report-api.ts';
import { emptySearch } from '../../../server/contract/search-api.ts';

const report = { dialect: 'westlaw', filters: 'f.type=order&f.type=motion', facet: 'type' } as const;

test('the question of a row asks the same, within the same filters', () => {
  expect(questionOf(report, { q: 'titan /5 inbox' })).toEqual({
    ...emptySearch,
    q: 'titan /5 inbox',
    mode: 'exact',
    dialect: 'westlaw',
    include: { type: ['order', 'motion'] },
  });
  expect(questionOf(report, { q: 'x'.repeat(2001) })).toBeNull();
});

test('within a value of the facet; a value that the filters leave out has none', () => {
  expect(questionWithin(report, { q: 'titan' }, 'order')?.include).toEqual({ type: ['order'] });
  expect(questionWithin(report, { q: 'titan' }, 'exhibit')).toBeNull();
  expect(questionWithin({ ...report, facet: null }, { q: 'titan' }, 'order')).toBeNull();
});

test('filters of another version give links without filters', () => {
  expect(filtersOf({ filters: 'f.colour=red' })).toEqual(emptySearch);
});

const run = (state: ReportRun['state'], done: number): ReportRun => ({
  id: 'r',
  at: '2024-03-23T10:00:00.000Z',
  state,
  done,
  of: 1200,
  failure: null,
  result: null,
});

describe('how a run stands', () => {
  test.each<[ReportRun['state'], number, string]>([
    ['running', 0, 'Waiting to begin, 1,200 queries'],
    ['running', 7, '7 of 1,200 queries asked'],
    ['failed', 7, 'Failed'],
    ['interrupted', 7, 'Stopped at 7 of 1,200'],
    ['done', 1200, 'Done'],
  ])('%s at %i', (state, done, text) => {
    expect(runText(run(state, done)).replaceAll('\u00a0', ' ')).toBe(text);
  });
});

test('changes with their sign', () => {
  expect([changeText(14, '+'), changeText(2, '−'), changeText(0, '+'), changeText(undefined, '+')]).toEqual([
    '+14',
    '−2',
    '–',
    '',
  ]);
});

test('what was not searched, each reason with its pages', () => {
  const texts = unsearchedTexts({ pages: 3, documents: 1, byReason: { 'awaiting-ocr': 1, unreadable: 2 } });
  expect(texts).toHaveLength(2);
  expect(texts[0]).toMatch(/^1.page: ./);
  expect(texts[1]).toMatch(/^2.pages: ./);
});

test('times, and texts that are none', () => {
  expect(timeText('2024-03-23T10:00:00.000Z')).toMatch(/Mar.2[234], 2024, \d/);
  expect(timeText('yesterday')).toBe('yesterday');
});

test('a name for a report, and its list to be changed', () => {
  expect(suggestedName(new Date(2024, 2, 23))).toBe('Search terms, Mar 23, 2024');
  expect(listOfRows([{ q: 'titan\nAND inbox' }, { q: 'api' }])).toBe('titan AND inbox\napi');
});
