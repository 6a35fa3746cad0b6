// Writes what was read from one file: pages, passages, the documents it serves, and the outbox, inside the caller's transaction.
// In: a reading and the names the file was seen under. Out: ids of the documents. Work attached to the old text is re-anchored.
import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { DocumentFlag } from '../contract/facets.ts';
import type { ReadDetails } from '../contract/filing.ts';
import type { Page } from '../contract/page.ts';
import { anchorAgain } from './anchor-again.ts';
import type { FileReading } from './catalog.ts';
import { slices, type Writer } from './database.ts';
import { caseIdOf, caseKeysOf, documentIdOf, matchCase, noCaseId, sortKeyOf } from './identity.ts';
import { json, pageRow, passageRow } from './rows.ts';
import type { SightingsTable } from './schema.ts';
import { detailsFor, namesFiling } from './sighting-details.ts';

/** Stores a reading; replaces an older one of the same file. */
export async function storeReading(writer: Writer, sha256: string, reading: FileReading): Promise<readonly string[]> {
  const sighting = await writer.selectFrom('sightings').select('bytes').where('sha256', '=', sha256).executeTakeFirst();
  const values = {
    bytes: sighting?.bytes ?? 0,
    pageCount: reading.pages.length,
    infoJson: JSON.stringify(reading.info),
    detailsJson: JSON.stringify(reading.details),
    parserVersion: reading.parserVersion,
    textDigest: textDigestOf(reading.pages),
  };
  await writer
    .insertInto('files')
    .values({ sha256, ...values })
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet(values))
    .execute();
  await writer.deleteFrom('passages').where('sha256', '=', sha256).execute();
  await writer.deleteFrom('pages').where('sha256', '=', sha256).execute();
  for (const slice of slices(reading.pages, 200)) {
    await writer
      .insertInto('pages')
      .values(slice.map((page) => pageRow(sha256, page)))
      .execute();
  }
  for (const slice of slices(reading.passages, 500)) {
    await writer
      .insertInto('passages')
      .values(slice.map((passage) => passageRow(sha256, passage)))
      .execute();
  }
  const flags = flagsOf(reading.pages);
  await writer
    .updateTable('documents')
    .set({ pageCount: reading.pages.length, flagsJson: JSON.stringify(flags) })
    .where('id', 'in', firstServedBy(writer, sha256))
    .execute();
  const documentIds = await addSightings(writer, sha256);
  await anchorAgain(writer, documentIds, reading.pages);
  return documentIds;
}

/** Documents that show this file. */
function firstServedBy(writer: Writer, sha256: string) {
  return writer.selectFrom('documentFiles').select('documentId').where('sha256', '=', sha256).where('position', '=', 0);
}

/** Gives every name the file was seen under its document; all of them are queued for the index. */
export async function addSightings(writer: Writer, sha256: string): Promise<readonly string[]> {
  const file = await writer.selectFrom('files').selectAll().where('sha256', '=', sha256).executeTakeFirst();
  if (file === undefined) return [];
  const read = json<ReadDetails>(file.detailsJson);
  const pages = await writer
    .selectFrom('documents')
    .select('flagsJson')
    .where('id', 'in', firstServedBy(writer, sha256))
    .executeTakeFirst();
  const flagsJson = pages?.flagsJson ?? JSON.stringify(await flagsFromRows(writer, sha256));
  const sightings = await writer
    .selectFrom('sightings')
    .selectAll()
    .where('sha256', '=', sha256)
    .orderBy('source')
    .orderBy('filename')
    .execute();
  // Copies without a filing of their own belong to what the file itself (or its first name) says.
  const ordered = sightings.toSorted((a, b) => Number(named(b)) - Number(named(a)));
  const ids: string[] = [];
  for (const sighting of ordered) {
    const own = named(sighting);
    const details = own
      ? detailsFor(read, { fromName: json(sighting.fromNameJson), sidecar: json(sighting.sidecarJson) })
      : read;
    const copyOf = own ? null : (ids[0] ?? null);
    const id = sighting.documentId ?? copyOf ?? (await documentIdFor(writer, details, sha256));
    if (copyOf === null || sighting.documentId !== null) {
      await putDocument(writer, {
        id,
        sha256,
        details,
        filename: sighting.filename,
        pageCount: file.pageCount,
        flagsJson,
      });
    }
    if (!ids.includes(id)) ids.push(id);
    if (sighting.documentId === null) {
      await writer
        .updateTable('sightings')
        .set({ documentId: id })
        .where('sha256', '=', sha256)
        .where('filename', '=', sighting.filename)
        .where('source', '=', sighting.source)
        .execute();
    }
  }
  for (const documentId of ids) await writer.insertInto('outbox').values({ change: 'put', documentId }).execute();
  return ids;
}

