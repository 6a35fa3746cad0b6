// The lines of a file that are its argument: furniture and unread pages left out, each line with what its page looks like.
// In: pages. Out: lines in reading order, with margins and spacing of their page measured from the page itself.
import type { Page, PageLine } from '../contract/page.ts';

/** How the text of one page stands, in points. */
export interface PageLayout {
  /** Where most lines begin. */
  readonly left: number;
  /** Where full lines end. */
  readonly right: number;
  /** Middle of the sheet. */
  readonly middle: number;
  /** Usual distance of baselines; the larger one where quotes and notes are set closer. */
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
  const bodies = allPages.filter(({ unread }) => unread === null).map(bodyOf);
  const bodySize = weightedMode(bodies.flatMap(({ lines }) => lines.map(({ line }) => sizeAndLength(line)))) || 12;
  return bodies.flatMap(({ page, lines }) => {
    const layout = layoutOf(page, lines, bodySize);
    let above: PageLine | null = null;
    return lines.map(({ line, end }): BodyLine => {
      const gap = above === null ? null : above.y - line.y;
      above = line;
      return { page, layout, line, text: page.text.slice(line.from, line.to), end, gap };
    });
  });
}

/** A line, and where its last letter ends. */
type EndedLine = Pick<BodyLine, 'line' | 'end'>;

/** The part `[from, to)` of a line's text as a line of its own, without white space at its ends; null when nothing is left. */
export function partOfLine(body: BodyLine, from: number, to: number): BodyLine | null {
  const { line, text } = body;
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
  if (start >= end) return null;
  const before = line.advances.slice(0, start).reduce((sum, advance) => sum + advance, 0);
  const part = {
    ...line,
    from: line.from + start,
    to: line.from + end,
    x: line.x + before,
    advances: line.advances.slice(start, end),
    superscripts: line.superscripts.filter(([a, b]) => a >= line.from + start && b <= line.from + end),
  };
  return { ...body, line: part, text: text.slice(start, end), end: endOf(part) };
}

/** Body lines as they are read: on a page printed sideways, turned until they run to the right. */
function bodyOf(page: Page): { readonly page: Page; readonly lines: readonly EndedLine[] } {
  const lines = page.lines
    .filter((line) => line.furniture === null && line.to > line.from && !isRule(page, line))
    .map((each): EndedLine => {
      const line = turned(each);
      return { line, end: endOf(line) };
    });
  return { page, lines };
}

/** A rule typed with underscores or dashes is drawn, not said; shorter ones are blanks to fill in. */
function isRule({ text }: Page, { from, to }: PageLine): boolean {
  return to - from >= 8 && /^[_—–=-]+$/.test(text.slice(from, to));
}

function turned(line: PageLine): PageLine {
  const [cos, sin] = line.direction;
  if (cos === 1) return line;
  return { ...line, x: line.x * cos + line.y * sin, y: line.y * cos - line.x * sin, direction: [1, 0] };
}

function endOf({ x, advances }: PageLine): number {
  let width = 0;
  for (const advance of advances) width += advance;
  return x + width;
}

function layoutOf(page: Page, lines: readonly EndedLine[], bodySize: number): PageLayout {
  const body = lines.filter(({ line }) => Math.abs(line.fontSize - bodySize) < 0.75);
  const ended = body.length >= 3 ? body : lines;
  const measured = ended.map(({ line }) => line);
  return {
    left: leftEdge(measured),
    right:
      percentile(
        ended.map(({ end }) => end),
        0.9,
      ) ?? page.view[2] - 72,
    middle: middleOf(page),
    spacing: spacingOf(gapsOf(measured)) ?? 2 * bodySize,
    fontSize: bodySize,
  };
}

/** Middle of the sheet in the direction in which most of its lines run. */
function middleOf({ view, lines }: Page): number {
  const [left, bottom, right, top] = view;
  const sideways = lines.filter(({ direction }) => Math.abs(direction[1]) > 0.5);
  if (sideways.length * 2 <= lines.length) return (left + right) / 2;
  return ((bottom + top) / 2) * (sideways[0]?.direction[1] ?? 1);
}

/** Share of the distances between lines that come in a row, so that they are text and not what parts paragraphs. */
const rowShare = 0.15;

/** The widest distance that many lines keep one after the other; else the usual one. */
function spacingOf(gaps: readonly number[]): number | null {
  const alike = (a: number, b: number) => Math.abs(a - b) < 1.5;
  const inRow = gaps.filter((gap, at) => alike(gap, gaps[at - 1] ?? -1) || alike(gap, gaps[at + 1] ?? -1));
  for (const gap of inRow.toSorted((a, b) => b - a)) {
    const same = inRow.filter((other) => alike(gap, other));
    if (same.length >= Math.max(4, rowShare * gaps.length)) return percentile(same, 0.5);
  }
  return percentile(gaps, 0.6);
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
    let there = 0;
    for (const line of lines) if (Math.abs(line.x - x) < 4) there += line.to - line.from;
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
