// Where words are blacked out, between the words that are left: a quotation must show that something is missing.
// In: lines of a page with the boxes of its redactions. Out: places in their text before which a box stands; a quote with marks there.
// A box on which a visible word lies is no hole: `[REDACTED]` in its frame says itself that something is gone.
import { rectOf, type Rect } from '../contract/geometry.ts';
import type { Page, PageLine } from '../contract/page.ts';

/** What stands in a quotation for words that a box hides. */
export const hole = '█';
/** Narrower boxes (points) hide no word. */
const narrowest = 4;
/** How far beyond the text's edges a box may stand and still belong to the line. */
const beyond = 40;

/** What of a page is looked at. */
export type PageWithBoxes = Pick<Page, 'lines' | 'redactions'>;

/** A line with the edges of the text it stands in, in points. */
export interface LineInText {
  readonly page: PageWithBoxes;
  readonly line: PageLine;
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** Units of the line's text, its length included, before which a box stands that no visible word lies on. */
export function holesInLine(placed: LineInText): number[] {
  const { line, text } = placed;
  const boxes = boxesBeside(placed);
  if (boxes.length === 0) return [];
  const middle = line.y + 0.3 * line.fontSize;
  const found = new Set<number>();
  for (const [left, bottom, right, top] of boxes) {
    if (middle <= bottom || middle >= top) continue;
    if (right < placed.left - beyond || left > placed.right + beyond) continue;
    let at = text.length;
    let hasWord = false;
    let x = line.x;
    for (const [unit, advance] of line.advances.entries()) {
      const centre = x + advance / 2;
      if (centre > left && at === text.length) at = unit;
      if (centre > left && centre < right && text[unit] !== ' ') hasWord = true;
      x += advance;
    }
    if (!hasWord) found.add(at);
  }
  return [...found].toSorted((a, b) => a - b);
}

/** Whether a box stands between the lines: a whole line was blacked out. */
export function isHoleBetween(above: LineInText, below: Pick<LineInText, 'page' | 'line'>): boolean {
  if (above.page !== below.page) return false;
  const [upper, lower] = [above.line.y - 0.3 * above.line.fontSize, below.line.y + below.line.fontSize];
  return boxesBeside(above).some(([left, bottom, right, top]) => {
    const middle = (bottom + top) / 2;
    return middle < upper && middle > lower && left < above.right && right > above.left;
  });
}

/** Boxes of the page; a page that is read sideways has them in other coordinates than its turned lines. */
function boxesBeside({ page, line }: Pick<LineInText, 'page' | 'line'>): Rect[] {
  if (page.redactions.length === 0) return [];
  const isUpright = page.lines.some(
    ({ from, to, direction }) => from <= line.from && to >= line.to && direction[0] === 1,
  );
  return isUpright ? wideBoxesOf(page) : [];
}

/** Each line asks for the boxes of its page. */
const boxesKnown = new WeakMap<PageWithBoxes, Rect[]>();

function wideBoxesOf(page: PageWithBoxes): Rect[] {
  const known = boxesKnown.get(page);
  if (known !== undefined) return known;
  const boxes = page.redactions.map(({ box }) => rectOf(box)).filter(([left, , right]) => right - left >= narrowest);
  boxesKnown.set(page, boxes);
  return boxes;
}

/** A place in page text where words are blacked out: before `at`; `isLine`: a whole line, which would follow there. */
export interface PageHole {
  readonly at: number;
  readonly isLine: boolean;
}

/** The holes of a page's body text, in order. */
export function holesOfPage(page: PageWithBoxes & Pick<Page, 'text'>): PageHole[] {
  if (page.redactions.length === 0) return [];
  const body = page.lines.filter(({ furniture, direction }) => furniture === null && direction[0] === 1);
  const left = Math.min(...body.map(({ x }) => x));
  const right = Math.max(...body.map(({ x, advances }) => x + advances.reduce((sum, each) => sum + each, 0)));
  const placed = body.map((line) => ({ page, line, text: page.text.slice(line.from, line.to), left, right }));
  const holes = placed.flatMap((line, index): PageHole[] => {
    const next = placed[index + 1];
    const within = holesInLine(line).map((unit) => ({ at: line.line.from + unit, isLine: false }));
    return next !== undefined && isHoleBetween(line, next) ? [...within, { at: line.line.to, isLine: true }] : within;
  });
  return holes.toSorted((a, b) => a.at - b.at);
}

/**
 * The page's text `[from, to)` with a mark at each hole in it, and at its end where the words of the line end in one. Who quotes up
 * to a word in the middle of a line quotes no more than that.
 */
export function textWithHoles(text: string, holes: readonly PageHole[], from: number, to: number): string {
  let marked = '';
  let last = from;
  for (const { at, isLine } of holes) {
    const isAtEnd = at === to && !isLine && (to === text.length || text[to] === '\n');
    if (at <= from || (at >= to && !isAtEnd)) continue;
    marked += `${text.slice(last, at)} ${hole} `;
    last = at;
  }
  return marked + text.slice(last, to);
}

/** Marks beside each other are one, and so are the spaces around them. */
export function oneHole(quote: string): string {
  return quote.replaceAll(new RegExp(`${hole}(?:\\s*${hole})+`, 'g'), hole);
}
