import { describe, expect, test } from '@jest/globals';
import { freeDigit, tagChoiceOf, tagOfDigit } from '../../../client/src/tagging/tag-choice.ts';
import type { Tag } from '../../../server/contract/work-api.ts';

const tag = (name: string, shortcut: string | null = null): Tag => ({
  id: name,
  name,
  parentId: null,
  color: '#000000',
  definition: '',
  shortcut,
  count: 0,
});
const tags = [tag('Ad spend', '1'), tag('Spending'), tag('Privacy', '3')];

describe('what the menu offers', () => {
  test.each<[string, string[], string | null, string]>([
    ['', ['Ad spend', 'Spending', 'Privacy'], null, 'everything, in the order of the code book'],
    ['spend', ['Spending', 'Ad spend'], 'spend', 'names that begin with it first; a new one may be made'],
    [' ad  spend ', ['Ad spend'], null, 'an exact name is not offered again'],
    ['Harm', [], 'Harm', 'only to be made'],
  ])('“%s” → %j, create %s (%s)', (typed, names, create) => {
    const choice = tagChoiceOf(tags, new Set(['Privacy']), typed);
    expect(choice.rows.map((row) => row.tag.name)).toEqual(names);
    expect(choice.create).toBe(create);
  });

  test('what is applied is ticked', () => {
    expect(tagChoiceOf(tags, new Set(['Privacy']), '').rows.map(({ isApplied }) => isApplied)).toEqual([
      false,
      false,
      true,
    ]);
  });
});

test('digits', () => {
  expect(tagOfDigit(tags, '3')?.name).toBe('Privacy');
  expect(tagOfDigit(tags, '2')).toBeNull();
  expect(tagOfDigit(tags, 'Enter')).toBeNull();
  expect(freeDigit(tags)).toBe('2');
  expect(freeDigit(Array.from('1234567890', (digit) => tag(digit, digit)))).toBeNull();
});
