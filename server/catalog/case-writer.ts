// The case of a filing: found among those known, or made (ARCHITECTURE §3), inside the caller's transaction.
// In: details of a filing. Out: the id of its case; what this filing knows of the case fills what was unknown.
import { noCaseId, type FilingDetails } from '../contract/filing.ts';
import type { Writer } from './database.ts';
import { caseIdOf, caseKeysOf, matchCase } from './identity.ts';

/** Finds or makes the case. */
export async function caseFor(writer: Writer, details: FilingDetails): Promise<string> {
  const keys = caseKeysOf(details);
  const known = await writer
    .selectFrom('cases')
    .select(['id', 'pacerKey', 'docketKey', 'office', 'caseName'])
    .where((of) => of.or([of('pacerKey', '=', keys.pacerKey ?? ''), of('docketKey', '=', keys.docketKey ?? '')]))
    .execute();
  const id = matchCase(keys, details.caseName, known)?.id ?? caseIdOf(keys);
  const inCase = id !== noCaseId;
  await writer
    .insertInto('cases')
    .values({
      id,
      ...keys,
      court: inCase ? details.court : null,
      caseName: inCase ? details.caseName : null,
      docketNumber: inCase ? details.docketNumber : null,
      judge: inCase ? details.judge : null,
      specimen: Number(inCase && details.specimen),
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((of) => ({
        pacerKey: of.fn.coalesce('cases.pacerKey', 'excluded.pacerKey'),
        docketKey: of.fn.coalesce('cases.docketKey', 'excluded.docketKey'),
        office: of.fn.coalesce('cases.office', 'excluded.office'),
        court: of.fn.coalesce('cases.court', 'excluded.court'),
        caseName: of.fn.coalesce('cases.caseName', 'excluded.caseName'),
        docketNumber: of.fn.coalesce('cases.docketNumber', 'excluded.docketNumber'),
        judge: of.fn.coalesce('cases.judge', 'excluded.judge'),
        specimen: of.fn('max', [of.ref('cases.specimen'), of.ref('excluded.specimen')]),
      })),
    )
    .execute();
  return id;
}
