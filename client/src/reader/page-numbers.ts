// The numbers of a page: the page map in → what the page field shows, and the PDF page that a typed number means, out.
import type { DocumentAnswer } from '../../../server/contract/document-api.ts';
import { isPoor } from '../../../server/contract/recognition.ts';
import { reasonText } from '../search/format.ts';

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

/** How surely a page was recognised: `recognised (93 %)`; null where the file itself gives the text. */
export function recognitionText(pages: PageMap, pageNumber: number): string | null {
  const confidence = pages.find((page) => page.pageNumber === pageNumber)?.ocrConfidence;
  return confidence === undefined ? null : `recognised (${Math.round(confidence)}\u00a0%)`;
}

/** Whether a page waits for recognition. */
export function isWaiting({ unread }: Pick<PageMap[number], 'unread'>): boolean {
  return unread === 'awaiting-ocr';
}

/** What a person must know before they rely on the text of a page; null when there is nothing. */
export function recognitionNote(pages: PageMap, pageNumber: number, recognition: 'on' | 'off'): string | null {
  const page = pages.find((each) => each.pageNumber === pageNumber);
  if (page === undefined) return null;
  const meanwhile = 'It is not searched, and nothing on it can be tagged yet.';
  if (isWaiting(page)) {
    return recognition === 'on'
      ? `Page ${pageNumber} waits for recognition: it is a picture. ${meanwhile}`
      : `Page ${pageNumber} is a picture, and recognition is switched off. ${meanwhile}`;
  }
  if (page.unread !== null) return `Page ${pageNumber} was not read: ${reasonText(page.unread)}. ${meanwhile}`;
  if (page.ocrConfidence === undefined || !isPoor({ confidence: page.ocrConfidence })) return null;
  return `Page ${pageNumber} was recognised from a poor picture: it is searched, but words on it may be wrong or missing.`;
}

/** Whether recognition gave a page up, so that a person may have it tried once more. */
export function canTryAgain(pages: PageMap, pageNumber: number): boolean {
  const page = pages.find((each) => each.pageNumber === pageNumber);
  return page !== undefined && page.unread !== null && !isWaiting(page);
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
