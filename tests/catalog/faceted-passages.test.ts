// What facets ask of passages, packed and unpacked: the same, in order.
import { describe, expect, test } from '@jest/globals';
import { packFaceted, unpackFaceted } from '../../server/catalog/faceted-passages.ts';
import { passageKinds, type Entities, type Passage } from '../../server/contract/passage.ts';

type Faceted = Pick<Passage, 'kind' | 'entities'>;
const nobody: Entities = { people: [], organizations: [], products: [], amounts: [] };
const amount = (dollars: number) => ({ dollars, text: `$${dollars}` });

const rows: [why: string, passages: Faceted[]][] = [
  ['no passage', []],
  ['one that names nothing', [{ kind: 'paragraph', entities: nobody }]],
  ['every kind', passageKinds.map((kind) => ({ kind, entities: nobody }))],
  [
    'names that come again, in other roles too',
    [
      { kind: 'table', entities: { ...nobody, people: ['Jane Doe', 'Ann Lee'], organizations: ['Meta', 'Jane Doe'] } },
      { kind: 'quote', entities: { ...nobody, people: ['Ann Lee'], products: ['Meta', 'Onavo'] } },
    ],
  ],
  ['amounts', [{ kind: 'footnote', entities: { ...nobody, amounts: [amount(0), amount(150_000_000), amount(0)] } }]],
  [
    'names of any signs',
    [{ kind: 'heading', entities: { ...nobody, people: ['Doe, "J."', '\u2028', '__proto__', '📎'] } }],
  ],
];

describe('packed and unpacked', () => {
  test.each(rows)('%s', (_, passages) => {
    expect(unpackFaceted(packFaceted(passages))).toEqual(
      passages.map(({ kind, entities: { people, organizations, products, amounts } }) => ({
        kind,
        entities: { people, organizations, products, amounts: amounts.map(({ dollars }) => ({ dollars })) },
      })),
    );
  });

  test('holds a name once, however often it comes', () => {
    const passages = Array.from({ length: 100 }, (): Faceted => ({
      kind: 'paragraph',
      entities: { ...nobody, people: ['Jane Doe'] },
    }));
    expect(packFaceted(passages).split('Jane Doe')).toHaveLength(2);
  });
});
