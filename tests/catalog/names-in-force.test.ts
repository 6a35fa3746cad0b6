import { describe, expect, test } from '@jest/globals';
import type { GazetteerEntry } from '../../server/contract/filing.ts';
import { changedSpellings, clashOf, namesInForce, type StoredEdit } from '../../server/catalog/names-in-force.ts';

const gazetteer = {
  people: [{ name: 'Mark Zuckerberg', aliases: ['Zuckerberg'] }],
  organizations: [{ name: 'Meta Platforms, Inc.', aliases: ['Meta'] }],
  products: [],
};
const edit = (name: string, aliases: readonly string[] | null, kind: StoredEdit['kind'] = 'person'): StoredEdit => ({
  kind,
  name,
  aliases,
});
const nobodyRefused = { people: [], organizations: [], products: [] };

describe('names in force', () => {
  test('without edits: the gazetteer', () => {
    expect(namesInForce(gazetteer, [], 3)).toEqual({ ...gazetteer, refused: nobodyRefused, revision: 3 });
  });
  test.each<[string, readonly StoredEdit[], readonly string[], readonly string[]]>([
    ['a person adds', [edit('Jane Doe', [])], ['Mark Zuckerberg', 'Jane Doe'], []],
    ['a person’s aliases win, whatever the capitals', [edit('MARK ZUCKERBERG', ['MZ'])], ['MARK ZUCKERBERG'], []],
    ['a person refuses', [edit('Mark Zuckerberg', null)], [], ['mark zuckerberg']],
    [
      'a person renames',
      [edit('Mark Zuckerberg', null), edit('Mark E. Zuckerberg', ['Mark Zuckerberg'])],
      ['Mark E. Zuckerberg'],
      ['mark zuckerberg'],
    ],
    ['another kind is another name', [edit('Mark Zuckerberg', null, 'product')], ['Mark Zuckerberg'], []],
  ])('%s', (_why, edits, people, refused) => {
    const names = namesInForce(gazetteer, edits, 0);
    expect(names.people.map(({ name }) => name)).toEqual(people);
    expect(names.refused.people).toEqual(refused);
  });
});

test('what a change touches: the spellings of what is not the same, before and after', () => {
  const before = namesInForce(gazetteer, [], 0);
  expect(changedSpellings(before, namesInForce(gazetteer, [], 1))).toEqual([]);
  const after = namesInForce(gazetteer, [edit('Mark Zuckerberg', ['MZ']), edit('Jane Doe', null)], 1);
  expect(changedSpellings(before, after).toSorted()).toEqual(['jane doe', 'mark zuckerberg', 'mz', 'zuckerberg']);
});

test.each<[GazetteerEntry, ReturnType<typeof clashOf>, string]>([
  [
    { name: 'Emily Zuckerberg', aliases: ['zuckerberg'] },
    { spelling: 'zuckerberg', of: 'Mark Zuckerberg' },
    'an alias is taken',
  ],
  [{ name: 'ZUCKERBERG', aliases: [] }, { spelling: 'ZUCKERBERG', of: 'Mark Zuckerberg' }, 'a name is an alias'],
  [{ name: 'Mark Zuckerberg', aliases: ['Zuckerberg'] }, null, 'its own'],
  [{ name: 'Meta', aliases: [] }, null, 'another kind may have the same'],
])('%j clashes with %j', (entry, expected) => {
  expect(clashOf(namesInForce(gazetteer, [], 0), 'person', entry)).toEqual(expected);
});
