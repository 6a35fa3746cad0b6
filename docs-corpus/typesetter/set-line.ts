// The shapes every later step shares: a line that is set (words with their places, bars, footnote calls) and a line on its page.
// Types only; lengths in points. A `SetLine` has no height on the page yet, a `PlacedLine` has its baseline in PDF user space.
import type { Face } from './fonts.ts';

/** Words of one style, `dx` from the left edge of the text area. */
export interface Segment {
  readonly dx: number;
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  /** Points above the baseline: a superscript. */
  readonly rise: number;
  readonly width: number;
}

/** A black bar: an underline, a rule of a table, the box of a redaction. `dy` from the baseline, upwards. */
export interface Bar {
  readonly dx: number;
  readonly dy: number;
  readonly width: number;
  readonly height: number;
  readonly redaction: boolean;
}

/** Kinds of passages the truth speaks of. */
export type PassageKind =
  'paragraph' | 'heading' | 'quote' | 'footnote' | 'table' | 'testimony' | 'caption' | 'signature' | 'contents';

/** A passage as the source has it: whole, before it is broken into lines. */
export interface SourcePassage {
  readonly kind: PassageKind;
  readonly text: string;
  readonly paragraph: string | null;
  readonly headings: readonly string[];
}

/** A line of words, ready to be placed. */
export interface SetLine {
  readonly item: 'line';
  readonly segments: readonly Segment[];
  readonly bars: readonly Bar[];
  readonly leading: number;
  /** Stands on the numbers of pleading paper. */
  readonly onGrid: boolean;
  /** Must not be the last on its page. */
  readonly keep: boolean;
  /** Footnotes called in this line. */
  readonly calls: readonly string[];
  readonly passage: SourcePassage | null;
}

/** What a page is filled with, in order. */
export type FlowItem =
  SetLine | { readonly item: 'gap'; readonly height: number } | { readonly item: 'page'; readonly restart: boolean };

export type FurnitureKind = 'stamp' | 'line-number' | 'page-number' | 'bates' | 'header' | 'footer' | 'margin';

/** A line on its page. `x` and `y`: start of the baseline, PDF user space, origin bottom left. */
export interface PlacedLine {
  readonly x: number;
  readonly y: number;
  readonly segments: readonly Segment[];
  readonly bars: readonly Bar[];
  /** Turned a quarter to the left, read upwards. */
  readonly upright: boolean;
  readonly furniture: FurnitureKind | null;
  /** Number in the margin beside it. */
  readonly number: number | null;
  readonly passage: SourcePassage | null;
}

/** A page of placed lines with its page numbers. */
export interface PlacedPage {
  readonly width: number;
  readonly height: number;
  readonly pageNumber: number;
  readonly pageLabel: string | null;
  readonly bates: string | null;
  readonly lines: readonly PlacedLine[];
  /** Rules of the paper: `[x1, y1, x2, y2]`. */
  readonly rules: readonly (readonly [number, number, number, number])[];
}
