// Finds text that the page hides, and takes it out before anything else sees it; finds redaction boxes.
// Shape in: what a page paints + its view → shape out: the visible characters and the redactions. Hidden is: under an opaque
// box or image drawn later, in the colour of its ground, an OCR layer behind a dark box, or outside the page.
import type { Quad, Rect } from '../contract/geometry.ts';
import { quadOf } from '../contract/geometry.ts';
import type { Redaction } from '../contract/page.ts';
import { centreOf, type Glyph } from './glyphs.ts';
import type { PaintedPage } from './operator-interpreter.ts';
import type { Fill, ImagePlace } from './painted-shapes.ts';

/** What may be read on. */
export interface VisiblePage {
  readonly glyphs: Glyph[];
  readonly redactions: Redaction[];
}

/** A box that can hide words; thinner ones are rules. */
const smallest = { width: 4, height: 4 };
/** Boxes found on one page at most: charts are made of thousands. */
const mostBoxes = 300;

/** Separates visible from hidden text. */
export function withoutHiddenText(page: PaintedPage, view: Rect, pageNumber: number): VisiblePage {
  const covers = coversOf(page, view);
  const dark = page.fills.filter(
    (fill) => isBox(fill.box) && fill.opaque && fill.rectangle && luminance(fill.color) < 0.25,
  );
  const grounds = page.fills.filter((fill) => isBox(fill.box));
  const hidden = new Map<Rect, Glyph[]>();
  /** White on white has no box: one finding for each stretch of text drawn at once. */
  const stretches = new Map<number, Rect>();
  const glyphs = page.glyphs.filter((glyph) => {
    const [x, y] = centreOf(glyph);
    if (x < view[0] - 2 || x > view[2] + 2 || y < view[1] - 2 || y > view[3] + 2) return false;
    const cover =
      covers.find(({ box, order }) => order > glyph.order && contains(box, x, y))?.box ??
      (glyph.invisible ? dark.find(({ box }) => contains(box, x, y))?.box : undefined) ??
      groundOfSameColour(glyph, x, y, grounds, page.images);
    if (!cover) return true;
    const box = cover === 'paper' ? (stretches.get(glyph.order) ?? boxAround(glyph)) : cover;
    if (cover === 'paper') stretches.set(glyph.order, box);
    const under = hidden.get(box);
    if (under) under.push(glyph);
    else hidden.set(box, [glyph]);
    return false;
  });
  const marks = new Set(stretches.values());
  const bad = [...hidden].flatMap(([box, under]) =>
    marks.has(box) && isPrintersMark(box, view) ? [] : badRedaction(box, withoutRepeated(under, glyphs), pageNumber),
  );
  const good = goodRedactions(dark, glyphs, bad, pageNumber);
  return { glyphs, redactions: [...bad, ...good].slice(0, mostBoxes) };
}

/** Opaque boxes and images. Images that together cover half of the page are a scan laid over its own text layer. */
function coversOf(page: PaintedPage, view: Rect): { readonly box: Rect; readonly order: number }[] {
  const boxes = page.fills.filter((fill) => fill.opaque && fill.rectangle && isBox(fill.box));
  const images = page.images.filter((image) => image.opaque && isBox(image.box));
  const pageArea = area(view);
  const covered = images.reduce((sum, image) => sum + area(image.box), 0);
  return covered > pageArea / 2 ? boxes : [...boxes, ...images];
}

/** Visible ink on a ground of its own colour; on bare paper that is white ink. Unknown grounds give the benefit of the doubt. */
function groundOfSameColour(
  glyph: Glyph,
  x: number,
  y: number,
  fills: readonly Fill[],
  images: readonly ImagePlace[],
): Rect | 'paper' | undefined {
  const { color } = glyph;
  if (color === null || glyph.invisible) return undefined;
  let ground: Fill | null = null;
  for (const fill of fills) if (fill.order < glyph.order && contains(fill.box, x, y)) ground = fill;
  if (ground && (!ground.rectangle || !ground.opaque)) return undefined;
  const after = ground?.order ?? -1;
  if (images.some((image) => image.order > after && image.order < glyph.order && contains(image.box, x, y)))
    return undefined;
  const same = ground ? closeColours(color, ground.color) : luminance(color) > 0.99;
  if (!same) return undefined;
  return ground ? ground.box : 'paper';
}

