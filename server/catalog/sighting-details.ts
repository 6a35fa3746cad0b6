// The details of a file that is also another filing: the same exhibit filed twice has one reading and two names.
// In: details as read under the first name, and what a second name and its sidecar say. Out: details of the second filing.
import type { DetailField, FilingDetails, ReadDetails, ReadFrom } from '../contract/filing.ts';

/** What a file's name and its sidecar say of it. */
export interface Sighting {
  readonly fromName: Partial<FilingDetails>;
  readonly sidecar: Partial<FilingDetails>;
}

/** What was read in the file itself stays; what the first name or sidecar said makes room for what these say. */
export function detailsFor(read: ReadDetails, sighting: Sighting): ReadDetails {
  const details: Record<string, unknown> = { ...read.details };
  const readFrom: Partial<Record<DetailField, ReadFrom>> = { ...read.readFrom };
  for (const [field, source] of Object.entries(read.readFrom) as [DetailField, ReadFrom][]) {
    if (source !== 'file name' && source !== 'sidecar') continue;
    details[field] = null;
    delete readFrom[field];
  }
  const apply = (from: Partial<FilingDetails>, source: ReadFrom): void => {
    for (const [field, value] of Object.entries(from)) {
      if (value === null || value === undefined) continue;
      details[field] = value;
      if (field !== 'specimen') readFrom[field as DetailField] = source;
    }
  };
  apply(sighting.fromName, 'file name');
  apply(sighting.sidecar, 'sidecar');
  // Every field of FilingDetails is still there: only values were exchanged.
  return { details: details as unknown as FilingDetails, readFrom };
}

/** Whether a sighting says which filing the file is there; without an entry it is just another copy. */
export function namesFiling({ fromName, sidecar }: Sighting): boolean {
  return (sidecar.entry ?? fromName.entry ?? null) !== null;
}
