// The names of the corpus for the editor: in force, offered, refused.
// In: a filter. Out: lists of at most 500. What is guessed says so; how many there are is told.
import { sql } from 'kysely';
import {
  nameKey,
  nameKinds,
  nameLists,
  nameSources,
  type CorpusName,
  type NameKind,
  type NamesAnswer,
  type NameSource,
} from '../contract/names.ts';
import type { Reader } from './database.ts';
import { loadNames } from './load-names.ts';
import { json } from './rows.ts';

/** So many of each are shown. */
const most = 500;

/** Loads the lists. */
export async function listNames(
  reader: Reader,
  { kind: only, q }: { readonly kind: NameKind | null; readonly q: string },
): Promise<NamesAnswer> {
  const names = await loadNames(reader);
  const kinds = nameKinds.filter((kind) => only === null || kind === only);
  const wanted = nameKey(q);
  const fits = (spellings: readonly string[]): boolean => spellings.some((each) => nameKey(each).includes(wanted));
  const printed = await printedNames(reader);
  const edited = await reader.selectFrom('nameEdits').select(['kind', 'key', 'name', 'aliasesJson']).execute();
  const isEdited = (kind: NameKind, name: string): boolean =>
    edited.some((edit) => edit.kind === kind && edit.key === nameKey(name));

  const known = kinds.flatMap((kind) =>
    names[nameLists[kind]].map(({ name, aliases }): CorpusName => {
      const spellings = [name, ...aliases].map(nameKey);
      const files = spellings.flatMap((each) => printed.get(`${kind} ${each}`)?.files ?? 0);
      const origin = isEdited(kind, name) ? 'person' : 'gazetteer';
      return { kind, name, aliases: [...aliases], origin, sources: [], files: Math.max(0, ...files) };
    }),
  );
  const taken = new Set(
    known.flatMap(({ kind, name, aliases }) => [name, ...aliases].map((each) => `${kind} ${nameKey(each)}`)),
  );
  const refused = edited.filter(({ kind, key, aliasesJson }) => aliasesJson === null && !taken.has(`${kind} ${key}`));
  const isRefused = new Set(refused.map(({ kind, key }) => `${kind} ${key}`));
  const read = [...printed].filter(([id, { kind }]) => kinds.includes(kind) && !taken.has(id) && !isRefused.has(id));
  const told = read.filter(([, each]) => each.told).map(([, each]) => each.name);
  const offered = read.filter(([, each]) => !each.told).map(([, each]) => each.name);

  const all = [...known, ...told]
    .filter(({ name, aliases }) => fits([name, ...aliases]))
    .toSorted((a, b) => nameKinds.indexOf(a.kind) - nameKinds.indexOf(b.kind) || a.name.localeCompare(b.name, 'en'));
  const candidates = offered
    .filter(({ name }) => fits([name]))
    .toSorted((a, b) => b.files - a.files || a.name.localeCompare(b.name, 'en'));
  const pending = await reader
    .selectFrom('files')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('namesStale', '=', 1)
    .executeTakeFirstOrThrow();
  return {
    names: all.slice(0, most),
    candidates: candidates.slice(0, most),
    refused: refused
      .filter(({ kind, name }) => kinds.includes(kind) && fits([name]))
      .map(({ kind, name }) => ({ kind, name })),
    total: { names: all.length, candidates: candidates.length },
    pendingFiles: pending.count,
  };
}

interface Printed {
  readonly kind: 'person' | 'organization';
  readonly files: number;
  readonly told: boolean;
  readonly name: CorpusName;
}

/** What files print, by kind and key; a name as the file has it that says it most often. */
async function printedNames(reader: Reader): Promise<ReadonlyMap<string, Printed>> {
  const rows = await reader
    .selectFrom('fileNames')
    .select((of) => [
      'kind',
      'key',
      // A bare column beside max() comes from the row that has the maximum (SQLite).
      'name',
      'aliasesJson',
      of.fn.max('times').as('times'),
      of.fn.max('told').as('told'),
      of.fn.countAll<number>().as('files'),
      sql<string>`group_concat(distinct sourcesJson)`.as('sources'),
    ])
    .groupBy(['kind', 'key'])
    .execute();
  return new Map(
    rows.map(({ kind, key, name, aliasesJson, told, files, sources }): [string, Printed] => {
      const where = new Set(json<NameSource[][]>(`[${sources}]`).flat());
      const isPrinted = [...where].some((source) => source !== 'text');
      return [
        `${kind} ${key}`,
        {
          kind,
          files,
          told: told === 1,
          name: {
            kind,
            name,
            aliases: json<string[]>(aliasesJson),
            origin: isPrinted ? 'read' : 'guessed',
            sources: nameSources.filter((source) => where.has(source)),
            files,
          },
        },
      ];
    }),
  );
}
