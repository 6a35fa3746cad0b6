// Running heads and feet: what stands at the same height on several pages, digits aside.
// Shape in: the fragments near the top and bottom of each page → shape out: those that repeat.
// Refuses what occurs once: a heading at the top of a page is not a running head.

/** A text near an edge of a page; `v` is its height above the page's bottom, in points. */
export interface EdgeLine<T> {
  readonly pageNumber: number;
  readonly text: string;
  readonly v: number;
  readonly source: T;
}

/** Pages (of a window) that must bear the same text at the same height; two are enough in a file of two or three. */
const pagesNeeded = 3;
const sameHeight = 8;

/** Sources of lines that run through the file. */
export function findRunning<T>(lines: readonly EdgeLine<T>[], pageCount: number): ReadonlySet<T> {
  const groups = new Map<string, EdgeLine<T>[]>();
  for (const line of lines) {
    const key = line.text
      .toLowerCase()
      .replace(/\d+/g, '#')
      .replace(/[^\p{L}#]+/gu, ' ')
      .trim();
    const same = groups.get(key);
    if (same) same.push(line);
    else groups.set(key, [line]);
  }
  const needed = pageCount <= 3 ? 2 : pagesNeeded;
  const running = new Set<T>();
  for (const group of groups.values()) {
    const byHeight = group.toSorted((a, b) => a.v - b.v);
    let cluster: EdgeLine<T>[] = [];
    const settle = () => {
      if (new Set(cluster.map(({ pageNumber }) => pageNumber)).size >= needed)
        for (const { source } of cluster) running.add(source);
    };
    for (const line of byHeight) {
      const last = cluster.at(-1);
      if (last && line.v - last.v > sameHeight) {
        settle();
        cluster = [];
      }
      cluster.push(line);
    }
    settle();
  }
  return running;
}
