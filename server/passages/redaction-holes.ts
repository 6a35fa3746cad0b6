// Where a line of text, or the space between two lines, has something blacked out: a quotation must show that words are missing.
// In: body lines with the redactions of their page. Out: units of the line before which a box stands; whether a box parts two lines.
import { rectOf, type Rect } from '../contract/geometry.ts';
import type { Page } from '../contract/page.ts';
import type { BodyLine } from './body-lines.ts';

/** What stands in a passage's text for words that a box hides. */
export const hole = '█';
/** Narrower boxes (points) hide no word. */
const narrowest = 4;
/** How far beyond the text's edges a box may stand and still belong to the line. */
const beyond = 40;

/** Units of the line's text, its length included, before which a box stands that no visible word lies on. */
export function holesOf(body: BodyLine): number[] {
  const boxes = boxesBeside(body);
  if (boxes.length === 0) return [];
  const { line, text, layout, end } = body;
  const middle = line.y + 0.3 * line.fontSize;
  const found = new Set<number>();
  for (const [left, bottom, right, top] of boxes) {
    if (middle <= bottom || middle >= top) continue;
    if (right < Math.min(line.x, layout.left) - beyond || left > Math.max(end, layout.right) + beyond) continue;
    let at = text.length;
    let hasWord = false;
    let x = line.x;
    for (const [unit, advance] of line.advances.entries()) {
      const centre = x + advance / 2;
      if (centre > left && at === text.length) at = unit;
      // `[REDACTED]` in its frame says itself that something is gone.
      if (centre > left && centre < right && text[unit] !== ' ') hasWord = true;
      x += advance;
    }
    if (!hasWord) found.add(at);
  }
  return [...found].toSorted((a, b) => a - b);
}

/** Whether a box stands between the lines: a whole line was blacked out. */
export function isHoleBetween(above: BodyLine, below: BodyLine): boolean {
  if (above.page !== below.page) return false;
  const [upper, lower] = [above.line.y - 0.3 * above.line.fontSize, below.line.y + below.line.fontSize];
  return boxesBeside(above).some(([left, bottom, right, top]) => {
    const middle = (bottom + top) / 2;
    return middle < upper && middle > lower && left < above.layout.right && right > above.layout.left;
  });
}

/** Boxes of the page; a page that is read sideways has them in other coordinates than its turned lines. */
function boxesBeside({ page, line }: BodyLine): Rect[] {
  if (page.redactions.length === 0) return [];
  const isUpright = page.lines.some(
    ({ from, to, direction }) => from <= line.from && to >= line.to && direction[0] === 1,
  );
  return isUpright ? wideBoxesOf(page) : [];
}

/** Each line asks for the boxes of its page. */
const boxesKnown = new WeakMap<Page, Rect[]>();

function wideBoxesOf(page: Page): Rect[] {
  const known = boxesKnown.get(page);
  if (known !== undefined) return known;
  const boxes = page.redactions.map(({ box }) => rectOf(box)).filter(([left, , right]) => right - left >= narrowest);
  boxesKnown.set(page, boxes);
  return boxes;
}
