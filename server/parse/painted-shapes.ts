// What is painted besides text: filled boxes and images with their place and rank in the order of drawing.
// Shape in: a path as pdf.js packs it (numbers: 0 move, 1 line, 2 curve, 3 quadratic, 4 close) → shape out: rectangles in user space.
import type { Rect } from '../contract/geometry.ts';
import { apply, type Matrix } from './matrix.ts';

/** Corners of a shape, in user space. */
export type Outline = readonly (readonly [number, number])[];

/** A filled area. `rectangle` is false when the area is only the box around another shape. */
export interface Fill {
  readonly box: Rect;
  readonly rectangle: boolean;
  /** Corners of a shape that is no upright rectangle (a turned box, one with round corners); null when unknown. */
  readonly outline: Outline | null;
  /** `#rrggbb`; null for a pattern or shading. */
  readonly color: string | null;
  /** Nothing shines through: alpha 1, normal blending, no soft mask. */
  readonly opaque: boolean;
  readonly order: number;
}

/** An image's place. `opaque` is false for stencils and images with a mask. */
export interface ImagePlace {
  readonly box: Rect;
  readonly opaque: boolean;
  readonly order: number;
}

/** One closed part of a path, in user space; `turn` is 1 counter-clockwise, -1 clockwise. */
export interface PathPart {
  readonly box: Rect;
  readonly rectangle: boolean;
  readonly turn: number;
  /** Corners in the order of drawing; a curve's are those of its frame. */
  readonly points: Outline;
}

/** What painting is confined to: a box, and whether that box is the exact shape of the clipping path. */
export interface Clip {
  readonly box: Rect;
  readonly exact: boolean;
}

/** The whole plane. */
export const unclipped: Clip = { box: [-1e6, -1e6, 1e6, 1e6], exact: true };

/** A clip within a clip. A path of several parts clips to all of them: only the box around them is kept. */
export function narrowClip(clip: Clip, parts: readonly Pick<PathPart, 'box' | 'rectangle'>[]): Clip {
  const [first] = parts;
  if (!first) return clip;
  let around = first.box;
  for (const { box } of parts)
    around = [
      Math.min(around[0], box[0]),
      Math.min(around[1], box[1]),
      Math.max(around[2], box[2]),
      Math.max(around[3], box[3]),
    ];
  return { box: overlap(clip.box, around), exact: clip.exact && parts.length === 1 && first.rectangle };
}

/** The common part of two rectangles; without one its width or height is 0. */
export function overlap(a: Rect, b: Rect): Rect {
  const left = Math.max(a[0], b[0]);
  const bottom = Math.max(a[1], b[1]);
  return [left, bottom, Math.max(left, Math.min(a[2], b[2])), Math.max(bottom, Math.min(a[3], b[3]))];
}

/** More parts than this are a drawing, and holes in it hide nobody's name. */
const mostNested = 60;

/**
 * The parts of a filled path that are inked: a rectangle in a rectangle can be a hole (ISO 32000-1, 8.5.3.3). A part with a
 * hole is no longer a full rectangle.
 */
export function inkedParts(parts: readonly PathPart[], evenOdd: boolean): readonly PathPart[] {
  if (parts.length < 2 || parts.length > mostNested) return parts;
  const around = parts.map((part) => parts.filter((other) => other !== part && surrounds(other.box, part.box)));
  const isHole = parts.map((part, i) => {
    const outer = around[i] ?? [];
    return evenOdd ? outer.length % 2 === 1 : outer.reduce((sum, { turn }) => sum + turn, part.turn) === 0;
  });
  const holed = new Set(around.flatMap((outer, i) => (isHole[i] === true ? outer : [])));
  return parts.flatMap((part, i) => {
    if (isHole[i] === true) return [];
    return holed.has(part) ? [{ ...part, rectangle: false, points: [] }] : [part];
  });
}

function surrounds(outer: Rect, inner: Rect): boolean {
  return (
    outer[0] <= inner[0] &&
    outer[1] <= inner[1] &&
    outer[2] >= inner[2] &&
    outer[3] >= inner[3] &&
    (outer[2] - outer[0] > inner[2] - inner[0] || outer[3] - outer[1] > inner[3] - inner[1])
  );
}

/** Numbers that follow each instruction of a packed path. */
const operandsOf: readonly number[] = [2, 2, 6, 4, 0];