/** A line-high box around a character: stands for all hidden characters that were drawn with it. */
function boxAround(glyph: Glyph): Rect {
  const [x, y] = centreOf(glyph);
  const half = Math.max(glyph.size / 2, 2);
  return [x - half, y - half, x + half, y + half];
}

/** Highlighters and forms paint over words and write them once more on top: what is seen in the same place is no secret. */
function withoutRepeated(under: readonly Glyph[], visible: readonly Glyph[]): readonly Glyph[] {
  return under.filter((glyph) => {
    const near = 0.4 * glyph.size;
    return !visible.some(
      (other) => other.text === glyph.text && Math.abs(other.x - glyph.x) < near && Math.abs(other.y - glyph.y) < near,
    );
  });
}

function badRedaction(box: Rect, under: readonly Glyph[], pageNumber: number): Redaction[] {
  const text = under.map((glyph) => glyph.text).join('');
  return isNoSecret(text)
    ? []
    : [{ pageNumber, box: rounded(box), bad: true, characters: text.match(/[\p{L}\p{N}]/gu)?.length ?? 0 }];
}

/** Words that stand for what was taken out (x-ray knows the same ones). */
const standIns =
  /redacted(?:andpublicly)?filed|filedunderseal|underseal|sealed|name(?=redact)|redact(?:ed|e)?|(?:highly)?confidential|privileged?/g;

/**
 * What nobody hid: blanks and rules of a form under a field's white ground, one letter that a box happens to cut, a row of
 * the same letter, or a word that says that something was redacted.
 */
function isNoSecret(text: string): boolean {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return (
    letters.length <= 1 || (letters.length > 2 && new Set(letters).size === 1) || letters.replace(standIns, '') === ''
  );
}

/** White ink on bare paper that is too small to read or stands at the sheet's edge: typesetters leave notes for themselves. */
function isPrintersMark([, bottom, , top]: Rect, view: Rect): boolean {
  const margin = 0.06 * (view[3] - view[1]);
  return top - bottom < 4.5 || bottom < view[1] + margin || top > view[3] - margin;
}

/** Dark boxes of the size of words with nothing visible on them, or only a word that says so. */
function goodRedactions(
  dark: readonly Fill[],
  visible: readonly Glyph[],
  bad: readonly Redaction[],
  pageNumber: number,
): Redaction[] {
  const taken = new Set(bad.map(({ box }) => String(box)));
  const found: Redaction[] = [];
  for (const { box } of dark) {
    const [width, height] = [box[2] - box[0], box[3] - box[1]];
    if (width < 8 || height < 6 || height > 600) continue;
    const quad = rounded(box);
    if (taken.has(String(quad))) continue;
    taken.add(String(quad));
    const label = visible
      .filter((glyph) => contains(box, ...centreOf(glyph)))
      .map(({ text }) => text)
      .join('');
    if (label !== '' && !/redact|seal|confiden|\(b\)|privil/i.test(label)) continue;
    found.push({ pageNumber, box: quad, bad: false, characters: 0 });
    if (found.length >= mostBoxes) break;
  }
  return found;
}

function contains([left, bottom, right, top]: Rect, x: number, y: number): boolean {
  return x > left && x < right && y > bottom && y < top;
}

function isBox([left, bottom, right, top]: Rect): boolean {
  return right - left >= smallest.width && top - bottom >= smallest.height;
}

function area([left, bottom, right, top]: Rect): number {
  return Math.max(0, right - left) * Math.max(0, top - bottom);
}

function rounded([left, bottom, right, top]: Rect): Quad {
  const round = (value: number) => Math.round(value * 100) / 100;
  return quadOf([round(left), round(bottom), round(right), round(top)]);
}

function channels(color: string): readonly [number, number, number] {
  const value = Number.parseInt(color.slice(1), 16);
  return Number.isNaN(value) ? [0, 0, 0] : [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** 0 black to 1 white; an unknown colour counts as white. */
function luminance(color: string | null): number {
  if (color === null) return 1;
  const [red, green, blue] = channels(color);
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

function closeColours(color: string, other: string | null): boolean {
  if (other === null) return false;
  const [a, b] = [channels(color), channels(other)];
  return Math.abs(a[0] - b[0]) < 12 && Math.abs(a[1] - b[1]) < 12 && Math.abs(a[2] - b[2]) < 12;
}
