// Writes citations in the Bluebook's record and outside forms (DOMAIN.md §7).
// In: a document, a place, a style. Out: plain text, and the same as HTML with the case name in italics (everything escaped).
// A specimen's citation ends in `[specimen, not a court record]`, whatever the style.
import type { FilingDetails } from '../contract/filing.ts';
import { ecfOf } from '../contract/filing.ts';
import type { CitationForm, CitationStyle } from '../contract/work-api.ts';
import { courtOf } from '../text/courts.ts';
import { bluebookDate } from './bluebook-date.ts';
import type { CitedPlace } from './cited-place.ts';
import { escapeHtml } from './escape.ts';
import { pinOf, type Pin } from './pin.ts';

/** A citation; `html` differs from `text` by its italics only. */
export interface Citation {
  readonly text: string;
  readonly html: string;
}

/** What of a document a citation needs. */
export interface CitedDocument {
  readonly details: FilingDetails;
  readonly filename: string;
}

/** Ends every citation, copy and export of a specimen. */
export const specimenMark = '[specimen, not a court record]';

/** The style that is used unless a person chooses another. */
export const defaultStyle: CitationStyle = {
  family: 'record',
  docketWord: 'ECF No.',
  at: false,
  lines: true,
  pageBasis: 'printed',
};

/** Cites a place in a document. */
export function cite(
  document: CitedDocument,
  place: CitedPlace,
  style: CitationStyle = defaultStyle,
  form: CitationForm = 'full',
): Citation {
  const pin = pinOf(place, style);
  const parts = form === 'short' ? shortForm(document, pin, style) : fullForm(document, place, pin, style);
  const mark = document.details.specimen ? ` ${specimenMark}` : '';
  const words = parts.map((part) => ({ ...part, words: withNoBreaks(part.words) }));
  const text = words.map((part) => part.words).join('');
  const html = words.map((part) =>
    part.italic === true ? `<i>${escapeHtml(part.words)}</i>` : escapeHtml(part.words),
  );
  // `In re Facebook Antitrust Litig.` has its stop already.
  const stop = text.endsWith('.') ? '' : '.';
  return { text: `${text}${stop}${mark}`, html: `${html.join('')}${stop}${escapeHtml(mark)}` };
}

interface Part {
  readonly words: string;
  readonly italic?: boolean;
}

/** A number does not part from the word before it at the end of a line (EXPERIENCE.md, Habits). */
function withNoBreaks(words: string): string {
  return words.replaceAll(/ (?=\d|n\.\d)/g, '\u00a0');
}

/**
 * `ECF No. 735 at 3:14–22`; without an entry the title stands for it. In a paper of another case the number alone would mean
 * that case's docket, so the case goes before it (Bluebook rule 10.9).
 */
function shortForm({ details, filename }: CitedDocument, pin: Pin, style: CitationStyle): Part[] {
  const { caseName } = details;
  const ecf = ecfOf(details);
  const foreign: Part[] =
    style.family === 'outside' && caseName !== null ? [{ words: caseName, italic: true }, { words: ', ' }] : [];
  if (ecf === null) {
    return [...foreign, { words: titleOf(details, filename) + jointBefore(details, pin, style) + pin.text }];
  }
  return [...foreign, { words: `${style.docketWord} ${ecf}${pin.isParagraph ? ' ' : ' at '}${pin.text}` }];
}

function fullForm({ details, filename }: CitedDocument, place: CitedPlace, pin: Pin, style: CitationStyle): Part[] {
  const ecf = ecfOf(details);
  const record = ecf === null ? '' : `, ${style.docketWord} ${ecf}`;
  const title: Part = { words: titleOf(details, filename) + jointBefore(details, pin, style) + pin.text };
  if (style.family === 'outside') return [title, ...caseParts(details), { words: record }];
  const bates = pin.isBates ? '' : batesOf(place);
  return [title, { words: bates === '' ? record : `${record} (${bates})` }];
}

/** Between title and pin: ` `, ` at `, or `, at ` after an exhibit's letter, which a bare number could be mistaken for. */
function jointBefore({ type }: FilingDetails, pin: Pin, style: CitationStyle): string {
  if (pin.isParagraph) return ' ';
  if (type === 'exhibit') return ', at ';
  return style.family === 'outside' || style.at || pin.isNamed ? ' at ' : ' ';
}

function caseParts({ caseName, docketNumber, court, filedOn }: FilingDetails): Part[] {
  const abbreviation = court === null ? null : (courtOf(court)?.abbreviation ?? court);
  const date = filedOn === null ? null : bluebookDate(filedOn);
  const where = [abbreviation, date].filter((part) => part !== null).join(' ');
  return [
    ...(caseName === null ? [] : [{ words: ', ' }, { words: caseName, italic: true }]),
    ...(docketNumber === null ? [] : [{ words: `, No. ${docketNumber}` }]),
    ...(where === '' ? [] : [{ words: ` (${where})` }]),
  ];
}

function titleOf({ shortTitle, title }: FilingDetails, filename: string): string {
  return shortTitle ?? title ?? filename.replace(/\.pdf$/i, '');
}

/** The Bates numbers of the cited pages; empty where they have none. A number that is known of one end alone gives that end. */
function batesOf({ parts }: CitedPlace): string {
  const numbers = parts.flatMap(({ from, to }) => {
    if (from.bates === null) return [];
    return to.bates === null || from.bates === to.bates ? [from.bates] : [`${from.bates}–${to.bates}`];
  });
  return [...new Set(numbers)].join(', ');
}
