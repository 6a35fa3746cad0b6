// The pages that were not read, by document: the corpus' list in → one row per document with its pages as ranges out.
import type { CorpusAnswer } from '../../../server/contract/document-api.ts';
import type { Unsearched } from '../../../server/contract/search-api.ts';
import { countOf } from './format.ts';

export interface UnreadDocument {
  readonly documentId: string;
  readonly filename: string;
  /** PDF pages, ascending. */
  readonly pages: readonly number[];
  /** `pages 3–7, 9`. */
  readonly pagesText: string;
  /** Each reason once. */
  readonly reasons: readonly string[];
}

export function unreadByDocument(pages: CorpusAnswer['unreadablePages']): UnreadDocument[] {
  const documents = new Map<string, { filename: string; pages: Set<number>; reasons: Set<string> }>();
  for (const { documentId, filename, pageNumber, reason } of pages) {
    const known = documents.get(documentId) ?? { filename, pages: new Set(), reasons: new Set() };
    known.pages.add(pageNumber);
    known.reasons.add(reason);
    documents.set(documentId, known);
  }
  return [...documents].map(([documentId, { filename, pages: numbers, reasons }]) => {
    const sorted = [...numbers].toSorted((a, b) => a - b);
    const pagesText = `${sorted.length === 1 ? 'page' : 'pages'} ${rangesText(sorted)}`;
    return { documentId, filename, pages: sorted, pagesText, reasons: [...reasons] };
  });
}

/** The pages of the corpus' list, counted by reason. */
export function unreadOfCorpus(pages: CorpusAnswer['unreadablePages']): Pick<Unsearched, 'pages' | 'byReason'> {
  const byReason: Record<string, number> = {};
  for (const { reason } of pages) byReason[reason] = (byReason[reason] ?? 0) + 1;
  return { pages: pages.length, byReason };
}

/** What is said beside a count: `14 pages wait for recognition`, `5 pages could not be read well`. */
export function unreadText({ pages, byReason }: Pick<Unsearched, 'pages' | 'byReason'>): string {
  const waiting = byReason['awaiting-ocr'] ?? 0;
  if (waiting === pages) return `${countOf(pages, 'page')} ${pages === 1 ? 'waits' : 'wait'} for recognition`;
  return `${countOf(pages, 'page')} could not be read${byReason['poor-image'] === undefined ? '' : ' well'}`;
}

/** `[3, 4, 5, 9]` → `3–5, 9`; ascending numbers. */
export function rangesText(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}
