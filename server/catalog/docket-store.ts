// The dockets of the catalog: what sidecars list, joined with the documents that are here; what is missing; versions of one filing.
// In: listings. Out: answers of the contract.
import type { DocketAnswer, DocketDocument } from '../contract/docket-api.ts';
import type { FilingVersion, MissingDocument, MissingEntry } from '../contract/docket.ts';
import { noCaseId, ecfOf } from '../contract/filing.ts';
import { poorImage } from '../contract/recognition.ts';
import type { StoredDocument } from '../contract/record.ts';
import type { DocketStore } from './catalog.ts';
import type { CatalogDatabase, Reader, Writer } from './database.ts';
import { familiesOf, type DocketFiling } from './docket-families.ts';
import { listedEntries, replaceListing } from './docket-rows.ts';
import { loadDocuments } from './document-loader.ts';
import { createLikeness } from './filing-likeness.ts';
import { versionsAmong } from './filing-versions.ts';
import { rewriteDocument } from './filing-writer.ts';

/** Makes the store of dockets. */
export function createDocketStore(database: CatalogDatabase): DocketStore {
  const { reader, write } = database;
  const versions = versionFinder(reader);
  let missing: { readonly changes: number; readonly value: Awaited<ReturnType<DocketStore['missing']>> } | null = null;

  return {
    put: (source, dockets) =>
      write(async (writer) => {
        const changed = await replaceListing(writer, source, dockets);
        await rewriteEntries(writer, changed);
      }),

    keep: (folder, sources) =>
      write(async (writer) => {
        const kept = new Set(sources);
        const rows = await writer.selectFrom('docketEntries').select('source').distinct().execute();
        const gone = rows.filter(({ source }) => !kept.has(source) && isBelow(source, folder));
        for (const { source } of gone) await rewriteEntries(writer, await replaceListing(writer, source, []));
      }),

    async view(caseId) {
      const row = await reader.selectFrom('cases').select('id').where('id', '=', caseId).executeTakeFirst();
      if (row === undefined) return null;
      const [documents, listed] = [await documentsOf(reader, caseId), await listedEntries(reader, caseId)];
      if (documents.length === 0 && listed.length === 0) return null;
      const links = caseId === noCaseId ? new Map<string, FilingVersion[]>() : await versions(documents);
      const unread = await unreadPages(reader, caseId);
      const filings = documents.map((document) =>
        filingOf(document, links.get(document.id) ?? [], unread.get(document.id)),
      );
      return answerOf(caseId, caseId === noCaseId ? filings.map(alone) : filings, listed);
    },

    async missing() {
      const changes = database.changes();
      if (missing?.changes === changes) return missing.value;
      const value = await missingOf(reader);
      missing = { changes, value };
      return value;
    },

    async versions(documentId) {
      const row = await reader.selectFrom('documents').select('caseId').where('id', '=', documentId).executeTakeFirst();
      // Filings of no known case may have nothing to do with one another.
      if (row === undefined || row.caseId === noCaseId) return [];
      return (await versions(await documentsOf(reader, row.caseId))).get(documentId) ?? [];
    },
  };
}

function isBelow(source: string, folder: string): boolean {
  return source.startsWith(/[/\\]$/.test(folder) ? folder : `${folder}${source.includes('\\') ? '\\' : '/'}`);
}

async function rewriteEntries(writer: Writer, places: readonly (readonly [string, string])[]): Promise<void> {
  for (const [caseId, entry] of places) {
    const rows = await writer
      .selectFrom('documents')
      .select('id')
      .where('caseId', '=', caseId)
      .where('entry', '=', entry)
      .execute();
    for (const { id } of rows) await rewriteDocument(writer, id);
  }
}

async function documentsOf(reader: Reader, caseId: string): Promise<StoredDocument[]> {
  const rows = await reader
    .selectFrom('documents')
    .select('id')
    .where('caseId', '=', caseId)
    .orderBy('sortKey')
    .execute();
  const ids = rows.map(({ id }) => id);
  const documents = await loadDocuments(reader, ids);
  return ids.flatMap((id) => documents.get(id) ?? []);
}

async function unreadPages(reader: Reader, caseId: string): Promise<ReadonlyMap<string, DocketDocument['unread']>> {
  const rows = await reader
    .selectFrom('pages')
    .innerJoin('documentFiles', 'documentFiles.sha256', 'pages.sha256')
    .innerJoin('documents', 'documents.id', 'documentFiles.documentId')
    .select(['documents.id', (of) => of.fn.countAll<number>().as('pages')])
    .select((of) => of.fn.min('pages.pageNumber').as('firstPageNumber'))
    .where('documents.caseId', '=', caseId)
    .where('documentFiles.position', '=', 0)
    .where('pages.unreadReason', 'is not', null)
    // A poor page was read, however badly.
    .where('pages.unreadReason', '!=', poorImage)
    .groupBy('documents.id')
    .execute();
  return new Map(rows.map(({ id, pages, firstPageNumber }) => [id, { pages, firstPageNumber }]));
}