/** Splits a packed path into its parts and tells upright rectangles from other shapes. */
export function partsOfPath(path: Float32Array, matrix: Matrix): PathPart[] {
  const parts: PathPart[] = [];
  let points: (readonly [number, number])[] = [];
  let curved = false;
  const finish = () => {
    if (points.length > 1)
      parts.push({ box: boxAround(points), rectangle: !curved && isRectangle(points), turn: turnOf(points), points });
    points = [];
    curved = false;
  };
  for (let i = 0; i < path.length;) {
    const instruction = path[i] ?? 4;
    const operands = operandsOf[instruction];
    if (operands === undefined) break;
    if (instruction === 0) finish();
    if (instruction === 2 || instruction === 3) curved = true;
    for (let k = i + 1; k < i + 1 + operands; k += 2) points.push(apply(matrix, path[k] ?? 0, path[k + 1] ?? 0));
    i += 1 + operands;
  }
  finish();
  return parts;
}

/** A shape of more corners than this is a drawing. */
const mostCorners = 40;

/** Corners worth keeping of a filled part: those of a shape that could be a box drawn askew. */
export function outlineOf({ rectangle, points }: PathPart): Outline | null {
  return rectangle || points.length < 3 || points.length > mostCorners ? null : points;
}

/** Whether a filled area covers a point. The box alone decides nothing for a shape whose corners are not known. */
export function covers({ box, rectangle, outline }: Pick<Fill, 'box' | 'rectangle' | 'outline'>, x: number, y: number) {
  if (!(x > box[0] && x < box[2] && y > box[1] && y < box[3])) return false;
  return rectangle || (outline !== null && isInside(outline, x, y));
}

function isInside(outline: Outline, x: number, y: number): boolean {
  let inside = false;
  let [beforeX, beforeY] = outline.at(-1) ?? [0, 0];
  for (const [nextX, nextY] of outline) {
    if (nextY > y !== beforeY > y && x < ((beforeX - nextX) * (y - nextY)) / (beforeY - nextY) + nextX)
      inside = !inside;
    [beforeX, beforeY] = [nextX, nextY];
  }
  return inside;
}

/** An upright rectangle as a shape. */
export function boxShape(box: Rect): Pick<Fill, 'box' | 'rectangle' | 'outline'> {
  return { box, rectangle: true, outline: null };
}

/** A line drawn with a pen of width `2 × half` as the bars it inks, one for each straight piece; at most 200. */
export function barsOf(
  { points, box }: PathPart,
  half: number,
): readonly Pick<Fill, 'box' | 'rectangle' | 'outline'>[] {
  if (Math.min(box[2] - box[0], box[3] - box[1]) < 0.5) {
    const isFlat = box[2] - box[0] >= box[3] - box[1];
    const [across, up] = isFlat ? [0, half] : [half, 0];
    return [boxShape([box[0] - across, box[1] - up, box[2] + across, box[3] + up])];
  }
  return points.slice(1, 201).map((to, i) => {
    const [x, y] = points[i] ?? to;
    const length = Math.hypot(to[0] - x, to[1] - y) || 1;
    const [dx, dy] = [(-(to[1] - y) / length) * half, ((to[0] - x) / length) * half];
    const outline: Outline = [
      [x + dx, y + dy],
      [to[0] + dx, to[1] + dy],
      [to[0] - dx, to[1] - dy],
      [x - dx, y - dy],
    ];
    return { box: boxAround(outline), rectangle: isRectangle(outline), outline };
  });
}

function boxAround(points: readonly (readonly [number, number])[]): Rect {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const point of points) {
    left = Math.min(left, point[0]);
    right = Math.max(right, point[0]);
    bottom = Math.min(bottom, point[1]);
    top = Math.max(top, point[1]);
  }
  return [left, bottom, right, top];
}

function turnOf(points: readonly (readonly [number, number])[]): number {
  let area = 0;
  for (const [i, point] of points.entries()) {
    const next = points[(i + 1) % points.length] ?? point;
    area += point[0] * next[1] - next[0] * point[1];
  }
  return Math.sign(area);
}

/** Every corner lies on a corner of the box around them (a quarter point of tolerance), and all four are visited. */
function isRectangle(points: readonly (readonly [number, number])[]): boolean {
  if (points.length < 4 || points.length > 6) return false;
  const box = boxAround(points);
  // A bit for each corner.
  let visited = 0;
  for (const point of points) {
    const atLeft = point[0] - box[0] < 0.25;
    const atRight = box[2] - point[0] < 0.25;
    const atBottom = point[1] - box[1] < 0.25;
    const atTop = box[3] - point[1] < 0.25;
    if (!(atLeft || atRight) || !(atBottom || atTop)) return false;
    visited |= 1 << ((atRight ? 1 : 0) + (atTop ? 2 : 0));
  }
  return visited === 0b1111;
}
