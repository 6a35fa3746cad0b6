// Things of a page kept by height, so that a place asks only those that may reach it.
// In: things with boxes, the page's view. Out: a question: which of them stand at this height? In the order in which they came.
import type { Rect } from '../contract/geometry.ts';

/** Bands of a page; a letter is as high as one of them on letter paper. */
const bands = 66;

/** Sorts things into bands. */
export function byHeight<Thing extends { readonly box: Rect }>(
  things: readonly Thing[],
  [, bottom, , top]: Rect,
): (y: number) => readonly Thing[] {
  const none: readonly Thing[] = [];
  if (things.length === 0) return () => none;
  const height = Math.max(1, (top - bottom) / bands);
  const bandOf = (y: number): number => Math.min(bands, Math.max(-1, Math.floor((y - bottom) / height)));
  const kept: Thing[][] = [];
  for (const thing of things) {
    const to = bandOf(thing.box[3]);
    // The bands below and above the page hold what stands there: -1 and the last.
    for (let at = bandOf(thing.box[1]); at <= to; at += 1) (kept[at + 1] ??= []).push(thing);
  }
  return (y) => kept[bandOf(y) + 1] ?? none;
}
