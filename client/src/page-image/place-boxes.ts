// From PDF user space to the page as shown: a quad and pdf.js' viewport transform in → the corners of a polygon out.
// Rotation, crop and user unit are in the transform, so a turned page needs nothing more.
import type { Quad } from '../../../server/contract/geometry.ts';

/** `[a, b, c, d, e, f]`: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Transform = readonly number[];

/** An upright rectangle in viewport units, origin top-left. */
export interface Placed {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The corners of a quad in viewport units. */
export function cornersOf(quad: Quad, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Transform): [number, number][] {
  const corners: [number, number][] = [];
  for (let at = 0; at < 8; at += 2) {
    const [x = 0, y = 0] = quad.slice(at, at + 2);
    corners.push([a * x + c * y + e, b * x + d * y + f]);
  }
  return corners;
}

/** The `points` of an SVG polygon, to a tenth of a unit. */
export function pointsOf(quad: Quad, transform: Transform): string {
  return cornersOf(quad, transform)
    .map(([x, y]) => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`)
    .join(' ');
}

/** The smallest upright rectangle around a quad. */
export function placedOf(quad: Quad, transform: Transform): Placed {
  const corners = cornersOf(quad, transform);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/**
 * Where to scroll so that a box stands in the middle of what is seen; all in the same units, clamped to the page.
 * A box that is taller than the view is shown from its top.
 */
export function scrollTopFor(box: Placed, viewHeight: number, pageHeight: number): number {
  const height = box.bottom - box.top;
  const wanted = height >= viewHeight ? box.top : (box.top + box.bottom) / 2 - viewHeight / 2;
  return Math.max(0, Math.min(wanted, pageHeight - viewHeight));
}
