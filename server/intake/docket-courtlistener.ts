// Dockets as CourtListener's REST API v4 and RECAP's archive give them: `docket_entries` with `recap_documents`.
// In: parsed JSON, a docket, a list of dockets or a page of results. Out: the listing, details by file name and by place. What is wrong
// in one entry or document is named and costs nothing else. (courtlistener.com/help/api/rest/v4/pacer/)
import { z } from 'zod';
import { PinciteError } from '../contract/errors.ts';
import type { ListedDocket, ListedDocument, ListedEntry } from '../contract/docket.ts';
import type { FilingDetails } from '../contract/filing.ts';
import { dateSchema } from '../contract/search-api.ts';
import { faultOf, known, type ReadSidecar } from './docket-listing.ts';
import { attachmentsOfText, filerOfText, titleOfText } from './docket-text.ts';

/** Text that says something; the API writes an empty one for nothing. */
const words = z
  .string()
  .nullish()
  .transform((text) => text?.replaceAll(/\s+/g, ' ').trim() || null);
const number = z
  .union([z.string(), z.int()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? '' : String(value).trim()));
/** `2024-03-21`; the archive's older files have a time after it. */
const date = z
  .string()
  .nullish()
  .transform((text) => (text ? text.slice(0, 10) : null))
  .pipe(dateSchema.nullable());

const docketSchema = z.object({
  court_id: words,
  court: words,
  pacer_case_id: number,
  docket_number: words,
  case_name: words,
  assigned_to_str: words,
  federal_dn_judge_initials_assigned: words,
  federal_dn_judge_initials_referred: words,
  docket_entries: z.array(z.unknown()).optional(),
  entries: z.array(z.unknown()).optional(),
});
const entrySchema = z.object({
  entry_number: number,
  document_number: number,
  pacer_doc_id: words,
  date_filed: date,
  description: words,
  recap_documents: z.array(z.unknown()).default([]),
});
const documentSchema = z.object({
  document_number: number,
  attachment_number: z
    .union([z.literal(''), z.int().min(0).max(9999)])
    .nullish()
    .transform((value) => value || 0),
  description: words,
  page_count: z.int().min(0).nullish(),
  filepath_local: words,
  filepath_ia: words,
  is_sealed: z.boolean().nullish(),
});
const entryNumberForm = /^\d{1,14}(?:\.\d{1,4})?$/;

/** The dockets in parsed JSON of this shape; null when it is another. */
export function courtListenerDockets(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value.length > 0 && value.every(isDocket) ? value : null;
  if (isDocket(value)) return [value];
  if (typeof value !== 'object' || value === null || !('results' in value)) return null;
  return Array.isArray(value.results) ? courtListenerDockets(value.results) : null;
}

function isDocket(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return ['docket_entries', 'docket_number', 'court_id', 'pacer_case_id', 'case_name'].some((name) => name in value);
}

/** Reads dockets; `path` is what messages call their file. Throws `bad-sidecar` when none of them is one. */
export function readCourtListener(dockets: readonly unknown[], path: string): ReadSidecar {
  const details = new Map<string, Partial<FilingDetails>>();
  const places: Partial<FilingDetails>[] = [];
  const listed: ListedDocket[] = [];
  const problems: string[] = [];
  for (const [at, raw] of dockets.entries()) {
    const before = dockets.length === 1 ? [] : [at];
    const read = docketSchema.safeParse(raw);
    const rawEntries = read.data?.docket_entries ?? read.data?.entries;
    if (!read.success || rawEntries === undefined) {
      const fault = read.success
        ? `at ${[...before, 'docket_entries'].join('.')}, there is none`
        : faultOf(read.error, before);
      problems.push(`${path}: ${fault}. The docket is left out.`);
      continue;
    }
    const ofCase = caseOf(read.data);
    const name = read.data.docket_entries === undefined ? 'entries' : 'docket_entries';
    const entries = readEntries(rawEntries, [...before, name], path, problems);
    listed.push({ ...ofCase, specimen: false, entries });
    for (const entry of entries) {
      for (const document of entry.documents) {
        const said = detailsOf(ofCase, entry, document);
        places.push(said);
        if (document.file !== null && !details.has(document.file)) details.set(document.file, said);
      }
    }
  }
  if (listed.length === 0) {
    throw new PinciteError(
      'bad-sidecar',
      `${path} has CourtListener’s fields, but no docket can be read from it (${problems[0] ?? 'it is empty'}) ` +
        'The files beside it are read without it. It takes dockets with docket_entries, and in these recap_documents.',
    );
  }
  return { details, places, dockets: listed, problems };
}

