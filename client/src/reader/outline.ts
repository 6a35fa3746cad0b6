// The outline of a filing as a flat list with depths: the PDF's bookmarks, or, where it has none, the headings that were read.
// Bookmark nodes or passages in → entries in reading order out. A PDF is hostile input: depth and number are bounded.
import type { PassageView } from '../../../server/contract/document-api.ts';

/** What of pdf.js' outline node is needed. */
export interface BookmarkNode {
  readonly title: string;
  readonly dest: string | readonly unknown[] | null;
  readonly items: readonly BookmarkNode[];
}

/** A bookmark before its place is known; `depth` from 0. */
export interface Bookmark {
  readonly title: string;
  readonly depth: number;
  readonly dest: BookmarkNode['dest'];
}

export interface Heading {
  readonly title: string;
  readonly depth: number;
  readonly passage: PassageView;
}

/** As many entries as a person can still scroll through. */
export const mostEntries = 1000;
const deepest = 5;
const longestTitle = 300;

/** Bookmarks in their order, parents before children. */
export function bookmarksOf(nodes: readonly BookmarkNode[]): Bookmark[] {
  const found: Bookmark[] = [];
  const waiting = nodes.map((node) => ({ node, depth: 0 })).toReversed();
  for (let next = waiting.pop(); next !== undefined && found.length < mostEntries; next = waiting.pop()) {
    const { node, depth } = next;
    found.push({ title: titleOf(node.title), depth: Math.min(depth, deepest), dest: node.dest });
    waiting.push(...node.items.map((item) => ({ node: item, depth: depth + 1 })).toReversed());
  }
  return found;
}

/** The headings among the passages of a document. */
export function headingsOf(passages: readonly PassageView[]): Heading[] {
  return passages
    .filter(({ kind }) => kind === 'heading')
    .slice(0, mostEntries)
    .map((passage) => ({
      title: titleOf(passage.text),
      depth: Math.min(passage.headings.length, deepest),
      passage,
    }));
}

/**
 * Index of the entry the page in view belongs to: the first that begins on it, else the last of the nearest page before.
 * Bookmarks need not follow the order of the pages. Null before the first.
 */
export function currentEntryOf(pageNumbers: readonly (number | null)[], pageInView: number): number | null {
  const nearest = pageNumbers.reduce<number>(
    (most, pageNumber) => (pageNumber !== null && pageNumber <= pageInView && pageNumber > most ? pageNumber : most),
    0,
  );
  if (nearest === 0) return null;
  return nearest === pageInView ? pageNumbers.indexOf(nearest) : pageNumbers.lastIndexOf(nearest);
}

function titleOf(text: string): string {
  const title = text.replace(/\s+/g, ' ').trim();
  if (title === '') return 'Without a title';
  return title.length > longestTitle ? `${title.slice(0, longestTitle)}…` : title;
}
