// Takes from a page picture what Tesseract mistakes for letters or pictures: rules, black bars, dust, and the dots of a leader line.
// Shape in: a level grey picture → shape out: the same without them, and where leaders and blacked out words were. Letters, their dots and full stops stay, and
// the lines of a table that hang together: Tesseract takes those out itself, and reads worse when specks of them are left.
import { darkBelow, type GrayPicture } from './straighten.ts';

/** The dots that lead from a heading to its page number, in pixels; `y` is their foot. */
export interface Leader {
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly dots: number;
}

/** A picture without dirt. */
export interface CleanPicture {
  readonly picture: GrayPicture;
  readonly leaders: readonly Leader[];
  /** Where words are blacked out. */
  readonly bars: readonly Pick<Blob, 'x0' | 'y0' | 'x1' | 'y1'>[];
  /** Where the rule right of the line numbers of pleading paper stands: its left and right edge; null without one. */
  readonly marginRule: readonly [number, number] | null;
}

/** Ink that hangs together. */
interface Blob {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  area: number;
  readonly index: number;
}

/** At 300 dpi, in pixels: the largest dot of a leader, the largest dust, the way around dust in which there is no letter. */
const sizes = { dot: 11, dust: 6, clear: 22, gap: 60 };
/** Fewer dots in a row are an ellipsis. */
const fewestDots = 6;
/** Shares of the page's side, and thickness in pixels at 300 dpi. */
const rule = { length: 0.1, least: 180, thickness: 14, slant: 0.04 };
/** At 300 dpi: the smallest bar that hides words, and how much of its box it fills. No letter is so large and so full. */
const bar = { width: 45, height: 22, fill: 0.88 };

/**
 * At 300 dpi: a bar over words is as high as one line or two, longer than high, black from end to end (but for a letter that touches
 * it), and stands off the sheet's edges (a share of its side), where scanners leave black. On the scans beside the repository no
 * heading, rule or picture is one.
 */
const blackedOut = { width: 150, least: 25, most: 140, row: 0.85, fill: 0.97, edge: 0.012, letter: 60 };

/** Cleans a picture. */
export function cleaned(source: GrayPicture, dpi: number): CleanPicture {
  const scale = dpi / 300;
  const ink = inkOf(source);
  const blobs = ink.blobs;
  const small = blobs.filter((blob) => Math.max(blob.x1 - blob.x0, blob.y1 - blob.y0) <= sizes.dot * scale);
  const { leaders, dots } = leadersOf(small, scale);
  const dirt = new Set(dots.map(({ index }) => index));
  for (const blob of blobs) if (isRule(blob, source, scale) || isBar(blob, scale)) dirt.add(blob.index);
  for (const blob of lonelyDust(small, blobs, source, scale)) dirt.add(blob.index);
  const marginRule = marginRuleOf(blobs, source);
  const bars = barsOverWords(ink, source, scale);
  if (dirt.size === 0) return { picture: source, leaders, bars, marginRule };
  const pixels = source.pixels.slice();
  for (let run = 0; run < ink.rows.length; run++) {
    if (!dirt.has(ink.blobOf(run))) continue;
    const y = ink.rows[run] ?? 0;
    // With the grey seam around it.
    const [from, to] = [Math.max(0, (ink.starts[run] ?? 0) - 2), Math.min(source.width, (ink.ends[run] ?? 0) + 2)];
    for (let row = Math.max(0, y - 1); row <= Math.min(source.height - 1, y + 1); row++) {
      pixels.fill(255, row * source.width + from, row * source.width + to);
    }
  }
  return { picture: { ...source, pixels }, leaders, bars, marginRule };
}

interface Ink {
  readonly rows: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly blobs: readonly Blob[];
  blobOf(run: number): number;
}

