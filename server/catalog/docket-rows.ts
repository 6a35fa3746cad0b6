// What sidecars list, in the catalog: written whole by sidecar, read by case or by place, inside the caller's transaction.
// In: dockets. Out: entries as they were listed; a listing that names no case is not kept, since nothing could be missing from it.
import type { ListedDocket, ListedDocument, ListedEntry } from '../contract/docket.ts';
import { noCaseId, unknownDetails, type FilingDetails, type ReadDetails } from '../contract/filing.ts';
import { caseFor } from './case-writer.ts';
import { slices, type Reader, type Writer } from './database.ts';
import { json } from './rows.ts';

/** Replaces what a sidecar lists; which entries it now says something else of, as `[case, entry]`. */
export async function replaceListing(
  writer: Writer,
  source: string,
  dockets: readonly ListedDocket[],
): Promise<readonly (readonly [caseId: string, entry: string])[]> {
  const before = await writer
    .selectFrom('docketEntries')
    .selectAll()
    .where('source', '=', source)
    .orderBy('position')
    .execute();
  const rows: (typeof before)[number][] = [];
  for (const { entries, ...ofCase } of dockets) {
    const caseId = await caseFor(writer, { ...unknownDetails, ...ofCase });
    if (caseId === noCaseId) continue;
    for (const { documents, ...entry } of entries) {
      rows.push({ source, position: rows.length, caseId, ...entry, documentsJson: JSON.stringify(documents) });
    }
  }
  const textOf = (row: (typeof rows)[number]): string =>
    JSON.stringify([row.caseId, row.entry, row.filedOn, row.filer, row.description, row.documentsJson]);
  const [old, fresh] = [new Set(before.map(textOf)), new Set(rows.map(textOf))];
  if (before.length === rows.length && before.every((row, at) => textOf(row) === textOf(rows[at] ?? row))) return [];
  await writer.deleteFrom('docketEntries').where('source', '=', source).execute();
  for (const slice of slices(rows, 500)) await writer.insertInto('docketEntries').values(slice).execute();
  const changed = [...before.filter((row) => !fresh.has(textOf(row))), ...rows.filter((row) => !old.has(textOf(row)))];
  const places = new Map(
    changed.flatMap(({ caseId, entry }) => (entry === null ? [] : [[`${caseId}|${entry}`, [caseId, entry] as const]])),
  );
  return [...places.values()];
}

/** Everything that is listed of a case, or of all cases. */
export async function listedEntries(
  reader: Reader,
  caseId: string | null,
): Promise<readonly (ListedEntry & { readonly caseId: string })[]> {
  const rows = await reader
    .selectFrom('docketEntries')
    .select(['caseId', 'entry', 'filedOn', 'filer', 'description', 'documentsJson'])
    .$if(caseId !== null, (query) => query.where('caseId', '=', caseId ?? ''))
    .orderBy('source')
    .orderBy('position')
    .execute();
  return rows.map(({ documentsJson, ...row }) => ({
    ...row,
    documents: json<ListedDocument[]>(documentsJson),
  }));
}

/** Lays what is listed at this place under what was read: a title, a day, a filer that the paper itself does not show. */
export async function withListed(
  reader: Reader,
  caseId: string,
  { entry, attachment }: Pick<FilingDetails, 'entry' | 'attachment'>,
  read: ReadDetails,
): Promise<ReadDetails> {
  if (entry === null || caseId === noCaseId) return read;
  const rows = await reader
    .selectFrom('docketEntries')
    .select(['filedOn', 'filer', 'documentsJson'])
    .where('caseId', '=', caseId)
    .where('entry', '=', entry)
    .orderBy('source')
    .execute();
  const details: Record<string, unknown> = { ...read.details };
  const readFrom = { ...read.readFrom };
  const fill = (field: 'title' | 'filedOn' | 'filer', value: string | null): void => {
    if (value === null || details[field] !== null) return;
    details[field] = value;
    readFrom[field] = 'sidecar';
  };
  for (const { filedOn, filer, documentsJson } of rows) {
    const document = json<ListedDocument[]>(documentsJson).find((each) => each.attachment === (attachment ?? 0));
    if (document === undefined) continue;
    fill('title', document.title);
    fill('filedOn', filedOn);
    fill('filer', filer);
  }
  // Every field of FilingDetails is still there: only values were exchanged.
  return { details: details as unknown as FilingDetails, readFrom };
}
