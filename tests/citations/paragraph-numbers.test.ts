// Paragraph numbers cited together.
import { expect, test } from '@jest/globals';
import { paragraphNumbers } from '../../server/citations/paragraph-numbers.ts';

test.each<[(string | null)[], string | null, string]>([
  [['34'], '34', 'one'],
  [['34', '34'], '34', 'two passages of one paragraph'],
  [['34', '35', '36'], '34–36', 'neighbours'],
  [['34', '35', '37'], '34–35, 37', 'neighbours and another'],
  [['9', '10'], '9–10', 'as numbers, not as text'],
  [['34', '35', '34'], '34–35', 'a page break gives a passage twice'],
  [['12A', '12B'], '12A, 12B', 'letters are not counted on'],
  [['34', null], null, 'a heading between has no number: pages must be cited'],
  [[], null, 'no passage'],
])('%j → %s (%s)', (paragraphs, expected) => {
  expect(paragraphNumbers(paragraphs)).toBe(expected);
});
