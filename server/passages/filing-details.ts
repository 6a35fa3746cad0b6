// What a filing is, from everything that says so: sidecar, stamps, caption, file name, in this order of trust (DOMAIN.md §1–2).
// In: pages and names. Out: details, each with where it was read; null in doubt. Corrections by a person come later and win.
import type { DetailField, FilingDetails, ReadDetails, ReadFrom } from '../contract/filing.ts';
import { unknownDetails } from '../contract/filing.ts';
import type { FileInfo, Page } from '../contract/page.ts';
import { courtOf } from '../text/courts.ts';
import { parseDocketNumber } from '../text/docket-number.ts';
import { readCaption } from './caption.ts';
import { counselAbove, counselBelow } from './counsel.ts';
import { documentTypeOf, filerIn, shortTitleOf } from './document-type.ts';
import { slipSheetOf } from './slip-sheet.ts';
import { stampFactsOf } from './stamp-facts.ts';

/** Everything that may say what a filing is. */
export interface DetailSources {
  readonly pages: readonly Page[];
  readonly info: FileInfo;
  readonly filename: string;
  /** What the file name says (RECAP). */
  readonly fromName: Partial<FilingDetails>;
  readonly sidecar: Partial<FilingDetails>;
}

/** Reads the details of a filing. */
export function readFilingDetails({ pages, fromName, sidecar }: DetailSources): ReadDetails {
  const details: { -readonly [Field in keyof FilingDetails]: FilingDetails[Field] } = { ...unknownDetails };
  const readFrom: Partial<Record<DetailField, ReadFrom>> = {};
  const take = (source: ReadFrom, said: Partial<FilingDetails>): void => {
    for (const [field, value] of Object.entries(said) as [keyof FilingDetails, never][]) {
      if (field === 'specimen' || value === null || value === undefined || details[field] !== null) continue;
      details[field] = value;
      readFrom[field] = source;
    }
  };
  take('sidecar', sidecar);
  const { pageCount: _, ...stamp } = stampFactsOf(pages);
  // The name of a download knows entry and attachment as exactly as the stamp; a stamp is on the paper itself.
  take('stamp', stamp);
  take('file name', fromName);
  const caption = readCaption(pages);
  const { court, ...rest } = caption;
  take('caption', { ...rest, court: court !== null && courtOf(court) !== null ? court : null });
  const sheet = slipSheetOf(pages);
  if (sheet !== null) take('caption', { title: sheet, type: 'exhibit' });
  if (details.title !== null) {
    const source = readFrom.title ?? 'caption';
    take(source, { type: documentTypeOf(details.title) });
    take(source, { filer: filerIn(details.title) });
  }
  // An exhibit's first page is often a paper of somebody else.
  if (details.type !== 'exhibit') {
    take('caption', { filer: counselAbove(pages) });
    take('signature', { filer: counselBelow(pages) });
  }
  take(readFrom.title ?? 'caption', { shortTitle: shortTitleOf(details.type, details.title, details.filer) });
  details.specimen = sidecar.specimen === true || isSpecimenNumber(details.docketNumber);
  return { details, readFrom };
}

/** No court gives the serial number 0: papers that bear it are specimens, and their citations must say so. */
function isSpecimenNumber(docketNumber: string | null): boolean {
  const number = docketNumber === null ? null : parseDocketNumber(docketNumber);
  return number !== null && /^0+$/.test(number.serial);
}
