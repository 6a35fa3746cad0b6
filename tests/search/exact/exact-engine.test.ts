// One question of each kind is answered by its own part of the evaluator.
import { expect, test } from '@jest/globals';
import { answerExact, type ExactAsk } from '../../../server/search/exact/exact-engine.ts';
import { ExactEvaluator } from '../../../server/search/exact/exact-evaluator.ts';
import { SearchableCorpus } from '../../../server/search/exact/searchable-corpus.ts';
import { parseQuery } from '../../../server/search/terms/parser.ts';
import { documentOf, passageOf } from '../../indexing/stored-passages.ts';
import { memorySource } from './memory-corpus.ts';

const stored = ['titan titan', 'titan inbox'].map((text, at) =>
  passageOf(documentOf(`d${at}`, { type: 'order' }), 0, text),
);
const evaluator = new ExactEvaluator(new SearchableCorpus(memorySource(stored)));
const question = {
  tree: parseQuery('titan'),
  filters: { include: {}, exclude: {}, filedFrom: null, filedTo: null },
};
const wanted = { group: 'none', sort: 'position', page: 1, perPage: 1, facets: ['type'] } as const;

const rows: [ask: ExactAsk, answer: unknown, checks: number][] = [
  [
    { kind: 'list', question, wanted },
    expect.objectContaining({
      matches: 3,
      documents: 2,
      rows: 3,
      counts: { type: [{ id: 'order', label: 'order', count: 2 }] },
    }),
    2,
  ],
  [
    { kind: 'counts', question, facets: ['type'] },
    expect.objectContaining({
      documents: [
        expect.objectContaining({ documentId: 'd0', matches: 2, file: 'sha-d0', familySize: 1 }),
        expect.objectContaining({ documentId: 'd1', matches: 1 }),
      ],
      counts: { type: [{ id: 'order', label: 'order', count: 2 }] },
    }),
    2,
  ],
  [
    { kind: 'matches', question, documentId: 'd0' },
    [expect.objectContaining({ index: 0, matchesInDocument: 2 }), expect.objectContaining({ index: 1 })],
    0,
  ],
  [{ kind: 'matches', question, documentId: 'none' }, [], 0],
];
test.each(rows)('%j', (ask, answer, checks) => {
  let checked = 0;
  const check = () => {
    checked += 1;
  };
  expect(answerExact(evaluator, ask, check)).toEqual(answer);
  // Whoever takes a question back is heard at every document.
  expect(checked).toBe(checks);
});
