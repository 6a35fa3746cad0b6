// Names of chosen values that the counts do not name. The engine is a stand-in that keeps what it was asked; create-search.test.ts asks a real one.
import { describe, expect, test } from '@jest/globals';
import type { FacetName } from '../../server/contract/facets.ts';
import { emptySearch, type SearchRequest } from '../../server/contract/search-api.ts';
import { labelledValue } from '../../server/engine/index-fields.ts';
import type { EngineQuery } from '../../server/engine/search-engine.ts';
import { choiceLabels, labelKey } from '../../server/search/choice-labels.ts';

function engineKnowing(values: Partial<Record<string, readonly string[]>>) {
  const asked: EngineQuery[] = [];
  return {
    asked,
    multiSearch: (queries: readonly EngineQuery[]) => {
      asked.push(...queries);
      return Promise.resolve(
        queries.map(({ facets }) => ({
          hits: [],
          totalHits: 0,
          tookMs: 0,
          counts: Object.fromEntries(
            facets.map((field) => [field, Object.fromEntries((values[field] ?? []).map((value) => [value, 1]))]),
          ),
        })),
      );
    },
  };
}

const counted = (counts: Partial<Record<FacetName, readonly string[]>>) =>
  new Map(
    Object.entries(counts).map(([facet, values]) => [
      facet as FacetName, // the keys of the type above
      values.map((id) => ({ id, label: id, count: 1 })),
    ]),
  );

const request: SearchRequest = {
  ...emptySearch,
  include: { document: ['d1', 'd2'], type: ['judgment'] },
  exclude: { tag: ['t1'] },
};

describe('labels', () => {
  test('are asked for only where a chosen id is not named', async () => {
    const engine = engineKnowing({
      documentLabel: [labelledValue('d2', 'Order')],
      tagLabel: [labelledValue('t1', 'spend')],
    });
    const labels = await choiceLabels(engine, request, counted({ document: ['d1'], tag: [], type: [] }));
    expect(Object.fromEntries(labels)).toEqual({
      [labelKey('document', 'd2')]: 'Order',
      [labelKey('tag', 't1')]: 'spend',
    });
    expect(engine.asked.map(({ filter }) => filter)).toEqual([
      [{ field: 'document', anyOf: ['d2'] }],
      [{ field: 'tag', anyOf: ['t1'] }],
    ]);
  });

  const quiet: readonly (readonly [why: string, request: SearchRequest, counts: ReturnType<typeof counted>])[] = [
    ['nothing is chosen', emptySearch, counted({ document: [] })],
    ['all are named', request, counted({ document: ['d1', 'D2'] })],
    ['the facet was not asked for', request, counted({ kind: [] })],
    ['the value is its own name', request, counted({ type: [] })],
  ];
  test.each(quiet)('the engine is left alone when %s', async (_, choice, counts) => {
    const engine = engineKnowing({});
    expect((await choiceLabels(engine, choice, counts)).size).toBe(0);
    expect(engine.asked).toEqual([]);
  });

  test('of an id that nothing has is none', async () => {
    expect((await choiceLabels(engineKnowing({}), request, counted({ document: [] }))).size).toBe(0);
  });
});
