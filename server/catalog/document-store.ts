// Documents, their pages and passages, as they are read by everybody else. Reads use the connection that only reads.
// In: ids. Out: values of the contract, or null for what is not there.
import { sql, type RawBuilder, type Selectable } from 'kysely';
import { noCaseId, ecfOf, type FilingDetails } from '../contract/filing.ts';
import type { PlacedRecordCitation } from '../contract/record-citation.ts';
import type { ListedDocument, StoredDocument, StoredPassage } from '../contract/record.ts';
import type { PagePlace } from '../contract/word-index.ts';
import type { DocumentStore } from './catalog.ts';
import type { CatalogDatabase, Reader } from './database.ts';
import { loadDocuments, loadTaggedSpans, storedPassage } from './document-loader.ts';
import { changeCorrections } from './corrections.ts';
import { rewriteDocument, uncorrectedDetails } from './filing-writer.ts';
import { listCases } from './case-list.ts';
import {
  citedPageColumns,
  citedPageOf,
  json,
  pageFactsOf,
  pageMapColumns,
  pageOf,
  passageOf,
  type CitedPageRow,
} from './rows.ts';
import type { DocumentFilesTable, DocumentsTable, PagesTable, PassagesTable } from './schema.ts';
import type { Redaction } from '../contract/page.ts';

