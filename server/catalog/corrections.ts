// A person's corrections of a document's details: kept beside what was read, and laid over it each time it is written.
// In: details as read. Out: details with the corrections in them, marked as a person's.
import type { DetailField, ReadDetails, ReadFrom } from '../contract/filing.ts';
import type { Corrections } from './catalog.ts';
import type { Writer } from './database.ts';
import { json } from './rows.ts';

/** The details as they are shown. */
export function corrected({ details, readFrom }: ReadDetails, corrections: Corrections): ReadDetails {
  const person = Object.fromEntries(
    Object.entries(corrections).map(([field]) => [field, 'person' satisfies ReadFrom]),
  ) as Partial<Record<DetailField, ReadFrom>>;
  return { details: { ...details, ...corrections }, readFrom: { ...readFrom, ...person } };
}

/** What was corrected of a document until now. */
export async function loadCorrections(writer: Writer, documentId: string): Promise<Corrections> {
  const row = await writer
    .selectFrom('corrections')
    .select('detailsJson')
    .where('documentId', '=', documentId)
    .executeTakeFirst();
  return row === undefined ? {} : json<Corrections>(row.detailsJson);
}

/** Adds corrections to those made before. */
export async function addCorrections(writer: Writer, documentId: string, added: Corrections): Promise<void> {
  const detailsJson = JSON.stringify({ ...(await loadCorrections(writer, documentId)), ...added });
  await writer
    .insertInto('corrections')
    .values({ documentId, detailsJson })
    .onConflict((conflict) => conflict.column('documentId').doUpdateSet({ detailsJson }))
    .execute();
}
