// The pin of a citation: `3:14–22`, `3:27–4:5`, `¶ 34`, `3 n.2`, a Bates number (DOMAIN.md §7).
// In: a place and a style. Out: the words after the title. Falls back openly (`ECF p. 3`, `PDF p. 3`) when the number that the
// style asks for is unknown: a number of another kind must never stand there as if it were the printed one.
import type { CitationStyle } from '../contract/work-api.ts';
import type { CitedPlace, PlaceEnd } from './cited-place.ts';

/** A pin and whether it is a paragraph, which is cited without `at`. */
export interface Pin {
  readonly text: string;
  readonly isParagraph: boolean;
}

type Basis = 'printed' | 'ecf' | 'bates' | 'pdf';

/** Writes the pin. */
export function pinOf(place: CitedPlace, style: CitationStyle): Pin {
  if (place.paragraph !== null) return { text: `¶ ${place.paragraph}`, isParagraph: true };
  const basis = basisFor(place, style.pageBasis);
  const prefix = prefixOf(basis, style.pageBasis);
  const text = prefix + rangeOf(place, basis, style.lines || place.isTestimony);
  return { text: place.note === null ? text : `${text} n.${place.note}`, isParagraph: false };
}

function numberOf(end: PlaceEnd, basis: Basis): string | null {
  if (basis === 'printed') return end.pageLabel;
  if (basis === 'ecf') return end.stampPage === null ? null : String(end.stampPage);
  return basis === 'bates' ? end.bates : String(end.pageNumber);
}

/** The wanted basis if both ends have it, else the next one that both have; the PDF's own page always is there. */
function basisFor({ from, to }: CitedPlace, wanted: CitationStyle['pageBasis']): Basis {
  const order: readonly Basis[] = [wanted, 'printed', 'ecf', 'pdf'];
  // Bates numbers of an exhibit's pages are read page by page: one end is enough to cite the place where it begins.
  return order.find((basis) => numberOf(from, basis) !== null && numberOf(to, basis) !== null) ?? 'pdf';
}

function prefixOf(basis: Basis, wanted: CitationStyle['pageBasis']): string {
  if (basis === 'pdf') return 'PDF p. ';
  return basis === 'ecf' && wanted !== 'ecf' ? 'ECF p. ' : '';
}

function rangeOf({ from, to, note }: CitedPlace, basis: Basis, withLines: boolean): string {
  const [first, last] = [numberOf(from, basis) ?? '', numberOf(to, basis) ?? ''];
  const lines = withLines && note === null && basis !== 'bates' && from.line !== null && to.line !== null;
  if (lines) {
    if (first !== last) return `${first}:${from.line}–${last}:${to.line}`;
    return from.line === to.line ? `${first}:${from.line}` : `${first}:${from.line}–${to.line}`;
  }
  return first === last ? first : `${first}–${last}`;
}
