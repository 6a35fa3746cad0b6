import { describe, expect, test } from '@jest/globals';
import type { NamesInForce } from '../../server/contract/filing.ts';
import type { ReadName } from '../../server/contract/names.ts';
import { createNaming, noNames } from '../../server/passages/naming.ts';

const nobodyRefused = { people: [], organizations: [], products: [] };
const inForce = (change: Partial<NamesInForce> = {}): NamesInForce => ({
  ...noNames,
  refused: nobodyRefused,
  revision: 0,
  ...change,
});
const person = (name: string, extra: Partial<ReadName> = {}): ReadName => ({
  kind: 'person',
  name,
  aliases: [],
  sources: ['signature'],
  times: 1,
  ...extra,
});

function named(names: NamesInForce, text: string, read: readonly ReadName[] = []) {
  const [passage] = createNaming(names)(
    [
      {
        text,
        entities: { ...noNames, people: [], organizations: [], products: [], amounts: [{ dollars: 5, text: '$5' }] },
      },
    ],
    read,
  );
  return passage?.entities;
}

describe('without a gazetteer', () => {
  test('what the file prints is found by all its spellings; amounts stay', () => {
    expect(named(inForce(), 'Ross paid $5', [person('Nancy Ross', { aliases: ['Ross'] })])).toEqual({
      people: ['Nancy Ross'],
      organizations: [],
      products: [],
      amounts: [{ dollars: 5, text: '$5' }],
    });
  });
  test('a lonely guess names nobody', () => {
    expect(named(inForce(), 'Nancy Ross', [person('Nancy Ross', { sources: ['text'] })])?.people).toEqual([]);
  });
});

describe('with names in force', () => {
  const known = inForce({
    people: [{ name: 'Mark Zuckerberg', aliases: ['Zuckerberg'] }],
    products: [{ name: 'Messenger', aliases: [] }],
  });
  test.each<[string, NamesInForce, string, readonly ReadName[], readonly string[]]>([
    [
      'the file’s own spelling means whom the list knows',
      known,
      'Mr. Zuckerberg',
      [person('MARK ZUCKERBERG', { aliases: ['Mr. Zuckerberg'] })],
      ['Mark Zuckerberg'],
    ],
    [
      'a fuller spelling of the file, known by its alias',
      known,
      'Mark E. Zuckerberg',
      [person('Mark E. Zuckerberg', { aliases: ['Mark Zuckerberg'] })],
      ['Mark Zuckerberg'],
    ],
    [
      'an alias of the list is nobody else’s',
      known,
      'Zuckerberg',
      [person('Emily Zuckerberg', { aliases: ['Zuckerberg'] })],
      ['Mark Zuckerberg'],
    ],
    ['a product is no person', known, 'Messenger', [person('Messenger')], []],
    [
      'who is refused is not found',
      inForce({ refused: { ...nobodyRefused, people: ['santa clara'] } }),
      'Santa Clara',
      [person('Santa Clara')],
      [],
    ],
    [
      'a refused spelling of somebody else is not found',
      inForce({ refused: { ...nobodyRefused, people: ['young'] } }),
      'Young',
      [person('Emily Young', { aliases: ['Young'] })],
      [],
    ],
    [
      'a given-up name is an alias of the new one',
      inForce({
        people: [{ name: 'Mark E. Zuckerberg', aliases: ['Mark Zuckerberg'] }],
        refused: { ...nobodyRefused, people: ['mark zuckerberg'] },
      }),
      'Mark Zuckerberg',
      [person('Mark Zuckerberg')],
      ['Mark E. Zuckerberg'],
    ],
  ])('%s', (_why, names, text, read, expected) => {
    expect(named(names, text, read)?.people).toEqual(expected);
  });
});