function caseOf(docket: z.output<typeof docketSchema>): Omit<ListedDocket, 'specimen' | 'entries'> {
  // The court as a link ends in its id.
  const court = docket.court_id ?? docket.court?.replace(/\/+$/, '').split('/').at(-1) ?? null;
  const initials = [docket.federal_dn_judge_initials_assigned, docket.federal_dn_judge_initials_referred];
  const isBare = docket.docket_number !== null && /^\d{1,2}:\d{2}-[a-z]{2}-\d+$/i.test(docket.docket_number);
  return {
    court: court !== null && /^[a-z0-9]{2,15}$/i.test(court) ? court.toLowerCase() : null,
    pacerCaseId: docket.pacer_case_id || null,
    // Papers are cited with the judges' initials, which the API keeps apart.
    docketNumber: isBare
      ? [docket.docket_number, ...initials.filter((each) => each !== null && /^[A-Z]{1,5}$/i.test(each))].join('-')
      : docket.docket_number,
    caseName: docket.case_name,
    judge: docket.assigned_to_str,
  };
}

function readEntries(
  raw: readonly unknown[],
  spot: readonly PropertyKey[],
  path: string,
  problems: string[],
): ListedEntry[] {
  const entries: ListedEntry[] = [];
  for (const [at, rawEntry] of raw.entries()) {
    const place = [...spot, at];
    const read = entrySchema.safeParse(rawEntry);
    if (!read.success) {
      problems.push(`${path}: ${faultOf(read.error, place)}. The entry is left out.`);
      continue;
    }
    const { entry_number, document_number, pacer_doc_id, date_filed, description, recap_documents } = read.data;
    const papers = readDocuments(recap_documents, [...place, 'recap_documents'], path, problems);
    const entry = entry_number || document_number || papers[0]?.number || null;
    if (entry !== null && !entryNumberForm.test(entry)) {
      problems.push(`${path}: at ${place.join('.')}, “${entry}” is no number of an entry. The entry is left out.`);
      continue;
    }
    const documents = new Map(papers.map(({ paper }) => [paper.attachment, paper]));
    const text = description ?? '';
    // Other exports list no documents, but say that the entry has one, and name the attachments in its text.
    if (documents.size === 0 && pacer_doc_id !== null) documents.set(0, unread(0, null));
    for (const { attachment, title } of attachmentsOfText(text)) {
      if (!documents.has(attachment)) documents.set(attachment, unread(attachment, title));
    }
    const main = documents.get(0);
    const title = titleOfText(text);
    if (main !== undefined && title !== null) documents.set(0, { ...main, title });
    entries.push({
      entry,
      filedOn: date_filed,
      filer: filerOfText(text),
      description: description ?? main?.title ?? null,
      documents: [...documents.values()].toSorted((a, b) => a.attachment - b.attachment),
    });
  }
  return entries;
}

function unread(attachment: number, title: string | null): ListedDocument {
  return { attachment, title, pageCount: null, file: null, sealed: false };
}

function readDocuments(raw: readonly unknown[], spot: readonly PropertyKey[], path: string, problems: string[]) {
  const papers: { readonly number: string; readonly paper: ListedDocument }[] = [];
  for (const [at, rawDocument] of raw.entries()) {
    const place = [...spot, at];
    const read = documentSchema.safeParse(rawDocument);
    if (!read.success) {
      problems.push(`${path}: ${faultOf(read.error, place)}. The document is left out.`);
      continue;
    }
    const { attachment_number: attachment, document_number, description, page_count, is_sealed } = read.data;
    if (papers.some(({ paper }) => paper.attachment === attachment)) {
      const what = attachment === 0 ? 'the main document' : `attachment ${attachment}`;
      problems.push(`${path}: at ${place.join('.')}, ${what} is listed a second time. The document is left out.`);
      continue;
    }
    const file = (read.data.filepath_local ?? read.data.filepath_ia)?.split('/').at(-1) || null;
    const paper = { attachment, title: description, pageCount: page_count ?? null, file, sealed: is_sealed === true };
    papers.push({ number: document_number, paper });
  }
  return papers;
}

/**
 * What the docket says better than the paper: its place, its day, and the title of an attachment, which the paper may not bear.
 * The title of a main document stands on its own first page; the docket's is kept in the listing for papers where it cannot be read.
 */
function detailsOf(
  ofCase: Omit<ListedDocket, 'specimen' | 'entries'>,
  { entry, filedOn }: ListedEntry,
  { attachment, title }: ListedDocument,
): Partial<FilingDetails> {
  return known({ ...ofCase, entry, filedOn, attachment, title: attachment === 0 ? null : title });
}
