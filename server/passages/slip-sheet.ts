// An exhibit's cover: `EXHIBIT B` alone on the first page says that the file is Exhibit B (DOMAIN.md §5).
import type { Page } from '../contract/page.ts';

/** `Exhibit B` when the first page is a slip-sheet; null else. */
export function slipSheetOf(pages: readonly Page[]): string | null {
  const [first] = pages;
  if (first === undefined) return null;
  const body = first.lines
    .filter(({ furniture }) => furniture === null)
    .map(({ from, to }) => first.text.slice(from, to));
  if (body.length > 6) return null;
  const name = body.flatMap((line) => /^\W*EXHIBIT\s+([A-Z]{1,2}|\d{1,3})\W*$/i.exec(line.trim())?.[1] ?? [])[0];
  return name === undefined ? null : `Exhibit ${name.toUpperCase()}`;
}
