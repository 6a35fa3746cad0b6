// Running heads and feet: what stands at the same height on several pages, digits aside.
// Shape in: the fragments near the top and bottom of each page → shape out: those that repeat.
// Refuses what occurs once: a heading at the top of a page is not a running head.

/** A text near an edge of a page; `v` is its height above the page's bottom, in points. */
export interface EdgeLine<T> {
  readonly pageNumber: number;
  readonly text: string;
  readonly v: number;
  /** It stands beside line numbers, where lines of testimony repeat themselves as well (`A. Yes.`). */
  readonly beside?: boolean;
  readonly source: T;
}

/** Pages (of a window) that must bear the same text at the same height; two are enough in a file of two or three. */
const pagesNeeded = 3;
const sameHeight = 8;
/** Beside line numbers: most pages between the first and the last, and more of them when the text is short. */
const besideNumbers = { share: 0.6, few: 3, many: 5, long: 20 };

/** Sources of lines that run through the file. */
export function findRunning<T>(lines: readonly EdgeLine<T>[], pageCount: number): ReadonlySet<T> {
  const groups = Map.groupBy(lines, ({ text }) => keyOf(text));
  const running = new Set<T>();
  for (const [key, group] of groups) {
    if (key === null) continue;
    for (const cluster of clustersOf(group)) {
      if (isRunning(cluster, pageCount)) for (const { source } of cluster) running.add(source);
    }
  }
  return running;
}

/**
 * What stays the same from page to page; null for what no head or foot consists of: a number alone (page-labels.ts knows
 * those that count), the mark of a paragraph or speaker (`1.`, `A.`), a bullet, a currency sign.
 */
function keyOf(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const digits = text.match(/\d/g)?.length ?? 0;
  if (letters < 3 && /^\W*\w{0,3}[.):]$/.test(text)) return null;
  if (letters === 0) {
    // A printer's or a firm's own number of the document stays the same to the digit: `4841-5813-9322.1`; so does a rule.
    return digits >= 6 || (digits === 0 && text.length >= 10) ? text : null;
  }
  return text
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/[^\p{L}#]+/gu, ' ')
    .trim();
}

/** Lines at the same height. */
function clustersOf<T>(group: readonly EdgeLine<T>[]): EdgeLine<T>[][] {
  const clusters: EdgeLine<T>[][] = [];
  let last = -Infinity;
  for (const line of group.toSorted((a, b) => a.v - b.v)) {
    if (line.v - last > sameHeight) clusters.push([]);
    clusters.at(-1)?.push(line);
    last = line.v;
  }
  return clusters;
}

function isRunning<T>(cluster: readonly EdgeLine<T>[], pageCount: number): boolean {
  const pages = new Set(cluster.map(({ pageNumber }) => pageNumber));
  if (pages.size < (pageCount <= 3 ? 2 : pagesNeeded)) return false;
  if (!cluster.some(({ beside }) => beside === true)) return true;
  const span = Math.max(...pages) - Math.min(...pages) + 1;
  const { share, few, many, long } = besideNumbers;
  const needed = cluster.every(({ text }) => text.length >= long) ? few : many;
  return pages.size >= Math.min(needed, share * pageCount) && pages.size >= share * span;
}
