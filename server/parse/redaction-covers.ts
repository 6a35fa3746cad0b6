// What lies over a character: opaque boxes, bars and images that were drawn after it.
// Shape in: fills and images of a page → shape out: a question, "what hides this character?". Several shapes together can hide
// one; an underline, a rule or a line through it covers too little of it.
import type { Rect } from '../contract/geometry.ts';
import { centreX, centreY, cosineAndSine, type Glyph } from './glyphs.ts';
import { covers, type Fill, type ImagePlace, type Outline } from './painted-shapes.ts';

/** An opaque thing on the page. */
export interface Cover {
  readonly box: Rect;
  readonly rectangle: boolean;
  readonly outline: Outline | null;
  readonly order: number;
}

/** What can hide text of a page: the images that are its scan are told apart from the rest. */
export interface Covers {
  /** The latest thing that covers most of a character drawn before it; null when it is to be seen. */
  over(glyph: Glyph): Cover | null;
}

/** Thinner than this (points) is a hair line. */
const thinnest = 0.8;
/** Height of the bands that covers are kept by. */
const band = 12;
/** Covers higher than this many bands are few, and kept apart. */
const mostBands = 24;

/** Gathers the opaque shapes of a page by height. */
export function coversOf(fills: readonly Fill[], images: readonly ImagePlace[], view: Rect): Covers {
  const list = coverList(fills, images, view);
  const bands = new Map<number, Cover[]>();
  const tall: Cover[] = [];
  for (const cover of list) {
    const [from, to] = [Math.floor(cover.box[1] / band), Math.floor(cover.box[3] / band)];
    if (to - from > mostBands) tall.push(cover);
    else
      for (let at = from; at <= to; at++) {
        const there = bands.get(at);
        if (there) there.push(cover);
        else bands.set(at, [cover]);
      }
  }
  const lastOrder = list.reduce((most, { order }) => Math.max(most, order), -1);
  const at = (x: number, y: number, order: number): Cover | null => {
    const here = latestOver(bands.get(Math.floor(y / band)) ?? none, x, y, order, null);
    return tall.length === 0 ? here : latestOver(tall, x, y, order, here);
  };
  return {
    over(glyph) {
      if (glyph.order > lastOrder) return null;
      const middle = at(centreX(glyph), centreY(glyph), glyph.order);
      if (middle === null) return null;
      const [cos, sin] = cosineAndSine(glyph.angle);
      const place = (along: number, up: number): readonly [number, number] => [
        glyph.x + along * glyph.width * cos - up * glyph.size * sin,
        glyph.y + along * glyph.width * sin + up * glyph.size * cos,
      ];
      let covered = 0;
      for (const up of [0.06, 0.3, 0.5])
        for (const along of [0.2, 0.5, 0.8]) if (at(...place(along, up), glyph.order) !== null) covered += 1;
      return covered >= 6 ? middle : null;
    },
  };
}

const none: readonly Cover[] = [];

/** Of the things that lie over a point, the one drawn last; `last` is what is known already. */
function latestOver(things: readonly Cover[], x: number, y: number, order: number, last: Cover | null): Cover | null {
  let latest = last;
  for (const cover of things)
    if (cover.order > order && (latest === null || cover.order > latest.order) && covers(cover, x, y)) latest = cover;
  return latest;
}

/** Opaque boxes and images. Images that together cover half of the page are a scan, whose words lie under it or over it. */
function coverList(fills: readonly Fill[], images: readonly ImagePlace[], view: Rect): readonly Cover[] {
  const boxes = fills.filter(
    ({ opaque, rectangle, outline, box }) =>
      opaque && (rectangle || outline !== null) && box[2] - box[0] > thinnest && box[3] - box[1] > thinnest,
  );
  const covered = images.reduce((sum, { box }) => sum + area(box), 0);
  if (covered <= area(view) / 2) {
    return [
      ...boxes,
      ...images
        .filter(({ opaque }) => opaque)
        .map(({ box, order }) => ({ box, rectangle: true, outline: null, order })),
    ];
  }
  // What a scan is laid over hides nothing: a white ground, then words without ink, then the picture of the page.
  const scan = images.filter(({ opaque, box }) => opaque && area(box) > area(view) / 20);
  return boxes.filter(({ box, order }) => !scan.some((image) => image.order > order && holds(image.box, box)));
}

function area(box: Rect): number {
  return Math.max(0, box[2] - box[0]) * Math.max(0, box[3] - box[1]);
}

function holds(outer: Rect, inner: Rect): boolean {
  return outer[0] <= inner[0] + 1 && outer[1] <= inner[1] + 1 && outer[2] >= inner[2] - 1 && outer[3] >= inner[3] - 1;
}
