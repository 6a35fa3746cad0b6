// What a list of hits reads of its documents: passages by id or place with what is shown of their documents, pages by place.
// In: ids and places, of many documents. Out: the contract's values, in few statements however many are asked for; what is not there is
// left out.
import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { FilingDetails } from '../contract/filing.ts';
import type { CitedPage } from '../contract/page.ts';
import type { ListedDocument, StoredPassage } from '../contract/record.ts';
import type { PageOfDocument, PagePlace, PassagePlace } from '../contract/word-index.ts';
import type { Reader } from './database.ts';
import { loadTaggedSpans, storedPassage } from './document-loader.ts';
import { citedPageColumns, citedPageOf, json, pageOf, passageOf, type CitedPageRow } from './rows.ts';
import type { DocumentFilesTable, DocumentsTable, PagesTable, PassagesTable } from './schema.ts';

/** Passages in the order of `ids`, where one without a document has the first that shows it. */
export async function listedPassagesById(
  reader: Reader,
  ids: readonly { passageId: string; documentId: string | null }[],
): Promise<StoredPassage<ListedDocument>[]> {
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
}

/** Passages, each once, in no order. */
export async function listedPassagesAt(
  reader: Reader,
  places: readonly PassagePlace[],
): Promise<StoredPassage<ListedDocument>[]> {
  const { rows } = await sql<ListedRow>`
    ${shownFiles(places.map(({ documentId, ordinal }) => [documentId, ordinal]))}
    select shown.documentId, documents.filename, documents.detailsJson, passages.* from shown
    cross join documents on documents.id = shown.documentId
    cross join passages on passages.sha256 = shown.sha256 and passages.ordinal = shown.number
  `.execute(reader);
  return listedPassages(reader, rows);
}

/** Whole pages, each once, in no order. */
export async function pagesAt(reader: Reader, places: readonly PagePlace[]): Promise<PageOfDocument[]> {
  const { rows } = await sql<Selectable<PagesTable> & OfDocument>`
    ${shownPages(places, ['*'])}
  `.execute(reader);
  return rows.map((row) => ({ documentId: row.documentId, page: pageOf(row) }));
}

/** The same pages as they are cited. */
export async function citedPagesAt(reader: Reader, places: readonly PagePlace[]): Promise<PageOfDocument<CitedPage>[]> {
  const { rows } = await sql<CitedPageRow & OfDocument>`
    ${shownPages(places, citedPageColumns)}
  `.execute(reader);
  return rows.map((row) => ({ documentId: row.documentId, page: citedPageOf(row) }));
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