/** Dark runs of each row, joined with those of the row above that touch them. */
function inkOf({ width, height, pixels }: GrayPicture): Ink {
  const limit = darkBelow(pixels);
  const [rows, starts, ends, parents]: [number[], number[], number[], number[]] = [[], [], [], []];
  const rootOf = (run: number): number => {
    let root = run;
    while ((parents[root] ?? root) !== root) root = parents[root] ?? root;
    for (let at = run; at !== root;) {
      const next = parents[at] ?? root;
      parents[at] = root;
      at = next;
    }
    return root;
  };
  let [above, current] = [0, 0];
  for (let y = 0; y < height; y++) {
    const first = current;
    let candidate = above;
    const row = y * width;
    for (let x = 0; x < width; x++) {
      if ((pixels[row + x] ?? 255) >= limit) continue;
      const start = x;
      while (x < width && (pixels[row + x] ?? 255) < limit) x++;
      rows.push(y);
      starts.push(start);
      ends.push(x);
      parents.push(current);
      while (candidate < first && (ends[candidate] ?? 0) < start) candidate++;
      for (let other = candidate; other < first && (starts[other] ?? 0) <= x; other++) {
        parents[rootOf(other)] = rootOf(current);
      }
      current++;
    }
    above = first;
  }
  const blobs = new Map<number, Blob>();
  for (let run = 0; run < rows.length; run++) {
    const root = rootOf(run);
    const [y, x0, x1] = [rows[run] ?? 0, starts[run] ?? 0, ends[run] ?? 0];
    const blob = blobs.get(root);
    if (blob === undefined) blobs.set(root, { x0, y0: y, x1, y1: y + 1, area: x1 - x0, index: root });
    else {
      blob.x0 = Math.min(blob.x0, x0);
      blob.x1 = Math.max(blob.x1, x1);
      blob.y1 = y + 1;
      blob.area += x1 - x0;
    }
  }
  return {
    rows: Uint32Array.from(rows),
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    blobs: [...blobs.values()],
    blobOf: rootOf,
  };
}

/** One rule or two that run down most of the page near its left edge. */
function marginRuleOf(blobs: readonly Blob[], page: GrayPicture): readonly [number, number] | null {
  const rules = blobs.filter(
    ({ x0, y0, x1, y1 }) =>
      y1 - y0 > 0.5 * page.height &&
      x1 - x0 < rule.slant * page.width &&
      x1 < 0.25 * page.width &&
      x0 > 0.05 * page.width,
  );
  return rules.length === 0 ? null : [Math.min(...rules.map(({ x0 }) => x0)), Math.max(...rules.map(({ x1 }) => x1))];
}

function isRule({ x0, y0, x1, y1, area }: Blob, page: GrayPicture, scale: number): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  const [thick, least] = [rule.thickness * scale, rule.least * scale];
  if (height > Math.max(least, rule.length * page.height)) {
    return area / height < thick && width < rule.slant * page.width;
  }
  return (
    width > Math.max(least, rule.length * page.width) &&
    area / width < thick &&
    height < Math.min(60 * scale, rule.slant * page.height)
  );
}

/** A black bar: the words beside it would be lost with it, as Tesseract takes their line for a part of a picture. */
function isBar({ x0, y0, x1, y1, area }: Blob, scale: number): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  return width > bar.width * scale && height > bar.height * scale && area > bar.fill * width * height;
}

/** Bars that were drawn over words, before the page was scanned or in its picture. */
function barsOverWords(ink: Ink, page: GrayPicture, scale: number): CleanPicture['bars'] {
  const { width: least, most, edge, letter } = blackedOut;
  const candidates = ink.blobs.filter(({ x0, y0, x1, y1, area }) => {
    const [width, height] = [x1 - x0, y1 - y0];
    const isInside =
      x0 > edge * page.width &&
      y0 > edge * page.height &&
      x1 < (1 - edge) * page.width &&
      y1 < (1 - edge) * page.height;
    return isInside && width >= least * scale && height <= (most + letter) * scale && area >= 0.25 * width * height;
  });
  if (candidates.length === 0) return [];
  const rowsOf = new Map(candidates.map(({ index, y0, y1 }) => [index, { top: y0, rows: emptyRows(y1 - y0) }]));
  for (let run = 0; run < ink.rows.length; run++) {
    const found = rowsOf.get(ink.blobOf(run));
    const row = found?.rows[(ink.rows[run] ?? 0) - found.top];
    if (row === undefined) continue;
    const [start, end] = [ink.starts[run] ?? 0, ink.ends[run] ?? 0];
    row.left = Math.min(row.left, start);
    row.right = Math.max(row.right, end);
    row.black += end - start;
  }
  return [...rowsOf.values()].flatMap(({ top, rows }) => coreOf(top, rows, scale));
}

