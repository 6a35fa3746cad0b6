// Gives every name that a file was seen under its document (ARCHITECTURE §3: one file may be several filings, several files one),
// inside the caller's transaction. In: a file that was read. Out: its documents, all of them queued for the index.
import type { Selectable } from 'kysely';
import type { DocumentFlag } from '../contract/facets.ts';
import { noCaseId, type ReadDetails } from '../contract/filing.ts';
import { caseFor } from './case-writer.ts';
import { corrected, loadCorrections } from './corrections.ts';
import type { Reader, Writer } from './database.ts';
import { withListed } from './docket-rows.ts';
import { documentIdOf, sortKeyOf } from './identity.ts';
import { json } from './rows.ts';
import type { DocumentsTable } from './schema.ts';
import { detailsFor, namesFiling, type Sighting } from './sighting-details.ts';

/** A name of the file, and what is known of it. */
interface Name extends Sighting {
  readonly filename: string;
  readonly source: string;
  readonly documentId: string | null;
  /** It says which filing the file is there. */
  readonly isNamed: boolean;
  /** The details were read with it. */
  readonly isReadAs: boolean;
}

/** The documents of a file. */
export interface Filings {
  readonly documentIds: readonly string[];
  /** Those that were not there before. */
  readonly added: readonly string[];
}

/** Writes the documents of a file. */
export async function putFilings(writer: Writer, sha256: string, flags: readonly DocumentFlag[]): Promise<Filings> {
  const file = await writer.selectFrom('files').selectAll().where('sha256', '=', sha256).executeTakeFirst();
  if (file === undefined) return { documentIds: [], added: [] };
  const flagsJson = JSON.stringify(flags);
  const read = json<ReadDetails>(file.detailsJson);
  const added: string[] = [];
  const groups = await groupNames(writer, sha256, read, await namesOf(writer, sha256));
  for (const [id, names] of groups) {
    const present = await writer.selectFrom('documents').select('filename').where('id', '=', id).executeTakeFirst();
    if (present === undefined) added.push(id);
    const name = speaking(names, present?.filename);
    if (name === null) continue;
    const { pageCount } = file;
    const details = detailsUnder(read, name, names);
    await putFile(writer, id, sha256, { details, filename: name.filename, pageCount, flagsJson });
    await writer.insertInto('outbox').values({ change: 'put', documentId: id }).execute();
  }
  return { documentIds: [...groups.keys()], added };
}

/** Writes a document's row anew from what was read of it: its corrections or its docket have changed. False: no such document. */
export async function rewriteDocument(writer: Writer, id: string): Promise<boolean> {
  const row = await writer.selectFrom('documents').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return false;
  await putDocument(writer, id, { ...row, details: await readDetails(writer, row) });
  await writer.insertInto('outbox').values({ change: 'put', documentId: id }).execute();
  return true;
}

/** The details of a document without its corrections. Null: no such document. */
export async function uncorrectedDetails(reader: Reader, id: string): Promise<ReadDetails | null> {
  const row = await reader.selectFrom('documents').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : withListed(reader, row.caseId, row, await readDetails(reader, row));
}

/** What the file that a document shows, and the name it has, say of it. */
async function readDetails(
  reader: Reader,
  {
    id,
    filename,
    detailsJson,
    readFromJson,
  }: Pick<Selectable<DocumentsTable>, 'id' | 'filename' | 'detailsJson' | 'readFromJson'>,
): Promise<ReadDetails> {
  const file = await reader
    .selectFrom('documentFiles')
    .innerJoin('files', 'files.sha256', 'documentFiles.sha256')
    .select(['files.sha256', 'files.detailsJson'])
    .where('documentFiles.documentId', '=', id)
    .where('documentFiles.position', '=', 0)
    .executeTakeFirst();
  const names = file === undefined ? [] : await namesOf(reader, file.sha256);
  const own = names.filter(({ documentId }) => documentId === id);
  const name = speaking(own, filename);
  // A document always has its file and a name; without them what stands there is the best there is.
  if (file === undefined || name === null) return { details: json(detailsJson), readFrom: json(readFromJson) };
  return detailsUnder(json<ReadDetails>(file.detailsJson), name, own);
}

/** Which of the documents show this file (others keep it as a further download). */
export async function showing(
  writer: Writer,
  sha256: string,
  documentIds: readonly string[],
): Promise<readonly string[]> {
  if (documentIds.length === 0) return [];
  const rows = await writer
    .selectFrom('documentFiles')
    .select('documentId')
    .where('sha256', '=', sha256)
    .where('position', '=', 0)
    .where('documentId', 'in', documentIds)
    .execute();
  return rows.map(({ documentId }) => documentId);
}

async function namesOf(writer: Reader, sha256: string): Promise<Name[]> {
  const rows = await writer
    .selectFrom('sightings')
    .selectAll()
    .where('sha256', '=', sha256)
    .orderBy('source')
    .orderBy('filename')
    .execute();
  const job = await writer
    .selectFrom('jobs')
    .select(['filename', 'source'])
    .where('sha256', '=', sha256)
    .orderBy('seq', 'desc')
    .executeTakeFirst();
  return rows.map(({ filename, source, documentId, fromNameJson, sidecarJson }) => {
    const sighting: Sighting = { fromName: json(fromNameJson), sidecar: json(sidecarJson) };
    const isReadAs = filename === job?.filename && source === job.source;
    return { ...sighting, filename, source, documentId, isNamed: namesFiling(sighting), isReadAs };
  });
}

