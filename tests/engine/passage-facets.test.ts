// What a passage has by itself: one answer for the index and for exact search.
import { expect, test } from '@jest/globals';
import { facetNames } from '../../server/contract/facets.ts';
import type { FacetedPassage } from '../../server/contract/word-index.ts';
import { documentFacetNames } from '../../server/engine/document-facets.ts';
import { passageFacetNames, passageFacetsOf } from '../../server/engine/passage-facets.ts';

const nobody: FacetedPassage['entities'] = { people: [], organizations: [], products: [], amounts: [] };

const rows: [why: string, passage: FacetedPassage, values: Partial<ReturnType<typeof passageFacetsOf>>][] = [
  ['nothing is named', { kind: 'table', entities: nobody }, { kind: ['table'] }],
  [
    'each name once, as a facet value may be written',
    {
      kind: 'paragraph',
      entities: {
        ...nobody,
        people: ['Jane Doe', 'Jane\nDoe ', ' '],
        organizations: ['Meta'],
        products: ['Titan API', 'Onavo'],
      },
    },
    { kind: ['paragraph'], person: ['Jane Doe'], organization: ['Meta'], product: ['Titan API', 'Onavo'] },
  ],
  [
    'amounts by their range, each range once',
    {
      kind: 'quote',
      entities: {
        ...nobody,
        amounts: [{ dollars: 9999 }, { dollars: 10_000 }, { dollars: 20_000 }, { dollars: 5e9 }],
      },
    },
    { kind: ['quote'], amount: ['under $10,000', '$10,000–$999,999', '$1 billion and more'] },
  ],
];
test.each(rows)('%s', (_, passage, values) => {
  expect(passageFacetsOf(passage)).toEqual({
    person: [],
    organization: [],
    product: [],
    amount: [],
    kind: [],
    ...values,
  });
});

test('a facet is decided by the document, by the passage, or is the tag', () => {
  expect([...documentFacetNames, ...passageFacetNames, 'tag'].toSorted()).toEqual([...facetNames].toSorted());
});
