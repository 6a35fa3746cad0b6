// The names in force, as they are stored: the folder's gazetteer and a counter as facts, a person's edits as rows.
// In: a connection, inside a transaction or not. Out: names in force, or their revision alone.
import type { Gazetteer, NamesInForce } from '../contract/filing.ts';
import type { Reader, Writer } from './database.ts';
import { namesInForce, type StoredEdit } from './names-in-force.ts';
import { json } from './rows.ts';

export const gazetteerFact = 'gazetteer';
export const revisionFact = 'names revision';

/** The names in force, from either connection. */
export async function loadNames(reader: Reader | Writer): Promise<NamesInForce> {
  const facts = await reader
    .selectFrom('facts')
    .select(['name', 'value'])
    .where('name', 'in', [gazetteerFact, revisionFact])
    .execute();
  const text = facts.find(({ name }) => name === gazetteerFact)?.value;
  const gazetteer: Gazetteer =
    text === undefined ? { people: [], organizations: [], products: [] } : json<Gazetteer>(text);
  return namesInForce(
    gazetteer,
    await loadEdits(reader),
    Number(facts.find(({ name }) => name === revisionFact)?.value ?? 0),
  );
}

async function loadEdits(reader: Reader | Writer): Promise<StoredEdit[]> {
  const rows = await reader.selectFrom('nameEdits').selectAll().orderBy('kind').orderBy('key').execute();
  return rows.map(({ kind, name, aliasesJson }) => ({
    kind,
    name,
    aliases: aliasesJson === null ? null : json<string[]>(aliasesJson),
  }));
}

/** The revision in force: a reading made with another one is stale at once. */
export async function revisionOf(writer: Writer): Promise<number> {
  const row = await writer.selectFrom('facts').select('value').where('name', '=', revisionFact).executeTakeFirst();
  return Number(row?.value ?? 0);
}
