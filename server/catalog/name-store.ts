// The list of names in the catalog: a person's edits over the folder's gazetteer, names that files print, and files that have to follow.
// In: edits. Out: names in force, lists for the editor, stale files. Which passages name whom is found out elsewhere (passages).
import { sql } from 'kysely';
import { PinciteError } from '../contract/errors.ts';
import type { NamesInForce } from '../contract/filing.ts';
import { nameKey, type NameEdit, type NameSource } from '../contract/names.ts';
import type { Catalog, NameStore } from './catalog.ts';
import { slices, type CatalogDatabase, type Writer } from './database.ts';
import { documentNames } from './document-names.ts';
import { gazetteerFact, loadNames, revisionFact, revisionOf } from './load-names.ts';
import { listNames } from './name-list.ts';
import { changedSpellings, clashOf } from './names-in-force.ts';
import { json, passageOf } from './rows.ts';
import { renewFaceted } from './word-writer.ts';

/** Makes the store, and the gazetteer's part of the catalog. */
export function createNameStore(
  database: CatalogDatabase,
): { readonly names: NameStore } & Pick<Catalog, 'gazetteer' | 'setGazetteer'> {
  const { reader, write } = database;
  const names: NameStore = {
    list: (filter) => listNames(reader, filter),
    edit: (edits) =>
      write(async (writer) => {
        const before = await loadNames(writer);
        const undo: NameEdit[] = [];
        for (const edit of edits) undo.unshift(await applyEdit(writer, edit));
        const after = await loadNames(writer);
        for (const [at, edit] of edits.entries()) refuseClash(after, edit, at);
        await follow(writer, before, after);
        return undo;
      }),
    async nextStale() {
      const file = await reader
        .selectFrom('files')
        .select('sha256')
        .where('namesStale', '=', 1)
        .limit(1)
        .executeTakeFirst();
      if (file === undefined) return null;
      const { sha256 } = file;
      const [passages, printed] = await Promise.all([
        reader.selectFrom('passages').selectAll().where('sha256', '=', sha256).orderBy('ordinal').execute(),
        reader
          .selectFrom('fileNames')
          .selectAll()
          .where('sha256', '=', sha256)
          .orderBy('kind')
          .orderBy('key')
          .execute(),
      ]);
      return {
        sha256,
        passages: passages.map(passageOf),
        names: printed.map(({ kind, name, aliasesJson, sourcesJson, times }) => ({
          kind,
          name,
          aliases: json<string[]>(aliasesJson),
          sources: json<NameSource[]>(sourcesJson),
          times,
        })),
      };
    },
    mark: (sha256, entities, revision) =>
      write(async (writer) => {
        for (const [id, each] of entities) {
          await writer
            .updateTable('passages')
            .set({ bodyJson: sql<string>`json_set(bodyJson, '$.entities', json(${JSON.stringify(each)}))` })
            .where('id', '=', id)
            .where('sha256', '=', sha256)
            .execute();
        }
        if (entities.size > 0) {
          await renewFaceted(writer, sha256);
          await queueDocuments(writer, sha256);
        }
        if ((await revisionOf(writer)) !== revision) return;
        await writer.updateTable('files').set({ namesStale: 0 }).where('sha256', '=', sha256).execute();
      }),
    ofDocument: (documentId) => documentNames(reader, documentId),
  };
  return {
    names,
    gazetteer: () => loadNames(reader),
    setGazetteer: (gazetteer) =>
      write(async (writer) => {
        const before = await loadNames(writer);
        await putFact(writer, gazetteerFact, JSON.stringify(gazetteer));
        await follow(writer, before, await loadNames(writer));
      }),
  };
}

