// The lines of a file that are its argument: furniture and unread pages left out, each line with what its page looks like.
// In: pages. Out: lines in reading order, with margins and spacing of their page measured from the page itself.
import type { Page, PageLine } from '../contract/page.ts';

/** How the text of one page stands, in points. */
export interface PageLayout {
  /** Where most lines begin. */
  readonly left: number;
  /** Where full lines end. */
  readonly right: number;
  /** Usual distance of baselines; the larger one where quotes are set closer. */
  readonly spacing: number;
  /** Size of most letters. */
  readonly fontSize: number;
}

/** One line of body text. */
export interface BodyLine {
  readonly page: Page;
  readonly layout: PageLayout;
  readonly line: PageLine;
  readonly text: string;
  /** Where its last letter ends, in points. */
  readonly end: number;
  /** Distance to the line above in the same column, in points; null for the first of a page. */
  readonly gap: number | null;
}

/** Body lines of all pages, in order. */
export function bodyLinesOf(allPages: readonly Page[]): BodyLine[] {
  const pages = allPages.filter(({ unread }) => unread === null);
  const layouts = layoutsOf(pages);
  return pages.flatMap((page, at) => {
    const layout = layouts[at];
    if (layout === undefined) return [];
    let above: PageLine | null = null;
    return upright(page).map((line): BodyLine => {
      const gap = above === null ? null : above.y - line.y;
      above = line;
      return { page, layout, line, text: page.text.slice(line.from, line.to), end: endOf(line), gap };
    });
  });
}

function upright(page: Page): PageLine[] {
  return page.lines.filter(({ furniture, from, to }) => furniture === null && to > from);
}

function endOf({ x, advances, direction }: PageLine): number {
  return x + direction[0] * advances.reduce((sum, advance) => sum + advance, 0);
}

function layoutsOf(pages: readonly Page[]): PageLayout[] {
  const bodySize = weightedMode(pages.flatMap((page) => upright(page).map(sizeAndLength))) || 12;
  return pages.map((page) => {
    const lines = upright(page);
    const body = lines.filter(({ fontSize }) => Math.abs(fontSize - bodySize) < 0.75);
    const measured = body.length >= 3 ? body : lines;
    return {
      left: leftEdge(measured),
      right: percentile(measured.map(endOf), 0.9) ?? page.view[2] - 72,
      spacing: percentile(gapsOf(measured), 0.6) ?? 2 * bodySize,
      fontSize: bodySize,
    };
  });
}

function sizeAndLength(line: PageLine): [number, number] {
  return [Math.round(line.fontSize * 2) / 2, line.to - line.from];
}

function gapsOf(lines: readonly PageLine[]): number[] {
  return lines
    .map((line, at) => (lines[at - 1]?.y ?? line.y) - line.y)
    .filter((gap, at) => at > 0 && gap > 4 && gap < 60);
}

/** The leftmost place where a fair share of the text begins: first lines stand in, a stray mark may stand out. */
function leftEdge(lines: readonly PageLine[]): number {
  const total = lines.reduce((sum, { from, to }) => sum + to - from, 0);
  for (const { x } of lines.toSorted((a, b) => a.x - b.x)) {
    const there = lines.filter((line) => Math.abs(line.x - x) < 4).reduce((sum, { from, to }) => sum + to - from, 0);
    if (there >= total * 0.15) return x;
  }
  return lines[0]?.x ?? 72;
}

/** The value that most weight stands behind; 0 for none. */
function weightedMode(values: readonly (readonly [number, number])[]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight);
  let [best, most] = [0, 0];
  for (const [value, weight] of weights) if (weight > most) [best, most] = [value, weight];
  return best;
}

function percentile(values: readonly number[], share: number): number | null {
  const ordered = values.toSorted((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? null;
}
