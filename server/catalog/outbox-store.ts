// Changes that the index must follow, in order; one row a change, taken out when the index has confirmed it.
// In: nothing but documents that changed. Out: the newest change of each document, oldest first.
import type { OutboxStore } from './catalog.ts';
import type { CatalogDatabase } from './database.ts';

/** Makes the outbox. */
export function createOutboxStore({ reader, write }: CatalogDatabase): OutboxStore {
  return {
    async pending(limit) {
      const newest = reader
        .selectFrom('outbox')
        .select((of) => of.fn.max('seq').as('seq'))
        .groupBy('documentId');
      return reader
        .selectFrom('outbox')
        .select(['seq', 'change', 'documentId'])
        .where('seq', 'in', newest)
        .orderBy('seq')
        .limit(limit)
        .execute();
    },

    async done(entries) {
      await write(async (writer) => {
        for (const { seq, documentId } of entries) {
          await writer.deleteFrom('outbox').where('documentId', '=', documentId).where('seq', '<=', seq).execute();
        }
      });
    },

    async count() {
      const row = await reader
        .selectFrom('outbox')
        .select((of) => of.fn.count<number>('documentId').distinct().as('count'))
        .executeTakeFirstOrThrow();
      return row.count;
    },

    refill: () =>
      write(async (writer) => {
        const result = await writer
          .insertInto('outbox')
          .columns(['change', 'documentId'])
          .expression((of) =>
            of
              .selectFrom('documents')
              .select((from) => [from.val('put' as const).as('change'), 'documents.id'])
              .orderBy('sortKey'),
          )
          .executeTakeFirstOrThrow();
        return Number(result.numInsertedOrUpdatedRows ?? 0n);
      }),
  };
}
