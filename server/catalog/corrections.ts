// A person's corrections of a document's details: kept beside what was read, and laid over it each time it is written.
// In: details as read. Out: details with the corrections in them, marked as a person's.
import type { DetailField, ReadDetails, ReadFrom } from '../contract/filing.ts';
import { sameDocketNumber } from '../text/docket-number.ts';
import type { Corrections } from './catalog.ts';
import type { Writer } from './database.ts';
import { json } from './rows.ts';

/** The details as they are shown. A docket number of another case takes the filing out of the case that PACER's number names. */
export function corrected({ details, readFrom }: ReadDetails, corrections: Corrections): ReadDetails {
  const moved = isOtherCase(details.docketNumber, corrections.docketNumber ?? null) ? { pacerCaseId: null } : {};
  const person = Object.fromEntries(
    Object.entries(corrections).map(([field]) => [field, 'person' satisfies ReadFrom]),
  ) as Partial<Record<DetailField, ReadFrom>>;
  return { details: { ...details, ...moved, ...corrections }, readFrom: { ...readFrom, ...person } };
}

function isOtherCase(read: string | null, said: string | null): boolean {
  return read !== null && said !== null && !sameDocketNumber(read, said);
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

/** Adds corrections to those made before, and forgets those of the fields that are taken back. */
export async function changeCorrections(
  writer: Writer,
  documentId: string,
  added: Corrections,
  takeBack: readonly DetailField[],
): Promise<void> {
  const before = Object.entries(await loadCorrections(writer, documentId));
  const kept = Object.fromEntries(before.filter(([field]) => !takeBack.some((each) => each === field)));
  const detailsJson = JSON.stringify({ ...kept, ...added });
  await writer
    .insertInto('corrections')
    .values({ documentId, detailsJson })
    .onConflict((conflict) => conflict.column('documentId').doUpdateSet({ detailsJson }))
    .execute();
}
