// Searches that people keep, and what was there when they last looked: what came since is new to them.
// In: a name and the search as its address writes it. Out: the same, in the order they were saved.
import type { SavedSearchStore } from './catalog.ts';
import type { CatalogDatabase } from './database.ts';
import type { Surroundings } from './job-store.ts';
import { json } from './rows.ts';

/** Makes the store. */
export function createSavedSearchStore(
  { reader, write }: CatalogDatabase,
  { newId, now }: Pick<Surroundings, 'newId' | 'now'>,
): SavedSearchStore {
  return {
    async list() {
      const rows = await reader.selectFrom('savedSearches').selectAll().orderBy('seq').execute();
      return rows.map(({ id, name, parameters, createdAt, lookedAt, seenJson }) => {
        const seen = json<string[]>(seenJson);
        return { id, name, parameters, createdAt, lookedAt, seen };
      });
    },

    create: ({ name, parameters, seen }) =>
      write(async (writer) => {
        const [id, at] = [newId(), now().toISOString()];
        await writer
          .insertInto('savedSearches')
          .values({ id, name, parameters, createdAt: at, lookedAt: at, seenJson: JSON.stringify(seen) })
          .execute();
        return id;
      }),

    look: (id, seen) =>
      write(async (writer) => {
        const { numUpdatedRows } = await writer
          .updateTable('savedSearches')
          .set({ lookedAt: now().toISOString(), seenJson: JSON.stringify(seen) })
          .where('id', '=', id)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),

    remove: (id) =>
      write(async (writer) => {
        const gone = await writer.deleteFrom('savedSearches').where('id', '=', id).executeTakeFirst();
        return gone.numDeletedRows > 0n;
      }),
  };
}
