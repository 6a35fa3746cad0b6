// What is painted besides text: filled boxes and images with their place and rank in the order of drawing.
// Shape in: a path as pdf.js packs it (numbers: 0 move, 1 line, 2 curve, 3 quadratic, 4 close) → shape out: rectangles in user space.
import type { Rect } from '../contract/geometry.ts';
import { apply, type Matrix } from './matrix.ts';

/** A filled area. `rectangle` is false when the area is only the box around another shape. */
export interface Fill {
  readonly box: Rect;
  readonly rectangle: boolean;
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

/** One closed part of a path, in user space. */
export interface PathPart {
  readonly box: Rect;
  readonly rectangle: boolean;
}

/** Numbers that follow each instruction of a packed path. */
const operandsOf: readonly number[] = [2, 2, 6, 4, 0];

/** Splits a packed path into its parts and tells upright rectangles from other shapes. */
export function partsOfPath(path: Float32Array, matrix: Matrix): PathPart[] {
  const parts: PathPart[] = [];
  let points: (readonly [number, number])[] = [];
  let curved = false;
  const finish = () => {
    if (points.length > 1) parts.push({ box: boxAround(points), rectangle: !curved && isRectangle(points) });
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

function boxAround(points: readonly (readonly [number, number])[]): Rect {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  return [left, bottom, right, top];
}

/** Every corner lies on a corner of the box around them (a quarter point of tolerance), and all four are visited. */
function isRectangle(points: readonly (readonly [number, number])[]): boolean {
  if (points.length < 4 || points.length > 6) return false;
  const [left, bottom, right, top] = boxAround(points);
  const corners = new Set<number>();
  for (const [x, y] of points) {
    const [atLeft, atRight] = [x - left < 0.25, right - x < 0.25];
    const [atBottom, atTop] = [y - bottom < 0.25, top - y < 0.25];
    if (!(atLeft || atRight) || !(atBottom || atTop)) return false;
    corners.add((atRight ? 1 : 0) + (atTop ? 2 : 0));
  }
  return corners.size === 4;
}
