// The cases of the corpus, those with filings here and those with a docket, with their filings counted. What a case is called is what most of its filings say now: a better reading
// or a correction shows at once, while the row of the case keeps what identified it when it was made.
import { noCaseId } from '../contract/filing.ts';
import { sql } from 'kysely';
import type { DocumentStore } from './catalog.ts';
import type { Reader } from './database.ts';

type Listed = Awaited<ReturnType<DocumentStore['cases']>>[number];
/** Details that a case has from its filings. */
const fields = ['caseName', 'docketNumber', 'judge'] as const;
type Field = (typeof fields)[number];

/** Lists the cases that have filings or a docket, by court and docket number. */
export async function listCases(reader: Reader): Promise<Listed[]> {
  const rows = await reader
    .selectFrom('cases')
    .leftJoin('documents', 'documents.caseId', 'cases.id')
    .selectAll('cases')
    .select((of) => of.fn.count<number>('documents.id').as('documents'))
    .where((of) =>
      of.or([
        of('documents.id', 'is not', null),
        of('cases.id', 'in', reader.selectFrom('docketEntries').select('docketEntries.caseId')),
      ]),
    )
    .groupBy('cases.id')
    .orderBy('cases.court')
    .orderBy('cases.docketNumber')
    .execute();
  const said = new Map<Field, ReadonlyMap<string, string>>();
  for (const field of fields) said.set(field, await mostSaid(reader, field));
  return rows.map(({ id, court, specimen, documents, ...row }) => {
    const now = (field: Field): string | null => (id === noCaseId ? null : (said.get(field)?.get(id) ?? row[field]));
    return {
      id,
      caseName: now('caseName'),
      court,
      docketNumber: now('docketNumber'),
      judge: now('judge'),
      specimen: specimen === 1,
      documents,
    };
  });
}

/** By case: the value that most of its filings have. */
async function mostSaid(reader: Reader, field: Field): Promise<ReadonlyMap<string, string>> {
  const value = sql<string | null>`json_extract("detailsJson", ${`$.${field}`})`;
  const rows = await reader
    .selectFrom('documents')
    .select(['caseId', value.as('value'), (of) => of.fn.countAll<number>().as('count')])
    .groupBy(['caseId', 'value'])
    // Least often first: what is set last stays.
    .orderBy('count')
    .orderBy('value', 'desc')
    .execute();
  return new Map(rows.flatMap((row) => (row.value === null ? [] : [[row.caseId, row.value] as const])));
}
