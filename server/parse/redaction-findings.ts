// Hidden characters → findings: one for each box or line, with its place and how many letters were dropped, never the letters.
// Shape in: characters with the way each was hidden → shape out: bad redactions. What is no secret makes none: blanks of a form, one
// letter that a box happens to cut, words that only say that something was redacted, what stands in the same place to be read.
import { quadOf, rectOf, type Quad, type Rect } from '../contract/geometry.ts';
import type { HidingWay, Redaction } from '../contract/page.ts';
import { centreX, centreY, cosineAndSine, type Glyph } from './glyphs.ts';

/** A character that nobody sees. `under` is what lies over it (the same thing, the same finding); null: its line stands for it. */
export interface HiddenGlyph {
  readonly glyph: Glyph;
  readonly how: HidingWay;
  readonly under: Rect | null;
}

interface Group {
  readonly how: HidingWay;
  readonly under: Rect | null;
  readonly glyphs: Glyph[];
}

/** Findings of a page, in the order of drawing. `visible` are its other characters. */
export function badRedactions(
  hidden: readonly HiddenGlyph[],
  visible: readonly Glyph[],
  view: Rect,
  pageNumber: number,
): Redaction[] {
  const seen = placesOf(visible);
  const groups = new Map<Rect | string, Group>();
  for (const each of hidden) {
    const { glyph, how, under } = each;
    const key = under ?? `${how} ${glyph.angle} ${Math.round(glyph.v / Math.max(glyph.size, 4))}`;
    const group = groups.get(key);
    if (group) group.glyphs.push(glyph);
    else groups.set(key, { how, under, glyphs: [glyph] });
  }
  const found: Redaction[] = [];
  for (const { how, under, glyphs } of groups.values()) {
    // Highlighters and forms paint over words and write them once more on top: what is seen in the same place is no secret.
    const lost = glyphs.filter((glyph) => !seen(glyph));
    if (lost.length === 0 || isNoSecret(lost.map(({ text }) => text).join(''))) continue;
    const around = boxAround(lost);
    // A sheet of white under everything that follows is no box: the words' own place is.
    const box = under !== null && area(under) < 12 * area(around) ? union(under, around) : around;
    // The margin's last line numbers, cut where the sheet was cropped.
    if (how === 'clipped' && lettersOf(lost) < 4) continue;
    if (how === 'same-colour' && isPrintersMark(around, view)) continue;
    const overwritten = how === 'covered' && visible.some((glyph) => glyph.text !== ' ' && holdsMiddle(box, glyph));
    found.push({
      pageNumber,
      box: quad(within(box, view)),
      bad: true,
      characters: lettersOf(lost),
      how: overwritten ? 'overwritten' : how,
    });
  }
  return joined(found);
}

/** Words that stand for what was taken out (x-ray knows the same ones). */
const standIns =
  /redacted(?:andpublicly)?filed|filedunderseal|underseal|sealed|name(?=redact)|redact(?:ed|e)?|(?:highly)?confidential|privileged?/g;

function isNoSecret(text: string): boolean {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return (
    letters.length <= 1 || (letters.length > 2 && new Set(letters).size === 1) || letters.replace(standIns, '') === ''
  );
}

/** White, and too small to read or at the sheet's edge: typesetters leave notes for themselves. */
function isPrintersMark([, bottom, , top]: Rect, view: Rect): boolean {
  const margin = 0.06 * (view[3] - view[1]);
  return top - bottom < 4 || bottom < view[1] + margin || top > view[3] - margin;
}

function placesOf(visible: readonly Glyph[]): (glyph: Glyph) => boolean {
  const byText = new Map<string, Glyph[]>();
  for (const glyph of visible) {
    const same = byText.get(glyph.text);
    if (same) same.push(glyph);
    else byText.set(glyph.text, [glyph]);
  }
  return ({ text, size, x, y }) => {
    const near = 0.4 * size;
    return byText.get(text)?.some((other) => Math.abs(other.x - x) < near && Math.abs(other.y - y) < near) === true;
  };
}

function lettersOf(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
}

/** From the descenders to the capitals' tops. */
function boxAround(glyphs: readonly Glyph[]): Rect {
  let box: Rect | null = null;
  for (const { x, y, width, size, angle } of glyphs) {
    const [cos, sin] = cosineAndSine(angle);
    for (const [along, up] of [
      [0, -0.2],
      [0, 0.7],
      [1, -0.2],
      [1, 0.7],
    ] as const) {
      const [px, py] = [x + along * width * cos - up * size * sin, y + along * width * sin + up * size * cos];
      box = box === null ? [px, py, px, py] : union(box, [px, py, px, py]);
    }
  }
  return box ?? [0, 0, 0, 0];
}

/** Findings side by side on one line that were hidden the same way are one: words are covered one by one. */
function joined(found: readonly Redaction[]): Redaction[] {
  const kept: Redaction[] = [];
  for (const finding of found) {
    const box = rectOf(finding.box);
    const at = kept.findIndex((other) => other.how === finding.how && touches(rectOf(other.box), box));
    const other = kept[at];
    if (other === undefined) kept.push(finding);
    else {
      kept[at] = {
        ...other,
        box: quad(union(rectOf(other.box), box)),
        characters: other.characters + finding.characters,
      };
    }
  }
  return kept;
}

function touches(a: Rect, b: Rect): boolean {
  const gap = Math.max(a[0] - b[2], b[0] - a[2]);
  const [lower, upper] = [Math.max(a[1], b[1]), Math.min(a[3], b[3])];
  return gap < 6 && upper - lower > 0.6 * Math.max(a[3] - a[1], b[3] - b[1]);
}

function holdsMiddle(box: Rect, glyph: Glyph): boolean {
  const [x, y] = [centreX(glyph), centreY(glyph)];
  return x > box[0] && x < box[2] && y > box[1] && y < box[3];
}

function union(a: Rect, b: Rect): Rect {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** Into the page; what lies outside gets a strip on its edge, so that a reader sees that there is something. */
function within([left, bottom, right, top]: Rect, view: Rect): Rect {
  const strip = 6;
  return [
    Math.max(view[0], Math.min(left, view[2] - strip)),
    Math.max(view[1], Math.min(bottom, view[3] - strip)),
    Math.min(view[2], Math.max(right, view[0] + strip)),
    Math.min(view[3], Math.max(top, view[1] + strip)),
  ];
}

function area([left, bottom, right, top]: Rect): number {
  return Math.max(0, right - left) * Math.max(0, top - bottom);
}

/** A box as findings keep it: hundredths of a point. */
export function quad([left, bottom, right, top]: Rect): Quad {
  const round = (value: number) => Math.round(value * 100) / 100;
  return quadOf([round(left), round(bottom), round(right), round(top)]);
}
