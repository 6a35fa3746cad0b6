// What recognising the picture of a page gives: words with places and confidence, or the reason why there are none.
// Lengths are points of the page's user space (geometry.ts); confidence is 0–100, as Tesseract counts it.
import type { Quad } from './geometry.ts';
import type { Recognition, UnreadReason } from './page.ts';

/** A recognised word. */
export interface RecognizedWord {
  readonly text: string;
  readonly confidence: number;
  /** Words of one line have the same number; lines are numbered in the order they were found. */
  readonly line: number;
  /** Degrees, counter-clockwise, by which its direction differs from the page's: a firm's name that runs up the margin. */
  readonly turn?: 90 | 270;
  /** Where its baseline begins. */
  readonly x: number;
  readonly y: number;
  /** One advance per UTF-16 unit, along the reading direction. */
  readonly advances: readonly number[];
  /** Font size, estimated from the line's height. */
  readonly size: number;
}

/** A page that was recognised. */
export interface RecognizedPage {
  readonly pageNumber: number;
  /** Reading direction in degrees, counter-clockwise, with fractions: a page that lies askew in the scanner has 0.8. */
  readonly angle: number;
  /** Mean over the letters of all words; 0 without words. */
  readonly confidence: number;
  /** Pixels per inch the page was recognised at: fewer than usual for a huge page. */
  readonly dpi: number;
  /** Share of the page that is not paper, 0–1: a page without words and without ink is blank. */
  readonly ink: number;
  readonly words: readonly RecognizedWord[];
  /** Black bars over words, in the picture itself: nothing is left beneath. Left out where there is none. */
  readonly bars?: readonly Quad[];
}

/** What became of a page that waited for recognition. */
export type RecognitionOutcome =
  | { readonly kind: 'recognized'; readonly page: RecognizedPage }
  | {
      readonly kind: 'failed';
      readonly pageNumber: number;
      readonly reason: UnreadReason;
      readonly detail: string;
    };

/** Below this confidence a page is listed as poor, though its words are searched. */
export const poorBelow = 60;

/** Whether so much of a page's text may be wrong that people must be told beside every count. */
export function isPoor(recognition: Pick<Recognition, 'confidence'> | null | undefined): boolean {
  return recognition !== null && recognition !== undefined && recognition.confidence < poorBelow;
}

/** Its words are searched, but many of them may be wrong. */
export const poorImage = 'poor-image';

/** Why a page is listed beside every count: it was not read, or recognised so poorly that words may be missed. */
export type ListedReason = UnreadReason | typeof poorImage;
