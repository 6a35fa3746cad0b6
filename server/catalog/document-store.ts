// Documents, their pages and passages, as they are read by everybody else. Reads use the connection that only reads.
// In: ids. Out: values of the contract, or null for what is not there.
import { noCaseId, ecfOf } from '../contract/filing.ts';
import type { PlacedRecordCitation } from '../contract/record-citation.ts';
import type { StoredDocument } from '../contract/record.ts';
import type { DocumentStore } from './catalog.ts';
import type { CatalogDatabase, Reader } from './database.ts';
import { loadDocuments, loadTaggedSpans, storedPassage } from './document-loader.ts';
import { citedPagesAt, listedPassagesAt, listedPassagesById, pagesAt } from './listed-passages.ts';
import { changeCorrections } from './corrections.ts';
import { rewriteDocument, uncorrectedDetails } from './filing-writer.ts';
import { listCases } from './case-list.ts';
import { json, pageFactsOf, pageMapColumns, pageOf, passageOf } from './rows.ts';
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

    passagesById: (ids) => listedPassagesById(reader, ids),
    passagesAt: (places) => listedPassagesAt(reader, places),
    pagesAt: (places) => pagesAt(reader, places),
    citedPagesAt: (places) => citedPagesAt(reader, places),

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