function filingOf(
  { id, details, filename, pageCount, state, flags, readFrom }: StoredDocument,
  versions: readonly FilingVersion[],
  unread: DocketDocument['unread'] | undefined,
): DocketFiling {
  const { entry, attachment, title, shortTitle, type, filer, filedOn } = details;
  const corrected = Object.entries(readFrom).flatMap(([field, source]) => (source === 'person' ? [field] : []));
  return {
    entry,
    document: {
      id,
      attachment: attachment ?? 0,
      ecf: ecfOf(details),
      title,
      shortTitle,
      type,
      filer,
      filedOn,
      filename,
      pageCount,
      state,
      flags: [...flags],
      unread: unread ?? null,
      corrected,
      versions: [...versions],
      missing: null,
    },
  };
}

/** Filings of no known case have no common docket: an equal entry number makes them no family. */
function alone({ document }: DocketFiling): DocketFiling {
  return { entry: null, document };
}

function answerOf(
  caseId: string,
  filings: readonly DocketFiling[],
  listed: Parameters<typeof familiesOf>[1],
): DocketAnswer {
  const entries = familiesOf(filings, listed);
  const gone = missingIn(caseId, entries);
  return {
    caseId,
    entries,
    counts: {
      entries: entries.filter(({ entry }) => entry !== null).length,
      documents: filings.length,
      missingEntries: gone.missingEntries.length,
      missingAttachments: gone.missingAttachments.length,
    },
  };
}

function missingIn(caseId: string, entries: DocketAnswer['entries']) {
  const missingAttachments: MissingDocument[] = [];
  const missingEntries: MissingEntry[] = [];
  for (const { entry, filedOn, documents, missing } of entries) {
    if (entry === null) continue;
    if (missing) {
      const title = documents.find(({ attachment }) => attachment === 0)?.title ?? null;
      missingEntries.push({ caseId, entry, filedOn, title, documents: documents.length });
      continue;
    }
    for (const { ecf, title, missing: reason } of documents) {
      if (reason !== null && ecf !== null) missingAttachments.push({ caseId, ecf, title, reason });
    }
  }
  return { missingAttachments, missingEntries };
}

/** What is missing in all cases; only places are looked at, no details. */
async function missingOf(reader: Reader) {
  const rows = await reader
    .selectFrom('documents')
    .select(['id', 'caseId', 'entry', 'attachment'])
    .where('caseId', '!=', noCaseId)
    .where('entry', 'is not', null)
    .execute();
  const listed = Map.groupBy(await listedEntries(reader, null), (entry) => entry.caseId);
  const here = Map.groupBy(rows, (row) => row.caseId);
  const found = [...new Set([...here.keys(), ...listed.keys()])].toSorted().map((caseId) => {
    const filings = (here.get(caseId) ?? []).map(({ id, entry, attachment }): DocketFiling => {
      const nothing = { title: null, shortTitle: null, type: null, filer: null, filedOn: null, filename: null };
      const place = { attachment: attachment ?? 0, ecf: ecfOf({ entry, attachment }) };
      const rest = {
        pageCount: null,
        state: null,
        flags: [],
        unread: null,
        corrected: [],
        versions: [],
        missing: null,
      };
      return { entry, document: { id, ...place, ...nothing, ...rest } };
    });
    return missingIn(caseId, familiesOf(filings, listed.get(caseId) ?? []));
  });
  return {
    missingAttachments: found.flatMap(({ missingAttachments }) => missingAttachments),
    missingEntries: found.flatMap(({ missingEntries }) => missingEntries),
  };
}

/** Finds the versions among the filings of one case. */
function versionFinder(
  reader: Reader,
): (documents: readonly StoredDocument[]) => Promise<ReadonlyMap<string, readonly FilingVersion[]>> {
  const likeness = createLikeness(reader);
  return (documents) => {
    const fileOf = new Map(documents.map(({ id, sha256 }) => [id, sha256]));
    const filings = documents.map(({ id, details, flags }) => ({
      id,
      ecf: ecfOf(details),
      title: details.title,
      filedOn: details.filedOn,
      isRedacted: flags.includes('redacted') || flags.includes('badly-redacted'),
    }));
    return versionsAmong(filings, (one, other) => likeness(fileOf.get(one) ?? '', fileOf.get(other) ?? ''));
  };
}
