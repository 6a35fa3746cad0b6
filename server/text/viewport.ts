// From PDF user space to the page as a screen shows it: the one conversion to pixels (ARCHITECTURE §3).
// In: a page's view, rotation and user unit, a quad in points, a scale. Out: the quad in CSS pixels, origin top-left, y downwards.
import type { Quad } from '../contract/geometry.ts';
import type { Page } from '../contract/page.ts';

/** `[a, b, c, d, e, f]`: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type ViewportTransform = readonly [number, number, number, number, number, number];

/** What the conversion needs of a page. */
export type PageFrame = Pick<Page, 'view' | 'rotate' | 'userUnit'>;

/** User space → pixels at `scale` (1: one pixel per 1/72 in); what pdf.js' `PageViewport.transform` holds for the same scale. */
export function viewportTransform({ view, rotate, userUnit }: PageFrame, scale: number): ViewportTransform {
  const [left, bottom, right, top] = view;
  const unit = scale * userUnit;
  switch (((rotate % 360) + 360) % 360) {
    case 90:
      return [0, unit, unit, 0, -bottom * unit, -left * unit];
    case 180:
      return [-unit, 0, 0, unit, right * unit, -bottom * unit];
    case 270:
      return [0, -unit, -unit, 0, top * unit, right * unit];
    default:
      return [unit, 0, 0, -unit, -left * unit, top * unit];
  }
}

/** Width and height of the shown page in pixels at `scale`. */
export function pixelSize({ view, rotate, userUnit }: PageFrame, scale: number): readonly [number, number] {
  const [left, bottom, right, top] = view;
  const [width, height] = [(right - left) * userUnit * scale, (top - bottom) * userUnit * scale];
  return rotate % 180 === 0 ? [width, height] : [height, width];
}

/** A quad in CSS pixels, corners in the same order (start-bottom, end-bottom, end-top, start-top of the text). */
export function toPixels(page: PageFrame, quad: Quad, scale: number): Quad {
  const [a, b, c, d, e, f] = viewportTransform(page, scale);
  const [x1, y1, x2, y2, x3, y3, x4, y4] = quad;
  const x = (px: number, py: number) => a * px + c * py + e;
  const y = (px: number, py: number) => b * px + d * py + f;
  return [x(x1, y1), y(x1, y1), x(x2, y2), y(x2, y2), x(x3, y3), y(x3, y3), x(x4, y4), y(x4, y4)];
}
