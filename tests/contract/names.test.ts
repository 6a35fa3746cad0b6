import { expect, test } from '@jest/globals';
import { isTold, nameEditsSchema, nameKey } from '../../server/contract/names.ts';

test.each<[Parameters<typeof isTold>[0], boolean, string]>([
  [{ sources: ['caption'], times: 0 }, true, 'printed where names are printed'],
  [{ sources: ['signature', 'text'], times: 1 }, true, 'printed, and in the text'],
  [{ sources: ['text'], times: 2 }, true, 'a guess that repeats'],
  [{ sources: ['text'], times: 1 }, false, 'a guess'],
])('%j is told: %s', (name, expected) => {
  expect(isTold(name)).toBe(expected);
});

test('capitals, quotes and white space do not part names', () => {
  expect(nameKey('  O’BRIEN\u00a0 Inc. ')).toBe("o'brien inc.");
});

test.each<[unknown, boolean, string]>([
  [{ edits: [{ kind: 'person', name: ' Jane Doe ', aliases: ['Doe'] }] }, true, 'a name with an alias'],
  [{ edits: [{ kind: 'person', name: 'Jane Doe', aliases: null }] }, true, 'no name'],
  [{ edits: [{ kind: 'person', name: 'Jane Doe', takeBack: true }] }, true, 'as it was read'],
  [{ edits: [] }, false, 'nothing'],
  [{ edits: [{ kind: 'judge', name: 'Jane Doe', aliases: [] }] }, false, 'a kind there is not'],
  [{ edits: [{ kind: 'person', name: 'J', aliases: [] }] }, false, 'one letter'],
  [{ edits: [{ kind: 'person', name: '--- 12', aliases: [] }] }, false, 'no letters'],
  [{ edits: [{ kind: 'person', name: 'Jane\u0000Doe', aliases: [] }] }, false, 'a control character'],
  [{ edits: [{ kind: 'person', name: 'x'.repeat(101), aliases: [] }] }, false, 'longer than a facet value'],
  [{ edits: [{ kind: 'person', name: 'Jane Doe' }] }, false, 'no word what to do'],
  [{ edits: [{ kind: 'person', name: 'Jane Doe', aliases: [], takeBack: true }] }, false, 'two words at once'],
])('%j: %s', (body, expected) => {
  expect(nameEditsSchema.safeParse(body).success).toBe(expected);
});
