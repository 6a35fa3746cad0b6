import { expect, test } from '@jest/globals';
import { sampleQuestionsOf } from '../../../client/src/search/sample-questions.ts';
import type { FacetValue } from '../../../server/contract/search-api.ts';

const value = (name: string, count: number): FacetValue => ({
  value: name,
  label: name,
  count,
  selected: false,
  excluded: false,
});

test('questions are made of what the corpus holds, three at most', () => {
  const questions = sampleQuestionsOf({
    product: [value('Inbox API', 2), value('Titan API', 9)],
    amount: [value('$1 billion and more', 1), value('under $10,000', 50)],
    person: [value('A. Witness', 3)],
    type: [value('other', 99), value('order', 2)],
  });
  expect(questions.map(({ text }) => text)).toEqual([
    'Where is Titan API spoken of?',
    'Which passages name $1 billion and more?',
    'Where does A. Witness appear?',
  ]);
});

test('a corpus without facets has no canned questions', () => {
  expect(sampleQuestionsOf({})).toEqual([]);
  expect(sampleQuestionsOf({ type: [value('other', 4)], filer: [value('Plaintiffs', 0)] })).toEqual([]);
});
