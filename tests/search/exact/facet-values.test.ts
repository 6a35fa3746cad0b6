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
    [...file.at(ordinal)].map((id) => `${table.facetOf(id) ?? ''}: ${table.valueOf(id)}`);
  expect(file.size).toBe(3);
  expect(shown(0)).toEqual(['person: Jane Doe', 'person: Doe', 'amount: under $10,000', 'kind: table']);
  expect(shown(1)).toEqual(['kind: paragraph']);
  // Capitals do not matter, facets do.
  expect(shown(2)).toEqual(['person: Jane Doe', 'product: Doe', 'kind: table']);
  expect([shown(3), shown(-1)]).toEqual([[], []]);
});

test('a value may be asked for before any passage has it', () => {
  const table = new FacetValueTable();
  const wanted = table.idOfKey('person', 'jane doe');
  expect(table.valueOf(wanted)).toBe('');
  const [first] = new FacetedFile(passages, table).at(0);
  expect(first).toBe(wanted);
  expect(table.valueOf(wanted)).toBe('Jane Doe');
});
