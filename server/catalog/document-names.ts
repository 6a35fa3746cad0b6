// What the passages of one document name: people, organisations, products with how many passages, days with their page, e-mails.
// In: a document's id. Out: lists for the Reader; null for a document that is not there.
import { sql } from 'kysely';
import type { DocumentNames } from '../contract/names.ts';
import type { EmailHeader } from '../contract/passage.ts';
import type { Reader } from './database.ts';
import { json } from './rows.ts';

/** Loads them from the file that the document shows. */
export async function documentNames(reader: Reader, documentId: string): Promise<DocumentNames | null> {
  const file = await reader
    .selectFrom('documentFiles')
    .select('sha256')
    .where('documentId', '=', documentId)
    .orderBy('position')
    .executeTakeFirst();
  if (file === undefined) return null;
  const { sha256 } = file;
  const named = async (
    list: 'people' | 'organizations' | 'products',
  ): Promise<{ name: string; passages: number }[]> => {
    const { rows } = await sql<{ name: string; passages: number }>`
      select each.value as name, count(*) as passages
      from passages, json_each(passages.bodyJson, ${`$.entities.${list}`}) as each
      where passages.sha256 = ${sha256} group by each.value order by passages desc, name`.execute(reader);
    return rows;
  };
  const dates = await sql<{ date: string; pageNumber: number }>`
    select each.value as date, min(passages.pageNumber) as pageNumber
    from passages, json_each(passages.bodyJson, '$.entities.dates') as each
    where passages.sha256 = ${sha256} group by each.value order by date`.execute(reader);
  const emails = await sql<{ pageNumber: number; headerJson: string }>`
    select passages.pageNumber, each.value as headerJson
    from passages, json_each(passages.bodyJson, '$.emails') as each
    where passages.sha256 = ${sha256} order by passages.ordinal, each.key`.execute(reader);
  return {
    people: await named('people'),
    organizations: await named('organizations'),
    products: await named('products'),
    dates: dates.rows,
    emails: emails.rows.map(({ pageNumber, headerJson }) => {
      const { from, to, cc, sent, sentOn, subject } = json<EmailHeader>(headerJson);
      return { pageNumber, from, to: [...to], cc: [...cc], sent, sentOn, subject };
    }),
  };
}
