// Completions: what holds the letters typed, what begins with them first.
import { describe, expect, test } from '@jest/globals';
import { labelledValue } from '../../server/engine/index-fields.ts';
import type { EngineQuery } from '../../server/engine/search-engine.ts';
import { plainName, suggestFrom } from '../../server/search/suggest.ts';

const counts = {
  documentLabel: { [labelledValue('d1', '735 · Titan Brief')]: 40, [labelledValue('d2', 'Order')]: 3 },
  person: { 'Tiffany Doe': 2, 'Ｔina Roe': 9 },
  organization: { Netflix: 12 },
  product: { 'Titan API': 30, 'Inbox API': 20 },
  tagLabel: { [labelledValue('t1', 'titan spend')]: 1 },
};
let asked: readonly EngineQuery[] = [];
const engine = {
  multiSearch: (queries: readonly EngineQuery[]) => {
    asked = queries;
    return Promise.resolve([{ hits: [], totalHits: 0, tookMs: 0, counts }]);
  },
};
const labels = async (q: string) => (await suggestFrom(engine, q)).suggestions.map(({ label }) => label);

describe('suggestions', () => {
  const cases: readonly (readonly [q: string, labels: readonly string[], why: string])[] = [
    [
      'ti',
      ['Titan API', 'Ｔina Roe', 'Tiffany Doe', 'titan spend', '735 · Titan Brief'],
      'beginnings first, then by count',
    ],
    ['TITAN ', ['Titan API', 'titan spend', '735 · Titan Brief'], 'capitals and spaces do not matter'],
    ['api', ['Titan API', 'Inbox API'], 'within a name'],
    ['tina', ['Ｔina Roe'], 'forms of a character do not matter, on either side'],
    ['zzz', [], 'nothing'],
    ['.*', [], 'no pattern, plain letters'],
  ];
  test.each(cases)('for %j are %j (%s)', async (q, expected) => {
    expect(await labels(q)).toEqual(expected);
  });

  test('name what they are and what to filter by', async () => {
    expect((await suggestFrom(engine, 'titan b')).suggestions).toEqual([
      { kind: 'document', value: 'd1', label: '735 · Titan Brief', count: 40 },
    ]);
  });

  test('are twelve at most', async () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`Person ${at}`, at]));
    const crowded = {
      multiSearch: () => Promise.resolve([{ hits: [], totalHits: 0, tookMs: 0, counts: { person: many } }]),
    };
    const { suggestions } = await suggestFrom(crowded, 'person');
    expect(suggestions.map(({ count }) => count)).toEqual([49, 48, 47, 46, 45, 44, 43, 42, 41, 40, 39, 38]);
  });

  test.each(['', '  '])('nothing typed (%j) asks the engine for nothing', async (q) => {
    asked = [];
    expect(await labels(q)).toEqual([]);
    expect(asked).toEqual([]);
  });
});

test('names are compared without capitals, edges and forms of characters', () => {
  expect(plainName(' ＦＯＯ ﬁ ')).toBe('foo fi');
});
