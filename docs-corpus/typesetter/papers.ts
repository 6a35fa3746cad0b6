// The papers filings are typed on: sizes and margins in points, measured from the top left corner of the page.
// Pleading paper after N.D. Cal. Civ. L.R. 3-4(c): 28 numbered lines, double-spaced, 12 points. Refuses nothing.
import type { Family } from './fonts.ts';
import type { PaperName } from './source.ts';

/** A paper: where text may stand, how lines are spaced, what the margin carries. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /** Top of the first line's box. */
  readonly top: number;
  /** Bottom of the last line's box. */
  readonly bottom: number;
  readonly family: Family;
  readonly size: number;
  /** Distance of body lines, and of the lines of quotes, captions, lists. */
  readonly leading: number;
  readonly single: number;
  /** Numbered lines in the margin: how many, how far apart, right edge of the numbers. */
  readonly numbers: { readonly count: number; readonly pitch: number; readonly right: number } | null;
  /** Vertical rules, x. */
  readonly rules: readonly number[];
  /** Space between paragraphs. */
  readonly gap: number;
  readonly indent: number;
  /** Words set sideways in the left margin. */
  readonly sideways: readonly string[];
}

const letterPage = { width: 612, height: 792, sideways: [], rules: [], numbers: null } as const;

export const papers: Readonly<Record<PaperName, Paper>> = {
  pleading: {
    ...letterPage,
    left: 92,
    right: 548,
    top: 54,
    bottom: 726,
    family: 'serif',
    size: 12,
    leading: 24,
    single: 12,
    numbers: { count: 28, pitch: 24, right: 66 },
    rules: [74, 76.5, 562],
    gap: 0,
    indent: 36,
  },
  order: {
    ...letterPage,
    left: 90,
    right: 560,
    top: 54,
    bottom: 726,
    family: 'serif',
    size: 12,
    leading: 24,
    single: 12,
    numbers: { count: 28, pitch: 24, right: 70 },
    rules: [78],
    gap: 0,
    indent: 36,
    sideways: ['United States District Court', 'Northern District of California'],
  },
  letter: {
    ...letterPage,
    left: 72,
    right: 540,
    top: 62,
    bottom: 722,
    family: 'serif',
    size: 12,
    leading: 14,
    single: 14,
    gap: 10,
    indent: 0,
  },
  plain: {
    ...letterPage,
    left: 72,
    right: 540,
    top: 62,
    bottom: 718,
    family: 'sans',
    size: 10.5,
    leading: 14,
    single: 14,
    gap: 8,
    indent: 0,
  },
  agreement: {
    ...letterPage,
    left: 80,
    right: 532,
    top: 66,
    bottom: 712,
    family: 'serif',
    size: 11,
    leading: 14,
    single: 14,
    gap: 8,
    indent: 0,
  },
  transcript: {
    ...letterPage,
    left: 126,
    right: 556,
    top: 76,
    bottom: 701,
    family: 'mono',
    size: 12,
    leading: 25,
    single: 25,
    numbers: { count: 25, pitch: 25, right: 104 },
    rules: [112, 560],
    gap: 0,
    indent: 72,
  },
  slides: {
    width: 792,
    height: 612,
    sideways: [],
    rules: [],
    numbers: null,
    left: 60,
    right: 732,
    top: 60,
    bottom: 548,
    family: 'sans',
    size: 17,
    leading: 25,
    single: 21,
    gap: 10,
    indent: 0,
  },
};
