// Trays: named, ordered collections of passages. An item keeps spans, quote and context, so it outlives its passage.
// In: anchored spans. Out: trays with their items in order. Refuses (`conflict`) an order that is not the tray's items, each once.
import { PinciteError } from '../contract/errors.ts';
import type { StoredTray, TrayStore } from './catalog.ts';
import type { CatalogDatabase, Reader } from './database.ts';
import type { Surroundings } from './job-store.ts';
import { joinNotes, trayItemOf } from './rows.ts';

/** Makes the store of trays. */
export function createTrayStore({ reader, write }: CatalogDatabase, { newId }: Surroundings): TrayStore {
  const changed = (id: string, change: Parameters<typeof write<void>>[0]): Promise<StoredTray | null> =>
    write(async (writer) => {
      const tray = await writer.selectFrom('trays').select('id').where('id', '=', id).executeTakeFirst();
      if (tray === undefined) return null;
      await change(writer);
      return loadTray(writer, id);
    });

  return {
    async list() {
      const rows = await reader.selectFrom('trays').selectAll().orderBy('seq').execute();
      const items = await reader.selectFrom('trayItems').selectAll().orderBy('position').execute();
      const byTray = Map.groupBy(items, ({ trayId }) => trayId);
      return rows.map(({ id, name }) => ({ id, name, items: (byTray.get(id) ?? []).map(trayItemOf) }));
    },

    get: (id) => loadTray(reader, id),

    create: (name) =>
      write(async (writer) => {
        const id = newId();
        await writer.insertInto('trays').values({ id, name }).execute();
        return { id, name, items: [] };
      }),

    remove: (id) =>
      write(async (writer) => {
        const gone = await writer.deleteFrom('trays').where('id', '=', id).executeTakeFirst();
        return gone.numDeletedRows > 0n;
      }),

    addItem: (trayId, { spans, ...item }) =>
      changed(trayId, async (writer) => {
        const spansJson = JSON.stringify(spans.map(({ pageNumber, from, to }) => ({ pageNumber, from, to })));
        const same = await writer
          .selectFrom('trayItems')
          .select(['id', 'note'])
          .where('trayId', '=', trayId)
          .where('documentId', '=', item.documentId)
          .where('spansJson', '=', spansJson)
          .executeTakeFirst();
        if (same !== undefined) {
          const note = joinNotes(same.note, item.note);
          await writer.updateTable('trayItems').set({ note }).where('id', '=', same.id).execute();
          return;
        }
        const { position } = await writer
          .selectFrom('trayItems')
          .select((of) => of.fn.max('position').as('position'))
          .where('trayId', '=', trayId)
          .executeTakeFirstOrThrow();
        await writer
          .insertInto('trayItems')
          .values({ id: newId(), trayId, position: (position ?? -1) + 1, ...item, spansJson })
          .execute();
      }),

    removeItem: (trayId, itemId) =>
      changed(trayId, async (writer) => {
        await writer.deleteFrom('trayItems').where('trayId', '=', trayId).where('id', '=', itemId).execute();
      }),

    order: (trayId, itemIds) =>
      changed(trayId, async (writer) => {
        const items = await writer.selectFrom('trayItems').select('id').where('trayId', '=', trayId).execute();
        const known = new Set(items.map(({ id }) => id));
        if (
          itemIds.length !== known.size ||
          new Set(itemIds).size !== known.size ||
          !itemIds.every((id) => known.has(id))
        ) {
          throw new PinciteError(
            'conflict',
            'The tray was changed elsewhere in the meantime. Reload it and put it in order again.',
            { field: 'itemIds' },
          );
        }
        for (const [position, id] of itemIds.entries()) {
          await writer.updateTable('trayItems').set({ position }).where('id', '=', id).execute();
        }
      }),
  };
}

async function loadTray(reader: Reader, id: string): Promise<StoredTray | null> {
  const tray = await reader.selectFrom('trays').selectAll().where('id', '=', id).executeTakeFirst();
  if (tray === undefined) return null;
  const items = await reader.selectFrom('trayItems').selectAll().where('trayId', '=', id).orderBy('position').execute();
  return { id: tray.id, name: tray.name, items: items.map(trayItemOf) };
}
