// Affine matrices as PDF writes them: `[a, b, c, d, e, f]`, points are row vectors.
// Shape in: matrices and points → shape out: new matrices and points. Knows nothing of pages.

/** `[a, b, c, d, e, f]`: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** The matrix that changes nothing. */
export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** Applies `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** The image of a point. */
export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
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
  const numbers: number[] = [];
  for (let i = 0; i < 6; i++) {
    const value: unknown = values[i];
    if (typeof value !== 'number' || !Number.isFinite(value)) return null;
    numbers.push(value);
  }
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers;
  return [a, b, c, d, e, f];
}
