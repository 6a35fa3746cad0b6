// One filing of some 2,000 pages, merged from real ones by qpdf: what a parser takes must not grow with a filing's length.
// In: filings and a folder. Out: the merged file with its number of pages; null where qpdf is not installed or cannot merge.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { RealFiling } from './real-filings.ts';

/** Pages that the merged filing has at least, where there are enough. */
const wantedPages = 2000;

/** Merges filings, in the order given, into a file of `folder`. */
export function makeLongFiling(filings: readonly RealFiling[], folder: string): RealFiling | null {
  const parts: string[] = [];
  let pages = 0;
  // Each filing once, as merged real pages would come; too few of them are gone through again.
  while (pages < wantedPages && filings.length > 0) {
    for (const filing of filings) {
      if (pages >= wantedPages) break;
      parts.push(filing.path);
      pages += filing.pages;
    }
  }
  const path = join(folder, 'long-filing.pdf');
  const { status } = spawnSync('qpdf', ['--empty', '--pages', ...parts, '--', path], { stdio: 'ignore' });
  // 3: merged, with warnings about what the filings hold.
  return parts.length > 0 && (status === 0 || status === 3) ? { path, pages } : null;
}
