// Finds text that the page hides, and takes it out before anything else sees it; finds redaction boxes.
// Shape in: what a page paints + its view → shape out: the visible characters and the redactions. Hidden is what lies under
// something opaque or under a mark for redaction, has the colour of its ground, or is in the file and not on the page.
import { rectOf, type Rect } from '../contract/geometry.ts';
import type { Redaction } from '../contract/page.ts';
import { centreOf, centreX, centreY, type Glyph } from './glyphs.ts';
import { byHeight } from './height-bands.ts';
import type { PaintedPage } from './operator-interpreter.ts';
import { covers, type Fill, type ImagePlace } from './painted-shapes.ts';
import { closeColours, luminance } from './redaction-colors.ts';
import { coversOf } from './redaction-covers.ts';
import { badRedactions, quad, type HiddenGlyph } from './redaction-findings.ts';

/** What may be read on. */
export interface VisiblePage {
  readonly glyphs: Glyph[];
  readonly redactions: Redaction[];
}

/** Boxes without words beneath that are kept of one page, with the bad ones: charts are made of thousands. A bad one is never left out. */
const mostBoxes = 300;
/** Smaller than this (points) nobody reads: half of the smallest print. */
const tiniest = 1;

/** Separates visible from hidden text. `marks`: Redact annotations that were not applied; `bars`: words that a picture shows as dark. */
export function withoutHiddenText(
  page: PaintedPage,
  view: Rect,
  pageNumber: number,
  marks: readonly Rect[] = [],
  bars: readonly Rect[] = [],
): VisiblePage {
  const hides = hidingOf(page, view, marks, bars);
  // A sheet that goes on below its page is clipped there; nobody hid that.
  const hidden: HiddenGlyph[] = page.unseen
    .filter((glyph) => glyph.why !== 'clipped' || isOnPage(...centreOf(glyph), view))
    .map((glyph) => ({ glyph, how: glyph.why, under: null }));
  const glyphs: Glyph[] = [];
  for (const glyph of page.glyphs) {
    const found = hides(glyph);
    if (found === null) glyphs.push(glyph);
    else hidden.push(found);
  }
  const bad = hidden.length === 0 ? [] : badRedactions(hidden, glyphs, view, pageNumber);
  const good = [...darkBoxes(page.fills, glyphs, bad, pageNumber), ...standInWords(glyphs, pageNumber)];
  return { glyphs, redactions: [...bad, ...good.slice(0, Math.max(0, mostBoxes - bad.length))] };
}

function hidingOf(
  { fills, images }: PaintedPage,
  view: Rect,
  marks: readonly Rect[],
  bars: readonly Rect[],
): (glyph: Glyph) => HiddenGlyph | null {
  const cover = coversOf(fills, images, view);
  const grounds = fills.filter((fill) => isBox(fill.box));
  const groundsAt = byHeight(grounds, view);
  const dark = grounds.filter(isDark);
  const inked = fills.filter(({ box }) => !isBox(box) || box[3] - box[1] < 40);
  return (glyph) => {
    const x = centreX(glyph);
    const y = centreY(glyph);
    if (!isOnPage(x, y, view)) return { glyph, how: 'outside', under: null };
    const mark = marks.length === 0 ? undefined : marks.find((box) => contains(box, x, y));
    if (mark) return { glyph, how: 'marked', under: mark };
    const bar = bars.length === 0 ? undefined : bars.find((box) => contains(box, x, y));
    if (bar) return { glyph, how: 'covered', under: bar };
    const over = cover.over(glyph)?.box ?? (glyph.invisible ? dark.find(({ box }) => contains(box, x, y))?.box : null);
    if (over) return { glyph, how: 'covered', under: over };
    if (glyph.size < tiniest && glyph.text !== ' ') return { glyph, how: 'tiny', under: null };
    if (glyph.invisible) {
      const isSeen = images.some(({ box }) => contains(box, x, y)) || inked.some(({ box }) => contains(box, x, y));
      return isSeen ? null : { glyph, how: 'invisible', under: null };
    }
    const here = groundsAt(y);
    // Nearly every letter: ink on bare paper.
    if (here.length === 0 && !isPaperWhite(glyph.color)) return null;
    const ground = groundOfSameColour(glyph, x, y, here, images);
    return ground === null ? null : { glyph, how: 'same-colour', under: ground === 'paper' ? null : ground };
  };
}

