// What a reader is told of a badly redacted page.
import { expect, test } from '@jest/globals';
import { badRedactionsText } from '../../../client/src/reader/redaction-words.ts';
import type { DocumentDetails } from '../../../server/contract/document-api.ts';

type Finding = DocumentDetails['redactions'][number];
const finding = (change: Partial<Finding> = {}): Finding => ({
  pageNumber: 3,
  box: [0, 0, 9, 0, 9, 9, 0, 9],
  bad: true,
  characters: 42,
  how: 'covered',
  ...change,
});

test.each<[string, Finding[], string | null]>([
  ['one box', [finding()], '42 characters under this box; not searched, not shown.'],
  [
    'several boxes',
    [finding(), finding({ characters: 1200 })],
    '1,242 characters under 2 boxes; not searched, not shown.',
  ],
  [
    'a single letter of another alphabet',
    [finding({ characters: 1 })],
    '1 character under this box; not searched, not shown.',
  ],
  [
    'two ways on one page',
    [finding(), finding({ how: 'hidden-layer', characters: 7 })],
    '42 characters under this box, 7 characters on a layer that is switched off; not searched, not shown.',
  ],
  ['a good one needs no warning', [finding({ bad: false, characters: 0 })], null],
  ['another page', [finding({ pageNumber: 4 })], null],
])('%s', (_, redactions, expected) => {
  expect(badRedactionsText(redactions, 3)).toBe(expected);
});

test('a finding that does not say how was a box', () => {
  const { how: _, ...old } = finding();
  expect(badRedactionsText([old], 3)).toMatch(/under this box/);
});
