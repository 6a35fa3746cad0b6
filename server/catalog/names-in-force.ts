// The folder's gazetteer and a person's edits as one list of names; what a change of it touches.
// In: gazetteer and edits. Out: names in force. A person's word wins; nothing here knows what filings print.
import type { Gazetteer, GazetteerEntry, NamesInForce } from '../contract/filing.ts';
import { nameKey, nameKinds, nameLists, type NameKind } from '../contract/names.ts';

/** What a person has said of a name; null: it is none. */
export interface StoredEdit {
  readonly kind: NameKind;
  readonly name: string;
  readonly aliases: readonly string[] | null;
}

/** Lays the edits over the gazetteer. */
export function namesInForce(gazetteer: Gazetteer, edits: readonly StoredEdit[], revision: number): NamesInForce {
  const ofKind = (kind: NameKind): readonly GazetteerEntry[] => {
    const own = edits.filter((edit) => edit.kind === kind);
    const edited = new Set(own.map(({ name }) => nameKey(name)));
    return [
      ...gazetteer[nameLists[kind]].filter(({ name }) => !edited.has(nameKey(name))),
      ...own.flatMap(({ name, aliases }) => (aliases === null ? [] : [{ name, aliases }])),
    ];
  };
  const refusedOf = (kind: NameKind): readonly string[] =>
    edits.filter((edit) => edit.kind === kind && edit.aliases === null).map(({ name }) => nameKey(name));
  return {
    people: ofKind('person'),
    organizations: ofKind('organization'),
    products: ofKind('product'),
    refused: { people: refusedOf('person'), organizations: refusedOf('organization'), products: refusedOf('product') },
    revision,
  };
}

/** Every spelling of the entries that are not the same in both; the refused ones that are not refused in both. */
export function changedSpellings(before: NamesInForce, after: NamesInForce): string[] {
  const spellings = nameKinds.flatMap((kind) => {
    const list = nameLists[kind];
    const [was, is] = [writtenEntries(before[list]), writtenEntries(after[list])];
    const [wasRefused, isRefused] = [new Set(before.refused[list]), new Set(after.refused[list])];
    return [
      ...[...was].filter(([written]) => !is.has(written)).flatMap(([, entry]) => [entry.name, ...entry.aliases]),
      ...[...is].filter(([written]) => !was.has(written)).flatMap(([, entry]) => [entry.name, ...entry.aliases]),
      ...wasRefused.symmetricDifference(isRefused),
    ];
  });
  return [...new Set(spellings.map(nameKey))];
}

function writtenEntries(entries: readonly GazetteerEntry[]): ReadonlyMap<string, GazetteerEntry> {
  return new Map(entries.map((entry) => [JSON.stringify([entry.name, [...entry.aliases].toSorted()]), entry]));
}

/** A spelling that another entry of its kind has already, with that entry's name; null when there is none. */
export function clashOf(
  names: NamesInForce,
  kind: NameKind,
  { name, aliases }: GazetteerEntry,
): { readonly spelling: string; readonly of: string } | null {
  const others = names[nameLists[kind]].filter((entry) => nameKey(entry.name) !== nameKey(name));
  for (const spelling of [name, ...aliases]) {
    const other = others.find((entry) =>
      [entry.name, ...entry.aliases].some((each) => nameKey(each) === nameKey(spelling)),
    );
    if (other !== undefined) return { spelling, of: other.name };
  }
  return null;
}