/** Visible ink on a ground of its own colour; on bare paper that is white ink. Unknown grounds give the benefit of the doubt. */
function groundOfSameColour(
  glyph: Glyph,
  x: number,
  y: number,
  fills: readonly Fill[],
  images: readonly ImagePlace[],
): Rect | 'paper' | null {
  const { color } = glyph;
  if (color === null) return null;
  let ground: Fill | null = null;
  for (const fill of fills) if (fill.order < glyph.order && contains(fill.box, x, y)) ground = fill;
  if (ground && (!covers(ground, x, y) || !ground.opaque)) return null;
  const after = ground?.order ?? -1;
  if (images.some((image) => image.order > after && image.order < glyph.order && contains(image.box, x, y)))
    return null;
  const same = ground ? closeColours(color, ground.color) : isPaperWhite(color);
  if (!same) return null;
  return ground ? ground.box : 'paper';
}

function isPaperWhite(color: string | null): boolean {
  return color !== null && luminance(color) > 0.99;
}

/** Dark boxes of the size of words with nothing visible on them, or only a word that says so. */
function darkBoxes(
  fills: readonly Fill[],
  visible: readonly Glyph[],
  bad: readonly Redaction[],
  pageNumber: number,
): Redaction[] {
  const taken = new Set<string>();
  const found: Redaction[] = [];
  for (const { box } of fills.filter(isDark)) {
    const [width, height] = [box[2] - box[0], box[3] - box[1]];
    if (width < 8 || height < 6) continue;
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    if (bad.some((other) => contains(rectOf(other.box), x, y))) continue;
    const place = quad(box);
    if (taken.has(String(place))) continue;
    taken.add(String(place));
    let label = '';
    for (const glyph of visible) if (contains(box, centreX(glyph), centreY(glyph))) label += glyph.text;
    // A dark sheet is a ground, unless it is all there is.
    if (height > 600 && visible.length > 0 && label !== '') continue;
    if (label !== '' && !/redact|seal|confiden|\(b\)|privil/i.test(label)) continue;
    found.push({ pageNumber, box: place, bad: false, characters: 0 });
    if (found.length >= mostBoxes) break;
  }
  return found;
}

/** `[REDACTED]`, `[Sealed by order]`, `████`: words that stand where something was taken out. */
function standInWords(visible: readonly Glyph[], pageNumber: number): Redaction[] {
  // The letters of a page are put together only where such words could begin.
  if (!visible.some(mayOpenStandIn)) return [];
  const starts = new Map<number, number>();
  let text = '';
  for (const { text: letter } of visible) text += letter;
  const found = [...text.matchAll(/\[ ?(?:redacted|sealed|under ?seal)[^[\]]{0,40}\]|█{2,}/gi)];
  if (found.length === 0) return [];
  let length = 0;
  for (const [at, glyph] of visible.entries()) {
    starts.set(length, at);
    length += glyph.text.length;
  }
  return found.flatMap((match) => {
    const from = starts.get(match.index);
    const to = starts.get(match.index + match[0].length) ?? visible.length;
    const [first, last] = from === undefined ? [] : [visible[from], visible[to - 1]];
    if (!first || !last || first.angle !== 0 || Math.abs(first.y - last.y) > 1) return [];
    const box: Rect = [first.x, first.y - 0.2 * first.size, last.x + last.width, first.y + 0.8 * first.size];
    return [{ pageNumber, box: quad(box), bad: false, characters: 0 }];
  });
}

function mayOpenStandIn({ text }: Glyph): boolean {
  return text.length === 1 ? text === '[' || text === '█' : /[[█]/.test(text);
}

/** With two points of tolerance. */
function isOnPage(x: number, y: number, view: Rect): boolean {
  return x > view[0] - 2 && x < view[2] + 2 && y > view[1] - 2 && y < view[3] + 2;
}

function isDark({ box, opaque, rectangle, color }: Fill): boolean {
  return isBox(box) && opaque && rectangle && luminance(color) < 0.25;
}

function contains(box: Rect, x: number, y: number): boolean {
  return x > box[0] && x < box[2] && y > box[1] && y < box[3];
}

function isBox(box: Rect): boolean {
  return box[2] - box[0] >= 4 && box[3] - box[1] >= 4;
}
