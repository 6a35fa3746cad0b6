// The pin of a citation: `3:14–22`, `3:27–4:5`, `3, 7`, `¶ 34`, `3 n.2`, a Bates number (DOMAIN.md §7).
// In: a place and a style. Out: the words after the title. Falls back openly (`ECF p. 3`, `PDF p. 3`) when the number that the
// style asks for is unknown: a number of another kind must never stand there as if it were the one asked for.
import type { CitationStyle } from '../contract/work-api.ts';
import type { CitedPlace, PlaceEnd, PlacePart } from './cited-place.ts';

type Basis = 'printed' | 'ecf' | 'bates' | 'pdf';

/** A pin and what decides how it is joined to the title. */
export interface Pin {
  readonly text: string;
  /** Paragraphs are cited without `at`. */
  readonly isParagraph: boolean;
  /** It begins with words (`PDF p.`), which read as part of the title unless `at` stands before them. */
  readonly isNamed: boolean;
  /** It gives the Bates number, which then need not stand behind the citation once more. */
  readonly isBates: boolean;
}

/** Writes the pin. */
export function pinOf(place: CitedPlace, style: CitationStyle): Pin {
  if (place.paragraph !== null) {
    const sign = /[–,]/.test(place.paragraph) ? '¶¶' : '¶';
    return { text: `${sign} ${place.paragraph}`, isParagraph: true, isNamed: false, isBates: false };
  }
  // A transcript is cited by its own pages and lines whatever the basis for briefs (DOMAIN.md §4).
  const wanted = place.isTestimony ? 'printed' : style.pageBasis;
  const basis = basisFor(place, wanted);
  const withLines = (style.lines || place.isTestimony) && place.note === null && basis !== 'bates';
  const name = nameOf(place, basis, wanted);
  const text = `${name}${rangesOf(place.parts, basis, withLines).join(', ')}${place.note === null ? '' : ` n.${place.note}`}`;
  return { text, isParagraph: false, isNamed: name !== '', isBates: basis === 'bates' };
}

function numberOf(end: PlaceEnd, basis: Basis): string | null {
  if (basis === 'printed') return end.pageLabel;
  if (basis === 'ecf') return end.stampPage === null ? null : String(end.stampPage);
  return basis === 'bates' ? end.bates : String(end.pageNumber);
}

/** The wanted basis if all of the place has it, else the next one that all of it has; the PDF's own page always is there. */
function basisFor({ parts }: CitedPlace, wanted: CitationStyle['pageBasis']): Basis {
  const order: readonly Basis[] = [wanted, 'printed', 'ecf', 'pdf'];
  const ends = parts.flatMap(({ from, to }) => [from, to]);
  return order.find((basis) => ends.every((end) => numberOf(end, basis) !== null)) ?? 'pdf';
}

/** What kind of number it is, said when a reader would take it for another. No page looks like a Bates number. */
function nameOf({ parts }: CitedPlace, basis: Basis, wanted: CitationStyle['pageBasis']): string {
  const kind = {
    printed: wanted === 'ecf' ? 'printed' : '',
    ecf: wanted === 'ecf' ? '' : 'ECF',
    bates: '',
    pdf: 'PDF',
  }[basis];
  if (kind === '') return '';
  const pages = new Set(parts.flatMap(({ from, to }) => [numberOf(from, basis), numberOf(to, basis)]));
  return `${kind} ${pages.size === 1 ? 'p.' : 'pp.'} `;
}

interface Range {
  readonly first: string;
  readonly last: string;
  readonly lines: readonly [number, number] | null;
}

/** One range for each part; parts without lines that meet on a page are one range. */
function rangesOf(parts: readonly PlacePart[], basis: Basis, withLines: boolean): string[] {
  const ranges: Range[] = [];
  for (const { from, to } of parts) {
    const [first, last] = [numberOf(from, basis) ?? '', numberOf(to, basis) ?? ''];
    const lines = withLines && from.line !== null && to.line !== null ? ([from.line, to.line] as const) : null;
    const before = ranges.at(-1);
    if (before !== undefined && before.lines === null && lines === null && before.last === first) {
      ranges[ranges.length - 1] = { ...before, last };
    } else {
      ranges.push({ first, last, lines });
    }
  }
  return [...new Set(ranges.map(rangeText))];
}

function rangeText({ first, last, lines }: Range): string {
  if (lines === null) return first === last ? first : `${first}–${last}`;
  const [from, to] = lines;
  if (first !== last) return `${first}:${from}–${last}:${to}`;
  return from === to ? `${first}:${from}` : `${first}:${from}–${to}`;
}
