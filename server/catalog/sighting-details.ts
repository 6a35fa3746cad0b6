// The details of a file under one of the names it was seen under: the same exhibit filed twice has one reading and two names.
// In: details as they were read, and what a name and its sidecar say. Out: details of the filing that this name means.
import type { DetailField, FilingDetails, ReadDetails, ReadFrom } from '../contract/filing.ts';

/** What a file's name and its sidecar say of it. */
export interface Sighting {
  readonly fromName: Partial<FilingDetails>;
  readonly sidecar: Partial<FilingDetails>;
}

/**
 * `ofSameFiling`: the file was read as this filing, so that the stamp goes before the name (filing-details has the order), and
 * only a sidecar that has changed since says anything new. Else what was read in the file itself stays, what the other name and
 * sidecar said (or what was concluded from it) makes room, and this name goes before the stamp, which is of the other filing.
 */
export function detailsFor(read: ReadDetails, sighting: Sighting, ofSameFiling: boolean): ReadDetails {
  const details: Record<string, unknown> = { ...read.details };
  const readFrom: Partial<Record<DetailField, ReadFrom>> = { ...read.readFrom };
  if (!ofSameFiling) {
    for (const [field, source] of Object.entries(read.readFrom) as [DetailField, ReadFrom][]) {
      if (source !== 'file name' && source !== 'sidecar') continue;
      details[field] = null;
      delete readFrom[field];
    }
  }
  const apply = (from: Partial<FilingDetails>, source: ReadFrom, onlyUnknown: boolean): void => {
    for (const [field, value] of Object.entries(from)) {
      if (value === null || value === undefined || (onlyUnknown && details[field] !== null)) continue;
      details[field] = value;
      if (field !== 'specimen') readFrom[field as DetailField] = source;
    }
  };
  apply(sighting.fromName, 'file name', ofSameFiling);
  apply(sighting.sidecar, 'sidecar', false);
  // Every field of FilingDetails is still there: only values were exchanged.
  return { details: details as unknown as FilingDetails, readFrom };
}

/** Whether a sighting says which filing the file is there; without an entry it is just another copy. */
export function namesFiling({ fromName, sidecar }: Sighting): boolean {
  return (sidecar.entry ?? fromName.entry ?? null) !== null;
}
