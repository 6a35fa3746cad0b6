// Affine matrices as PDF writes them: `[a, b, c, d, e, f]`, points are row vectors.
// Shape in: matrices and points → shape out: new matrices and points. Knows nothing of pages.
// Asked for by every operator of a page: read by index, because taking a list apart by pattern goes through an iterator.

/** `[a, b, c, d, e, f]`: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** The matrix that changes nothing. */
export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** Applies `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

/** The image of a point. */
export function apply(matrix: Matrix, x: number, y: number): readonly [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

/** The upright rectangle `[left, bottom, right, top]` around the image of a rectangle. */
export function applyToRect(
  matrix: Matrix,
  left: number,
  bottom: number,
  right: number,
  top: number,
): readonly [number, number, number, number] {
  const [a, b, c, d, e, f] = matrix;
  const x1 = a * left + c * bottom + e;
  const x2 = a * right + c * bottom + e;
  const x3 = a * right + c * top + e;
  const x4 = a * left + c * top + e;
  const y1 = b * left + d * bottom + f;
  const y2 = b * right + d * bottom + f;
  const y3 = b * right + d * top + f;
  const y4 = b * left + d * top + f;
  return [Math.min(x1, x2, x3, x4), Math.min(y1, y2, y3, y4), Math.max(x1, x2, x3, x4), Math.max(y1, y2, y3, y4)];
}

/** Reads a matrix out of an untyped list of six numbers; null when it is something else. */
export function matrixFrom(values: unknown): Matrix | null {
  if (!(Array.isArray(values) || values instanceof Float32Array) || values.length < 6) return null;
  const list: ArrayLike<unknown> = values;
  const [a, b, c, d, e, f] = [list[0], list[1], list[2], list[3], list[4], list[5]];
  return isLength(a) && isLength(b) && isLength(c) && isLength(d) && isLength(e) && isLength(f)
    ? [a, b, c, d, e, f]
    : null;
}

function isLength(value: unknown): value is number {
  return Number.isFinite(value);
}
