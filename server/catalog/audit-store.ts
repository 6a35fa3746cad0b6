// Keeps on record what somebody may have to answer for, such as looking under a bad redaction.
// In: events. Out: the same with their time, newest first. Nothing changes or removes one.
import type { AuditEvent } from '../contract/document-api.ts';
import type { AuditStore } from './catalog.ts';
import type { CatalogDatabase } from './database.ts';
import type { Surroundings } from './job-store.ts';

/** Makes the store. */
export function createAuditStore({ reader, write }: CatalogDatabase, { now }: Pick<Surroundings, 'now'>): AuditStore {
  return {
    async record(event) {
      await write((writer) =>
        writer
          .insertInto('audit')
          .values({ at: now().toISOString(), ...event })
          .execute(),
      );
    },
    async list(limit) {
      const rows = await reader.selectFrom('audit').selectAll().orderBy('seq', 'desc').limit(limit).execute();
      return rows.map(({ at, kind, documentId, sha256, filename }) => ({
        at,
        kind: kindOf(kind),
        documentId,
        sha256,
        filename,
      }));
    },
  };
}

function kindOf(text: string): AuditEvent['kind'] {
  if (text === 'original-served') return text;
  throw new Error(`the record holds an event of unknown kind “${text}”`);
}