/** The name that speaks for a document. */
function speaking(names: readonly Name[], present: string | undefined): Name | null {
  return names.toSorted((a, b) => rankOf(a, present) - rankOf(b, present))[0] ?? null;
}

function detailsUnder(read: ReadDetails, name: Name, names: readonly Name[]): ReadDetails {
  return detailsFor(
    read,
    name,
    names.some(({ isReadAs }) => isReadAs),
  );
}

/** The first is one that says which filing it is, the one it was read with, the one it has. */
function rankOf({ isNamed, isReadAs, filename }: Name, present: string | undefined): number {
  return Number(!isNamed) * 4 + Number(!isReadAs) * 2 + Number(filename !== present);
}

/** The names by the document they mean; a name that is new is given its document here. */
async function groupNames(
  writer: Writer,
  sha256: string,
  read: ReadDetails,
  names: readonly Name[],
): Promise<ReadonlyMap<string, readonly Name[]>> {
  const unclaimed = await unclaimedOf(writer, names);
  const groups = new Map<string, Name[]>();
  // Copies without a filing of their own belong to what the file's first name, or the file itself, says.
  const order = ({ isNamed, documentId }: Name): number => Number(!isNamed) * 2 + Number(documentId === null);
  for (const name of names.toSorted((a, b) => order(a) - order(b))) {
    const [first] = groups.keys();
    const copyOf = name.isNamed ? undefined : first;
    const id = name.documentId ?? copyOf ?? (await documentFor(writer, sha256, read, name, unclaimed));
    groups.set(id, [...(groups.get(id) ?? []), name]);
    if (name.documentId === null) await assign(writer, sha256, name, id);
  }
  return groups;
}

/** Documents of this file that no name claims and that are no filing yet: an upload, before its place on a docket is known. */
async function unclaimedOf(writer: Writer, names: readonly Name[]): Promise<string[]> {
  const claimed = new Set(names.filter(({ isNamed }) => isNamed).map(({ documentId }) => documentId));
  const ids = names.flatMap(({ documentId }) => (documentId === null || claimed.has(documentId) ? [] : [documentId]));
  if (ids.length === 0) return [];
  const rows = await writer
    .selectFrom('documents')
    .select('id')
    .where('id', 'in', ids)
    .where('entry', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** The filing that is known already, or the file's own document that becomes this filing (work on it stays), or a new one. */
async function documentFor(
  writer: Writer,
  sha256: string,
  read: ReadDetails,
  name: Name,
  unclaimed: string[],
): Promise<string> {
  const { details } = detailsFor(read, name, name.isReadAs || !name.isNamed);
  const caseId = await caseFor(writer, details);
  const { entry, attachment } = details;
  if (entry === null || caseId === noCaseId) return documentIdOf(caseId, details, sha256);
  const known = await writer
    .selectFrom('documents')
    .select('id')
    .where('caseId', '=', caseId)
    .where('entry', '=', entry)
    .where((of) => of(of.fn.coalesce('attachment', of.val(0)), '=', attachment ?? 0))
    .orderBy('id')
    .executeTakeFirst();
  return known?.id ?? unclaimed.shift() ?? documentIdOf(caseId, details, sha256);
}

async function assign(writer: Writer, sha256: string, { filename, source }: Name, documentId: string): Promise<void> {
  await writer
    .updateTable('sightings')
    .set({ documentId })
    .where('sha256', '=', sha256)
    .where('filename', '=', filename)
    .where('source', '=', source)
    .execute();
}

async function putFile(writer: Writer, id: string, sha256: string, row: DocumentRow): Promise<void> {
  const files = await writer
    .selectFrom('documentFiles')
    .select(['sha256', 'position'])
    .where('documentId', '=', id)
    .orderBy('position')
    .execute();
  const shown = files[0]?.sha256;
  if (shown !== undefined && shown !== sha256) {
    // Another download of the same filing: the first one stays what is shown and cited.
    if (files.some((each) => each.sha256 === sha256)) return;
    await writer.insertInto('documentFiles').values({ documentId: id, sha256, position: files.length }).execute();
    return;
  }
  await putDocument(writer, id, row);
  if (shown === undefined) {
    await writer.insertInto('documentFiles').values({ documentId: id, sha256, position: 0 }).execute();
  }
}

/** What a document's row is made of. */
export interface DocumentRow {
  /** As read; corrections are laid over it here. */
  readonly details: ReadDetails;
  readonly filename: string;
  readonly pageCount: number;
  readonly flagsJson: string;
}

/** Writes a document's row. */
export async function putDocument(writer: Writer, id: string, row: DocumentRow): Promise<void> {
  const { filename, pageCount, flagsJson } = row;
  const corrections = await loadCorrections(writer, id);
  const place = corrected(row.details, corrections).details;
  const caseId = await caseFor(writer, place);
  // The docket fills in what the paper does not show; a person's word stays over both.
  const { details, readFrom } = corrected(await withListed(writer, caseId, place, row.details), corrections);
  const values = {
    caseId,
    filename,
    detailsJson: JSON.stringify(details),
    readFromJson: JSON.stringify(readFrom),
    type: details.type,
    filedOn: details.filedOn,
    entry: details.entry,
    attachment: details.attachment,
    specimen: Number(details.specimen),
    pageCount,
    flagsJson,
    sortKey: sortKeyOf(caseId, details, filename),
  };
  await writer
    .insertInto('documents')
    .values({ id, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
}
