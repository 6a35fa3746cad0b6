// The corpus as a whole: counts, what could not be read, and the fingerprint that names exactly this state (ARCHITECTURE §3).
// In: the catalog. Out: numbers. The fingerprint is kept until something changes.
import { createHash } from 'node:crypto';
import type { ListedReason } from '../contract/recognition.ts';
import type { UnreadPage } from '../contract/record.ts';
import type { Catalog, DocketStore } from './catalog.ts';
import type { CatalogDatabase } from './database.ts';
import { loadNames } from './load-names.ts';

/** Makes `corpus`, `fingerprint` and `unread`. */
export function createCorpusFacts(
  database: CatalogDatabase,
  missing: DocketStore['missing'],
): Pick<Catalog, 'corpus' | 'fingerprint' | 'unread'> {
  const { reader } = database;
  let cached: { readonly revision: number; readonly value: string } | null = null;

  const fingerprint = async (): Promise<string> => {
    const { number: revision } = await reader
      .selectFrom('revisions')
      .select('number')
      .where('name', '=', 'corpus')
      .executeTakeFirstOrThrow();
    if (cached?.revision === revision) return cached.value;
    const rows = await reader
      .selectFrom('documents')
      .innerJoin('documentFiles', 'documentFiles.documentId', 'documents.id')
      .innerJoin('files', 'files.sha256', 'documentFiles.sha256')
      .select(['documents.id', 'documents.detailsJson', 'files.sha256', 'files.textDigest', 'files.parserVersion'])
      .orderBy('documents.id')
      .orderBy('documentFiles.position')
      .execute();
    const hash = createHash('sha256');
    for (const row of rows) hash.update(`${JSON.stringify(Object.values(row))}\n`);
    // A filter by a name means other passages when the list of names changes.
    const { people, organizations, products, refused } = await loadNames(reader);
    const names = [people, organizations, products, ...Object.values(refused)];
    if (names.some((list) => list.length > 0)) hash.update(`${JSON.stringify(names)}\n`);
    const value = hash.digest('base64url').slice(0, 22);
    cached = { revision, value };
    return value;
  };

  const unread = async (documentIds: readonly string[] | null): Promise<UnreadPage[]> => {
    if (documentIds?.length === 0) return [];
    const rows = await reader
      .selectFrom('pages')
      .innerJoin('documentFiles', 'documentFiles.sha256', 'pages.sha256')
      .innerJoin('documents', 'documents.id', 'documentFiles.documentId')
      .select(['documents.id as documentId', 'pages.pageNumber', 'pages.unreadReason as reason'])
      .where('documentFiles.position', '=', 0)
      .where('pages.unreadReason', 'is not', null)
      .$if(documentIds !== null, (query) => query.where('documents.id', 'in', documentIds ?? []))
      .orderBy('documents.sortKey')
      .orderBy('pages.pageNumber')
      .execute();
    return rows.map(({ reason, ...page }) => ({ ...page, reason: reason as ListedReason }));
  };

  return {
    fingerprint,
    unread,
    async corpus() {
      const count = (table: 'documents' | 'files' | 'pages' | 'passages') =>
        reader
          .selectFrom(table)
          .select((of) => of.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow();
      const [documents, files, pages, passages] = await Promise.all([
        count('documents'),
        count('files'),
        count('pages'),
        count('passages'),
      ]);
      const dates = await reader
        .selectFrom('documents')
        .select((of) => [
          of.fn.min('filedOn').as('earliest'),
          of.fn.max('filedOn').as('latest'),
          of.fn.max('specimen').as('specimen'),
        ])
        .executeTakeFirstOrThrow();
      const jobs = await reader
        .selectFrom('jobs')
        .select((of) => [
          of.fn.count<number>('id').filterWhere('state', 'in', ['queued', 'running']).as('pending'),
          of.fn.count<number>('id').filterWhere('state', '=', 'failed').as('failed'),
        ])
        .executeTakeFirstOrThrow();
      const outbox = await reader
        .selectFrom('outbox')
        .select((of) => of.fn.count<number>('documentId').distinct().as('count'))
        .executeTakeFirstOrThrow();
      const names = await reader.selectFrom('documents').select(['id', 'filename']).execute();
      const nameOf = new Map(names.map(({ id, filename }) => [id, filename]));
      const unreadPages = await unread(null);
      return {
        fingerprint: await fingerprint(),
        documents: documents.count,
        files: files.count,
        pages: pages.count,
        passages: passages.count,
        pendingJobs: jobs.pending,
        failedJobs: jobs.failed,
        pendingOutbox: outbox.count,
        unreadablePages: unreadPages.map((page) => ({ ...page, filename: nameOf.get(page.documentId) ?? '' })),
        ...(await missing()),
        earliestFiledOn: dates.earliest,
        latestFiledOn: dates.latest,
        specimen: dates.specimen === 1,
      };
    },
  };
}
