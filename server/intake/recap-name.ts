// File names as RECAP gives them to PACER downloads: `gov.uscourts.cand.369872.735.2.pdf` (DOMAIN.md §1).
// In: a file name. Out: court, case id, entry and attachment; null for every other name.
import type { FilingDetails } from '../contract/filing.ts';

/** What a RECAP name says. */
export type RecapDetails = Pick<FilingDetails, 'court' | 'pacerCaseId' | 'entry' | 'attachment'>;

// A browser that saves the same name twice adds ` (1)`, a download manager `_1`: neither is part of the name.
const form = /^gov\.uscourts\.([a-z0-9]{3,6})\.(\d+)\.(\d+(?:\.\d+)?)\.(\d{1,4})(?:[_ ]\(?\d{1,3}\)?)?\.pdf$/i;

/** Reads a RECAP name. Attachment 0 is the main document. */
export function readRecapName(filename: string): RecapDetails | null {
  const match = form.exec(filename);
  if (match === null) return null;
  const [, court = '', pacerCaseId = '', entry = '', attachment = ''] = match;
  return { court: court.toLowerCase(), pacerCaseId, entry, attachment: Number(attachment) };
}
