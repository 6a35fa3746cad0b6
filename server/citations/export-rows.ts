// What an export of a tray holds, format apart: one row a passage, in the tray's order.

/** One passage of an export. */
export interface ExportRow {
  /** 1-based. */
  readonly number: number;
  readonly quote: string;
  readonly citation: string;
  readonly documentTitle: string;
  readonly ecf: string | null;
  readonly filedOn: string | null;
  readonly docketNumber: string | null;
  /** PDF page. */
  readonly pageNumber: number;
  readonly pageLabel: string | null;
  readonly bates: string | null;
  readonly lines: string | null;
  readonly paragraph: string | null;
  readonly tags: readonly string[];
  readonly note: string;
  readonly specimen: boolean;
  /** False when the quote stands no longer where it was collected. */
  readonly found: boolean;
}

/** An export as a whole. */
export interface ExportSheet {
  readonly name: string;
  readonly rows: readonly ExportRow[];
  /** When it was made, ISO. */
  readonly madeAt: string;
  /** Fingerprint of the corpus it was made from. */
  readonly fingerprint: string;
  readonly version: string;
  /** Pages of the corpus that no search looked at, and the filings they belong to. */
  readonly unsearched: { readonly pages: number; readonly documents: number };
}

/** What was not searched, as a sentence; empty when everything was. */
export function unsearchedLine({ unsearched: { pages, documents } }: Pick<ExportSheet, 'unsearched'>): string {
  if (pages === 0) return '';
  const of = (count: number, what: string) => `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;
  return `Not searched: ${of(pages, 'page')} of ${of(documents, 'filing')} (unreadable, or waiting for recognition).`;
}

/** A file to hand out. */
export interface ExportFile {
  readonly filename: string;
  readonly media: string;
  readonly bytes: Buffer;
}

/** Names that Windows keeps for devices, whatever the extension. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
/** Marks that turn the direction of what follows: a name must not look like one with another extension. */
const direction = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A file name made of a tray's name: what file systems refuse is replaced. */
export function exportName(name: string, extension: string): string {
  const plain = name
    .toWellFormed()
    .replaceAll(direction, '')
    .replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[ .]+/, '');
  // Half an emoji at the cut is no text and cannot be put into a header.
  const safe = plain
    .slice(0, 80)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
  return `${safe === '' ? 'tray' : device.test(safe) ? `${safe} tray` : safe}.${extension}`;
}
