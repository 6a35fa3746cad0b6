import { expect, test } from '@jest/globals';
import type { FacetedPassage } from '../../../server/contract/word-index.ts';
import { FacetedFile, FacetValueTable } from '../../../server/search/exact/facet-values.ts';

const none = { people: [], organizations: [], products: [], amounts: [] };
const passages: readonly FacetedPassage[] = [
  { kind: 'table', entities: { ...none, people: ['Jane Doe', 'Doe'], amounts: [{ dollars: 5 }] } },
  { kind: 'paragraph', entities: none },
  { kind: 'table', entities: { ...none, people: ['JANE DOE'], products: ['Doe'] } },
];

test('numbers of each passage, and what they mean', () => {
  const table = new FacetValueTable();
  const file = new FacetedFile(passages, table);
  const shown = (ordinal: number) =>
    [...file.at(ordinal)].map((id) => `${table.facetOf(id) ?? ''}: ${table.labelOf(id)}`);
  expect(file.size).toBe(3);
  expect(shown(0)).toEqual(['person: Jane Doe', 'person: Doe', 'amount: under $10,000', 'kind: table']);
  expect(shown(1)).toEqual(['kind: paragraph']);
  // Capitals do not matter, facets do.
  expect(shown(2)).toEqual(['person: Jane Doe', 'product: Doe', 'kind: table']);
  expect([shown(3), shown(-1)]).toEqual([[], []]);
});

test('a value may be asked for before any passage has it', () => {
  const table = new FacetValueTable();
  const wanted = table.choiceOf('person', 'jane doe');
  expect([table.idOf(wanted), table.labelOf(wanted)]).toEqual(['', '']);
  const [first] = new FacetedFile(passages, table).at(0);
  expect(first).toBe(wanted);
  expect([table.idOf(wanted), table.labelOf(wanted)]).toEqual(['Jane Doe', 'Jane Doe']);
});

test('an id has a number for each name, and all are chosen by one', () => {
  const table = new FacetValueTable();
  const [long, short] = ['Klein v. Meta Platforms, Inc.', 'Klein v. Meta'].map((name) =>
    table.numberOf('case', 'c1', name),
  );
  const other = table.numberOf('case', 'c2', 'Klein v. Meta');
  const chosen = table.choiceOf('case', 'c1');
  expect(new Set([long, short, other]).size).toBe(3);
  expect([long, short, other].map((number) => table.chosenBy(number ?? -1) === chosen)).toEqual([true, true, false]);
  expect(table.numberOf('case', 'c1', 'Klein v. Meta')).toBe(short);
  expect([table.idOf(short ?? -1), table.labelOf(short ?? -1)]).toEqual(['c1', 'Klein v. Meta']);
  // A value without a name is chosen by itself.
  const order = table.numberOf('type', 'order');
  expect([table.chosenBy(order), table.choiceOf('type', 'order')]).toEqual([order, order]);
});

test('ranks are the order of the labels, also of those that came later', () => {
  const table = new FacetValueTable();
  const numbers = ['10 · Order', '9 · Brief', 'motion'].map((name) =>
    table.numberOf('document', `id of ${name}`, name),
  );
  const byRank = (those: readonly number[]) => {
    const ranks = table.ranks();
    return those.toSorted((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0)).map((number) => table.labelOf(number));
  };
  expect(byRank(numbers)).toEqual(['9 · Brief', '10 · Order', 'motion']);
  numbers.push(
    table.numberOf('document', 'id of a later one', 'Letter'),
    table.numberOf('document', 'x', '9 · Answer'),
  );
  expect(byRank(numbers)).toEqual(['9 · Answer', '9 · Brief', '10 · Order', 'Letter', 'motion']);
  // One that was asked for before anything had it is called something now.
  const asked = table.choiceOf('type', 'affidavit');
  table.ranks();
  table.numberOf('type', 'Affidavit');
  expect(byRank([...numbers, asked])[2]).toBe('10 · Order');
  expect(byRank([...numbers, asked])[3]).toBe('Affidavit');
});
