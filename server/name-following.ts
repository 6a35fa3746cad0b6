// Passages follow the list of names: after a change each file concerned is marked anew from what is stored, one file after another.
// In: stale files of the catalog. Out: marked passages, whose documents the index follows. No PDF is read again; a crash loses nothing.
import type { Catalog } from './catalog/catalog.ts';
import type { Entities } from './contract/passage.ts';
import { createNaming } from './passages/naming.ts';

/** What following needs of the rest. */
export interface NameFollowingParts {
  readonly catalog: Pick<Catalog, 'names' | 'gazetteer'>;
  /** A file was marked: the index has something to follow. */
  readonly onMarked: () => void;
  readonly onError: (error: unknown) => void;
}

export interface NameFollowing {
  /** The list of names has changed. */
  wake(): void;
  /** Resolves when no file is stale, or following has failed. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts following. */
export function startNameFollowing({ catalog, onMarked, onError }: NameFollowingParts): NameFollowing {
  let stopping = false;
  let isWoken = false;
  let running: Promise<void> | null = null;
  const isStopping = (): boolean => stopping;

  const follow = async (): Promise<void> => {
    while (!isStopping()) {
      isWoken = false;
      const more = await markOne(catalog);
      if (more) onMarked();
      // Woken while the last look was under way: it may have come too late for what changed.
      else if (!isWoken) return;
    }
  };
  const wake = (): void => {
    isWoken = true;
    if (stopping || running !== null) return;
    running = follow()
      .catch(onError)
      .finally(() => {
        running = null;
        // Between the last look and its end.
        if (isWoken) wake();
      });
  };
  wake();
  return {
    wake,
    idle: async () => {
      for (let last = running; last !== null; last = running) await last;
    },
    stop: async () => {
      stopping = true;
      await running;
    },
  };
}

/** Marks a stale file; false when there is none. */
async function markOne({ names, gazetteer }: NameFollowingParts['catalog']): Promise<boolean> {
  const stale = await names.nextStale();
  if (stale === null) return false;
  const inForce = await gazetteer();
  const marked = createNaming(inForce)(stale.passages, stale.names);
  const changed = new Map<string, Entities>();
  for (const [at, { id, entities }] of marked.entries()) {
    if (JSON.stringify(entities) !== JSON.stringify(stale.passages[at]?.entities)) changed.set(id, entities);
  }
  await names.mark(stale.sha256, changed, inForce.revision);
  return true;
}
