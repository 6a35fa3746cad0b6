// Numbers, places and dates as people read them: values of the API in → typographic text out (en dashes, no-break spaces).
import type { DocumentLine, Hit } from '../../../server/contract/search-api.ts';
import type { FacetName } from '../../../server/contract/facets.ts';

const space = '\u00a0';
const numbers = new Intl.NumberFormat('en-US');
const days = new Intl.DateTimeFormat('en-US', { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' });
const months = new Intl.DateTimeFormat('en-US', { year: 'numeric', month: 'short', timeZone: 'UTC' });

/** `1234` → `1,234`. */
export function countText(count: number): string {
  return numbers.format(count);
}

/** `1 passage`, `1,234 passages`; the number does not part from its noun. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${countText(count)}${space}${count === 1 ? noun : plural}`;
}

/** `2024-03-23` → `Mar 23, 2024`; another text as it is. */
export function dateText(date: string): string {
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) ? date : days.format(time).replaceAll(' ', space);
}

/** `2024-03` → `Mar 2024`. */
export function monthText(month: string): string {
  const time = Date.parse(`${month}-01T00:00:00Z`);
  return Number.isNaN(time) ? month : months.format(time).replaceAll(' ', space);
}

/** Where a hit stands: `p. 3, lines 14–22`, `p. 3, ¶ 34`; the printed page where there is one, and the PDF page where it differs. */
export function placeText(hit: Pick<Hit, 'pageNumber' | 'pageLabel' | 'lines' | 'paragraph'>): string {
  const printed = hit.pageLabel ?? String(hit.pageNumber);
  const parts = [`p.${space}${printed}`];
  if (hit.paragraph !== null) parts.push(`¶${space}${hit.paragraph}`);
  if (hit.lines !== null) parts.push(linesText(hit.lines, hit.pageNumber));
  return parts.join(', ');
}

/** The PDF page, when the printed number is another: `PDF page 5`. */
export function pdfPageText({ pageNumber, pageLabel }: Pick<Hit, 'pageNumber' | 'pageLabel'>): string | null {
  return pageLabel === null || pageLabel === String(pageNumber) ? null : `PDF${space}page${space}${pageNumber}`;
}

function linesText({ from, to, toPageNumber }: NonNullable<Hit['lines']>, pageNumber: number): string {
  if (toPageNumber === pageNumber) {
    return from === to ? `line${space}${from}` : `lines${space}${from}–${to}`;
  }
  const pages = toPageNumber - pageNumber;
  const there = pages === 1 ? 'of the next page' : `${countText(pages)} pages on`;
  return `line${space}${from} to line${space}${to} ${there}`;
}

/** The best name a document has: short title, title, type, file name. */
export function titleOf(document: Pick<DocumentLine, 'title' | 'shortTitle' | 'filename'>): string {
  return document.title ?? document.shortTitle ?? document.filename;
}

/** `ECF No. 735-2`; null without a docket entry. */
export function ecfText(document: Pick<DocumentLine, 'ecf'>): string | null {
  return document.ecf === null ? null : `ECF${space}No.${space}${document.ecf}`;
}

export const facetLabels: Readonly<Record<FacetName, string>> = {
  case: 'Case',
  court: 'Court',
  type: 'Document type',
  filer: 'Filed by',
  judge: 'Judge',
  year: 'Year',
  document: 'Document',
  entry: 'Docket entry',
  person: 'Person',
  organization: 'Organization',
  product: 'Product',
  amount: 'Amount',
  kind: 'Kind of passage',
  tag: 'Tag',
  flag: 'Condition',
};

const flagLabels: Readonly<Record<string, string>> = {
  ocr: 'read by OCR',
  redacted: 'redacted',
  'badly-redacted': 'badly redacted',
  'unreadable-pages': 'has unreadable pages',
};

/** What to show for a value of a facet. */
export function valueLabel(facet: FacetName, label: string): string {
  if (facet === 'flag') return flagLabels[label] ?? label;
  return facet === 'entry' ? `ECF${space}No.${space}${label}` : label;
}

const reasonLabels: Readonly<Record<string, string>> = {
  'awaiting-ocr': 'waits for recognition (the page is a picture)',
  'poor-image': 'recognised from a poor picture: searched, but words may be wrong or missing',
  unreadable: 'damaged, or a picture without words that can be recognised',
  'time-limit': 'took too long to read',
  'memory-limit': 'needed too much memory',
};

/** Why a page is not searched, in words. */
export function reasonText(reason: string): string {
  return reasonLabels[reason] ?? reason;
}