function named(sighting: Selectable<SightingsTable>): boolean {
  return namesFiling({ fromName: json(sighting.fromNameJson), sidecar: json(sighting.sidecarJson) });
}

async function documentIdFor(writer: Writer, { details }: ReadDetails, sha256: string): Promise<string> {
  return documentIdOf(await caseFor(writer, details), details, sha256);
}

interface DocumentToPut {
  readonly id: string;
  readonly sha256: string;
  readonly details: ReadDetails;
  readonly filename: string;
  readonly pageCount: number;
  readonly flagsJson: string;
}

async function putDocument(writer: Writer, document: DocumentToPut): Promise<void> {
  const { id, sha256, filename, pageCount, flagsJson } = document;
  const { details, readFrom } = document.details;
  const files = await writer
    .selectFrom('documentFiles')
    .select(['sha256', 'position'])
    .where('documentId', '=', id)
    .orderBy('position')
    .execute();
  const shown = files[0]?.sha256;
  if (shown !== undefined && shown !== sha256) {
    // Another download of the same filing: the first one stays what is shown and cited.
    if (files.some((file) => file.sha256 === sha256)) return;
    await writer.insertInto('documentFiles').values({ documentId: id, sha256, position: files.length }).execute();
    return;
  }
  const caseId = await caseFor(writer, details);
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
  if (shown === undefined) {
    await writer.insertInto('documentFiles').values({ documentId: id, sha256, position: 0 }).execute();
  }
}

/** Finds the case that details name, or makes it; what a later filing knows of it fills what was unknown. */
async function caseFor(writer: Writer, details: ReadDetails['details']): Promise<string> {
  const keys = caseKeysOf(details);
  const known = await writer
    .selectFrom('cases')
    .select(['id', 'pacerKey', 'docketKey', 'office', 'caseName'])
    .where((of) => of.or([of('pacerKey', '=', keys.pacerKey ?? ''), of('docketKey', '=', keys.docketKey ?? '')]))
    .execute();
  const id = matchCase(keys, details.caseName, known)?.id ?? caseIdOf(keys);
  const inCase = id !== noCaseId;
  await writer
    .insertInto('cases')
    .values({
      id,
      ...keys,
      court: inCase ? details.court : null,
      caseName: inCase ? details.caseName : null,
      docketNumber: inCase ? details.docketNumber : null,
      judge: inCase ? details.judge : null,
      specimen: Number(inCase && details.specimen),
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((of) => ({
        pacerKey: of.fn.coalesce('cases.pacerKey', 'excluded.pacerKey'),
        docketKey: of.fn.coalesce('cases.docketKey', 'excluded.docketKey'),
        office: of.fn.coalesce('cases.office', 'excluded.office'),
        court: of.fn.coalesce('cases.court', 'excluded.court'),
        caseName: of.fn.coalesce('cases.caseName', 'excluded.caseName'),
        docketNumber: of.fn.coalesce('cases.docketNumber', 'excluded.docketNumber'),
        judge: of.fn.coalesce('cases.judge', 'excluded.judge'),
        specimen: of.fn('max', [of.ref('cases.specimen'), of.ref('excluded.specimen')]),
      })),
    )
    .execute();
  return id;
}

function textDigestOf(pages: readonly Page[]): string {
  const hash = createHash('sha256');
  for (const { pageNumber, textVersion, unread } of pages) {
    hash.update(`${pageNumber} ${textVersion} ${unread?.reason ?? ''}\n`);
  }
  return hash.digest('hex').slice(0, 24);
}

/** What a document's pages say of it. */
export function flagsOf(pages: readonly Pick<Page, 'text' | 'redactions' | 'unread'>[]): DocumentFlag[] {
  const flags: DocumentFlag[] = [];
  if (pages.some(({ text, redactions }) => text.includes('[REDACTED]') || redactions.some(({ bad }) => !bad))) {
    flags.push('redacted');
  }
  if (pages.some(({ redactions }) => redactions.some(({ bad }) => bad))) flags.push('badly-redacted');
  if (pages.some(({ unread }) => unread !== null)) flags.push('unreadable-pages');
  return flags;
}

async function flagsFromRows(writer: Writer, sha256: string): Promise<DocumentFlag[]> {
  const rows = await writer
    .selectFrom('pages')
    .select(['text', 'redactionsJson', 'unreadReason'])
    .where('sha256', '=', sha256)
    .execute();
  return flagsOf(
    rows.map(({ text, redactionsJson, unreadReason }) => ({
      text,
      redactions: json<Page['redactions']>(redactionsJson),
      unread: unreadReason === null ? null : { reason: 'unreadable', detail: '' },
    })),
  );
}
