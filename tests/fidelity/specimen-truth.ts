// What the typesetter wrote down of a specimen (docs-corpus/truth): lines, page numbers, passages.
// In: the folder of truths and a file's name. Out: the truth, or null where there is none.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A line: baseline start in points, PDF user space. */
export interface TrueLine {
  readonly number: number | null;
  readonly text: string;
  readonly furniture: string | null;
  readonly x: number;
  readonly y: number;
}

export interface TruePage {
  readonly pageNumber: number;
  readonly pageLabel: string | null;
  readonly stampPage: number | null;
  readonly bates: string | null;
  readonly pageId: string | null;
  /** What is printed; of a scan, whose picture has no lines, `lines` holds only what the court stamped on it. */
  readonly text: string;
  readonly lines: readonly TrueLine[];
}

/** A passage as its author wrote it, whole. */
export interface TruePassage {
  readonly kind: string;
  readonly text: string;
  readonly pageNumber: number;
  readonly toPageNumber: number;
  /** Numbers of the margin; `to` stands on `toPageNumber`. */
  readonly lines: { readonly from: number; readonly to: number; readonly toPageNumber: number } | null;
  readonly paragraph: string | null;
  readonly headings: readonly string[];
}

export interface SpecimenTruth {
  readonly pages: readonly TruePage[];
  readonly passages: readonly TruePassage[];
}

/** Reads the truth about `file` (its name ends in `.pdf`). */
export function readSpecimenTruth(folder: string, file: string): SpecimenTruth | null {
  const path = join(folder, basename(file).replace(/\.pdf$/i, '.json'));
  // Written by the typesetter of this repository.
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as SpecimenTruth) : null;
}
