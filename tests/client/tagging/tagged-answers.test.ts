import { expect, test } from '@jest/globals';
import { chipsAfter, passagesAfter, searchAfter } from '../../../client/src/tagging/tagged-answers.ts';

const tag = { id: 't', name: 'T', color: '#000000' };
const other = { ...tag, id: 'u' };

test.each([
  [[other], true, [other, tag], 'put on'],
  [[tag, other], true, [other, tag], 'never twice'],
  [[tag, other], false, [other], 'taken off'],
])('%j, on: %s → %j (%s)', (chips, isOn, after) => {
  expect(chipsAfter(chips, { tag, isOn })).toEqual(after);
});

test('only answers that hold the passage change', () => {
  const search = { hits: [{ passageId: 'p', tags: [] }] } as unknown as Parameters<typeof searchAfter>[0];
  expect(searchAfter(search, { passageId: 'x', tag, isOn: true })).toBe(search);
  expect(searchAfter(search, { passageId: 'p', tag, isOn: true }).hits[0]?.tags).toEqual([tag]);
  const passages = { passages: [{ id: 'p', tags: [tag] }] } as unknown as Parameters<typeof passagesAfter>[0];
  expect(passagesAfter(passages, { passageId: 'x', tag, isOn: false })).toBe(passages);
  expect(passagesAfter(passages, { passageId: 'p', tag, isOn: false }).passages[0]?.tags).toEqual([]);
});
