// Boxes of page text from the lines of GET documents/:id/pages/:n: a page and offsets in → one quad per line that they touch out.
// A part of a line is cut out of its box in proportion to its characters: near enough for a tint, and the line itself is exact.
import type { PageAnswer } from '../../../server/contract/document-api.ts';
import type { Quad } from '../../../server/contract/geometry.ts';

type Lines = Pick<PageAnswer, 'lines'>;

/** Quads of `[from, to)`; furniture (margin numbers, stamps) is passed over. */
export function spanQuads({ lines }: Lines, from: number, to: number): Quad[] {
  return lines.flatMap((line) => {
    const start = Math.max(from, line.from);
    const end = Math.min(to, line.to);
    if (start >= end || line.furniture !== null) return [];
    const length = line.to - line.from;
    return [partOf(line.box, (start - line.from) / length, (end - line.from) / length)];
  });
}

/** A part of a quad along its reading direction; `from` and `to` are shares of its length. */
export function partOf([x1, y1, x2, y2, x3, y3, x4, y4]: Quad, from: number, to: number): Quad {
  const between = (a: number, b: number, share: number) => a + (b - a) * share;
  return [
    between(x1, x2, from),
    between(y1, y2, from),
    between(x1, x2, to),
    between(y1, y2, to),
    between(x4, x3, to),
    between(y4, y3, to),
    between(x4, x3, from),
    between(y4, y3, from),
  ];
}

/** Where a point stands in a quad: `along` and `up` are 0 to 1 inside it, in its own reading direction. */
export function placeIn([x1, y1, x2, y2, , , x4, y4]: Quad, x: number, y: number): { along: number; up: number } {
  const share = (dx: number, dy: number) => ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1);
  return { along: share(x2 - x1, y2 - y1), up: share(x4 - x1, y4 - y1) };
}
