// Opens the catalog: one SQLite file behind the Catalog interface.
// In: a path. Out: the stores. Refuses (`catalog-unavailable`) a file that is no catalog, is newer than this program or cannot be written.
import { randomBytes } from 'node:crypto';
import { createAnnotationStore } from './annotation-store.ts';
import { createAuditStore } from './audit-store.ts';
import type { Catalog } from './catalog.ts';
import { createCorpusFacts } from './corpus-facts.ts';
import { openDatabase, openDatabaseForReading, type CatalogDatabase } from './database.ts';
import { createDocketStore } from './docket-store.ts';
import { createDocumentStore } from './document-store.ts';
import { createJobStore, type Surroundings } from './job-store.ts';
import { createNameStore } from './name-store.ts';
import { createOutboxStore } from './outbox-store.ts';
import { createRecognitionStore } from './recognition-store.ts';
import { createReportStore } from './report-store.ts';
import { createSavedSearchStore } from './saved-search-store.ts';
import { createSeenStore } from './seen-store.ts';
import { createTagStore } from './tag-store.ts';
import { createTrayStore } from './tray-store.ts';

/** Opens (and makes) the catalog at `path`; `now` and `newId` are for tests. */
export function openCatalog({ path, ...given }: { readonly path: string } & Partial<Surroundings>): Catalog {
  return catalogOn(openDatabase(path), given);
}

/** Opens a catalog that is there, beside a Pincite that may be running on it: nothing can be changed. */
export function openCatalogForReading(path: string): Catalog {
  return catalogOn(openDatabaseForReading(path), {});
}

function catalogOn(database: CatalogDatabase, given: Partial<Surroundings>): Catalog {
  const surroundings: Surroundings = {
    now: given.now ?? (() => new Date()),
    newId: given.newId ?? (() => randomBytes(12).toString('base64url')),
  };
  const { reader, write } = database;
  const fact: Catalog['fact'] = async (name) => {
    const row = await reader.selectFrom('facts').select('value').where('name', '=', name).executeTakeFirst();
    return row?.value ?? null;
  };
  const setFact: Catalog['setFact'] = async (name, value) => {
    await write((writer) =>
      writer
        .insertInto('facts')
        .values({ name, value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute(),
    );
  };
  const dockets = createDocketStore(database);
  return {
    ...createCorpusFacts(database, () => dockets.missing()),
    dockets,
    ...createNameStore(database),
    jobs: createJobStore(database, surroundings),
    recognitions: createRecognitionStore(database, surroundings),
    documents: createDocumentStore(database),
    outbox: createOutboxStore(database),
    tags: createTagStore(database, surroundings),
    annotations: createAnnotationStore(database, surroundings),
    trays: createTrayStore(database, surroundings),
    seen: createSeenStore(database),
    audit: createAuditStore(database, surroundings),
    reports: createReportStore(database, surroundings),
    savedSearches: createSavedSearchStore(database, surroundings),
    fact,
    setFact,
    close: () => database.close(),
  };
}
