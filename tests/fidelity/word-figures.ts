// How well the words of a file were read, measured against pdftotext, page by page.
// In: the parser's pages, poppler's words. Out: figures, and the pages where the two differ. Pages with text under boxes are left out:
// what lies there is not compared, not counted and not shown.
import type { Page } from '../../server/contract/page.ts';
import { count, share, type Figures } from './figures.ts';
import type { SeenNeed } from './pages-by-eye.ts';
import { compareWords, wordsOf, wordsOfPage } from './words.ts';

/** A page on which the two readings differ. */
export interface WordFault {
  readonly pageNumber: number;
  readonly missed: readonly string[];
  readonly extra: readonly string[];
  /** The page was called unread although pdftotext finds words on it. */
  readonly unread: boolean;
}

/** So many words besides its furniture on a page that awaits recognition are worth a look; an exhibit sticker has fewer. */
const manyWords = 40;

/** Every sixth word of English prose is one of these; where the font's map is broken, pdftotext finds none of them either. */
const commonWords = new Set(['the', 'of', 'and', 'to', 'in', 'a', 'that', 'is', 'for', 'on', 'was', 'by', 'with']);
const commonShare = 0.06;

export interface WordReading {
  readonly figures: Figures;
  readonly faults: readonly WordFault[];
}

/** Compares page after page; pages that poppler did not reach are left out. `seen`: unread pages that a person found to be rightly so. */
export async function readWords(
  pages: readonly Page[],
  expectedPages: AsyncIterable<readonly string[]>,
  seen: ReadonlyMap<number, SeenNeed> = new Map(),
): Promise<WordReading> {
  let [matched, expected, read, unread] = [0, 0, 0, 0];
  const faults: WordFault[] = [];
  let at = 0;
  for await (const words of expectedPages) {
    const page = pages[at++];
    if (page === undefined) break;
    if (page.redactions.some(({ bad }) => bad)) continue;
    const { pageNumber } = page;
    const found = compareWords(
      words.flatMap(wordsOf),
      page.unread === null ? wordsOfPage(page) : furnitureWordsOf(page),
    );
    if (page.unread !== null) {
      const isRightlyUnread = seen.get(pageNumber) === 'yes' || seen.get(pageNumber) === 'blank';
      if (isRightlyUnread || found.missed.length < manyWords || !isLegible(found.missed)) continue;
      unread += 1;
      faults.push({ pageNumber, missed: found.missed, extra: [], unread: true });
      continue;
    }
    matched += found.matched;
    expected += found.expected;
    read += found.read;
    if (found.missed.length + found.extra.length > 0)
      faults.push({ pageNumber, missed: found.missed, extra: found.extra, unread: false });
  }
  if (at === 0) return { figures: {}, faults };
  const figures: Figures = {
    'unread with words': count(unread),
    'word recall': share(matched, expected),
    'word precision': share(matched, read),
  };
  return { figures, faults };
}

function furnitureWordsOf({ text, lines }: Page): string[] {
  return lines.filter(({ furniture }) => furniture !== null).flatMap(({ from, to }) => wordsOf(text.slice(from, to)));
}

function isLegible(words: readonly string[]): boolean {
  return words.filter((word) => commonWords.has(word.toLowerCase())).length >= commonShare * words.length;
}
