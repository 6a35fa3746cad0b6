// The bookmarks of an opened PDF with the places they lead to; a bookmark that leads nowhere in this file has no place.
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { bookmarksOf, type Bookmark } from './outline.ts';
import type { PagePlace } from './PdfPages.tsx';

export interface PlacedBookmark extends Omit<Bookmark, 'dest'> {
  readonly place: PagePlace | null;
}

/** Empty for a PDF without bookmarks. */
export async function readBookmarks(pdf: PDFDocumentProxy): Promise<PlacedBookmark[]> {
  const bookmarks = bookmarksOf((await pdf.getOutline()) ?? []);
  return Promise.all(
    bookmarks.map(async ({ title, depth, dest }) => ({ title, depth, place: await placeOf(pdf, dest) })),
  );
}

/** Destinations as PDF 32000-1 §12.3.2 has them: a name, or `[page, /XYZ, left, top, zoom]` and the like. */
async function placeOf(pdf: PDFDocumentProxy, dest: Bookmark['dest']): Promise<PagePlace | null> {
  try {
    const explicit: unknown = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
    if (!Array.isArray(explicit)) return null;
    const [page, ...fit]: unknown[] = explicit;
    const pageIndex = isReference(page) ? await pdf.getPageIndex(page) : page;
    if (typeof pageIndex !== 'number' || pageIndex < 0 || pageIndex >= pdf.numPages) return null;
    const top = topOf(fit);
    return {
      pageNumber: pageIndex + 1,
      quad: top === null ? null : [0, top, 0, top, 0, top, 0, top],
      align: 'top',
    };
  } catch {
    // A broken destination is the file's fault: the entry is shown, and shown to lead nowhere.
    return null;
  }
}

function topOf([fit, ...numbers]: readonly unknown[]): number | null {
  const name = typeof fit === 'object' && fit !== null && 'name' in fit ? fit.name : null;
  const top = name === 'XYZ' ? numbers[1] : name === 'FitH' || name === 'FitBH' ? numbers[0] : null;
  return typeof top === 'number' ? top : null;
}

function isReference(value: unknown): value is { num: number; gen: number } {
  return typeof value === 'object' && value !== null && 'num' in value && 'gen' in value;
}