/** What of a row of pixels belongs to a blob. */
interface BlobRow {
  left: number;
  right: number;
  black: number;
}

function emptyRows(count: number): BlobRow[] {
  return Array.from({ length: count }, () => ({ left: Infinity, right: 0, black: 0 }));
}

/** The bar without the letters that touch it on any side; none where something white runs through it. */
function coreOf(top: number, rows: readonly BlobRow[], scale: number): CleanPicture['bars'] {
  const longest = Math.max(...rows.map(({ black }) => black));
  const isFull = ({ black }: BlobRow): boolean => black >= blackedOut.row * longest;
  const [first, last] = [rows.findIndex(isFull), rows.findLastIndex(isFull)];
  const core = rows.slice(first, last + 1);
  const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
  const [x0, x1] = [middle(core.map(({ left }) => left)), middle(core.map(({ right }) => right))];
  const [width, height] = [x1 - x0, core.length];
  const { width: least, least: lowest, most, fill } = blackedOut;
  if (width < least * scale || height < lowest * scale || height > most * scale || width < 1.5 * height) return [];
  // A button has round corners.
  const square = core.filter(({ black }) => black >= fill * width).length;
  if (!core.every(isFull) || square < 0.9 * height) return [];
  return [{ x0, y0: top + first, x1, y1: top + last + 1 }];
}

/** Rows of small dots at even distances. */
function leadersOf(small: readonly Blob[], scale: number): { readonly leaders: Leader[]; readonly dots: Blob[] } {
  const chains: Blob[][] = [];
  const open: Blob[][] = [];
  for (const dot of small.toSorted((a, b) => a.x0 - b.x0)) {
    let joined = false;
    for (let at = open.length - 1; at >= 0; at--) {
      const last = open[at]?.at(-1);
      if (last === undefined || dot.x0 - last.x1 > sizes.gap * scale) open.splice(at, 1);
      else if (Math.abs(dot.y1 - last.y1) <= 4 * scale && dot.x0 > last.x1) {
        open[at]?.push(dot);
        joined = true;
        break;
      }
    }
    if (joined) continue;
    const chain = [dot];
    chains.push(chain);
    open.push(chain);
  }
  const found = chains.filter((chain) => chain.length >= fewestDots && isEven(chain));
  return {
    dots: found.flat(),
    leaders: found.map((chain) => ({
      x0: chain[0]?.x0 ?? 0,
      x1: chain.at(-1)?.x1 ?? 0,
      y: chain.map(({ y1 }) => y1).toSorted((a, b) => a - b)[Math.floor(chain.length / 2)] ?? 0,
      dots: chain.length,
    })),
  };
}

/** Dots over i and j, and full stops, stand at no even distance. */
function isEven(chain: readonly Blob[]): boolean {
  const gaps = chain.slice(1).map((dot, index) => dot.x0 - (chain[index]?.x0 ?? 0));
  const middle = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  return gaps.filter((gap) => Math.abs(gap - middle) <= 0.3 * middle).length >= 0.7 * gaps.length;
}

/** Specks with no letter near. */
function lonelyDust(small: readonly Blob[], blobs: readonly Blob[], { width }: GrayPicture, scale: number): Blob[] {
  const [dust, clear] = [sizes.dust * scale, sizes.clear * scale];
  const isSpeck = ({ x0, x1, y0, y1 }: Blob): boolean => Math.max(x1 - x0, y1 - y0) <= dust;
  const cell = Math.max(8, Math.round(clear));
  const columns = Math.ceil(width / cell) + 2;
  const taken = new Set<number>();
  for (const blob of blobs) {
    if (isSpeck(blob)) continue;
    for (let row = Math.floor(blob.y0 / cell); row <= Math.floor(blob.y1 / cell); row++) {
      for (let column = Math.floor(blob.x0 / cell); column <= Math.floor(blob.x1 / cell); column++) {
        taken.add(row * columns + column);
      }
    }
  }
  return small.filter((blob) => {
    if (!isSpeck(blob)) return false;
    const [row, column] = [Math.floor(blob.y0 / cell), Math.floor(blob.x0 / cell)];
    for (let y = row - 1; y <= row + 1; y++) {
      for (let x = column - 1; x <= column + 1; x++) if (taken.has(y * columns + x)) return false;
    }
    return true;
  });
}
