// Names, amounts and dates in text; names are those of a gazetteer: whole words, any white space between them, canonical names out.
// In: a gazetteer, once; then texts. Out: each once, sorted. A name of one word must be capitalised as names are.
import type { Gazetteer, GazetteerEntry } from '../contract/filing.ts';
import type { Entities } from '../contract/passage.ts';
import { amountsIn } from './amounts.ts';
import { datesIn } from './dates.ts';

/** The names of a text. */
export type FoundNames = Pick<Entities, 'people' | 'organizations' | 'products'>;

/** Finds entities in texts. */
export function createEntityFinder(gazetteer: Gazetteer): (text: string) => Entities {
  const findNames = createNameFinder(gazetteer);
  return (text) => {
    const dates = datesIn(text);
    return { ...findNames(text), amounts: amountsIn(text), ...(dates.length === 0 ? {} : { dates }) };
  };
}

/** Finds names in texts. */
export function createNameFinder({ people, organizations, products }: Gazetteer): (text: string) => FoundNames {
  const [findPeople, findOrganizations, findProducts] = [finderOf(people), finderOf(organizations), finderOf(products)];
  return (text) => ({
    people: findPeople(text),
    organizations: findOrganizations(text),
    products: findProducts(text),
  });
}

function finderOf(entries: readonly GazetteerEntry[]): (text: string) => readonly string[] {
  const nameOf = new Map<string, string>();
  for (const { name, aliases } of entries) {
    for (const alias of [name, ...aliases]) nameOf.set(keyOf(alias), nameOf.get(keyOf(alias)) ?? name);
  }
  if (nameOf.size === 0) return () => [];
  // The longest first, or `Titan` would hide `Titan API`.
  const spellings = [...nameOf.keys()].toSorted((a, b) => b.length - a.length).map(patternOf);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${spellings.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) => {
    const names = new Set<string>();
    for (const [found] of text.matchAll(pattern)) {
      const name = nameOf.get(keyOf(found));
      // `titan` in small letters is the word, not the product.
      if (name !== undefined && (/\s/.test(found) || /^[\p{Lu}\p{N}]/u.test(found))) names.add(name);
    }
    return [...names].toSorted();
  };
}

function keyOf(name: string): string {
  return name.toLowerCase().replaceAll(/[‘’]/g, "'").replaceAll(/\s+/g, ' ').trim();
}

function patternOf(key: string): string {
  return RegExp.escape(key)
    .replaceAll(/(?:\\x20| )/g, String.raw`\s+`)
    .replaceAll(/\\x27|'/g, "['‘’]");
}
