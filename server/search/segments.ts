// The engine's marked text → segments to show, and the places of its words in the passage.
// In: text with U+FDD0/U+FDD1 around the words found. Out: segments, or ranges of the unmarked text. Nobody builds HTML here.
import type { Segment } from '../contract/search-api.ts';
import { hitEnd, hitStart } from '../engine/search-engine.ts';

/** A stretch of unmarked text `[from, to)`. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

const mark = new RegExp(`[${hitStart}${hitEnd}]`);

/** Text and hits in turn; hits that only white space parts are one. */
export function segmentsOf(marked: string): Segment[] {
  const segments: Segment[] = [];
  let hit = false;
  for (const text of marked.split(mark)) {
    if (text !== '') push(segments, { text, hit });
    hit = !hit;
  }
  return segments;
}

function push(segments: Segment[], next: Segment): void {
  const [before, between] = [segments.at(-2), segments.at(-1)];
  if (next.hit && before?.hit === true && between?.hit === false && /^\s+$/.test(between.text)) {
    segments.splice(-2, 2, { text: before.text + between.text + next.text, hit: true });
    return;
  }
  segments.push(next);
}

/** Where the words found stand in the unmarked text. */
export function rangesOf(marked: string): TextRange[] {
  const ranges: TextRange[] = [];
  let at = 0;
  for (const { text, hit } of segmentsOf(marked)) {
    if (hit) ranges.push({ from: at, to: at + text.length });
    at += text.length;
  }
  return ranges;
}
