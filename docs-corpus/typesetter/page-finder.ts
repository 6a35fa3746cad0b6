// Finds, on the pages of a first pass, where a heading or an authority stands: words in, printed page labels out.
// Only pages with Arabic numbers are looked at, so that a table never leads to itself. Refuses nothing.
import type { PlacedPage } from './set-line.ts';
import { textOfLine } from './truth.ts';

/** Printed labels of the pages on which something stands; empty where it stands nowhere. */
export interface PageFinder {
  /** The label of the page on which a heading begins. */
  readonly ofHeading: (text: string) => string;
  /** The labels of all pages that contain the words, as `3`, `5, 9`, or `passim`. */
  readonly ofWords: (text: string) => string;
}

/** What the first pass has: labels about as wide as the true ones. */
export const noPages: PageFinder = { ofHeading: () => '0', ofWords: () => '0, 0' };

/** An authority on more pages than this is cited `passim` (the custom of tables of authorities). */
const mostLabels = 5;

/** Without spaces, hyphens and emphasis: what stays the same when a text is broken into lines. */
const flat = (words: string) =>
  words
    .replace(/[\s*\u00A0-]/g, '')
    .replaceAll("'", '’')
    .replaceAll('–', '')
    .toLowerCase();

/** Looks through pages. */
export function findOn(pages: readonly PlacedPage[]): PageFinder {
  const body = pages.flatMap((page) => {
    if (page.pageLabel === null || !/^\d+$/.test(page.pageLabel)) return [];
    const lines = page.lines.filter((line) => line.furniture === null);
    const headings = lines.flatMap(({ passage }) => (passage?.kind === 'heading' ? [passage.text] : []));
    return [{ label: page.pageLabel, words: flat(lines.map(textOfLine).join('')), headings }];
  });
  return {
    ofHeading: (text) => body.find(({ headings }) => headings.includes(text))?.label ?? '',
    ofWords: (text) => {
      const wanted = flat(text);
      if (wanted === '') return '';
      // `§ 2` is not cited where `§ 26` is; after a word a digit may follow, the number of a footnote.
      const pattern = new RegExp(RegExp.escape(wanted) + (/\d$/.test(wanted) ? '(?!\\d)' : ''));
      const labels = body.filter(({ words }) => pattern.test(words)).map(({ label }) => label);
      return labels.length > mostLabels ? 'passim' : labels.join(', ');
    },
  };
}
