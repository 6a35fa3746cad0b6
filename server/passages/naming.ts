// Who is named in each passage of a file: the names in force, and what the file itself tells of others.
// In: names in force, once; then passages with the names that their file prints. Out: the passages with their names. Amounts and dates stay.
import type { Gazetteer, GazetteerEntry, NamesInForce } from '../contract/filing.ts';
import { isTold, nameKey, nameKinds, nameLists, type ReadName } from '../contract/names.ts';
import type { Passage } from '../contract/passage.ts';
import { createNameFinder } from './entities.ts';

/** No gazetteer at all. */
export const noNames: Gazetteer = { people: [], organizations: [], products: [] };

/** Names the passages of one file. */
export type Naming = <Named extends Pick<Passage, 'text' | 'entities'>>(
  passages: readonly Named[],
  names: readonly ReadName[],
) => Named[];

/** Prepares the names in force. */
export function createNaming(inForce: NamesInForce): Naming {
  const entryOf = new Map<string, GazetteerEntry>();
  for (const kind of nameKinds) {
    for (const entry of inForce[nameLists[kind]]) {
      for (const spelling of [entry.name, ...entry.aliases]) {
        const id = `${kind} ${nameKey(spelling)}`;
        entryOf.set(id, entryOf.get(id) ?? entry);
      }
    }
  }
  const isTaken = (spelling: string): boolean => nameKinds.some((kind) => entryOf.has(`${kind} ${nameKey(spelling)}`));

  return (passages, names) => {
    const file = { people: [...inForce.people], organizations: [...inForce.organizations] };
    for (const name of names) {
      const list = nameLists[name.kind];
      const known = [name.name, ...name.aliases.filter((alias) => alias.includes(' '))]
        .map((spelling) => entryOf.get(`${name.kind} ${nameKey(spelling)}`))
        .find((entry) => entry !== undefined);
      const refused = new Set(inForce.refused[list]);
      const aliases = name.aliases.filter((alias) => !isTaken(alias) && !refused.has(nameKey(alias)));
      if (known !== undefined) {
        // The file's own spellings (`Ms. Sandberg`) mean whom the list knows.
        if (!isTaken(name.name) && !refused.has(nameKey(name.name))) aliases.push(name.name);
        file[list].push({ name: known.name, aliases });
      } else if (isTold(name) && !isTaken(name.name) && !refused.has(nameKey(name.name))) {
        file[list].push({ name: name.name, aliases });
      }
    }
    const find = createNameFinder({ ...file, products: inForce.products });
    return passages.map((passage) => ({ ...passage, entities: { ...passage.entities, ...find(passage.text) } }));
  };
}
