// A passage: derived text of one to a few paragraphs' worth of page lines, with the way back to the page.
import type { Span } from './page.ts';

export const passageKinds = [
  'paragraph',
  'heading',
  'quote',
  'footnote',
  'table',
  'testimony',
  'caption',
  'signature',
  'contents',
] as const;
export type PassageKind = (typeof passageKinds)[number];

/**
 * A run of derived text that maps to page text unit by unit: `text[at + i]` is `pageText[from + i]` for `i < length`.
 * Derived characters between runs (a space for a line break) map to nothing; a mended hyphen lies between runs.
 */
export interface TextRun {
  readonly at: number;
  readonly pageNumber: number;
  readonly from: number;
  readonly length: number;
}

/** Line numbers a passage stands at: `3:14–22`, or across pages `3:27–4:5`. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
  /** PDF page of the last line (equals the first page when the passage does not cross). */
  readonly toPageNumber: number;
}

/** Money found in a passage, as an integer number of US cents is too large for some filings' figures: whole dollars. */
export interface Amount {
  /** Whole dollars, rounded. */
  readonly dollars: number;
  /** As printed. */
  readonly text: string;
}

/** Names found in a passage, by the gazetteer and by what its filing prints (names.ts): canonical names, each once, sorted. */
export interface Entities {
  readonly people: readonly string[];
  readonly organizations: readonly string[];
  readonly products: readonly string[];
  readonly amounts: readonly Amount[];
  /** `2024-03-23`, or `2024-03` where no day is said; each once, sorted. Left out: none. */
  readonly dates?: readonly string[];
}

/** The head of an e-mail printed as an exhibit, as it stands there; null and empty where it does not say. */
export interface EmailHeader {
  /** Name and address as printed. */
  readonly from: string | null;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  /** When it was sent, as printed, and its day. */
  readonly sent: string | null;
  readonly sentOn: string | null;
  readonly subject: string | null;
}

/** A passage of one file (ARCHITECTURE §3): `id` = file + hash of normalised text + ordinal among equals. */
export interface Passage {
  readonly id: string;
  /** 0-based order in the file. */
  readonly ordinal: number;
  readonly kind: PassageKind;
  /** Lines joined by spaces, hyphens mended, furniture left out. */
  readonly text: string;
  readonly runs: readonly TextRun[];
  /** Page text covered, one span per line fragment or longer. */
  readonly spans: readonly Span[];
  readonly pageNumber: number;
  readonly pageLabel: string | null;
  /** Printed label of the last page, when the passage crosses pages. */
  readonly toPageLabel: string | null;
  readonly stampPage: number | null;
  readonly toStampPage: number | null;
  readonly bates: string | null;
  readonly lines: LineRange | null;
  /** Number of a numbered paragraph (`34`), kept by its continuation passages too. */
  readonly paragraph: string | null;
  /** Footnote number for kind `footnote`. */
  readonly note: string | null;
  /** Speaker of testimony (`Q`, `A`, `THE COURT`). */
  readonly speaker: string | null;
  readonly headings: readonly string[];
  readonly entities: Entities;
  /**
   * Offsets in the text at which paragraphs begin; none in a passage that goes on with the one before. Left out: one, with the passage.
   */
  readonly paragraphs?: readonly number[];
  /** E-mails whose heads stand in the passage, in order. Left out: none. */
  readonly emails?: readonly EmailHeader[];
}
