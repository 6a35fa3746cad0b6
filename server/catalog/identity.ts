// Which case and which document a file belongs to (ARCHITECTURE §3).
// In: details of a filing and the cases known. Out: keys and opaque ids that stay the same for the same filing.
import { createHash } from 'node:crypto';
import { noCaseId, type FilingDetails } from '../contract/filing.ts';
import { docketKeyOf, parseDocketNumber } from '../text/docket-number.ts';

/** What identifies a case: PACER's number where known; else court, year, type and serial. */
export interface CaseKeys {
  readonly pacerKey: string | null;
  readonly docketKey: string | null;
  readonly office: string | null;
}

/** A case as far as matching needs it. */
export interface KnownCase extends CaseKeys {
  readonly id: string;
  readonly caseName: string | null;
}

/** Keys of the case that details name. */
export function caseKeysOf(details: FilingDetails): CaseKeys {
  const { court, pacerCaseId } = details;
  const number = details.docketNumber === null ? null : parseDocketNumber(details.docketNumber);
  return {
    pacerKey: court === null || pacerCaseId === null ? null : `${court}|${pacerCaseId}`,
    docketKey: court === null || number === null ? null : `${court}|${docketKeyOf(number)}`,
    office: number?.office ?? null,
  };
}

/**
 * The known case that these keys mean, or null for a new one. PACER's number decides where both have one. Else the docket
 * number must be equal, and the office too unless the captions agree: another division may have given the same number.
 */
export function matchCase(keys: CaseKeys, caseName: string | null, known: readonly KnownCase[]): KnownCase | null {
  if (keys.pacerKey !== null) {
    const same = known.find(({ pacerKey }) => pacerKey === keys.pacerKey);
    if (same !== undefined) return same;
  }
  if (keys.docketKey === null) return null;
  const candidates = known.filter(
    (each) =>
      each.docketKey === keys.docketKey &&
      (each.pacerKey === null || keys.pacerKey === null) &&
      (each.office === null ||
        keys.office === null ||
        each.office === keys.office ||
        sameCaption(each.caseName, caseName)),
  );
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

function sameCaption(one: string | null, other: string | null): boolean {
  const plain = (name: string): string =>
    name
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return one !== null && other !== null && plain(one) === plain(other);
}

/** Id of a new case. */
export function caseIdOf({ pacerKey, docketKey, office }: CaseKeys): string {
  if (pacerKey === null && docketKey === null) return noCaseId;
  return opaque('case', pacerKey ?? `${docketKey}|${office}`);
}

/** Id of a document: case, entry and attachment; without an entry the file itself. */
export function documentIdOf(caseId: string, details: FilingDetails, sha256: string): string {
  return caseId === noCaseId || details.entry === null
    ? opaque('file', sha256)
    : opaque('filing', `${caseId}|${details.entry}|${details.attachment ?? 0}`);
}

function opaque(kind: string, key: string): string {
  return createHash('sha256').update(`${kind}|${key}`).digest('base64url').slice(0, 16);
}

/** `28.1` stands between 28 and 29. */
export function entryKeyOf(entry: string): string {
  const [whole = '', part = '0'] = entry.split('.');
  return `${whole.padStart(14, '0')}.${part.padStart(4, '0')}`;
}

/** Sorts documents as a docket does: case, entry by number, attachment by number, then name. */
export function sortKeyOf(caseId: string, details: FilingDetails, filename: string): string {
  const entry = details.entry === null ? '~' : entryKeyOf(details.entry);
  return [caseId, entry, String(details.attachment ?? 0).padStart(5, '0'), filename].join('|');
}
