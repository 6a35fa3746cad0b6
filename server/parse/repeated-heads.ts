// Rows below a running head that each page repeats to the letter: the table of case and date on a minute order's pages.
// Shape in: for each page its rows of text from the top, those of the running head known → shape out: rows that belong to it, from
// the second page on. Refuses a row that changes from page to page, and everything below one.

/** A row of a page; `v` is its height above the page's bottom, in points. */
export interface HeadRow<T> {
  readonly pageNumber: number;
  readonly text: string;
  readonly v: number;
  readonly source: T;
}

/** Rows of a page below its running head, downwards; `head` is the height of the head's last row. */
export interface PageHead<T> {
  readonly head: number;
  readonly rows: readonly HeadRow<T>[];
}

/** Points between two rows of one head at most. */
const rowDistance = 40;
const sameHeight = 8;
/** Pages, and their share of those between the first and the last. */
const needed = { pages: 3, share: 0.6 };
/** Rows below a head that are looked at. */
const deepest = 4;

/** Sources of rows that go on with the head of their page. */
export function findRepeatedHeads<T>(pages: readonly PageHead<T>[]): ReadonlySet<T> {
  const found = new Set<T>();
  let open = pages;
  for (let depth = 0; depth < deepest && open.length >= needed.pages; depth++) {
    const next = open.flatMap(({ head, rows: [row, ...rows] }) =>
      row && head - row.v <= rowDistance ? [{ row, rows }] : [],
    );
    const kept = [...Map.groupBy(next, ({ row }) => row.text).values()].flatMap(clustersOf).filter(isRun);
    for (const [, ...others] of kept) for (const { row } of others) found.add(row.source);
    open = kept.flat().map(({ row, rows }) => ({ head: row.v, rows }));
  }
  return found;
}

interface Next<T> {
  readonly row: HeadRow<T>;
  readonly rows: readonly HeadRow<T>[];
}

/** Equal rows at one height, by page: where a row stands first it says what the paper is. */
function clustersOf<T>(same: readonly Next<T>[]): Next<T>[][] {
  const clusters: Next<T>[][] = [];
  let last = -Infinity;
  for (const next of same.toSorted((a, b) => a.row.v - b.row.v)) {
    if (next.row.v - last > sameHeight) clusters.push([]);
    clusters.at(-1)?.push(next);
    last = next.row.v;
  }
  return clusters.map((cluster) => cluster.toSorted((a, b) => a.row.pageNumber - b.row.pageNumber));
}

function isRun<T>(cluster: readonly Next<T>[]): boolean {
  const [first, last] = [cluster[0]?.row.pageNumber ?? 0, cluster.at(-1)?.row.pageNumber ?? 0];
  const pages = new Set(cluster.map(({ row }) => row.pageNumber)).size;
  return pages >= needed.pages && pages >= needed.share * (last - first + 1);
}
