// What facets ask of a file's passages, as few bytes: exact search counts them for every match and must not read whole passages for it.
// Shape: passages in order → text → what facets ask of each.
import { passageKinds, type Passage } from '../contract/passage.ts';
import type { FacetedPassage } from '../contract/word-index.ts';
import { json } from './rows.ts';

/** Names by their place in a list; kind by its place among the kinds. */
interface Packed {
  readonly names: readonly string[];
  readonly passages: readonly (readonly [
    kind: number,
    people: readonly number[],
    organizations: readonly number[],
    products: readonly number[],
    dollars: readonly number[],
  ])[];
}

/** Packs the passages of a file; they are ordered by `ordinal`. */
export function packFaceted(passages: readonly Pick<Passage, 'kind' | 'entities'>[]): string {
  const places = new Map<string, number>();
  const placeOf = (name: string): number => {
    const place = places.get(name) ?? places.size;
    places.set(name, place);
    return place;
  };
  const rows = passages.map(
    ({ kind, entities: { people, organizations, products, amounts } }) =>
      [
        passageKinds.indexOf(kind),
        people.map(placeOf),
        organizations.map(placeOf),
        products.map(placeOf),
        amounts.map(({ dollars }) => dollars),
      ] as const,
  );
  return JSON.stringify({ names: [...places.keys()], passages: rows } satisfies Packed);
}

/** Unpacks what `packFaceted` made. */
export function unpackFaceted(text: string): FacetedPassage[] {
  const { names, passages } = json<Packed>(text);
  const named = (places: readonly number[]): string[] => places.map((place) => names[place] ?? '');
  return passages.map(([kind, people, organizations, products, dollars]) => ({
    kind: passageKinds[kind] ?? 'paragraph',
    entities: {
      people: named(people),
      organizations: named(organizations),
      products: named(products),
      amounts: dollars.map((each) => ({ dollars: each })),
    },
  }));
}
