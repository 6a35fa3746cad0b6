// Remembers the files of folders by path, size and time of change, so that the next start looks at names and not at bytes.
import type { SeenStore } from './catalog.ts';
import type { CatalogDatabase } from './database.ts';

/** Makes the store of files seen. */
export function createSeenStore({ reader, write }: CatalogDatabase): SeenStore {
  return {
    async get(path) {
      const row = await reader
        .selectFrom('seen')
        .select(['size', 'modified', 'sha256', 'detailsHash'])
        .where('path', '=', path)
        .executeTakeFirst();
      return row ?? null;
    },
    async put(path, file) {
      await write((writer) =>
        writer
          .insertInto('seen')
          .values({ path, ...file })
          .onConflict((conflict) => conflict.column('path').doUpdateSet({ ...file }))
          .execute(),
      );
    },
  };
}
