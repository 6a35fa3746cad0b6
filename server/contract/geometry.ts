// Units of place on a page. PDF user space as pdf.js gives it: points (1/72 in × UserUnit), origin bottom-left.

/**
 * A box as a quad `[x1,y1,…,x4,y4]` in PDF user space, in points: the corners in the text's own reading direction,
 * start-bottom, end-bottom, end-top, start-top (so rotated text keeps its orientation).
 */
export type Quad = readonly [number, number, number, number, number, number, number, number];

/** An upright rectangle `[left, bottom, right, top]` in PDF user space, in points. */
export type Rect = readonly [number, number, number, number];

/** The smallest upright rectangle around a quad. */
export function rectOf(quad: Quad): Rect {
  const [x1, y1, x2, y2, x3, y3, x4, y4] = quad;
  return [Math.min(x1, x2, x3, x4), Math.min(y1, y2, y3, y4), Math.max(x1, x2, x3, x4), Math.max(y1, y2, y3, y4)];
}

/** The quad of an upright rectangle whose text runs from left to right. */
export function quadOf([left, bottom, right, top]: Rect): Quad {
  return [left, bottom, right, bottom, right, top, left, top];
}
