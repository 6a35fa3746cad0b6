// Whether a file is testimony: a transcript prints 25 numbered lines a page, and who speaks stands at the line's beginning.
import type { BodyLine } from './body-lines.ts';
import { speakerOf } from './line-signs.ts';

/** Transcripts have 25 lines a page, some reporters print 24 or 28 (DOMAIN.md §4). */
const mostLines = 28;

/** True when somebody speaks on most pages that have text, several times on the average page. */
export function isTestimony(lines: readonly BodyLine[]): boolean {
  const pages = Map.groupBy(lines, ({ page }) => page.pageNumber);
  let [turns, spokenPages] = [0, 0];
  for (const page of pages.values()) {
    const spoken = page.filter(({ text, line }) => line.number !== null && speakerOf(text) !== null).length;
    const highest = page.reduce((most, { line }) => Math.max(most, line.number ?? 0), 0);
    if (spoken === 0 || highest > mostLines) continue;
    turns += spoken;
    spokenPages += 1;
  }
  return pages.size > 0 && turns >= 1.5 * pages.size && spokenPages >= pages.size / 2;
}