/** Makes the store of documents. */
export function createDocumentStore({ reader, write }: CatalogDatabase): DocumentStore {
  const get = async (id: string): Promise<StoredDocument | null> => (await loadDocuments(reader, [id])).get(id) ?? null;
  const inOrder = async (ids: readonly string[]): Promise<StoredDocument[]> => {
    const documents = await loadDocuments(reader, ids);
    return ids.flatMap((id) => documents.get(id) ?? []);
  };

  return {
    get,

    async list({ caseId, type, offset, limit }) {
      const matching = reader
        .selectFrom('documents')
        .$if(caseId !== null, (query) => query.where('caseId', '=', caseId))
        .$if(type !== null, (query) => query.where('type', '=', type));
      const [count, rows] = await Promise.all([
        matching.select((of) => of.fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
        matching.select('id').orderBy('sortKey').offset(offset).limit(limit).execute(),
      ]);
      return { total: count.count, documents: await inOrder(rows.map(({ id }) => id)) };
    },

    async view(id) {
      const document = await get(id);
      return document === null ? null : viewOf(reader, document);
    },

    async family(id) {
      const document = await get(id);
      if (document === null) return [];
      // Filings of no known case have no common docket: an equal entry number makes them no family.
      if (document.details.entry === null || document.caseId === noCaseId) return [document];
      const rows = await reader
        .selectFrom('documents')
        .select('id')
        .where('caseId', '=', document.caseId)
        .where('entry', '=', document.details.entry)
        .orderBy('sortKey')
        .execute();
      return inOrder(rows.map((row) => row.id));
    },

    correct: (id, corrections, takeBack = []) =>
      write(async (writer) => {
        const there = await writer.selectFrom('documents').select('id').where('id', '=', id).executeTakeFirst();
        if (there === undefined) return null;
        await changeCorrections(writer, id, corrections, takeBack);
        await rewriteDocument(writer, id);
        return (await loadDocuments(writer, [id])).get(id) ?? null;
      }),

    uncorrected: (id) => uncorrectedDetails(reader, id),

    remove: (id) =>
      write(async (writer) => {
        const files = await writer.selectFrom('documentFiles').select('sha256').where('documentId', '=', id).execute();
        const gone = await writer.deleteFrom('documents').where('id', '=', id).executeTakeFirst();
        if (gone.numDeletedRows === 0n) return null;
        await writer.updateTable('annotations').set({ state: 'lost' }).where('documentId', '=', id).execute();
        await writer.deleteFrom('sightings').where('documentId', '=', id).execute();
        await writer.insertInto('outbox').values({ change: 'delete', documentId: id }).execute();
        const unusedFiles: string[] = [];
        for (const { sha256 } of files) {
          const used = await writer
            .selectFrom('documentFiles')
            .select('sha256')
            .where('sha256', '=', sha256)
            .executeTakeFirst();
          if (used !== undefined) continue;
          await writer.deleteFrom('files').where('sha256', '=', sha256).execute();
          await writer.deleteFrom('jobs').where('sha256', '=', sha256).execute();
          await writer.deleteFrom('sightings').where('sha256', '=', sha256).execute();
          unusedFiles.push(sha256);
        }
        return { unusedFiles };
      }),

    async pages(id) {
      const rows = await pagesOf(reader, id).selectAll('pages').orderBy('pages.pageNumber').execute();
      return rows.map(pageOf);
    },

    async page(id, pageNumber) {
      const row = await pagesOf(reader, id)
        .selectAll('pages')
        .where('pages.pageNumber', '=', pageNumber)
        .executeTakeFirst();
      return row === undefined ? null : pageOf(row);
    },

    async pageMap(id) {
      const columns = pageMapColumns.map((column) => `pages.${column}` as const);
      const rows = await pagesOf(reader, id).select(columns).orderBy('pages.pageNumber').execute();
      return rows.map(pageFactsOf);
    },

    async passages(id, pageNumber) {
      const document = await get(id);
      if (document === null) return [];
      const rows = await reader
        .selectFrom('passages')
        .selectAll()
        .where('sha256', '=', document.sha256)
        .$if(pageNumber !== null, (query) =>
          query.where('pageNumber', '<=', pageNumber ?? 0).where('toPageNumber', '>=', pageNumber ?? 0),
        )
        .orderBy('ordinal')
        .execute();
      const tagged = (await loadTaggedSpans(reader, [id])).get(id) ?? [];
      return rows.map((row) => storedPassage(document, passageOf(row), tagged));
    },

    async passagesById(ids) {
      if (ids.length === 0) return [];
      const rows = await reader
        .selectFrom('passages')
        .selectAll()
        .where('id', 'in', [...new Set(ids.map(({ passageId }) => passageId))])
        .execute();
      const byId = new Map(rows.map((row) => [row.id, row]));
      const served = await reader
        .selectFrom('documentFiles')
        .innerJoin('documents', 'documents.id', 'documentFiles.documentId')
        .select(['documentFiles.sha256', 'documentFiles.documentId', 'documents.filename', 'documents.detailsJson'])
        .where('documentFiles.sha256', 'in', [...new Set(rows.map(({ sha256 }) => sha256))])
        .where('documentFiles.position', '=', 0)
        .orderBy('documents.sortKey')
        .execute();
      const wanted = ids.flatMap(({ passageId, documentId }) => {
        const row = byId.get(passageId);
        const of = served.find(
          (each) => each.sha256 === row?.sha256 && (documentId === null || documentId === each.documentId),
        );
        return row === undefined || of === undefined ? [] : [{ ...row, ...of }];
      });
      return listedPassages(reader, wanted);
    },

    async passagesAt(places) {
      const { rows } = await sql<ListedRow>`
        ${shownFiles(places.map(({ documentId, ordinal }) => [documentId, ordinal]))}
        select shown.documentId, documents.filename, documents.detailsJson, passages.* from shown
        cross join documents on documents.id = shown.documentId
        cross join passages on passages.sha256 = shown.sha256 and passages.ordinal = shown.number
      `.execute(reader);
      return listedPassages(reader, rows);
    },

    async pagesAt(places) {
      const { rows } = await sql<Selectable<PagesTable> & OfDocument>`
        ${shownPages(places, ['*'])}
      `.execute(reader);
      return rows.map((row) => ({ documentId: row.documentId, page: pageOf(row) }));
    },

    async citedPagesAt(places) {
      const { rows } = await sql<CitedPageRow & OfDocument>`
        ${shownPages(places, citedPageColumns)}
      `.execute(reader);
      return rows.map((row) => ({ documentId: row.documentId, page: citedPageOf(row) }));
    },

    async recordCitations(caseId) {
      const rows = await reader
        .selectFrom('documents')
        .innerJoin('documentFiles', 'documentFiles.documentId', 'documents.id')
        .innerJoin('recordCitations', 'recordCitations.sha256', 'documentFiles.sha256')
        .select(['documents.id', 'recordCitations.citationJson'])
        .where('documents.caseId', '=', caseId)
        .where('documentFiles.position', '=', 0)
        .orderBy('documents.sortKey')
        .orderBy('recordCitations.seq')
        .execute();
      const byDocument = new Map<string, PlacedRecordCitation[]>();
      for (const { id, citationJson } of rows) {
        const list = byDocument.get(id) ?? [];
        list.push(json<PlacedRecordCitation>(citationJson));
        byDocument.set(id, list);
      }
      return byDocument;
    },

    cases: () => listCases(reader),
  };
}

type OfDocument = Pick<Selectable<DocumentFilesTable>, 'documentId'>;
/** A passage with what a list shows of a document that has it. */
type ListedRow = Selectable<PassagesTable> & OfDocument & Pick<Selectable<DocumentsTable>, 'filename' | 'detailsJson'>;

/** Passages with the documents that show them. */
async function listedPassages(reader: Reader, rows: readonly ListedRow[]): Promise<StoredPassage<ListedDocument>[]> {
  const tagged = await loadTaggedSpans(reader, [...new Set(rows.map(({ documentId }) => documentId))]);
  const documents = new Map<string, ListedDocument>();
  return rows.map((row) => {
    const { documentId: id, filename, detailsJson } = row;
    const document = documents.get(id) ?? { id, filename, details: json<FilingDetails>(detailsJson) };
    documents.set(id, document);
    return storedPassage(document, passageOf(row), tagged.get(id) ?? []);
  });
}

/** Places as a table `shown`, each once, with the file that the document shows: one statement for however many. */
function shownFiles(places: readonly (readonly [documentId: string, number: number])[]): RawBuilder<unknown> {
  return sql`with shown as materialized (
    select distinct documentFiles.documentId, documentFiles.sha256, place.value ->> 1 as number
    from json_each(${JSON.stringify(places)}) as place
    cross join documentFiles on documentFiles.documentId = place.value ->> 0 and documentFiles.position = 0
  )`;
}

/** These columns of pages, with the document. */
function shownPages(places: readonly PagePlace[], columns: readonly string[]): RawBuilder<unknown> {
  return sql`
    ${shownFiles(places.map(({ documentId, pageNumber }) => [documentId, pageNumber]))}
    select shown.documentId, ${sql.raw(columns.map((column) => `pages.${column}`).join(', '))} from shown
    cross join pages on pages.sha256 = shown.sha256 and pages.pageNumber = shown.number`;
}

function pagesOf(reader: Reader, documentId: string) {
  return reader
    .selectFrom('pages')
    .innerJoin('documentFiles', 'documentFiles.sha256', 'pages.sha256')
    .where('documentFiles.documentId', '=', documentId)
    .where('documentFiles.position', '=', 0);
}

async function viewOf(reader: Reader, document: StoredDocument) {
  const rows = await pagesOf(reader, document.id)
    .select(['pages.pageNumber', 'pages.unreadReason', 'pages.redactionsJson'])
    .where((of) => of.or([of('pages.unreadReason', 'is not', null), of('pages.redactionsJson', '!=', '[]')]))
    .orderBy('pages.pageNumber')
    .execute();
  const { details, readFrom, ...rest } = document;
  const { pacerCaseId: _, ...shown } = details;
  return {
    ...rest,
    ...shown,
    ecf: ecfOf(details),
    files: [...document.files],
    flags: [...document.flags],
    sources: [...document.sources],
    readFrom: { ...readFrom },
    unreadable: rows.flatMap(({ pageNumber, unreadReason }) =>
      unreadReason === null ? [] : [{ pageNumber, reason: unreadReason }],
    ),
    redactions: rows.flatMap(({ redactionsJson }) =>
      json<Redaction[]>(redactionsJson).map((redaction) => ({ ...redaction })),
    ),
  };
}
