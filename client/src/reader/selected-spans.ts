// A selection on the page's text layer → offsets in our page text. The text layer is not our text (order, ligatures, spaces differ),
// so the line is found by geometry and the place within it by the selected words. Out: one span per run of lines without furniture
// between them (margin numbers are never quoted); none when no line lies there.
import type { PageAnswer } from '../../../server/contract/document-api.ts';
import type { Span } from '../../../server/contract/page.ts';
import { oneHole, textWithHoles } from '../../../server/text/redaction-holes.ts';
import { placeIn } from './span-quads.ts';

/** What was selected on one page; points in PDF user space. */
export interface PageSelection {
  readonly pageNumber: number;
  /** Middle of the left edge of the first box and of the right edge of the last one. */
  readonly start: readonly [number, number];
  readonly end: readonly [number, number];
  readonly text: string;
}

/** The words of a page's spans as they are quoted: on one line, with a `█` where some are blacked out. */
export function quoteOn({ text, holes = [] }: Pick<PageAnswer, 'text' | 'holes'>, spans: readonly Span[]): string {
  const parts = spans.map(({ from, to }) => textWithHoles(text, holes, from, to));
  return oneHole(parts.join(' ').replaceAll(/\s+/g, ' ').trim());
}

type PageText = Pick<PageAnswer, 'text' | 'lines'>;
type Line = PageText['lines'][number];

/** How many characters at each end of the selection are looked for in the line. */
const clue = 24;

export function selectedSpans(page: PageText, { pageNumber, start, end, text }: PageSelection): Span[] {
  const first = lineAt(page.lines, start);
  const last = lineAt(page.lines, end);
  if (first === null || last === null) return [];
  const words = text.trim();
  const from = endOf(page.text, first.line, first.along, words.slice(0, clue), 'start');
  const to = endOf(page.text, last.line, last.along, words.slice(-clue), 'end');
  return runsOf(page.lines, from, to).map((run) => ({ pageNumber, ...run }));
}

/** `[from, to)` without the furniture in it. */
function runsOf(lines: readonly Line[], from: number, to: number): Omit<Span, 'pageNumber'>[] {
  const runs: { from: number; to: number }[] = [];
  let isApart = true;
  for (const line of lines.toSorted((a, b) => a.from - b.from)) {
    const part = { from: Math.max(from, line.from), to: Math.min(to, line.to) };
    if (part.from >= part.to) continue;
    const last = runs.at(-1);
    if (line.furniture !== null) isApart = true;
    else if (last === undefined || isApart) {
      runs.push(part);
      isApart = false;
    } else last.to = part.to;
  }
  return runs;
}

/** The line of text under a point, with the share of its length the point stands at; furniture is never text. */
function lineAt(lines: readonly Line[], [x, y]: readonly [number, number]): { line: Line; along: number } | null {
  let best: { line: Line; along: number; distance: number } | null = null;
  for (const line of lines) {
    if (line.furniture !== null || line.to <= line.from) continue;
    const { along, up } = placeIn(line.box, x, y);
    const distance = Math.abs(up - 0.5) + (along < 0 ? -along : Math.max(0, along - 1));
    if (Math.abs(up - 0.5) <= 1 && (best === null || distance < best.distance)) best = { line, along, distance };
  }
  return best;
}

/** The offset in the line's text where the clue begins (or ends), nearest to where the pointer was; else in proportion, at a word's edge. */
function endOf(text: string, line: Line, along: number, words: string, side: 'start' | 'end'): number {
  const lineText = text.slice(line.from, line.to);
  const near = Math.round(Math.min(1, Math.max(0, along)) * lineText.length);
  for (let length = words.length; length >= 2; length -= 1) {
    const part = side === 'start' ? words.slice(0, length) : words.slice(-length);
    const places = placesOf(lineText, part).map((at) => (side === 'start' ? at : at + part.length));
    const nearest = places.toSorted((a, b) => Math.abs(a - near) - Math.abs(b - near))[0];
    if (nearest !== undefined) return line.from + nearest;
  }
  return line.from + wordEdge(lineText, near, side);
}

function placesOf(text: string, part: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}

function wordEdge(text: string, near: number, side: 'start' | 'end'): number {
  if (side === 'start') return text.slice(0, near).search(/\S*$/);
  return near + (/^\S*/.exec(text.slice(near))?.[0].length ?? 0);
}
