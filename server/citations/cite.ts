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
  return {
    text: `${parts.map(({ words }) => words).join('')}.${mark}`,
    html: `${parts.map(({ words, italic }) => (italic === true ? `<i>${escapeHtml(words)}</i>` : escapeHtml(words))).join('')}.${escapeHtml(mark)}`,
  };
}

interface Part {
  readonly words: string;
  readonly italic?: boolean;
}

/** `ECF No. 735 at 3:14–22`; without an entry the title stands for it. */
function shortForm({ details, filename }: CitedDocument, pin: Pin, style: CitationStyle): Part[] {
  const ecf = ecfOf(details);
  const name = ecf === null ? nameOf(details, filename) : `${style.docketWord} ${ecf}`;
  return [{ words: withoutStop(name, pin) }, { words: pin.isParagraph ? ` ${pin.text}` : ` at ${pin.text}` }];
}

function fullForm({ details, filename }: CitedDocument, place: CitedPlace, pin: Pin, style: CitationStyle): Part[] {
  const ecf = ecfOf(details);
  const record = ecf === null ? '' : `, ${style.docketWord} ${ecf}`;
  const title: Part = { words: nameOf(details, filename) + jointBefore(details, pin, style) + pin.text };
  if (style.family === 'outside') return [title, ...caseParts(details), { words: record }];
  const bates = style.pageBasis !== 'bates' && place.from.bates !== null ? ` (${batesOf(place)})` : '';
  return [title, { words: record + bates }];
}

/** Between title and pin: ` `, ` at `, or `, at ` after an exhibit's letter, which a bare number could be mistaken for. */
function jointBefore({ type }: FilingDetails, pin: Pin, style: CitationStyle): string {
  if (pin.isParagraph) return ' ';
  if (type === 'exhibit') return ', at ';
  if (style.family === 'outside' || style.at || /^(?:ECF|PDF) p\./.test(pin.text)) return ' at ';
  return ' ';
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

function nameOf({ shortTitle, title }: FilingDetails, filename: string): string {
  return shortTitle ?? title ?? filename.replace(/\.pdf$/i, '');
}

function withoutStop(name: string, pin: Pin): string {
  return pin.text === '' ? name.replace(/\.$/, '') : name;
}

function batesOf({ from, to }: CitedPlace): string {
  return from.bates === to.bates || to.bates === null ? (from.bates ?? '') : `${from.bates}–${to.bates}`;
}
