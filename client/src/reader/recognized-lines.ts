// The text that was recognised on a page as lines to be laid over its picture: the page's lines and the viewport's transform in →
// where each begins, how it runs and how wide it is, out. Lengths are shares of the page or CSS pixels at scale 1.
import type { PageAnswer } from '../../../server/contract/document-api.ts';
import { cornersOf, type Transform } from '../page-image/place-boxes.ts';

/** A line over the picture; `left`, `top`: the upper corner where it begins, in per cent of the page. */
export interface LaidLine {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Degrees, clockwise. */
  readonly turn: number;
}

/** The lines of a page; what has no extent has no place. */
export function laidLines(
  { text, lines }: Pick<PageAnswer, 'text' | 'lines'>,
  transform: Transform,
  page: { readonly width: number; readonly height: number },
): LaidLine[] {
  return lines.flatMap(({ from, to, box }) => {
    const [start, end, , upper] = cornersOf(box, transform);
    if (start === undefined || end === undefined || upper === undefined) return [];
    const [width, height] = [distance(start, end), distance(start, upper)];
    if (width === 0 || height === 0) return [];
    return [
      {
        text: text.slice(from, to),
        left: (100 * upper[0]) / page.width,
        top: (100 * upper[1]) / page.height,
        width,
        height,
        turn: (Math.atan2(end[1] - start[1], end[0] - start[0]) * 180) / Math.PI,
      },
    ];
  });
}

function distance([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): number {
  return Math.hypot(x2 - x1, y2 - y1);
}
