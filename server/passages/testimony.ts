// Whether a file is testimony: a transcript prints 25 numbered lines a page, and who speaks stands at the line's beginning.
import type { BodyLine } from './body-lines.ts';
import { speakerOf } from './line-signs.ts';

/** True when turns of speech stand on most pages that have text. */
export function isTestimony(lines: readonly BodyLine[]): boolean {
  const pages = Map.groupBy(lines, ({ page }) => page.pageNumber);
  let spoken = 0;
  for (const page of pages.values()) {
    const turns = page.filter(({ text, line }) => line.number !== null && speakerOf(text) !== null).length;
    if (turns >= 3) spoken += 1;
  }
  return spoken > 0 && spoken >= pages.size * 0.4;
}
