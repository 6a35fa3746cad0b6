// The numbers of a page: the page map in → what the page field shows, and the PDF page that a typed number means, out.
import type { DocumentAnswer } from '../../../server/contract/document-api.ts';

export type PageMap = DocumentAnswer['pages'];

/** The other numbers of a page, where they are known: `printed p. 2 · ECF page 3 · META-0001`. */
export function otherNumbersOf(pages: PageMap, pageNumber: number): string[] {
  const page = pages.find((each) => each.pageNumber === pageNumber);
  if (page === undefined) return [];
  const { pageLabel, stampPage, bates, pageId } = page;
  return [
    ...(pageLabel === null ? [] : [`printed p.\u00a0${pageLabel}`]),
    ...(stampPage === null ? [] : [`ECF p.\u00a0${stampPage}`]),
    ...(bates === null ? [] : [bates]),
    ...(pageId === null ? [] : [`PageID\u00a0${pageId}`]),
  ];
}

/** All numbers of a page in words, the PDF page first: `PDF page 5, printed p. 2, ECF p. 5, META-0001`. */
export function allNumbersOf(pages: PageMap, pageNumber: number): string {
  return [`PDF page\u00a0${pageNumber}`, ...otherNumbersOf(pages, pageNumber)].join(', ');
}

/**
 * The PDF page for what was typed: a PDF page, else a printed label (`ii`, `p. iv`), a Bates number or a Page ID;
 * null when there is none.
 */
export function pageOfTyped(pages: PageMap, typed: string): number | null {
  const wanted = typed.trim().replace(/^p\.?\s*/i, '');
  const number = /^\d{1,6}$/.test(wanted) ? Number(wanted) : null;
  if (number !== null && number >= 1 && number <= pages.length) return number;
  if (wanted === '') return null;
  const isWanted = (text: string | null) => text !== null && text.toLowerCase() === wanted.toLowerCase();
  for (const name of ['pageLabel', 'bates', 'pageId'] as const) {
    const found = pages.find((page) => isWanted(page[name]));
    if (found !== undefined) return found.pageNumber;
  }
  return null;
}

/** From which number the pages are cited, with what supports it: how many pages have each. */
export function pageBasisOf(pages: PageMap): string {
  const counts = [
    ['printed page numbers', pages.filter(({ pageLabel }) => pageLabel !== null).length],
    ['ECF page numbers', pages.filter(({ stampPage }) => stampPage !== null).length],
    ['Bates numbers', pages.filter(({ bates }) => bates !== null).length],
  ] as const;
  const known = counts
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} on ${count} of ${pages.length} pages`);
  return known.length === 0 ? 'PDF pages only' : known.join(', ');
}
