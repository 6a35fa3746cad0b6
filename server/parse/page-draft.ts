// One page as laid out before the file as a whole is known: fragments, not yet furniture, numbers or reading order.
// Shape in: RawPage → shape out: PageDraft. Hidden text has already been dropped here; nothing behind this file sees it.
import type { Rect } from '../contract/geometry.ts';
import type { Redaction } from '../contract/page.ts';
import { cosineAndSine, type Glyph } from './glyphs.ts';
import { fragmentsOf, type Fragment } from './lines.ts';
import { applyToRect, type Matrix } from './matrix.ts';
import { interpret, type PaintedPage } from './operator-interpreter.ts';
import type { RawPage } from './pdf-document.ts';
import { withoutHiddenText } from './redactions.ts';
import { gatherRows } from './rows.ts';
import { gatherRuns } from './runs.ts';

/** A page between drawing and reading. */
export interface PageDraft {
  readonly pageNumber: number;
  readonly view: Rect;
  readonly rotate: number;
  readonly userUnit: number;
  /** Direction most of the text runs in, in degrees. */
  readonly angle: number;
  /** The page in coordinates turned by `angle`: `[left, bottom, right, top]`. */
  readonly box: Rect;
  /** Text that runs in the main direction. */
  readonly fragments: readonly Fragment[];
  /** Text that runs otherwise. */
  readonly asides: readonly Fragment[];
  readonly redactions: readonly Redaction[];
  /** Share of the page that images cover, 0–1. */
  readonly imageShare: number;
  /** Share of the characters that are drawn without ink, 0–1: the text layer of a scan. */
  readonly layerShare: number;
  /** Shapes painted besides text and images: outlined letters show up here. */
  readonly shapes: number;
  /** Why pdf.js could not read the page; null when it could. */
  readonly failure: string | null;
}

/** Lays out one page; `bars` hide what lies under them; `painted` is handed in where the interpreter has a clock of its own (the bench). */
export function layOutPage(raw: RawPage, bars: readonly Rect[] = [], painted: PaintedPage = interpret(raw)): PageDraft {
  const { glyphs, redactions } = withoutHiddenText(painted, raw.view, raw.pageNumber, raw.redactMarks, bars);
  const byAngle = groupByAngle(glyphs);
  const angle = mainAngle(byAngle, raw.rotate);
  const layOut = (list: readonly Glyph[]) =>
    fragmentsOf(gatherRows(gatherRuns(list))).filter(({ text }) => text !== '');
  return {
    pageNumber: raw.pageNumber,
    view: raw.view,
    rotate: raw.rotate,
    userUnit: raw.userUnit,
    angle,
    box: turned(raw.view, angle),
    fragments: layOut(byAngle.get(angle) ?? []),
    asides: [...byAngle].filter(([other]) => other !== angle).flatMap(([, list]) => layOut(list)),
    redactions,
    imageShare: shareOfImages(painted, raw.view),
    layerShare: shareWithoutInk(glyphs),
    shapes: painted.fills.length,
    failure: null,
  };
}

/** A page that could not be read: it keeps its place in the file. */
export function failedPage(pageNumber: number, failure: string): PageDraft {
  return {
    pageNumber,
    view: [0, 0, 612, 792],
    rotate: 0,
    userUnit: 1,
    angle: 0,
    box: [0, 0, 612, 792],
    fragments: [],
    asides: [],
    redactions: [],
    imageShare: 0,
    layerShare: 0,
    shapes: 0,
    failure,
  };
}

/** Characters of each direction, in the order of drawing. */
function groupByAngle(glyphs: readonly Glyph[]): ReadonlyMap<number, readonly Glyph[]> {
  const first = glyphs[0]?.angle ?? 0;
  // Nearly every page: all of it runs one way.
  if (glyphs.every((glyph) => glyph.angle === first)) return new Map(glyphs.length === 0 ? [] : [[first, glyphs]]);
  const groups = new Map<number, Glyph[]>();
  let [angle, open]: [number, Glyph[]] = [Number.NaN, []];
  for (const glyph of glyphs) {
    // Letters that follow each other run the same way: the map is asked where the direction changes.
    if (glyph.angle !== angle) {
      angle = glyph.angle;
      open = groups.get(angle) ?? [];
      groups.set(angle, open);
    }
    open.push(glyph);
  }
  return groups;
}

/** The direction of most characters; without text the one a viewer shows upright. */
function mainAngle(byAngle: ReadonlyMap<number, readonly Glyph[]>, rotate: number): number {
  const upright = ((rotate % 360) + 360) % 360;
  let [best, most] = [upright, byAngle.get(upright)?.length ?? 0];
  for (const [angle, { length }] of byAngle) if (length > most) [best, most] = [angle, length];
  return best;
}

/** A rectangle in coordinates turned by `angle`, as fragments have them. */
function turned(rect: Rect, angle: number): Rect {
  const [cos, sin] = cosineAndSine(angle);
  const matrix: Matrix = [cos, -sin, sin, cos, 0, 0];
  return applyToRect(matrix, ...rect);
}

function shareWithoutInk(glyphs: readonly Glyph[]): number {
  let count = 0;
  for (const { invisible } of glyphs) if (invisible) count += 1;
  return glyphs.length === 0 ? 0 : count / glyphs.length;
}

function shareOfImages(page: PaintedPage, view: Rect): number {
  const pageArea = Math.max(1, (view[2] - view[0]) * (view[3] - view[1]));
  let covered = 0;
  for (const { box } of page.images) {
    const width = Math.min(box[2], view[2]) - Math.max(box[0], view[0]);
    const height = Math.min(box[3], view[3]) - Math.max(box[1], view[1]);
    covered += Math.max(0, width) * Math.max(0, height);
  }
  return Math.min(1, covered / pageArea);
}
