// What the Docket says in words: names of documents, what is missing and why, versions, the state of reading.
// Shape: values of the API in → text out.
import type { DocketDocument, DocketEntry } from '../../../server/contract/docket-api.ts';
import type { FilingVersion, MissingReason, VersionRelation } from '../../../server/contract/docket.ts';
import type { ReadingState } from '../../../server/contract/document-api.ts';
import { courtOf } from '../../../server/text/courts.ts';
import { countOf, ecfText } from '../search/format.ts';
import type { Only } from './docket-state.ts';

/** What to call a document. */
export function nameOf({ title, shortTitle, filename, attachment, missing }: DocketDocument): string {
  const place = attachment === 0 ? 'Main document' : `Attachment ${attachment}`;
  return title ?? shortTitle ?? (missing === null ? filename : null) ?? place;
}

/** What the docket's text says beyond the title; null when that is nothing. */
export function furtherText(text: string | null, title: string | null): string | null {
  if (text === null) return null;
  const rest = title !== null && text.startsWith(title) ? text.slice(title.length).replace(/^[\s,.;:–-]+/, '') : text;
  return rest === '' ? null : rest;
}

/** The name of an entry without a paper: the beginning of its docket text. */
export function lineOf({ description, documents }: DocketEntry): string {
  return description ?? (documents.length === 0 ? 'An entry without a paper' : 'Only attachments');
}

const reasons: Readonly<Record<MissingReason, string>> = {
  listed: 'Missing, on the docket',
  gap: 'Missing, a gap',
  sealed: 'Under seal',
};

export function missingText(reason: MissingReason): string {
  return reasons[reason];
}

const relations: Readonly<Record<VersionRelation, string>> = {
  redacted: 'Redacted version:',
  unsealed: 'Unsealed as',
  sealed: 'Under seal as',
  corrected: 'Corrected by',
  amended: 'Amended by',
  earlier: 'Replaces',
};

/** `Unsealed as` and `ECF No. 9013`. */
export function versionWords({ relation, ecf, title }: FilingVersion): {
  readonly says: string;
  readonly name: string;
} {
  return { says: relations[relation], name: ecfText({ ecf }) ?? title ?? 'another filing' };
}

const states: Readonly<Record<ReadingState, string>> = {
  queued: 'Waiting to be read',
  parsing: 'Being read',
  indexing: 'Being indexed',
  ready: 'Read',
  failed: 'Could not be read',
};

/** How far the reading of a document is: `Read`, `2 of 13 pages not read`. */
export function stateText({
  state,
  unread,
  pageCount,
}: Pick<DocketDocument, 'state' | 'unread' | 'pageCount'>): string {
  if (unread === null) return state === null ? '' : states[state];
  if (pageCount === null || unread.pages === pageCount) return `${countOf(unread.pages, 'page')} not read`;
  return `${unread.pages.toLocaleString('en-US')} of ${countOf(pageCount, 'page')} not read`;
}

/** `N.D. Cal.` for `cand`; a court that is not in the table by its id. */
export function courtText(court: string): string {
  return courtOf(court)?.abbreviation ?? court;
}

const onlyWords: Readonly<Record<Only, string>> = {
  missing: 'Missing',
  unread: 'Pages not read',
  redacted: 'Redacted',
  corrected: 'Corrected by a person',
};

export function onlyText(only: Only): string {
  return onlyWords[only];
}

/** `Entries 2–14`, `Attachments 3–9`. */
export function rangeText(noun: string, plural: string, from: string | number, to: string | number): string {
  return from === to ? `${noun} ${from}` : `${plural} ${from}–${to}`;
}
