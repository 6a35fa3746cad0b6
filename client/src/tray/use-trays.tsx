// The trays and what one does with them: collect, take out (with undo), order, create, delete. Every answer of the server is the whole tray.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { Citable, Tray, TrayItem } from '../../../server/contract/work-api.ts';
import { call } from '../api/client.ts';
import { keys, traysQuery } from '../api/queries.ts';
import { tell, tellFailure } from '../app/notices.tsx';
import { currentTrayOf, firstTrayName } from './current-tray.ts';

const storageKey = 'pincite-tray';
const listeners = new Set<() => void>();

function keptTrayId(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    // Storage may be forbidden: then the first tray collects.
    return null;
  }
}

/** Makes a tray the one that collects, in this browser. */
export function keepTray(id: string): void {
  localStorage.setItem(storageKey, id);
  for (const listener of listeners) listener();
}

export type Collectable = Exclude<Citable, { annotationId: string }>;

export interface Trays {
  readonly trays: readonly Tray[] | undefined;
  readonly error: Error | null;
  readonly current: Tray | null;
  readonly collect: (place: Collectable) => Promise<void>;
  readonly takeOut: (tray: Tray, item: TrayItem) => Promise<void>;
  readonly order: (tray: Tray, itemIds: readonly string[]) => Promise<void>;
  readonly create: (name: string) => Promise<Tray | null>;
  readonly discard: (tray: Tray) => Promise<void>;
}

export function useTrays(): Trays {
  const client = useQueryClient();
  const { data, error } = useQuery(traysQuery());
  const keptId = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, keptTrayId);
  const current = currentTrayOf(data?.trays ?? [], keptId);

  const put = (tray: Tray) =>
    client.setQueryData(traysQuery().queryKey, (known) => {
      const trays = known?.trays ?? [];
      const isKnown = trays.some(({ id }) => id === tray.id);
      return { trays: isKnown ? trays.map((each) => (each.id === tray.id ? tray : each)) : [...trays, tray] };
    });
  /** Runs a change; a refusal is told, and what is shown is asked anew. */
  const attempt = async (what: string, change: () => Promise<void>): Promise<void> => {
    try {
      await change();
    } catch (problem) {
      tellFailure(what, problem);
      await client.invalidateQueries({ queryKey: keys.trays });
    }
  };
  const create = async (name: string): Promise<Tray | null> => {
    try {
      const tray = await call('createTray', { body: { name } });
      put(tray);
      keepTray(tray.id);
      return tray;
    } catch (problem) {
      tellFailure(`The tray “${name}” was not created`, problem);
      return null;
    }
  };
  const order = (tray: Tray, itemIds: readonly string[]) => {
    const items = itemIds.flatMap((id) => tray.items.find((item) => item.id === id) ?? []);
    put({ ...tray, items });
    return attempt('The order was not kept', async () => {
      put(await call('orderTray', { params: { id: tray.id }, body: { itemIds } }));
    });
  };
  /** Puts an item back where it stood. */
  const putBack = (tray: Tray, item: TrayItem, at: number) =>
    attempt('The passage was not put back', async () => {
      const after = await call('addTrayItem', { params: { id: tray.id }, body: collectableOf(item) });
      const added = after.items.find(({ id }) => !tray.items.some((known) => known.id === id && id !== item.id));
      const ids = after.items.map(({ id }) => id).filter((id) => id !== added?.id);
      put(after);
      if (added !== undefined) await order(after, ids.toSpliced(at, 0, added.id));
    });

  return {
    trays: data?.trays,
    error,
    current,
    create,
    order,
    collect: (place) =>
      attempt('The passage was not collected', async () => {
        await client.ensureQueryData(traysQuery());
        const tray = currentTrayOf(client.getQueryData(traysQuery().queryKey)?.trays ?? [], keptId);
        const target = tray ?? (await create(firstTrayName));
        if (target === null) return;
        const after = await call('addTrayItem', { params: { id: target.id }, body: place });
        put(after);
        tell(
          <>
            Collected in <strong>{after.name}</strong> ({after.items.length})
          </>,
        );
      }),
    takeOut: (tray, item) =>
      attempt('The passage was not taken out', async () => {
        const at = tray.items.findIndex(({ id }) => id === item.id);
        put(await call('removeTrayItem', { params: { id: tray.id, itemId: item.id } }));
        tell(
          <>
            Taken out of <strong>{tray.name}</strong>
          </>,
          { label: 'Undo', run: () => void putBack(tray, item, at) },
        );
      }),
    discard: (tray) =>
      attempt('The tray was not deleted', async () => {
        await call('deleteTray', { params: { id: tray.id } });
        await client.invalidateQueries({ queryKey: keys.trays });
        const restore = async () => {
          const fresh = await create(tray.name);
          for (const item of fresh === null ? [] : tray.items) {
            put(await call('addTrayItem', { params: { id: fresh?.id ?? '' }, body: collectableOf(item) }));
          }
        };
        tell(
          <>
            Deleted <strong>{tray.name}</strong>
          </>,
          { label: 'Undo', run: () => void attempt('The tray was not restored', restore) },
        );
      }),
  };
}

/** What to send so that an item comes back: the passage while it exists, else its spans. */
function collectableOf({ passageId, documentId, spans, note }: TrayItem) {
  return passageId === null ? { documentId, spans, note } : { passageId, note };
}