/** Writes one edit; what undoes it. */
async function applyEdit(writer: Writer, edit: NameEdit): Promise<NameEdit> {
  const { kind, name } = edit;
  const key = nameKey(name);
  const of = writer.selectFrom('nameEdits').selectAll().where('kind', '=', kind).where('key', '=', key);
  const old = await of.executeTakeFirst();
  const undo: NameEdit =
    old === undefined
      ? { kind, name, takeBack: true }
      : { kind, name: old.name, aliases: old.aliasesJson === null ? null : json<string[]>(old.aliasesJson) };
  if ('takeBack' in edit) {
    if (old === undefined) {
      throw new PinciteError('not-found', `Nobody has changed “${name}”: there is nothing to take back.`, {
        field: 'name',
      });
    }
    await writer.deleteFrom('nameEdits').where('kind', '=', kind).where('key', '=', key).execute();
    return undo;
  }
  const aliases =
    edit.aliases === null ? null : [...new Map(edit.aliases.map((each) => [nameKey(each), each])).values()];
  const aliasesJson = aliases === null ? null : JSON.stringify(aliases.filter((each) => nameKey(each) !== key));
  await writer
    .insertInto('nameEdits')
    .values({ kind, key, name, aliasesJson })
    .onConflict((conflict) => conflict.columns(['kind', 'key']).doUpdateSet({ name, aliasesJson }))
    .execute();
  return undo;
}

function refuseClash(names: NamesInForce, edit: NameEdit, at: number): void {
  if ('takeBack' in edit || edit.aliases === null) return;
  const clash = clashOf(names, edit.kind, { name: edit.name, aliases: edit.aliases });
  if (clash === null) return;
  throw new PinciteError(
    'conflict',
    `“${clash.spelling}” means ${clash.of} already. Take it away there first, or add “${edit.name}” to ${clash.of} as an alias.`,
    { field: `edits.${at}.${nameKey(clash.spelling) === nameKey(edit.name) ? 'name' : 'aliases'}` },
  );
}

/** Counts the change, and makes the files stale that may hold a spelling it touches. */
async function follow(writer: Writer, before: NamesInForce, after: NamesInForce): Promise<void> {
  const spellings = changedSpellings(before, after);
  if (spellings.length === 0) return;
  await putFact(writer, revisionFact, String(before.revision + 1));
  const words = new Set(spellings.map(longestWord));
  if (words.has('')) {
    await writer.updateTable('files').set({ namesStale: 1 }).execute();
    return;
  }
  // A file may name somebody by a spelling of its own, which only its names know.
  const stale = (column: 'text' | 'key', word: string) => sql<boolean>`${sql.ref(column)} like ${`%${word}%`}`;
  for (const slice of slices([...words], 50)) {
    await writer
      .updateTable('files')
      .set({ namesStale: 1 })
      .where((of) =>
        of.or([
          of(
            'sha256',
            'in',
            of
              .selectFrom('passages')
              .select('passages.sha256')
              .where((each) => each.or(slice.map((word) => stale('text', word)))),
          ),
          of(
            'sha256',
            'in',
            of
              .selectFrom('fileNames')
              .select('fileNames.sha256')
              .where((each) => each.or(slice.map((word) => stale('key', word)))),
          ),
        ]),
      )
      .execute();
  }
}

/** What surely stands in a text that holds the spelling, whatever its white space and quotes; SQLite folds only these letters. */
function longestWord(spelling: string): string {
  const words = spelling.match(/(?<!\P{ASCII})[a-z0-9]+(?!\P{ASCII})/gu) ?? [];
  return words.toSorted((a, b) => b.length - a.length)[0] ?? '';
}

async function queueDocuments(writer: Writer, sha256: string): Promise<void> {
  await writer
    .insertInto('outbox')
    .columns(['change', 'documentId'])
    .expression((of) =>
      of
        .selectFrom('documentFiles')
        .select((from) => [from.val('put' as const).as('change'), 'documentFiles.documentId'])
        .where('sha256', '=', sha256),
    )
    .execute();
}

async function putFact(writer: Writer, name: string, value: string): Promise<void> {
  await writer
    .insertInto('facts')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
