// Conditions → Meilisearch's filter language; meili-engine.test.ts asks the real one whether it reads them so.
import { expect, test } from '@jest/globals';
import { filterExpression, type EngineFilter } from '../../server/engine/filter.ts';

const cases: readonly (readonly [why: string, filter: EngineFilter, expression: string | null])[] = [
  ['nothing to filter', [], null],
  ['any of two', [{ field: 'type', anyOf: ['order', 'motion'] }], 'type IN ["order", "motion"]'],
  ['any of none is nothing at all, not everything', [{ field: 'type', anyOf: [] }], 'type IN []'],
  ['none of two', [{ field: 'filer', noneOf: ['a', 'b'] }], 'filer NOT IN ["a", "b"]'],
  ['none of none excludes nothing', [{ field: 'filer', noneOf: [] }], null],
  ['a range', [{ field: 'filedOn', from: 20240101, to: 20241231 }], 'filedOn >= 20240101 AND filedOn <= 20241231'],
  ['open at one end', [{ field: 'filedOn', from: null, to: 20241231 }], 'filedOn <= 20241231'],
  ['open at both ends', [{ field: 'filedOn', from: null, to: null }], null],
  [
    'all hold',
    [
      { field: 'type', anyOf: ['order'] },
      { field: 'kind', noneOf: ['contents'] },
    ],
    'type IN ["order"] AND kind NOT IN ["contents"]',
  ],
  [
    'a value cannot leave its quotes',
    [{ field: 'filer', anyOf: ['x"] OR kind = "y', 'back\\slash'] }],
    'filer IN ["x\\"] OR kind = \\"y", "back\\\\slash"]',
  ],
  ['half a character would be refused as JSON', [{ field: 'filer', anyOf: ['\ud800'] }], 'filer IN ["\ufffd"]'],
];
test.each(cases)('%s', (_, filter, expression) => {
  expect(filterExpression(filter)).toBe(expression);
});
